"""Chooses by the number of its areas who draws a map: the page itself, or the graphics card."""

from collections.abc import Callable
from functools import partial

from dashboard.render.palette import Theme
from dashboard.render.web.components import area_map, deck_map
from dashboard.render.web.maps.areas import drawn_map, drawn_steps, map_variables
from dashboard.render.web.maps.classing import chosen_classing
from dashboard.render.web.maps.many import deck_of, is_for_the_card
from dashboard.render.web.theme import current_theme
from dashboard.views.maps import AreaMap, Legend


def drawing_of(
    key: str, given: AreaMap, on_choose: Callable[[str | None], None] | None
) -> tuple[Callable[[str], None], Legend]:
    """What draws the map of a view, given what a screen reader says of it, and the legend in the reader's classes."""
    theme, classing, name = current_theme(), chosen_classing(key), f"map-{key}"
    if is_for_the_card(given):
        deck, legend = deck_of(given, theme, classing)
        return partial(deck_map, name, deck, given.height, on_choose=on_choose), legend
    svg, legend = drawn_map(given, theme, classing, is_choosable=on_choose is not None)
    steps = drawn_steps(given, theme, classing)
    colors, entries = map_variables(theme), _key(legend, theme)
    return partial(area_map, name, svg, colors=colors, steps=steps, legend=entries, on_choose=on_choose), legend


def picture_name(key: str, given: AreaMap) -> str:
    """By which name a picture of the map can be taken; empty where the graphics card draws it."""
    return "" if is_for_the_card(given) else f"map-{key}"


def _key(legend: Legend, theme: Theme) -> tuple[dict[str, str], ...]:
    """The classes as a picture has them; circles are told by the foot of the map."""
    return tuple(
        {
            "text": f"{entry.text} {entry.count}个",
            "color": theme.surface if entry.is_missing else entry.color,
            "edge": theme.others,
            "ink": theme.ink,
        }
        for entry in legend.entries
        if not entry.radius
    )
