"""A file and what is wrong with it → a workbook for its sender: the same, with the problems marked and listed."""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook

from etl.addresses import expanded, place_of
from etl.marking import cell_at, mark, put_text
from etl.problems import Problem
from etl.read.files import ROOT, extract
from etl.read.sheets import Limits, Sheet

WORKBOOKS = frozenset({".xlsx", ".xlsm"})
# Of a longer text file only these rows and those with problems are copied.
COPIED_ROWS = 20_000
FORBIDDEN_IN_TITLE = re.compile(r"[\[\]:*?/\\']")


def annotated_name(file: str) -> str:
    """The name of the copy: `季报.核对批注.xlsx` for `季报.csv`."""
    path = Path(file)
    return f"{path.stem}.核对批注{path.suffix.lower() if path.suffix.lower() in WORKBOOKS else '.xlsx'}"


def annotated_copy(path: Path, problems: Sequence[Problem]) -> bytes:
    """The workbook at `path` with its problems marked, nothing else changed; of other files one made of their cells.

    A workbook that cannot be opened is treated as such a file. Raises `FileNotFoundError`.
    """
    with TemporaryDirectory(prefix="sanqu-annotate-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / f"copy{path.suffix}"
        if path.suffix.lower() in WORKBOOKS and _is_marked(path, target, problems):
            return target.read_bytes()
        return _from_cells(path, problems, Path(folder))


def _is_marked(path: Path, target: Path, problems: Sequence[Problem]) -> bool:
    request = {
        "source": str(path.resolve(strict=True)),
        "target": str(target),
        "problems": [problem.as_dict() for problem in problems],
    }
    try:
        subprocess.run(
            (sys.executable, "-m", "etl.marking"),
            input=json.dumps(request).encode("ascii"),
            capture_output=True,
            cwd=ROOT,
            timeout=Limits().seconds,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return False
    return True


def _from_cells(path: Path, problems: Sequence[Problem], work: Path) -> bytes:
    """A workbook of what was read of the file, as text, each cell at its place."""
    book = Workbook()
    for empty in book.worksheets:
        book.remove(empty)
    only = ""
    for sheet in extract(path, work).sheets:
        title = sheet.name or FORBIDDEN_IN_TITLE.sub("_", path.stem)[:31] or "表"
        only = only or title
        copy = book.create_sheet(title)
        wrong = {place_of(cell)[1] for problem in problems for cell in expanded(problem.cell)}
        for number, cells in _rows(sheet):
            if number <= COPIED_ROWS or number in wrong:
                for place, text in enumerate(cells, 1):
                    if text:
                        put_text(cell_at(copy, number, place), text)
    mark(book, problems, only)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _rows(sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    with sheet.path.open(encoding="utf-8-sig", newline="") as stream:
        csv.field_size_limit(1 << 24)
        for line, row in enumerate(
            csv.reader(
                stream, delimiter=sheet.delimiter, quoting=csv.QUOTE_MINIMAL if sheet.is_numbered else csv.QUOTE_NONE
            ),
            1,
        ):
            yield (int(row[0]), row[1:]) if sheet.is_numbered else (line, row)
