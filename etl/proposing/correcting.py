"""A correction of a cell, or the undoing of one → a proposal that shows what comes of it before anybody reads it."""

from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from etl.corrected import Correction, add_correction, corrections, restore_correction, undo_correction
from etl.proposing.checking import open_proposal
from etl.proposing.place import Place
from etl.proposing.proposal import Proposal


def open_correction(
    data: Path, warehouse: Path, file: str, sheet: str, cell: str, was: str, value: str, why: str
) -> Place:
    """Note a correction, as `add_correction` does, and open its proposal, not yet checked.

    Raises `WrongCorrection`; where the proposal cannot be kept, the correction is not either.
    """
    made = add_correction(data, file, sheet, cell, was, value, why)
    number = max(number for number, one in enumerate(corrections(data), start=1) if one == made)
    with ExitStack() as undo:
        undo.callback(undo_correction, data, number)
        # What stood there is not told: it may be what must not stand there.
        about = f"更正 {_place(made)}，改为“{value}”" if value else f"更正 {_place(made)}，改为空"
        place = open_proposal([], data, warehouse, "", correction=number, about=about)
        undo.pop_all()
    return place


def open_undoing(data: Path, warehouse: Path, number: int) -> Place:
    """Undo the correction of this number and open the proposal of that, not yet checked. Raises `WrongCorrection`."""
    undone = undo_correction(data, number)
    with ExitStack() as undo:
        undo.callback(restore_correction, data, number)
        about = f"撤销第 {number} 条更正（{_place(undone)}）"
        place = open_proposal([], data, warehouse, "", correction=number, takes_back=True, about=about)
        undo.pop_all()
    return place


def revert(data: Path, proposal: Proposal) -> None:
    """Take back what the proposal did to the record of corrections, unless somebody has done so meanwhile."""
    if not proposal.correction:
        return
    is_undone = bool(corrections(data)[proposal.correction - 1].undone)
    if proposal.takes_back and is_undone:
        restore_correction(data, proposal.correction)
    elif not proposal.takes_back and not is_undone:
        undo_correction(data, proposal.correction)


def _place(one: Correction) -> str:
    """`企业季报.xlsx 一季度 C7`."""
    return " ".join(filter(None, (PurePosixPath(one.file).name, one.sheet, one.cell)))
