"""Keeps corrections of cells, and finds out what one changes."""

from pathlib import Path
from typing import TYPE_CHECKING

from etl.front.places import default_data, default_warehouse

if TYPE_CHECKING:
    from etl.corrected import Correction


def corrections(data: Path | None = None) -> "list[Correction]":
    """Every correction of a cell, in order, undone ones too; the first is number 1."""
    from etl.corrected import corrections

    return corrections(data or default_data())


def add_correction(
    file: str, sheet: str, cell: str, was: str, value: str, why: str, data: Path | None = None
) -> "Correction":
    """Note that a cell of a file, named by its path in the data folder, is to be read as `value`.

    Raises `etl.corrected.WrongCorrection`, whose message is Chinese.
    """
    from etl.corrected import add_correction

    return add_correction(data or default_data(), file, sheet, cell, was, value, why)


def undo_correction(number: int, data: Path | None = None) -> "Correction":
    """Mark a correction as undone; it is kept. Raises `etl.corrected.WrongCorrection`, whose message is Chinese."""
    from etl.corrected import undo_correction

    return undo_correction(data or default_data(), number)


def start_correction(
    file: str,
    sheet: str,
    cell: str,
    was: str,
    value: str,
    why: str,
    data: Path | None = None,
    warehouse: Path | None = None,
) -> str:
    """Note a correction and have a process of its own find out what it changes; the id of the proposal, at once.

    The proposal is published or discarded as any other; discarding takes the correction back. See `add_correction`.
    """
    from etl.proposing.background import start_checking
    from etl.proposing.correcting import open_correction

    folders = data or default_data(), warehouse or default_warehouse()
    place = open_correction(*folders, file, sheet, cell, was, value, why)
    start_checking(place)
    return place.proposal_id


def start_undoing(number: int, data: Path | None = None, warehouse: Path | None = None) -> str:
    """Undo a correction as `start_correction` makes one; the id of the proposal, at once. See `undo_correction`."""
    from etl.proposing.background import start_checking
    from etl.proposing.correcting import open_undoing

    place = open_undoing(data or default_data(), warehouse or default_warehouse(), number)
    start_checking(place)
    return place.proposal_id
