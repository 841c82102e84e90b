"""Turns areas with values into a map without any outside request: five classes, and a legend that counts them."""

import json
from collections.abc import Sequence
from functools import cached_property, lru_cache

import pydeck as pdk

from dashboard.render.maps.geometry import bounds, fitting_zoom, to_degrees, to_pixels
from dashboard.render.maps.labels import figure_text
from dashboard.render.maps.legend import CLASSES, borders_of, legend_of, map_fills
from dashboard.render.palette import FONT_FAMILY, Theme, channels
from dashboard.render.web.maps.layers import drawing, polygon_layer, rounded_point
from dashboard.views.maps import AreaMap, AreaShape, Legend

PADDING = 16
KEPT = 128


class ReadyDeck(pdk.Deck):
    """A deck whose JSON is written once, without blanks; pydeck would indent it, and write it anew at every run."""

    @cached_property
    def _written(self) -> str:
        return json.dumps(json.loads(super().to_json()), ensure_ascii=False, separators=(",", ":"))

    def to_json(self) -> str:
        """The JSON that goes to the browser; the deck must not be changed after the first call."""
        return self._written


@lru_cache(KEPT)
def drawn_map(given: AreaMap, theme: Theme) -> tuple[pdk.Deck, Legend]:
    """The map of a view in the colours of the theme, with its legend; the same view gives the same, shared map."""
    return area_map(
        given.shapes,
        theme,
        unit=given.unit,
        decimals=given.decimals,
        selected=given.selected,
        width=given.width,
        height=given.height,
        is_schematic=given.is_schematic,
    )


def area_map(
    shapes: Sequence[AreaShape],
    theme: Theme,
    *,
    unit: str = "",
    decimals: int = 0,
    classes: int = CLASSES,
    breaks: Sequence[float] | None = None,
    selected: str | None = None,
    width: int = 720,
    height: int = 460,
    is_schematic: bool = True,
) -> tuple[pdk.Deck, Legend]:
    """A map of areas by class and its legend; `width` and `height` (pixels) are what it is fitted and labelled for.

    `breaks` are the inner class borders, otherwise round ones between which about equally many areas lie. The areas are the only
    layer that can be pointed at: a selection returns objects of layer `areas` with their `code`.
    """
    borders = list(breaks) if breaks is not None else borders_of(shapes, decimals, classes)
    fills = map_fills(shapes, theme, borders)
    box = bounds([shape.rings[0] for shape in shapes])
    zoom = fitting_zoom(box, width - 2 * PADDING, height - 2 * PADDING - 28)
    polygons = [
        {
            "code": shape.code,
            "name": shape.name,
            "lines": "\n".join([figure_text(shape), *shape.tooltip]),
            "polygon": [[rounded_point(point) for point in ring] for ring in shape.rings],
            "fill": list(channels(fills[shape.code])),
        }
        for shape in shapes
    ]
    deck = ReadyDeck(
        # Without a provider and without a style no tile, font or style is ever asked for.
        map_provider=None,
        layers=[
            # Streamlit dims every layer at the top of this list once an area is chosen, so the colours of the classes
            # lie below the layer that is pointed at, and lines and labels above it, in lists of their own.
            [polygon_layer("grounds", polygons, is_pickable=False)],
            polygon_layer("areas", polygons, is_pickable=True),
            drawing(shapes, theme, fills, box, zoom, selected),
        ],
        initial_view_state=_view(box, zoom),
        tooltip={
            "html": "<b>{name}</b><div style='white-space:pre-line'>{lines}</div>",
            "style": {
                "backgroundColor": theme.surface,
                "color": theme.ink,
                "border": f"1px solid {theme.rule}",
                "fontFamily": FONT_FAMILY,
                "fontSize": "13px",
                "lineHeight": "1.5",
                "padding": "6px 10px",
            },
        },
    )
    return deck, legend_of(shapes, theme, borders, unit, decimals, is_schematic=is_schematic)


def _view(box: tuple[float, float, float, float], zoom: float) -> pdk.ViewState:
    """The first view: all areas and the scale below them in the middle."""
    left, bottom = to_pixels((box[0], box[1]), zoom)
    right, top = to_pixels((box[2], box[3]), zoom)
    longitude, latitude = to_degrees(((left + right) / 2, (top + bottom) / 2 + 14), zoom)
    return pdk.ViewState(
        longitude=round(longitude, 5),
        latitude=round(latitude, 5),
        zoom=round(zoom, 3),
        min_zoom=round(zoom - 1, 3),
        max_zoom=round(zoom + 5, 3),
    )
