"""Reading a workbook of 100,000 rows and 12 columns, whole process against whole process: openpyxl's own reading."""

import sys
import tempfile
from pathlib import Path

import xlsxwriter

from bench.build import in_turn, ratios
from bench.process import run
from bench.ratio import Ratio

ROWS, REPEATS = 100_000, 3
WORDS = ("灵秀镇", "宝盖镇", "市容占道", "环境卫生")
OURS = "import sys; from pathlib import Path; from etl.read.files import extract; extract(*map(Path, sys.argv[1:]))"
OPENPYXL = (
    "import sys, openpyxl; book = openpyxl.load_workbook(sys.argv[1], read_only=True); "
    "[None for row in book.active.iter_rows(values_only=True)]"
)


def write_workbook(path: Path, rows: int = ROWS) -> None:
    """A header and rows of four texts and eight numbers."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [f"第{place}列" for place in range(1, 13)])
        for number in range(1, rows + 1):
            texts = [WORDS[(number + place) % len(WORDS)] for place in range(4)]
            sheet.write_row(number, 0, [*texts, *(number * place % 9973 + place / 4 for place in range(8))])


def measure() -> list[Ratio]:
    """The wait and the processor's work of the reader, its child included, ÷ those of openpyxl alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "form.xlsx")
        write_workbook(path)
        pairs = in_turn(
            lambda name: run([sys.executable, "-c", OURS, str(path), folder]),
            lambda name: run([sys.executable, "-c", OPENPYXL, str(path)]),
            REPEATS,
        )
    return ratios(f"reading a workbook of {ROWS:,} × 12 ÷ openpyxl's reading", pairs, "< 3")
