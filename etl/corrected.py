"""`data/corrections.csv` → what the office has put right in the cells of forms, and why; a line is never taken out."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from etl.addresses import CELL
from etl.read.personal import find_personal
from etl.writing import write_whole

FILE = "corrections.csv"
LOCK = ".corrections.lock"
HEADERS = ("file", "sheet", "cell", "was", "is", "why", "when", "undone")


class WrongCorrection(ValueError):
    """What was given is no correction; the message is a Chinese sentence for who gave it."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """The cell `cell` of a file (its path inside the data folder) holds `was` and is read as `value`.

    `when` and `undone` are instants in UTC as ISO text; an undone correction is kept and no longer applied.
    """

    file: str
    sheet: str
    cell: str
    was: str
    value: str
    why: str
    when: str
    undone: str = ""


def corrections(data: Path) -> list[Correction]:
    """Every correction in the order in which they were made, undone ones too. Raises `WrongCorrection`."""
    try:
        text = (data / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise WrongCorrection(f"更正记录 {FILE} 不是 UTF-8 编码，请另存为“CSV UTF-8”。") from error
    header, *rows = csv.reader(io.StringIO(text, newline="")) if text.strip() else [list(HEADERS)]
    if tuple(header) != HEADERS or any(len(row) != len(HEADERS) for row in rows if row):
        raise WrongCorrection(f"更正记录 {FILE} 的列不对，应为 {'、'.join(HEADERS)}。")
    names = [field.name for field in fields(Correction)]
    return [Correction(**dict(zip(names, row, strict=True))) for row in rows if row]


def corrections_in_force(data: Path) -> dict[str, dict[tuple[str, str], Correction]]:
    """File → (sheet, cell) → the last correction that was made and not undone. Raises `WrongCorrection`."""
    found: dict[str, dict[tuple[str, str], Correction]] = {}
    for one in corrections(data):
        if not one.undone:
            found.setdefault(one.file, {})[one.sheet, one.cell] = one
    return found


def add_correction(data: Path, file: str, sheet: str, cell: str, was: str, value: str, why: str) -> Correction:
    """Note that a cell is to be read as `value`; the line that was added. Raises `WrongCorrection`."""
    if not CELL.fullmatch(cell):
        raise WrongCorrection(f"“{cell[:20]}”不是单元格，请写成 C7 这样。")
    if not why.strip():
        raise WrongCorrection("请写明更正的理由。")
    if personal := find_personal(value) or find_personal(why):
        raise WrongCorrection(f"更正中含有{personal}，是个人信息，本系统不接收。")
    made = Correction(file=file, sheet=sheet, cell=cell, was=was, value=value, why=why.strip(), when=_now())
    with _locked(data):
        _write(data, [*corrections(data), made])
    return made


def undo_correction(data: Path, number: int) -> Correction:
    """Mark the correction of this number, counted from 1, as undone; the line as it is then.

    Raises `WrongCorrection` where there is none or it is undone already.
    """
    with _locked(data):
        found = corrections(data)
        if not 1 <= number <= len(found) or found[number - 1].undone:
            raise WrongCorrection(f"没有第 {number} 条有效的更正。")
        found[number - 1] = replace(found[number - 1], undone=_now())
        _write(data, found)
    return found[number - 1]


def restore_correction(data: Path, number: int) -> Correction:
    """Have an undone correction count again; the line as it is then. Raises `WrongCorrection` where it is not undone."""
    with _locked(data):
        found = corrections(data)
        if not 1 <= number <= len(found) or not found[number - 1].undone:
            raise WrongCorrection(f"第 {number} 条更正没有撤销。")
        found[number - 1] = replace(found[number - 1], undone="")
        _write(data, found)
    return found[number - 1]


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"


@contextmanager
def _locked(data: Path) -> Iterator[None]:
    with FileLock(data / LOCK):
        yield


def _write(data: Path, found: Sequence[Correction]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEADERS, *map(astuple, found)])
    # The mark at the start has Excel read it as UTF-8.
    write_whole(data / FILE, "\ufeff" + text.getvalue())
