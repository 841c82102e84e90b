import codecs
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from etl.read.child import read_file
from etl.read.raw import load_sheet
from etl.read.sheets import Extract, Limits

TEXT = "编号,名称,数量\n1,塘后村,12\n2,仑后村,7\n"
ROWS = [(1, "编号", "名称", "数量"), (2, "1", "塘后村", "12"), (3, "2", "仑后村", "7")]
# Opening one for each of hypothesis' examples would take longer than all the rest.
CONNECTION = duckdb.connect()


@pytest.fixture
def read(tmp_path):
    def read_bytes(content: bytes, name: str = "报表.csv", **limits: int) -> Extract:
        (tmp_path / name).write_bytes(content)
        return read_file(tmp_path / name, tmp_path, Limits(**limits))

    return read_bytes


def rows_of(extract: Extract) -> list[tuple]:
    assert not extract.problems
    CONNECTION.execute("DROP VIEW IF EXISTS sheet")
    load_sheet(CONNECTION, extract.sheets[0], "sheet")
    return CONNECTION.execute("FROM sheet").fetchall()


def message_of(extract: Extract) -> str:
    assert not extract.sheets
    (problem,) = extract.problems
    return problem.message


@pytest.mark.parametrize(
    ("encoding", "is_numbered"),
    [("utf-8", False), ("utf-8-sig", False), ("gb18030", True), ("gbk", True), ("utf-16", True)],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_encoding_gives_the_same_rows(read, encoding, is_numbered, line_end):
    extract = read(TEXT.replace("\n", line_end).encode(encoding))
    assert rows_of(extract) == ROWS
    assert extract.sheets[0].is_numbered is is_numbered
    assert (extract.sheets[0].columns, extract.sheets[0].rows, extract.sheets[0].name) == (3, 3, "")


def test_utf_16_big_endian(read):
    assert rows_of(read(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"))) == ROWS


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，"])
def test_every_delimiter_is_found(read, delimiter):
    assert rows_of(read(TEXT.replace(",", delimiter).encode())) == ROWS


def test_thousands_do_not_pass_for_a_delimiter(read):
    text = "名称\t金额\n甲\t1,234,567\n乙\t2,345,678\n丙\t3,456\n"
    assert rows_of(read(text.encode()))[1] == (2, "甲", "1,234,567")


def test_a_plain_source_is_not_copied(read, tmp_path):
    extract = read(TEXT.encode())
    assert extract.sheets[0].path == tmp_path / "报表.csv"
    assert [path.name for path in tmp_path.iterdir()] == ["报表.csv"]


CELLS = st.text(st.sampled_from(["1", "村", " ", "\u3000", "\ufeff", "'", "\\", "é"]), max_size=3)


@settings(deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=30),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]),
    st.booleans(),
)
def test_the_copied_and_the_plain_way_agree(rows, line_end, encoding, has_last_line_end):
    text = line_end.join(",".join(cells) for cells in rows) + line_end * has_last_line_end
    filled = [(number, cells) for number, cells in enumerate(rows, 1) if "".join(cells).strip()]
    # A mark at the very start is taken for a byte order mark, as everywhere.
    assume(not text.startswith("\ufeff") and len(filled) > 0)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "报表.csv"
        path.write_bytes(text.encode(encoding))
        extract = read_file(path, path.parent, Limits())
        assume(not extract.problems)
        loaded = [row for row in rows_of(extract) if "".join(cell or "" for cell in row[1:]).strip()]
    assert [row[0] for row in loaded] == [number for number, _ in filled]
    for row, (_, cells) in zip(loaded, filled, strict=True):
        assert [cell or "" for cell in row[1:] if (cell or "").strip()] == [cell for cell in cells if cell.strip()]


@pytest.mark.parametrize("last_line_end", ["", "\n"])
def test_short_lines_are_filled_with_nothing(read, last_line_end):
    rows = rows_of(read(f"a,b,c\n1,,\n2\n3,x,y{last_line_end}".encode()))
    # `1,,` and `2` hold one cell each.
    assert rows == [(1, "a", "b", "c"), (2, "1", None, None), (3, "2", None, None), (4, "3", "x", "y")]


@pytest.mark.parametrize("content", ["a,b\n\n1,2\n", "a,b\r\n\r\n1,2\r\n", "a,b\n,\n1,2\n", "a,b\n   \n1,2\n"])
def test_blank_lines_keep_row_numbers_right(read, content):
    rows = [row for row in rows_of(read(content.encode())) if (row[1] or "").strip()]
    assert rows == [(1, "a", "b"), (3, "1", "2")]


def test_quoted_cells_keep_commas_quotes_and_line_breaks(read):
    extract = read('a,b\n"1,5","x\ny"\n"说""好""", z \n'.encode())
    # A spreadsheet counts the record with the line break as one row.
    assert rows_of(extract) == [(1, "a", "b"), (2, "1,5", "x\ny"), (3, '说"好"', " z ")]


@pytest.mark.parametrize("content", ["a\rb\r", "a,b\r\n1,2\n3,4\r\n"])
def test_mixed_and_old_line_ends(read, content):
    rows = rows_of(read(content.encode()))
    assert [row[0] for row in rows] == list(range(1, len(content.split()) + 1))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('a,b\n1,"x\n2,y\n3,z\n', 2),
        ('a,b\n1,x\n2,"y\n3,z"q,w\n', 3),
        ('a,b\n1,"x\n' + "2,y\n" * 60 + '3,"\n', 2),
    ],
)
def test_an_open_quote_is_refused_with_its_line(read, content, line):
    assert f"第 {line} 行" in message_of(read(content.encode()))


def test_nul_is_refused_with_its_line(read):
    assert "第 2 行含有空字符" in message_of(read(b"a,b\n1,\0\n"))


def test_unknown_encoding_is_refused(read):
    assert "编码" in message_of(read(b"a,b\n\xff\xff\xff,1\n"))


def test_utf_8_that_breaks_late_is_tried_as_gb18030(read):
    text = "名称,数量\n" + '"ascii",1\n' * 10_000 + "塘后村,2\n"
    assert rows_of(read(text.encode("gb18030")))[-1] == (10_002, "塘后村", "2")


def test_an_overlong_line_is_refused(read):
    assert "第 2 行超过" in message_of(read(b"a,b\n" + b"x" * 300_000))


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_cell_beyond_the_table_is_a_problem_with_its_address(read, quote):
    extract = read((f"{quote}a{quote},b\n" + "1,2\n" * 30 + "3,4,,5\n").encode())
    (problem,) = extract.problems
    assert problem.cell == "D32"
    assert extract.sheets[0].columns == 2


def test_many_problems_of_one_sort_are_counted(read):
    extract = read(("a,b\n" + "1,2\n" * 30 + "3,4,5\n" * 50).encode())
    (problem,) = extract.problems
    assert (problem.cell, problem.count, problem.code) == ("C32:C81", 50, "extra-cell")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b",,\n,,\n"])
def test_an_empty_file_is_refused(read, content):
    assert "空" in message_of(read(content)) or "没有可读的内容" in message_of(read(content))


def test_a_file_over_the_limit_is_refused(read):
    assert "超过上限" in message_of(read(TEXT.encode(), text_bytes=10))


@pytest.mark.parametrize("name", ["报表.pdf", "报表", "报表.et"])
def test_other_suffixes_are_refused(read, name):
    assert "不支持" in message_of(read(b"x", name))


def test_txt_and_upper_case_suffixes_are_read(read):
    assert rows_of(read(TEXT.replace(",", "\t").encode(), "报表.TXT")) == ROWS


def test_a_name_with_wildcards_is_taken_literally(read):
    assert rows_of(read(TEXT.encode(), "报表[1]{a,b}.csv")) == ROWS


def test_row_numbers_follow_the_order_of_a_large_source(read):
    count = 300_000
    extract = read(("n,text\n" + "".join(f"{n},塘后村第{n}行\n" for n in range(2, count + 2))).encode())
    assert extract.sheets[0].is_numbered is False
    connection = duckdb.connect()
    load_sheet(connection, extract.sheets[0], "sheet")
    query = "SELECT count(*), count(*) FILTER (source_row > 1 AND TRY_CAST(c0 AS BIGINT) = source_row) FROM sheet"
    assert connection.execute(query).fetchone() == (count + 1, count)


def test_path_is_a_path(read):
    assert isinstance(read(TEXT.encode("gbk")).sheets[0].path, Path)
