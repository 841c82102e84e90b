"""Good forms as values, and the changes that an office or an accident makes to them."""

from collections.abc import Callable
from random import Random

from bench.papers.cells import (
    add_person,
    change_number,
    empty_cell,
    format_numbers,
    merge_figure,
    merge_key,
    respell_number,
    respell_period,
    spoil_key,
    spoil_number,
)
from bench.papers.headers import (
    blank_header,
    change_unit,
    delete_column,
    misspell_header,
    nonsense_unit,
    repeat_column,
    respell_header,
    shuffle_columns,
)
from bench.papers.paper import GOOD_FORMS, Paper, good_paper
from bench.papers.rows import (
    add_sheet,
    add_title,
    add_total,
    add_words,
    contradict_units,
    delete_row,
    hide,
    rename_sheet,
    repeat_row,
    swap_rows,
)

__all__ = ["GOOD_FORMS", "MUTATIONS", "good_paper"]

MUTATIONS: tuple[Callable[[Random, Paper], Paper], ...] = (
    swap_rows, delete_row, repeat_row, shuffle_columns, delete_column, repeat_column, blank_header, respell_header,
    misspell_header, change_unit, nonsense_unit, respell_number, change_number, spoil_number, empty_cell, respell_period,
    spoil_key, add_person, add_words, add_total, add_title, contradict_units, merge_figure, merge_key, format_numbers,
    rename_sheet, add_sheet, hide,
)  # fmt: skip
