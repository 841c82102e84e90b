"""Chooses by the number of its areas who draws a map: the page itself, or the graphics card."""

from collections.abc import Callable
from functools import partial

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
    return partial(area_map, name, svg, colors=map_variables(theme), steps=steps, on_choose=on_choose), legend
