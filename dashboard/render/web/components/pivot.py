"""Turns rows and columns that are already written into a table that stays in sight and is sorted by its heads."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

HERE = Path(__file__)
_pivot = st.components.v2.component(
    "pivot",
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class PivotCell:
    """A figure or its word; `bar` is its share of the highest from 0 to 1, None without a bar, `tone` that of a change."""

    text: str
    bar: float | None = None
    change: str = ""
    tone: str = ""
    is_absent: bool = False


@dataclass(frozen=True)
class PivotRow:
    """The words at the left of a row, its figures, whether it holds the others."""

    heads: tuple[str, ...]
    cells: tuple[PivotCell, ...]
    is_total: bool = False


@dataclass(frozen=True)
class PivotSheet:
    """All that is shown; `order` is by which column rows are sorted (`high-2`), `caption` what a screen reader says."""

    heads: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[PivotRow, ...]
    order: str
    caption: str
    more: str = ""


def pivot_table(key: str, sheet: PivotSheet, on_sort: Callable[[str], None]) -> None:
    """Draw the table; `on_sort` is called with the order that a reader asks for by a head, empty for none."""
    _pivot(data=asdict(sheet), key=key, on_sorted_change=lambda: on_sort(st.session_state[key].sorted))
