import json
import re

import pytest

from dashboard.metrics.absence import Absence
from dashboard.render.maps.geometry import to_pixels
from dashboard.render.maps.labels import place_labels
from dashboard.render.maps.legend import map_fills
from dashboard.render.palette import DARK, LIGHT
from dashboard.render.web.maps import area_map
from dashboard.views.maps import AreaShape


def square(column, row, size=0.01):
    west, south = 118.65 + column * size, 24.74 + row * size
    return (((west, south), (west + size, south), (west + size, south + size), (west, south + size)),)


def grid(value_of=lambda index: 60 + index, name="网格"):
    return [
        AreaShape(f"g{index}", f"{name}{index}", square(index % 6, index // 6), value_of(index), f"{index}%")
        for index in range(24)
    ]


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request):
    return request.param


def test_a_map_asks_for_nothing_outside(theme):
    deck, _ = area_map(grid(), theme, unit="%")
    spec = json.loads(deck.to_json())
    assert not re.search(r"https?:|carto|mapbox|google", deck.to_json(), re.IGNORECASE)
    assert spec.get("mapProvider") is None
    # The word that tells Streamlit to draw no base map at all; any other would fetch one.
    assert spec["mapStyle"] == "__MAP_STYLE__"


def layers_of(deck):
    below, areas, above = json.loads(deck.to_json())["layers"]
    return {layer["id"]: layer for layer in (*below, areas, *above)}


def test_only_the_areas_can_be_pointed_at(theme):
    layers = layers_of(area_map(grid(), theme)[0])
    assert [name for name, layer in layers.items() if layer["pickable"]] == ["areas"]
    assert layers["areas"]["data"][3]["code"] == "g3"


def test_the_legend_counts_every_area_once(theme):
    def value(index):
        return {0: None, 1: Absence.NOT_DISCLOSED}.get(index, 60 + index)

    _, legend = area_map(grid(value), theme, unit="%")
    assert sum(entry.count for entry in legend.entries) == 24
    assert [(entry.text, entry.count) for entry in legend.entries if entry.is_missing] == [("未填报", 1), ("不公开", 1)]
    assert len([entry for entry in legend.entries if not entry.is_missing]) == 5


def test_given_borders_are_kept(theme):
    _, legend = area_map(grid(), theme, unit="%", breaks=(70, 80))
    # 60–69, 70–79, 80–83; the highest class stands first.
    assert [(entry.text, entry.count) for entry in legend.entries] == [
        ("80%及以上", 4),
        ("70%–80%", 10),
        ("70%以下", 10),
    ]


def test_round_borders_are_counted_and_filled_alike(theme):
    shapes = grid(lambda index: 60.3 + index)
    _, legend = area_map(shapes, theme, unit="%", decimals=1)
    # 60.3 … 83.3: by fives the borders are 65, 70, 75 and 80.
    fills = list(map_fills(shapes, theme, decimals=1).values())
    assert [entry.count for entry in legend.entries] == [fills.count(entry.color) for entry in legend.entries]
    assert [(entry.text, entry.count) for entry in legend.entries] == [
        ("80.0%及以上", 4),  # 80.3 … 83.3
        ("75.0%–80.0%", 5),
        ("70.0%–75.0%", 5),
        ("65.0%–70.0%", 5),
        ("65.0%以下", 5),
    ]


def test_equal_values_are_one_class(theme):
    _, legend = area_map(grid(lambda _: 7), theme, unit="件")
    assert [(entry.text, entry.count) for entry in legend.entries] == [("7件", 24)]


def test_a_missing_area_is_light_and_hatched(theme):
    layers = layers_of(area_map(grid(lambda index: None if index == 5 else index), theme)[0])
    assert layers["areas"]["data"][5]["fill"] == list(bytes.fromhex(theme.missing[1:]))
    assert len(layers["hatching"]["data"]) > 3
    west, east = 118.65 + 0.05, 118.65 + 0.06
    assert all(west - 1e-4 <= end[0] <= east + 1e-4 for line in layers["hatching"]["data"] for end in line["path"])


def test_the_chosen_area_is_outlined_in_the_accent(theme):
    layers = layers_of(area_map(grid(), theme, selected="g2")[0])
    assert layers["chosen"]["getColor"] == [*bytes.fromhex(theme.accent[1:]), 255]
    assert len(layers["chosen"]["data"]) == 1
    assert layers_of(area_map(grid(), theme)[0])["chosen"]["data"] == []


@pytest.mark.parametrize("zoom", [11.5, 12.5, 13.5, 14.5])
def test_labels_do_not_lie_on_each_other(zoom):
    labels = place_labels(grid(name="塘后村第一片区网格"), zoom, "g4")
    boxes = [label.box for label in labels]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_chosen_area_always_keeps_its_name():
    labels = place_labels(grid(name="塘后村第一片区网格"), 11.5, "g4")
    assert [label.text for label in labels if label.code == "g4"] == ["塘后村第一片区网格4"]


def test_with_room_every_label_stands_inside_its_area():
    shapes = grid()
    labels = place_labels(shapes, 14.5)
    assert len(labels) == 24
    for label in labels:
        corners = [to_pixels(point, 14.5) for shape in shapes if shape.code == label.code for point in shape.rings[0]]
        assert min(x for x, _ in corners) - 4 <= label.box[0] and label.box[2] <= max(x for x, _ in corners) + 4
        assert label.text.endswith("%")


def test_all_areas_are_in_the_first_view():
    deck, _ = area_map(grid(), LIGHT, width=340, height=300)
    view = json.loads(deck.to_json())["initialViewState"]
    centre = to_pixels((view["longitude"], view["latitude"]), view["zoom"])
    for shape in grid():
        for point in shape.rings[0]:
            x, y = to_pixels(point, view["zoom"])
            assert abs(x - centre[0]) <= 170 and abs(y - centre[1]) <= 150


def test_a_hole_is_part_of_its_area():
    inner = ((118.653, 24.743), (118.657, 24.743), (118.657, 24.747), (118.653, 24.747))
    shape = AreaShape("a", "甲", (*square(0, 0), inner), 1)
    layers = layers_of(area_map([shape], LIGHT)[0])
    assert len(layers["areas"]["data"][0]["polygon"]) == 2
    assert len(layers["borders"]["data"]) == 2


def test_the_message_to_the_browser_is_written_once():
    deck, _ = area_map(grid(), LIGHT)
    assert deck.to_json() is deck.to_json()
