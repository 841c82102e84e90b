"""Turns areas with values into the drawing of the documents, in the reader's colours, and a legend that counts them."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from dashboard.render.html.maps import CLASS_OF, class_colors, map_svg
from dashboard.render.maps.circles import place_circles
from dashboard.render.maps.fitted import Drawing, fitted_map
from dashboard.render.maps.labels import LABEL_SIZE, figure_text
from dashboard.render.maps.legend import map_fills, map_legend, step_fills
from dashboard.render.palette import Theme
from dashboard.views.maps import BY_QUANTILES, AreaMap, Classing, Legend

KEPT = 128


@lru_cache(KEPT)
def drawn_map(
    given: AreaMap, theme: Theme, classing: Classing = BY_QUANTILES, *, is_choosable: bool = False
) -> tuple[str, Legend]:
    """The SVG of a view's map, whose areas carry their `data-code`, and its legend; the same view gives the same text."""
    kinds = _kinds(map_fills(given, theme, classing), theme)
    keyboard = {"tabindex": "0", "role": "button"} if is_choosable else {}
    svg = map_svg(
        _drawing(given),
        kinds,
        "",
        lambda code: {"data_code": code, **keyboard},
        is_stepped=bool(given.steps),
    )
    return svg, map_legend(given, theme, classing)


def _kinds(fills: dict[str, str], theme: Theme) -> dict[str, str]:
    class_of_color = dict(zip((theme.missing, *theme.sequential), CLASS_OF.values(), strict=True))
    return {code: class_of_color[color] for code, color in fills.items()}


@lru_cache(KEPT)
def drawn_steps(given: AreaMap, theme: Theme, classing: Classing = BY_QUANTILES) -> tuple[dict[str, Any], ...]:
    """What the component changes when a reader goes through the periods of a map: classes, figures, circles (x, y, r)."""
    drawing, told = _drawing(given), []
    for step, fills in zip(given.steps, step_fills(given, theme, classing), strict=True):
        shapes = {
            shape.code: replace(shape, value=value, text=text)
            for shape, value, text in zip(given.shapes, step.values, step.texts, strict=True)
        }
        areas = [replace(area, shape=shapes[area.shape.code]) for area in drawing.areas]
        circles = place_circles(areas, drawing.width, drawing.height, given.largest) if given.is_count else ()
        told.append(
            {
                "label": step.label,
                "kinds": _kinds(fills, theme),
                "texts": {code: figure_text(shape) for code, shape in shapes.items()},
                "circles": [[*(round(at, 1) for at in one.middle), round(one.radius, 1)] for one in circles],
            }
        )
    return tuple(told)


@lru_cache(KEPT)
def _drawing(given: AreaMap) -> Drawing:
    return fitted_map(
        given.shapes,
        given.width,
        given.height,
        LABEL_SIZE,
        context=given.context,
        selected=given.selected,
        largest=given.largest if given.is_count else None,
        named=given.named,
    )


def map_variables(theme: Theme) -> str:
    """The colours of a map on a page as CSS variables: its classes, and the card as its ground."""
    colors = class_colors(theme) | {"ground": theme.surface}
    return ";".join(f"--{name}:{color}" for name, color in colors.items())
