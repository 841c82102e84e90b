import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from dashboard.metrics.absence import Absence
from dashboard.render.maps.legend import map_fills
from dashboard.render.palette import DARK, LIGHT, contrast, ink_on
from dashboard.render.web.maps.areas import drawn_map, drawn_steps, map_variables
from dashboard.render.web.maps.classing import borders_in
from dashboard.views.maps import EQUAL, MANUAL, AreaMap, AreaShape, Classing, MapStep


def square(column, row, size=0.01):
    west, south = 118.65 + column * size, 24.74 + row * size
    return (((west, south), (west + size, south), (west + size, south + size), (west, south + size)),)


def grid(value_of=lambda index: 60 + index, name="网格", **told):
    shapes = tuple(
        AreaShape(f"g{index}", f"{name}{index}", square(index % 6, index // 6), value_of(index), f"{index}%")
        for index in range(24)
    )
    return AreaMap(shapes, **{"unit": "%", **told})


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request):
    return request.param


def of_class(svg, kind):
    return [one for one in ElementTree.fromstring(svg).iter() if kind in one.get("class", "").split()]


def test_a_map_asks_for_nothing_outside_and_needs_no_script(theme):
    svg, _ = drawn_map(grid(), theme)
    assert not re.search(r"https?:|url\((?!#)|<script|<image|href", svg, re.IGNORECASE)


def test_every_area_can_be_pointed_at_and_reached_by_keyboard_where_it_may_be_chosen(theme):
    areas = of_class(drawn_map(grid(), theme, is_choosable=True)[0], "area")
    assert [area.get("data-code") for area in areas] == [f"g{index}" for index in range(24)]
    assert {area.get("tabindex") for area in areas} == {"0"} and areas[3].get("aria-label") == "网格3：3%"
    assert {area.get("tabindex") for area in of_class(drawn_map(grid(), theme)[0], "area")} == {None}


def test_the_legend_counts_every_area_once(theme):
    def value(index):
        return {0: None, 1: Absence.NOT_DISCLOSED}.get(index, 60 + index)

    _, legend = drawn_map(grid(value), theme)
    assert sum(entry.count for entry in legend.entries) == 24
    assert [(entry.text, entry.count) for entry in legend.entries if entry.is_missing] == [("未填报", 1), ("不公开", 1)]
    assert len([entry for entry in legend.entries if not entry.is_missing]) == 5


def test_borders_of_the_reader_are_kept(theme):
    _, legend = drawn_map(grid(), theme, Classing(MANUAL, (70, 80)))
    # 60–69, 70–79, 80–83; the highest class stands first.
    assert [(entry.text, entry.count) for entry in legend.entries] == [
        ("80%及以上", 4),
        ("70%–80%", 10),
        ("70%以下", 10),
    ]


def test_classes_of_equal_width_are_counted(theme):
    _, legend = drawn_map(grid(lambda index: index**2), theme, Classing(EQUAL))
    # 0 … 529 by 105.8, shown without decimals: 106, 212, 317 and 423.
    assert [entry.count for entry in legend.entries] == [3, 3, 3, 4, 11]


def test_what_a_reader_writes_as_borders_is_read_leniently():
    assert borders_in("60，80 90%") == (60, 80, 90)
    assert borders_in("9 1 5 5") == (1, 5, 9) and borders_in("多少") == () and len(borders_in("1 2 3 4 5 6")) == 4


def test_round_borders_are_counted_and_filled_alike(theme):
    given = grid(lambda index: 60.3 + index, decimals=1)
    _, legend = drawn_map(given, theme)
    # 60.3 … 83.3: by fives the borders are 65, 70, 75 and 80.
    fills = list(map_fills(given, theme).values())
    assert [entry.count for entry in legend.entries] == [fills.count(entry.color) for entry in legend.entries]
    assert [(entry.text, entry.count) for entry in legend.entries] == [
        ("80.0%及以上", 4),  # 80.3 … 83.3
        ("75.0%–80.0%", 5),
        ("70.0%–75.0%", 5),
        ("65.0%–70.0%", 5),
        ("65.0%以下", 5),
    ]


def test_equal_values_are_one_class(theme):
    _, legend = drawn_map(grid(lambda _: 7, unit="件"), theme)
    assert [(entry.text, entry.count) for entry in legend.entries] == [("7件", 24)]


@pytest.mark.parametrize(
    ("direction", "means"), [("higher", "越深越好"), ("lower", "越深越差"), ("neither", "越深数值越大")]
)
def test_the_legend_says_what_dark_means(direction, means):
    assert drawn_map(grid(direction=direction), LIGHT)[1].note == f"颜色{means}"
    # On dark ground high is bright.
    assert drawn_map(grid(direction=direction), DARK)[1].note == f"颜色{means.replace('深', '亮')}"


def test_counts_are_circles_and_no_colours(theme):
    given = grid(lambda index: 4 * index + 4, unit="家", is_count=True)
    svg, legend = drawn_map(given, theme)
    assert len(of_class(svg, "count")) == 24 and set(map_fills(given, theme).values()) == {theme.sequential[0]}
    # 96 is the most: circles of 80, 20 and 4, whose surfaces are in that proportion.
    assert [entry.text for entry in legend.entries] == ["80家", "20家", "4家"]
    assert [entry.radius**2 * 96 for entry in legend.entries] == pytest.approx([80, 20, 4])
    assert legend.note == "圆的面积与数值成正比"


def test_a_missing_area_is_hatched(theme):
    areas = of_class(drawn_map(grid(lambda index: None if index == 5 else index), theme)[0], "area")
    assert [area.get("data-code") for area in areas if "missing" in area.get("class")] == ["g5"]


def test_the_chosen_area_is_outlined_and_keeps_name_and_figure(theme):
    svg, _ = drawn_map(grid(name="塘后村第一片区网格", selected="g2"), theme)
    assert len(of_class(svg, "chosen")) == 1
    assert "塘后村第一片区网格2" in svg and of_class(drawn_map(grid(), theme)[0], "chosen") == []


def test_letters_are_read_on_every_class(theme):
    colors = dict(pair.split(":") for pair in map_variables(theme).split(";"))
    for name in ("missing", *(f"class-{place}" for place in range(1, 6))):
        ink = colors[f"--on-{name}"]
        assert ink == ink_on(colors[f"--{name}"]) and contrast(ink, colors[f"--{name}"]) >= 4.2, name


def test_a_hole_is_part_of_its_area():
    inner = ((118.653, 24.743), (118.657, 24.743), (118.657, 24.747), (118.653, 24.747))
    svg, _ = drawn_map(AreaMap((AreaShape("a", "甲", (*square(0, 0), inner), 1),)), LIGHT)
    [area] = of_class(svg, "area")
    assert area.get("d").count("M") == 2


def test_three_thousand_areas_stay_a_small_message():
    shapes = tuple(
        AreaShape(f"g{place}", f"{place}号", square(place % 60, place // 60), place) for place in range(3000)
    )
    assert len(drawn_map(AreaMap(shapes), LIGHT)[0]) < 2_000_000


def test_the_same_view_is_drawn_once():
    given = grid()
    assert drawn_map(given, LIGHT) is drawn_map(given, LIGHT)


def test_going_through_the_periods_changes_classes_figures_and_circles_on_one_scale(theme):
    last = grid()
    steps = (
        MapStep(
            "上期", (None, *(20 * index for index in range(1, 24))), ("", *(f"{20 * index}%" for index in range(1, 24)))
        ),
        MapStep("本期", tuple(shape.value for shape in last.shapes), tuple(shape.text for shape in last.shapes)),
    )
    classed = replace(last, steps=steps)
    before, now = drawn_steps(classed, theme)
    shown = {area.get("data-code"): area.get("class") for area in of_class(drawn_map(classed, theme)[0], "area")}
    assert {code: f"area {kind}" for code, kind in now["kinds"].items()} == shown
    assert before["kinds"]["g0"] == "missing" and before["texts"]["g0"] == "未填报" and before["texts"]["g2"] == "40%"
    counted = replace(last, steps=steps, is_count=True)
    before, now = drawn_steps(counted, theme)
    # 23 × 20 = 460 was the most; 83 of now is drawn on the same scale: √(83 ÷ 460) of its radius.
    widest = [max(radius for _, _, radius in step["circles"]) for step in (before, now)]
    assert widest[1] / widest[0] == pytest.approx((83 / 460) ** 0.5, abs=0.02) and len(before["circles"]) == 23
