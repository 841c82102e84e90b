"""Turns areas with values into the drawing of the documents, in the reader's colours, and a legend that counts them."""

from functools import lru_cache

from dashboard.render.html.maps import CLASS_OF, class_colors, map_svg
from dashboard.render.maps.fitted import fitted_map
from dashboard.render.maps.labels import LABEL_SIZE
from dashboard.render.maps.legend import map_fills, map_legend
from dashboard.render.palette import Theme
from dashboard.views.maps import BY_QUANTILES, AreaMap, Classing, Legend

KEPT = 128


@lru_cache(KEPT)
def drawn_map(
    given: AreaMap, theme: Theme, classing: Classing = BY_QUANTILES, *, is_choosable: bool = False
) -> tuple[str, Legend]:
    """The SVG of a view's map, whose areas carry their `data-code`, and its legend; the same view gives the same text."""
    class_of_color = dict(zip((theme.missing, *theme.sequential), CLASS_OF.values(), strict=True))
    kinds = {code: class_of_color[color] for code, color in map_fills(given, theme, classing).items()}
    drawing = fitted_map(
        given.shapes,
        given.width,
        given.height,
        LABEL_SIZE,
        context=given.context,
        selected=given.selected,
        is_count=given.is_count,
        named=given.named,
    )
    keyboard = {"tabindex": "0", "role": "button"} if is_choosable else {}
    svg = map_svg(drawing, kinds, "", lambda code: {"data_code": code, **keyboard})
    return svg, map_legend(given, theme, classing)


def map_variables(theme: Theme) -> str:
    """The colours of a map on a page as CSS variables: its classes, and the card as its ground."""
    colors = class_colors(theme) | {"ground": theme.surface}
    return ";".join(f"--{name}:{color}" for name, color in colors.items())
