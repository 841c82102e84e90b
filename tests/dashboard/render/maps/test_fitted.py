"""A map in a box: areas in the middle of it, labels on their area or beside it, and what lies around."""

from dataclasses import replace
from itertools import combinations

import pytest
from shapely import LineString
from shapely import box as rectangle

from dashboard.content import BEYOND, CITY, LANDMARK, ROAD, TOWN, MapFeature
from dashboard.render.maps.fitted import fitted_map
from dashboard.render.maps.placing import text_box
from dashboard.views.maps import AreaShape


def square(code: str, west: float, south: float = 0.0, size: float = 0.01, value: float | None = 90.0) -> AreaShape:
    # Near the equator a degree is as wide as high.
    ring = ((west, south), (west + size, south), (west + size, south + size), (west, south + size))
    return AreaShape(code, f"{code}村", (ring,), value, f"{value:g}%" if value is not None else "")


def boxes(drawing):
    names = [mark.label for mark in drawing.context.marks] + list(drawing.context.edges)
    names += [road.label for road in drawing.context.roads if road.label]
    return [text_box(one.lines, drawing.size, one.middle) for one in (*drawing.labels, *names)]


def overlapping(drawing):
    return [
        pair
        for pair in combinations(boxes(drawing), 2)
        if pair[0][0] < pair[1][2] and pair[1][0] < pair[0][2] and pair[0][1] < pair[1][3] and pair[1][1] < pair[0][3]
    ]


PAIR = (square("甲", 0.0), square("乙", 0.01))


def test_two_squares_side_by_side_are_as_large_as_the_box_lets_them():
    drawing = fitted_map(PAIR, 400, 300, 10)
    # 13 of air on each side: 374 wide, so that each square is 187.
    lefts, rights = ([end(x for x, _ in area.rings[0]) for area in drawing.areas] for end in (min, max))
    assert lefts == pytest.approx([13, 200], abs=0.1) and rights == pytest.approx([200, 387], abs=0.1)
    assert {label.code: label.lines for label in drawing.labels} == {"甲": ("甲村", "90%"), "乙": ("乙村", "90%")}
    middles = {label.code: label.middle for label in drawing.labels}
    assert middles["甲"] == pytest.approx((106.5, 150), abs=8)


def test_an_area_too_small_for_its_name_has_it_beside_with_a_line():
    shapes = (*PAIR, square("丙", 0.0101, 0.0101, 0.0002, 40.0))
    drawing = fitted_map(shapes, 400, 300, 12)
    [label] = [label for label in drawing.labels if label.code == "丙"]
    assert label.lines == ("丙村", "40%") and label.leader is not None
    start, _ = label.leader
    [area] = [area for area in drawing.areas if area.shape.code == "丙"]
    xs, ys = zip(*area.rings[0], strict=True)
    assert min(xs) <= start[0] <= max(xs) and min(ys) <= start[1] <= max(ys)
    assert overlapping(drawing) == []


def many(count: int = 24) -> tuple[AreaShape, ...]:
    return tuple(square(f"片{place}", place % 6 * 0.01, place // 6 * 0.01, value=60 + place) for place in range(count))


@pytest.mark.parametrize(("width", "height"), [(340, 300), (430, 290), (740, 540), (1100, 700)])
def test_the_highest_and_the_lowest_always_have_name_and_figure(width, height):
    drawing = fitted_map(many(), width, height, 12, context=AROUND)
    told = {label.code: label.lines for label in drawing.labels}
    assert told["片0"] == ("片0村", "60%") and told["片23"] == ("片23村", "83%")
    assert overlapping(drawing) == []


AROUND = (
    MapFeature(ROAD, "东西路", ((-0.2, 0.02), (0.25, 0.021))),
    MapFeature(LANDMARK, "塔", ((-0.002, 0.03),)),
    MapFeature(LANDMARK, "远塔", ((1.0, 0.03),)),
    MapFeature(BEYOND, "北镇", ((0.03, 0.2),)),
    MapFeature(BEYOND, "外省", ((30.0, 0.02),)),
    MapFeature(TOWN, "本镇", ((0.03, 0.015),)),
    MapFeature(CITY, "市", ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))),
)


def test_what_lies_around_is_named_where_it_belongs():
    drawing = fitted_map(many(), 1000, 540, 12, context=AROUND)
    [road] = drawing.context.roads
    assert road.points[0][0] == pytest.approx(0, abs=1) and road.points[-1][0] == pytest.approx(1000, abs=1)
    assert [mark.label.lines for mark in drawing.context.marks] == [("塔",)]
    # The neighbour lies to the north; another country is none, nor is the town around the areas themselves.
    assert [edge.lines for edge in drawing.context.edges] == [("↑ 北镇",)]
    inset = drawing.furniture.inset
    assert inset and inset.name == "市" and [name for name, _ in inset.towns] == ["本镇"]
    west, north, east, south = inset.shown
    assert inset.frame[0] < west < east < inset.frame[2] and inset.frame[1] < north < south < inset.frame[3]


def test_the_scale_is_as_long_as_it_says():
    drawing = fitted_map(many(), 740, 540, 12)
    (left, _), (right, _) = drawing.furniture.scale
    first = drawing.areas[0].rings[0]
    # A square of 0.01 degrees is 1,113 m wide at the equator.
    side = max(x for x, _ in first) - min(x for x, _ in first)
    metres = (right - left) / side * 1113.2
    assert drawing.furniture.scale_text == f"{metres / 1000:.0f}公里"


def test_circles_are_as_large_as_their_counts():
    shapes = (square("甲", 0.0, value=100.0), square("乙", 0.01, value=25.0), square("丙", 0.02, value=None))
    drawing = fitted_map(shapes, 600, 300, 12, largest=100.0)
    large, small = drawing.circles
    assert (large.code, small.code) == ("甲", "乙")
    # A quarter of the count is a quarter of the surface: half the radius.
    assert small.radius == pytest.approx(large.radius / 2)


def test_no_label_stands_on_the_circle_of_another_area():
    shapes = tuple(square(f"区{place}", place * 0.01, value=10.0 ** (place % 3)) for place in range(6))
    drawing = fitted_map(shapes, 600, 200, 12, largest=100.0)
    for circle in drawing.circles:
        x, y = circle.middle
        others = [text_box(one.lines, 12, one.middle) for one in drawing.labels if one.code != circle.code]
        assert not any(box[0] < x < box[2] and box[1] < y < box[3] for box in others)


def grids(count: int = 24) -> tuple[AreaShape, ...]:
    # Two groups of grids beside each other; those of the first are 90 and up.
    return tuple(
        replace(one, name=f"{'东' if place % 6 > 2 else '西'}村{place}") for place, one in enumerate(many(count))
    )


def test_small_numbered_areas_bear_their_number_and_their_group_its_name_once():
    drawing = fitted_map(grids(), 170, 330, 12, named=("片5", "片18"))
    told = {label.code: label.lines for label in drawing.labels}
    assert told.pop("片5") == ("东村5", "65%") and told.pop("片18") == ("西村18", "78%")
    assert all(lines == (code.removeprefix("片"),) for code, lines in told.items())
    assert sorted(name for name, _ in drawing.groups) == ["东村", "西村"]
    # The grids of one lie left, those of the other right of the middle.
    where = dict(drawing.groups)
    assert where["西村"][0] < 85 < where["东村"][0]


def test_where_names_and_figures_find_room_they_stand_there():
    drawing = fitted_map(grids(), 1000, 700, 12)
    assert drawing.groups == () and all(len(label.lines) == 2 for label in drawing.labels)


def test_the_names_of_the_inset_stand_clear_of_the_box_that_is_shown():
    inset = fitted_map(many(), 1000, 540, 12, context=AROUND).furniture.inset
    assert inset
    for name, middle in inset.towns:
        box, shown = text_box((name,), 12, middle), inset.shown
        assert box[2] <= shown[0] or shown[2] <= box[0] or box[3] <= shown[1] or shown[3] <= box[1]


def test_a_label_keeps_off_a_road_where_its_area_has_room_beside_it():
    road = MapFeature(ROAD, "路", ((-0.05, 0.005), (0.07, 0.005)))
    drawing = fitted_map(PAIR, 400, 300, 10, context=(road,))
    [line] = drawing.context.roads
    level = line.points[0][1]
    for label in drawing.labels:
        _, top, _, bottom = text_box(label.lines, 10, label.middle)
        assert not top < level < bottom


def test_lines_to_labels_do_not_cross_and_nothing_lies_on_them():
    tiny = (square(f"小{place}", 0.0085 + 0.0006 * place, 0.001, 0.0002, 40.0 + place) for place in range(8))
    drawing = fitted_map((*PAIR, *tiny), 420, 320, 11)
    leaders = [label for label in drawing.labels if label.leader]
    assert len(leaders) >= 4
    lines = [LineString(label.leader) for label in leaders]
    assert not [pair for pair in combinations(lines, 2) if pair[0].crosses(pair[1])]
    for label in drawing.labels:
        place = rectangle(*text_box(label.lines, drawing.size, label.middle)).buffer(-1)
        assert not [other for other in leaders if other is not label and LineString(other.leader).intersects(place)]


def test_the_end_of_a_scale_has_its_name_on_two_lines_rather_than_beside():
    narrow = replace(square("灵秀创业", 0.01, size=0.0016), text="100%", value=100.0)
    drawing = fitted_map((square("甲", 0.0), narrow), 400, 300, 12)
    [label] = [label for label in drawing.labels if label.code == narrow.code]
    assert label.lines == ("灵秀创", "业村", "100%") and label.leader is None


def test_a_name_at_the_edge_and_a_place_keep_off_a_road_where_there_is_room_beside_it():
    # The road leaves to the north, where the neighbour lies, and runs right of the tower.
    road = MapFeature(ROAD, "北路", ((0.03, 0.02), (0.03, 0.3)))
    beside = MapFeature(ROAD, "西路", ((0.0005, -0.1), (0.0005, 0.2)))
    drawing = fitted_map(many(), 1000, 540, 12, context=(road, beside, *AROUND[1:4]))
    lines = [LineString(one.points) for one in drawing.context.roads]
    for name in (*drawing.context.edges, *(mark.label for mark in drawing.context.marks)):
        place = rectangle(*text_box(name.lines, drawing.size, name.middle))
        assert not any(line.intersects(place) for line in lines), name.lines
