"""What a form of the corpus is: the files that an office sends, and the answers that are right for them."""

import csv
import datetime
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter

from etl.datasets import DATASETS
from tests.etl.corpus import open_document

ERROR, QUESTION = "error", "question"
Cells = Sequence[Any]


@dataclass(frozen=True)
class Number:
    """A number with the format that its cell has in the workbook."""

    value: Any
    format: str


@dataclass(frozen=True)
class Formula:
    """A formula with the value that the workbook keeps for it; `#DIV/0!` makes an error cell."""

    text: str
    value: Any


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet: rows from A1 on; `merged` are ranges whose first cell keeps its value, `struck` rows crossed out."""

    rows: Sequence[Cells]
    name: str = "Sheet1"
    merged: Sequence[str] = ()
    hidden_columns: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    is_hidden: bool = False
    struck: Sequence[int] = ()
    comments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class File:
    """A file of a form; `is_history` was reported before and is not judged."""

    name: str
    sheets: Sequence[Sheet] = ()
    text: bytes | None = None
    origin: str = "reported"
    is_history: bool = False

    def write(self, folder: Path) -> Path:
        """The file, written below `folder`."""
        path = folder / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.text is not None:
            path.write_bytes(self.text)
        elif path.suffix == ".ods":
            open_document.write(self.sheets, path)
        elif path.suffix == ".xls":
            _write_old(self, path)
        else:
            _write_workbook(self, path)
        return path


def _write_workbook(file: File, path: Path) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for sheet in file.sheets:
            written = book.add_worksheet(sheet.name)
            for first in sheet.merged:
                written.merge_range(first, "")
            for number, row in enumerate(sheet.rows):
                for place, cell in enumerate(row):
                    _write_cell(book, written, (number, place), cell, number + 1 in sheet.struck)
            for column in sheet.hidden_columns:
                written.set_column(f"{column}:{column}", None, None, {"hidden": True})
            for row in sheet.hidden_rows:
                written.set_row(row - 1, None, None, {"hidden": True})
            for place, text in sheet.comments.items():
                written.write_comment(place, text)
            if sheet.is_hidden:
                written.hide()


def _write_cell(book, sheet, place: tuple[int, int], cell: Any, is_struck: bool) -> None:
    look = {"font_strikeout": True} if is_struck else {}
    if isinstance(cell, Number):
        cell, look = cell.value, {**look, "num_format": cell.format}
    elif isinstance(cell, datetime.datetime):
        look["num_format"] = "yyyy-mm-dd hh:mm"
    elif isinstance(cell, datetime.date):
        look["num_format"] = "yyyy-mm-dd"
    style = book.add_format(look) if look else None
    if isinstance(cell, Formula):
        sheet.write_formula(*place, cell.text, style, cell.value)
    elif isinstance(cell, datetime.date):
        sheet.write_datetime(*place, cell, style)
    elif isinstance(cell, str) and cell:
        sheet.write_string(*place, cell, style)
    elif cell is not None and cell != "":
        sheet.write(*place, cell, style)


def _write_old(file: File, path: Path) -> None:
    # Opened by need: only the forms of this kind want it.
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    for sheet in file.sheets:
        written = book.add_sheet(sheet.name)
        for number, row in enumerate(sheet.rows):
            for place, cell in enumerate(row):
                style = xlwt.XFStyle()
                if isinstance(cell, Number):
                    style.num_format_str, cell = cell.format, cell.value
                elif isinstance(cell, datetime.datetime):
                    style.num_format_str = "yyyy-mm-dd hh:mm"
                elif isinstance(cell, datetime.date):
                    style.num_format_str = "yyyy-mm-dd"
                if isinstance(cell, Formula):
                    # What xlwt calls this error.
                    name = {"#N/A": "#N/A!"}.get(cell.value, cell.value)
                    written.row(number).set_cell_error(place, name, style)
                elif cell is not None and cell != "":
                    written.write(number, place, cell, style)
    book.save(str(path))


@dataclass(frozen=True)
class Read:
    """The form is taken: exactly these rows are in the warehouse, and `said` (patterns) is told beside."""

    rows: Mapping[str, frozenset[tuple]]
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptOut:
    """Nothing is taken: a problem of one of `levels` stands at each of `at` (`C3|C4`: one of them), with `words`."""

    levels: frozenset[str]
    words: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form, why a person reads it so, the answers that are right, and what no message may quote (`never`).

    The first answer is what a person does who sees the form: one that is taken is readable at a glance. `lines` maps a pattern to the number of problems that may speak of it;
    `drawn_as` is the way in which a program made it of a sample.
    """

    name: str
    why: str
    files: tuple[File, ...]
    accept: tuple[Read | KeptOut, ...]
    never: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    drawn_as: str = ""

    @property
    def kind(self) -> str:
        """What it has in common with others: the way in which all of them were made, or the first word of its name."""
        return self.drawn_as or self.name.partition("_")[0]

    @property
    def is_readable(self) -> bool:
        """Whether a person reads the form at a glance, without asking anybody."""
        return isinstance(self.accept[0], Read)


def form(
    name: str,
    why: str,
    files: File | Sequence[File],
    *accept: Read | KeptOut,
    never: Sequence[str] = (),
    lines: Mapping[str, int] | None = None,
) -> Form:
    """A form of the corpus, shortly written."""
    listed = (files,) if isinstance(files, File) else tuple(files)
    return Form(name=name, why=why, files=listed, accept=accept, never=tuple(never), lines=lines or {})


# Why a form stands there that somebody wrote without sight of the program.
OF_STRANGERS = {
    "readable": "An office's own everyday words and layout; anybody reads it at a glance.",
    "other": "One column is another figure than it looks, or the period or the place is unclear.",
}


def forms_of(reasons: Mapping[str, str], prefix: str = "") -> Callable[..., Form]:
    """Makes forms that are named after the reason which they share: `words_cov` is made for `reasons["words"]`."""

    def made(name: str, content: Any, *accept: Read | KeptOut, why: str = "") -> Form:
        files = content if isinstance(content, tuple | File) else book(content)
        return form(f"{prefix}{name}", why or reasons[name.partition("_")[0]], files, *accept)

    return made


def sheet(rows: Sequence[Cells], merged: Sequence[str] = (), name: str = "Sheet1") -> Sheet:
    """A sheet shortly written."""
    return Sheet(rows=rows, merged=merged, name=name)


def book(*sheets: Sheet | Sequence[Cells], file: str = "报表.xlsx", **more: Any) -> File:
    """A workbook of sheets, or of mere rows."""
    given = [
        sheet if isinstance(sheet, Sheet) else Sheet(rows=sheet, name=f"Sheet{number}")
        for number, sheet in enumerate(sheets, 1)
    ]
    return File(name=file, sheets=given, **more)


def text(
    rows: Sequence[Cells], file: str = "报表.csv", encoding: str = "utf-8-sig", mark: str = ",", **more: Any
) -> File:
    """A text file whose rows end where their cells end."""
    lines = [mark.join("" if cell is None else str(cell) for cell in row) for row in rows]
    return File(name=file, text="\r\n".join([*lines, ""]).encode(encoding), **more)


def row(dataset: str, *values: Any, **named: Any) -> tuple:
    """A row of `core.<dataset>` as it must stand there: values in the declared order, what is not given is empty."""
    names = [column.name for column in DATASETS[dataset].columns]
    given = {**dict(zip(names, values, strict=False)), **named}
    assert set(given) <= set(names), f"{dataset} has no {set(given) - set(names)}"
    return (dataset, *(given.get(name) for name in names))


def read(*rows: tuple, said: str | Sequence[str] = ()) -> Read:
    """Exactly these rows, made by `row`, are taken."""
    grouped: dict[str, set[tuple]] = {}
    for dataset, *values in rows:
        grouped.setdefault(dataset, set()).add(tuple(values))
    return Read(
        {dataset: frozenset(values) for dataset, values in grouped.items()},
        (said,) if isinstance(said, str) else tuple(said),
    )


def kept_out(*words: str, at: str | Sequence[str] = (), levels: Sequence[str] = (ERROR, QUESTION)) -> KeptOut:
    """Refused or asked, whichever."""
    return KeptOut(frozenset(levels), words, (at,) if isinstance(at, str) else tuple(at))


def refused(*words: str, at: str | Sequence[str] = ()) -> KeptOut:
    """Refused: the sheet cannot be taken as it is."""
    return kept_out(*words, at=at, levels=(ERROR,))


def asked(*words: str, at: str | Sequence[str] = ()) -> KeptOut:
    """Asked: the sheet waits for an answer."""
    return kept_out(*words, at=at, levels=(QUESTION,))


def rewritten(path: Path, member: str, old: bytes, new: bytes) -> None:
    """Replace bytes in one member of a workbook."""
    with zipfile.ZipFile(path) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    members[member] = members[member].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def quoted_text(rows: Sequence[Cells], file: str = "报表.csv", encoding: str = "utf-8-sig") -> File:
    """A text file as a program writes it, with quotes where they are needed."""
    import io

    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return File(name=file, text=stream.getvalue().encode(encoding))
