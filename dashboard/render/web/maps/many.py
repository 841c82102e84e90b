"""Turns hundreds of areas into a map that the graphics card draws: an SVG of thousands takes seconds, pydeck takes none."""

import json
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

import pydeck as pdk

from dashboard.render.maps.geometry import bounds, fitting_zoom
from dashboard.render.maps.labels import figure_text
from dashboard.render.maps.legend import map_fills, map_legend
from dashboard.render.palette import FONT_FAMILY, Theme, channels
from dashboard.text.formats import is_number
from dashboard.views.maps import BY_QUANTILES, AreaMap, AreaShape, Classing, Legend

# A town has some forty areas, two towns a hundred; from here on the card is quicker than the page.
MANY = 250
PADDING, KEPT = 16, 16
# The largest circle in pixels.
LARGEST = 28


class ReadyDeck(pdk.Deck):
    """A deck whose JSON is written once, without blanks; pydeck would indent it, and write it anew at every run."""

    @cached_property
    def _written(self) -> str:
        return json.dumps(json.loads(super().to_json()), ensure_ascii=False, separators=(",", ":"))

    def to_json(self) -> str:
        """The JSON that goes to the browser; the deck must not be changed after the first call."""
        return self._written


def is_for_the_card(given: AreaMap) -> bool:
    """Whether the map has so many areas that the graphics card should draw it."""
    return len(given.shapes) >= MANY


@lru_cache(KEPT)
def deck_of(given: AreaMap, theme: Theme, classing: Classing = BY_QUANTILES) -> tuple[pdk.Deck, Legend]:
    """The map of a view as a deck, and its legend; the areas can be pointed at, as layer `areas` with their `code`."""
    fills = map_fills(given, theme, classing)
    box = bounds([shape.rings[0] for shape in given.shapes])
    deck = ReadyDeck(
        # Without a provider and without a style no tile, font or style is ever asked for.
        map_provider=None,
        layers=[
            _areas([_polygon(shape, fills[shape.code]) for shape in given.shapes], theme),
            _borders(given, theme),
            _circles(given, theme),
        ],
        initial_view_state=pdk.ViewState(
            longitude=round((box[0] + box[2]) / 2, 5),
            latitude=round((box[1] + box[3]) / 2, 5),
            zoom=round(fitting_zoom(box, given.width - 2 * PADDING, given.height - 2 * PADDING), 3),
        ),
        tooltip={
            "html": "<b>{name}</b><div style='white-space:pre-line'>{lines}</div>",
            "style": {"backgroundColor": theme.surface, "color": theme.ink, "fontFamily": FONT_FAMILY},
        },
    )
    return deck, map_legend(given, theme, classing)


def _ring(ring: Sequence[tuple[float, float]]) -> list[list[float]]:
    """Degrees to about one metre, which keeps the message to the browser small."""
    return [[round(longitude, 5), round(latitude, 5)] for longitude, latitude in ring]


def _polygon(shape: AreaShape, fill: str) -> dict[str, Any]:
    return {
        "code": shape.code,
        "name": shape.name,
        "lines": "\n".join([figure_text(shape), *shape.tooltip]),
        "polygon": [_ring(ring) for ring in shape.rings],
        "fill": list(channels(fill)),
    }


def _areas(polygons: list[dict[str, Any]], theme: Theme) -> pdk.Layer:
    return pdk.Layer(
        "PolygonLayer",
        id="areas",
        data=polygons,
        get_polygon="polygon",
        get_fill_color="fill",
        stroked=False,
        filled=True,
        pickable=True,
        auto_highlight=True,
        highlight_color=[*channels(theme.accent), 60],
    )


def _borders(given: AreaMap, theme: Theme) -> pdk.Layer:
    """White lines between the areas; the chosen one is outlined in the accent."""
    paths = [
        {
            "path": _ring([*ring, ring[0]]),
            "color": list(channels(theme.accent if shape.code == given.selected else theme.surface)),
            "width": 3 if shape.code == given.selected else 1,
        }
        for shape in given.shapes
        for ring in shape.rings
    ]
    return pdk.Layer(
        "PathLayer",
        id="borders",
        data=paths,
        get_path="path",
        get_color="color",
        get_width="width",
        width_units=pdk.types.String("pixels"),
        pickable=False,
    )


def _circles(given: AreaMap, theme: Theme) -> pdk.Layer:
    """Counts as circles whose area is the count; none where the map shows classes."""
    known = [shape for shape in given.shapes if given.is_count and is_number(shape.value)]
    largest = max((float(shape.value) for shape in known if is_number(shape.value)), default=1.0) or 1.0
    points = [
        {
            "at": [sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)],
            "radius": LARGEST * (max(float(shape.value), 0.0) / largest) ** 0.5,
        }
        for shape in known
        if is_number(shape.value)
        for ring in shape.rings[:1]
    ]
    return pdk.Layer(
        "ScatterplotLayer",
        id="circles",
        data=points,
        get_position="at",
        get_radius="radius",
        radius_units=pdk.types.String("pixels"),
        get_fill_color=[*channels(theme.sequential[-1]), 160],
        pickable=False,
    )
