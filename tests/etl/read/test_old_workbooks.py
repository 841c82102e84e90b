import csv
import struct
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlrd
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.problems import Level
from etl.read.child import read_file
from etl.read.sheets import Extract, Limits

END, FREE, SECTOR_OF_TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def record(kind: int, *fields: bytes) -> bytes:
    body = b"".join(fields)
    return struct.pack("<HH", kind, len(body)) + body


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def label(row: int, column: int, text: str) -> bytes:
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1), text.encode("utf-16-le"))


def sheet_stream(*cells: bytes) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6)) + b"".join(cells) + record(0x000A)


def biff(sheets: list[tuple[str, int, bytes]]) -> bytes:
    """A BIFF8 stream of (name, visibility, cells)."""
    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6))
    sizes = [4 + 8 + 2 * len(name) for name, _, _ in sheets]
    place = len(start) + sum(sizes) + 4
    heads = b""
    for name, visibility, cells in sheets:
        heads += record(0x0085, struct.pack("<IBBBB", place, visibility, 0, len(name), 1), name.encode("utf-16-le"))
        place += len(cells)
    return start + heads + record(0x000A) + b"".join(cells for _, _, cells in sheets)


def directory_entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le") if name else b""
    links = struct.pack("<III", FREE, FREE, child)
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBB", len(encoded), kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def compound_file(stream: bytes) -> bytes:
    """An OLE file with the one stream `Workbook`: sector 0 is the table, sector 1 the directory, then the stream."""
    size = max(4096, -(-len(stream) // 512) * 512)
    sectors = size // 512
    table = [SECTOR_OF_TABLE, END, *range(3, 2 + sectors), END]
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    directory = directory_entry("Root Entry", 5, 1, END, 0) + directory_entry("Workbook", 2, FREE, 2, size)
    directory += 2 * directory_entry("", 0, FREE, 0, 0)
    return header + struct.pack("<128I", *table, *[FREE] * (128 - len(table))) + directory + stream.ljust(size, b"\0")


def read(path: Path) -> Extract:
    return read_file(path, path.parent, Limits())


@pytest.fixture
def form(tmp_path):
    return tmp_path / "报表.xls"


def test_sheets_without_formats_are_read(form):
    visible = sheet_stream(label(0, 0, "网格"), label(0, 1, "数量"), label(2, 0, "一号"), number(2, 1, 12.0))
    hidden = sheet_stream(label(0, 0, "秘密"))
    form.write_bytes(compound_file(biff([("季报", 0, visible), ("旧表", 1, hidden), ("_选项", 0, hidden)])))
    extract = read(form)
    (sheet,) = extract.sheets
    with sheet.path.open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream)) == [["1", "网格", "数量"], ["3", "一号", "12"]]
    assert (sheet.name, sheet.columns, sheet.rows) == ("季报", 2, 2)
    (problem,) = extract.problems
    assert (problem.level, problem.sheet) == (Level.WARNING, "旧表")


def test_a_damaged_workbook_is_refused(form):
    form.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    (problem,) = read(form).problems
    assert "已损坏" in problem.message


def rows_of(extract: Extract) -> list[list[str]]:
    with extract.sheets[0].path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


@pytest.fixture
def book(form):
    """A workbook to be filled, with its sheet; saved by `save`."""
    book = xlwt.Workbook()
    book.sheet = book.add_sheet("季报")
    book.filled = lambda: book.save(str(form)) or read(form)
    return book


def test_values_are_read_by_their_formats(book):
    cells = [
        ("名称", ""),
        (12, "General"),
        (0.4, "0%"),
        (0.125, "0.0%"),
        (datetime(2024, 11, 4), "yyyy-mm-dd"),
        (datetime(2024, 11, 4, 8, 30), "yyyy-mm-dd hh:mm"),
        (0.354166666666667, "h:mm"),
        (1.25, "[h]:mm"),
        (6.04, '0.00"亿元"'),
        (True, ""),
        (46112, 'yyyy"年"m"月"'),
        ('="350581101911"', ""),
    ]
    for column, (value, code) in enumerate(cells):
        book.sheet.write(0, column, value, xlwt.easyxf(num_format_str=code) if code else xlwt.XFStyle())
    extract = book.filled()
    assert extract.problems == ()
    assert rows_of(extract)[0][1:] == [
        *("名称", "12", "40%", "12.5%", "2024-11-04", "2024-11-04 08:30:00", "08:30:00", "30:00:00", "6.04亿元", "是"),
        *("2026-03-31", "350581101911"),
    ]


def test_error_cells_are_errors(book):
    book.sheet.write(0, 0, "a")
    for row, code in enumerate((0x07, 0x07, 0x2A), 1):
        book.sheet.row(row).set_cell_error(0, code)
    problems = book.filled().problems
    assert [(problem.cell, problem.count, problem.level) for problem in problems] == [
        ("A2:A3", 2, Level.ERROR),
        ("A4", 1, Level.ERROR),
    ]
    assert "#DIV/0!" in problems[0].message and "#N/A" in problems[1].message


def test_what_nobody_sees_is_told_and_read(book):
    for row in range(3):
        book.sheet.write(row, 0, f"x{row}")
        book.sheet.write(row, 1, 5)
    book.sheet.row(1).hidden = True
    book.sheet.col(1).hidden = True
    book.sheet.write(2, 2, 7, xlwt.easyxf(num_format_str=";;;"))
    extract = book.filled()
    assert [(problem.cell, problem.level) for problem in extract.problems] == [
        ("A2", Level.WARNING),
        ("B1:B3", Level.WARNING),
        ("C3", Level.WARNING),
    ]
    assert rows_of(extract)[1] == ["2", "x1", "5"]


def test_struck_cells_and_words_are_told(book):
    struck, plain = xlwt.easyfont("struck_out on"), xlwt.easyfont("")
    book.sheet.write(0, 0, "x", xlwt.easyxf("font: struck_out on"))
    book.sheet.write_rich_text(1, 0, (("120", struck), ("130", plain)))
    book.sheet.write(2, 0, 5)
    assert [(problem.cell, problem.level) for problem in book.filled().problems] == [
        ("A1", Level.WARNING),
        ("A2", Level.ERROR),
    ]


def test_merged_ranges_are_facts(book):
    book.sheet.write_merge(0, 0, 0, 2, "报表")
    book.sheet.write_merge(1, 3, 0, 0, "村")
    extract = book.filled()
    assert extract.problems == ()
    assert set(extract.sheets[0].merged) == {(1, 1, 1, 3), (2, 1, 4, 1)}


def test_a_format_that_shows_another_number_is_an_error(book):
    book.sheet.write(0, 0, 12_345_678, xlwt.easyxf(num_format_str="0.0,"))
    (problem,) = book.filled().problems
    assert (problem.cell, problem.level) == ("A1", Level.ERROR)


def test_notes_are_facts_and_those_with_a_persons_number_errors(book, monkeypatch):
    book.sheet.write(0, 0, "x")
    monkeypatch.setattr("xlrd.sheet.Sheet.cell_note_map", {})

    # Nothing at hand writes notes into this format; this is how its reader tells of them. The number is nobody's.
    class Noted(xlrd.sheet.Sheet):
        def tidy_dimensions(self) -> None:
            super().tidy_dimensions()
            self.cell_note_map[(0, 0)] = SimpleNamespace(text="核实")
            self.cell_note_map[(0, 1)] = SimpleNamespace(text="问 13800000000")

    monkeypatch.setattr("xlrd.sheet.Sheet", Noted)
    extract = book.filled()
    assert extract.sheets[0].comments == ("A1", "B1")
    (problem,) = extract.problems
    assert (problem.cell, problem.code) == ("B1", "personal-data")


def test_the_number_of_cells_is_bounded(book, form):
    for row in range(6):
        book.sheet.write(row, 0, row)
    book.filled()
    (problem,) = read_file(form, form.parent, Limits(cells=5)).problems
    assert "超过 5 个" in problem.message


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_bytes_turned_over_give_a_value_or_a_message(form, data):
    if not form.exists():
        book = xlwt.Workbook()
        sheet = book.add_sheet("季报")
        for row in range(20):
            sheet.write(row, 0, f"村{row}")
            sheet.write(row, 1, row / 7, xlwt.easyxf(num_format_str="0.0%"))
        book.save(str(form))
        form.with_suffix(".sound").write_bytes(form.read_bytes())
    content = bytearray(form.with_suffix(".sound").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(8, len(content) - 1))] = data.draw(st.integers(0, 255))
    form.write_bytes(content)
    extract = read(form)
    assert extract.sheets or extract.problems
