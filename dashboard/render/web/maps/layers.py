"""Turns areas into the layers of a drawn map: fills, hatching, borders, labels and a scale."""

from collections.abc import Sequence
from typing import Any

import pydeck as pdk

from dashboard.render.maps.geometry import hatching, metres_per_pixel, to_degrees, to_pixels
from dashboard.render.maps.labels import LABEL_SIZE, LINE_SPACING, place_labels
from dashboard.render.palette import FONT_FAMILY, Theme, channels, ink_on
from dashboard.text.formats import is_number
from dashboard.views.maps import AreaShape

SCALES_METRES = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)


def rounded_point(point: tuple[float, float]) -> list[float]:
    """Degrees to about one metre, which keeps the message to the browser small."""
    return [round(point[0], 5), round(point[1], 5)]


def _hatch(shape: AreaShape, zoom: float) -> list[dict[str, Any]]:
    """The slanting lines over an area without a value."""
    rings = [[to_pixels(point, zoom) for point in ring] for ring in shape.rings]
    return [{"path": [rounded_point(to_degrees(end, zoom)) for end in line]} for line in hatching(rings, 7)]


def _scale(box: tuple[float, float, float, float], zoom: float) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A scale bar below the areas, as a path and its label."""
    metres = metres_per_pixel((box[1] + box[3]) / 2, zoom)
    length = max((step for step in SCALES_METRES if step / metres <= 110), default=SCALES_METRES[0])
    left, bottom = to_pixels((box[0], box[1]), zoom)
    level = bottom + 22
    path = [(left, level - 4), (left, level), (left + length / metres, level), (left + length / metres, level - 4)]
    text = f"{length // 1000}公里" if length >= 1000 else f"{length}米"
    label = {"position": rounded_point(to_degrees((left + length / metres + 6, level - 2), zoom)), "text": text}
    return [{"path": [rounded_point(to_degrees(point, zoom)) for point in path]}], [label]


def polygon_layer(name: str, polygons: list[dict[str, Any]], *, is_pickable: bool) -> pdk.Layer:
    """The filled areas; the upper, pickable ones carry what the tooltip and the selection say."""
    return pdk.Layer(
        "PolygonLayer",
        id=name,
        data=polygons if is_pickable else [{key: one[key] for key in ("polygon", "fill")} for one in polygons],
        get_polygon="polygon",
        get_fill_color="fill",
        stroked=False,
        filled=True,
        pickable=is_pickable,
        auto_highlight=is_pickable,
        highlight_color=[255, 255, 255, 60],
    )


def drawing(
    shapes: Sequence[AreaShape],
    theme: Theme,
    fills: dict[str, str],
    box: tuple[float, float, float, float],
    zoom: float,
    selected: str | None,
) -> list[pdk.Layer]:
    """All that is drawn over the areas: hatching, borders, the chosen outline, labels and scale."""
    hatches = [line for shape in shapes if not is_number(shape.value) for line in _hatch(shape, zoom)]
    outlines = {
        shape.code: [{"path": [rounded_point(p) for p in [*ring, ring[0]]]} for ring in shape.rings] for shape in shapes
    }
    borders = [path for paths in outlines.values() for path in paths]
    labels = [
        {
            "position": rounded_point(label.point),
            "text": label.text,
            "ink": list(channels(ink_on(fills[label.code]))),
        }
        for label in place_labels(shapes, zoom, selected)
    ]
    bar, bar_label = _scale(box, zoom)
    return [
        _path_layer("hatching", hatches, theme.others, 1, opacity=0.4),
        _path_layer("borders", borders, theme.surface, 1.5),
        _path_layer("chosen", outlines.get(selected or "", []), theme.accent, 3),
        _text_layer("labels", labels, "ink", "middle"),
        _path_layer("scale", bar, theme.second_ink, 1),
        _text_layer("scale-label", bar_label, list(channels(theme.second_ink)), "start"),
    ]


def _path_layer(name: str, paths: list[dict[str, Any]], color: str, width: float, opacity: float = 1.0) -> pdk.Layer:
    """Lines of a constant width in pixels."""
    return pdk.Layer(
        "PathLayer",
        id=name,
        data=paths,
        get_path="path",
        get_color=[*channels(color), round(255 * opacity)],
        get_width=width,
        width_units=pdk.types.String("pixels"),
        joint_rounded=True,
        pickable=False,
    )


def _text_layer(name: str, labels: list[dict[str, Any]], color: object, anchor: str) -> pdk.Layer:
    """Chinese labels of a constant size in pixels, set in the system's font."""
    return pdk.Layer(
        "TextLayer",
        id=name,
        data=labels,
        get_position="position",
        get_text="text",
        get_color=color,
        get_size=LABEL_SIZE,
        size_units=pdk.types.String("pixels"),
        get_text_anchor=pdk.types.String(anchor),
        get_alignment_baseline=pdk.types.String("center"),
        font_family=pdk.types.String(FONT_FAMILY.replace('"', "'")),
        # Letters are collected from the data, otherwise only ASCII is drawn.
        character_set=pdk.types.String("auto"),
        line_height=LINE_SPACING,
        pickable=False,
    )
