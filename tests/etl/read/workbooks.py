"""Writes workbooks as programs leave them, and reads them as the child does."""

import csv
import zipfile
from pathlib import Path

import openpyxl

from etl.problems import Level
from etl.read.child import read_file
from etl.read.sheets import Extract, Limits


def read(path: Path, **limits: int) -> Extract:
    return read_file(path, path.parent, Limits(**limits))


def rows_of(extract: Extract, sheet: int = 0) -> list[list[str]]:
    with extract.sheets[sheet].path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def the_problem(extract: Extract, level: Level = Level.ERROR):
    (problem,) = extract.problems
    assert problem.level is level
    return problem


def write(path: Path, rows: list[list], title: str = "网格") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return book


def rewritten(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()} | parts
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)


SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def with_sheet(path: Path, content: str) -> None:
    """A workbook whose only sheet has `content` as XML."""
    write(path, [["a"]])
    rewritten(path, {SHEET: f"<worksheet {MAIN}>{content}</worksheet>".encode()})
