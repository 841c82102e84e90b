"""The switch between the three measures of output, and pictures of the one that is looked at."""

from collections.abc import Callable, Iterable

import streamlit as st

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.beside import in_pairs
from dashboard.render.web.blocks import contained, finding_text
from dashboard.render.web.controls import switch
from dashboard.render.web.show import made
from dashboard.views.park_output.places import OUTPUTS
from dashboard.views.view import Making, View

Pictures = Callable[[Warehouse, str, Selection], Iterable[Making]]


def measure(key: str) -> str:
    """The measure of output that is looked at; the three are never mixed."""
    with st.container(horizontal=True, vertical_alignment="center", key=key):
        name = switch("产出口径", OUTPUTS, key)
        finding_text(METRICS[name].definition)
    return name


@st.fragment
@contained()
def told_apart(
    key: str, making: Pictures, warehouse: Warehouse, selection: Selection, is_told: Callable[[View], bool] = bool
) -> None:
    """One of the measures in the pictures that `making` makes of it, those that tell something."""
    drawn = map(made, making(warehouse, measure(key), selection))
    in_pairs(view for view in drawn if view and is_told(view))
