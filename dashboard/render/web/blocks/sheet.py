"""Turns a table into what `st.dataframe` takes: numbers that sort as numbers, missing ones as their word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard.metrics.absence import Absence
from dashboard.render.widths import text_width
from dashboard.text.formats import absence_word, is_number, rounded
from dashboard.views.table import Cell, Column, Table, cell_text

# Of the grid that the table is drawn on, in pixels: its type, what surrounds a text, and where a text is cut after all.
TEXT_SIZE, PADDING, WIDEST = 13, 16, 420

# An empty number cell shows one word for the whole table. Where the reasons differ, each has a number below any figure
# to stand in for it (above −2⁵³, beyond which the table shows an error instead).
STAND_IN_OF = {absence.value: -9.0e15 - step for step, absence in enumerate(Absence)}
WORD_OF = {stand_in: word for word, stand_in in STAND_IN_OF.items()}


@dataclass(frozen=True)
class Sheet:
    """The rows, how each column is written, and the word for what is missing."""

    data: Any
    columns: dict[str, Any]
    placeholder: str


@lru_cache(maxsize=128)
def sheet(table: Table) -> Sheet:
    """The table for `st.dataframe`; made once, since writing every cell of a table costs more than a page of charts."""
    words = {
        _word(cell)
        for row in table.rows
        for cell, column in zip(row, table.columns, strict=True)
        if column.decimals is not None and not is_number(cell)
    }
    is_plain = len(words) <= 1 and not any(
        column.decimals and any(is_number(cell) and abs(float(cell)) >= 1000 for cell in cells)
        for column, cells in _columns(table)
    )
    return Sheet(
        data=_plain(table) if is_plain else styled(table),
        columns={
            column.header: _written(column, _width(column, cells), is_plain=is_plain)
            for column, cells in _columns(table)
        },
        placeholder=next(iter(words), "") if is_plain else "",
    )


def _columns(table: Table) -> list[tuple[Column, tuple[Cell, ...]]]:
    cells = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    return list(zip(table.columns, cells, strict=True))


def _plain(table: Table) -> pa.Table:
    """Rounded numbers and words, missing numbers left empty."""
    return pa.table(
        {
            column.header: list(map(_text, cells))
            if column.decimals is None
            else pa.array(
                [float(rounded(cell, column.decimals)) if is_number(cell) else None for cell in cells], pa.float64()
            )
            for column, cells in _columns(table)
        }
    )


def _text(cell: Cell) -> str | None:
    """A cell of words; a name of an area or a period is read by its words."""
    return None if cell is None else str(cell)


def _word(cell: Cell) -> str:
    """The word for a number cell without a number; without a reason it is 未填报."""
    return absence_word(cell if isinstance(cell, Absence) else None)


def sortable(cell: Cell) -> float:
    """A number as it is; a missing one as a number below all others that stands for its word."""
    return float(cell) if is_number(cell) else STAND_IN_OF[_word(cell)]


def shown(value: float, column: Column) -> str:
    """What is read in place of a number or a stand-in."""
    return WORD_OF.get(value) or cell_text(value, column)


def styled(table: Table) -> Any:
    """The table with a text for every number cell."""
    frame = pd.DataFrame(
        {
            column.header: list(map(_text, cells)) if column.decimals is None else list(map(sortable, cells))
            for column, cells in _columns(table)
        }
    )
    formats: dict[str, str | Callable[[object], str] | None] = {
        column.header: partial(shown, column=column) for column in table.columns if column.decimals is not None
    }
    return frame.style.format(formats)


def _width(column: Column, cells: tuple[Cell, ...]) -> int:
    """Pixels for the header and the longest cell, so that no name is cut and no column holds more than it needs."""
    texts = [column.header, *(cell_text(cell, column) for cell in cells)]
    return min(round(max(text_width(text, TEXT_SIZE) for text in texts)) + PADDING, WIDEST)


def _written(column: Column, width: int, *, is_plain: bool) -> Any:
    """Numbers to the right, text to the left."""
    if column.decimals is None:
        return _said(st.column_config.Column(column.header, width=width))
    how = ("localized" if column.decimals == 0 else f"%.{column.decimals}f") if is_plain else None
    return _said(st.column_config.NumberColumn(column.header, width=width, format=how, alignment="right"))


def _said(config: Mapping[str, object]) -> dict[str, object]:
    """The settings without those left open, which Streamlit copies at every run before it leaves them out."""
    return {
        name: _said(value) if isinstance(value, dict) else value for name, value in config.items() if value is not None
    }
