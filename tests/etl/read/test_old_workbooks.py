import csv
import struct
import zipfile
from pathlib import Path

import pytest

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


def test_sheets_are_read_with_a_warning(form):
    visible = sheet_stream(label(0, 0, "网格"), label(0, 1, "数量"), label(2, 0, "一号"), number(2, 1, 12.0))
    hidden = sheet_stream(label(0, 0, "秘密"))
    form.write_bytes(compound_file(biff([("季报", 0, visible), ("旧表", 1, hidden), ("_选项", 0, hidden)])))
    extract = read(form)
    (sheet,) = extract.sheets
    with sheet.path.open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream)) == [["1", "网格", "数量"], ["3", "一号", "12"]]
    assert (sheet.name, sheet.columns, sheet.rows) == ("季报", 2, 2)
    assert [problem.level for problem in extract.problems] == [Level.WARNING, Level.WARNING]
    assert "百分数" in extract.problems[0].message
    assert extract.problems[1].sheet == "旧表"


def test_a_new_workbook_under_an_old_name_is_told(form):
    with zipfile.ZipFile(form, "w") as archive:
        archive.writestr("a.txt", "x")
    (problem,) = read(form).problems
    assert "新版 .xlsx" in problem.message


def test_a_web_page_under_an_old_name_is_told(form):
    form.write_bytes(b"<html><table><tr><td>1</td></tr></table></html>")
    (problem,) = read(form).problems
    assert "网页或文本" in problem.message


def test_a_damaged_workbook_is_refused(form):
    form.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    (problem,) = read(form).problems
    assert "已损坏" in problem.message
