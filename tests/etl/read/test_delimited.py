import codecs
import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from etl.read.child import read_file
from etl.read.guards import unguarded
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


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，"])
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
        written = list(map(unguarded, cells))
        assert [cell or "" for cell in row[1:] if (cell or "").strip()] == [cell for cell in written if cell.strip()]


@settings(deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(["1", "村", " ", ""]), min_size=2, max_size=5), min_size=1, max_size=40),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_both_ways_name_the_same_short_and_long_rows(rows, line_end, has_last_line_end):
    text = line_end.join(",".join(["村", *cells]) for cells in rows) + line_end * has_last_line_end
    found = []
    for encoding in ("utf-8", "gb18030"):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "报表.csv"
            path.write_bytes(text.encode(encoding))
            (sheet,) = read_file(path, path.parent, Limits()).sheets
            found.append(sheet)
    plain, copied = found
    assert (plain.is_numbered, copied.is_numbered) == (False, True)
    assert (plain.short, plain.long) == (copied.short, copied.long)
    filled = [len("".join([*cells, "."]).rstrip()) and cells for cells in rows[:20]]
    width = max(1 + max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0) for cells in filled)
    assert plain.short == tuple((row, len(cells) + 1) for row, cells in enumerate(rows, 1) if len(cells) + 1 < width)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_short_rows_are_facts_with_their_cells(read, encoding):
    extract = read("报表\n村,季,户,,\n甲,1,2,,\n乙,1\n丙,1,\n\n丁\n".encode(encoding))
    assert extract.sheets[0].short == ((1, 1), (4, 2), (7, 1))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_long_rows_have_more_cells_than_the_widest_of_the_first_be_they_blank(read, encoding):
    extract = read("报表,\n村,季,户,备注\n甲,1,2,\n乙,1,200,3,\n丙,1,2\n".encode(encoding))
    assert extract.sheets[0].long == ((4, 5),)


def test_short_rows_are_counted_far_down_and_bounded(read):
    rows = ["1,2,3"] * 200_000
    for place in range(100, 200_000, 50):
        rows[place] = "1,2"
    (sheet,) = read("\n".join(["a,b,c", *rows]).encode()).sheets
    assert not sheet.is_numbered and len(sheet.short) == 2_000
    assert sheet.short[:2] == ((102, 2), (152, 2)) and sheet.short[-1] == (102 + 1_999 * 50, 2)


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\r\n", "\r\n\r\n", "\n3", "\n3,"])
def test_the_end_of_a_file_does_not_cost_a_copy(read, end):
    line_end = "\r\n" if "\r" in end else "\n"
    extract = read((line_end.join(["a,b", "1,2"]) + end).encode())
    assert extract.sheets[0].is_numbered is False
    assert [row[:2] for row in rows_of(extract)][:2] == [(1, "a"), (2, "1")]
    assert len(rows_of(extract)) == extract.sheets[0].rows == (3 if "3" in end else 2)


def test_windows_lines_without_the_last_line_end_are_plain(read):
    extract = read(b"a,b\r\n1,2")
    assert extract.sheets[0].is_numbered is False
    assert rows_of(extract) == [(1, "a", "b"), (2, "1", "2")]


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


TRADITIONAL = "區域代碼,名稱,數量\n350581101206,塘後村,12\n350581101207,崙後村,7\n"


@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs"])
def test_big5_is_named(read, encoding):
    assert "Big5" in message_of(read(TRADITIONAL.replace("崙後", "倫敦").encode(encoding)))


@pytest.mark.parametrize(
    "text",
    [TEXT, "厝名,浔美,祜\n1,2,3\n", "年份,数量\n2025,1\n", "村\n1\n", TRADITIONAL, "名称,数量\n" + "ascii,1\n" * 5],
)
def test_nothing_in_gb18030_passes_for_big5(read, text):
    assert [row[1:] for row in rows_of(read(text.encode("gb18030")))][0][0] == text.split("\n")[0].split(",")[0]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known(read, encoding):
    assert rows_of(read(TEXT.encode(encoding))) == ROWS


@pytest.mark.parametrize("cut", [1, 3])
def test_utf_16_that_is_cut_off_is_told(read, cut):
    assert "不完整" in message_of(read(TEXT.encode("utf-16")[:-cut] if cut == 1 else TEXT.encode("utf-16") + b"\x00"))


@pytest.mark.parametrize("place", [3, 20_000])
@pytest.mark.parametrize("flaw", [b"\xff", b"\xe6\x9d", b"\xb4\xe5"])
def test_a_broken_byte_in_utf_8_is_named_with_its_line(read, place, flaw):
    lines = TEXT.encode().split(b"\n")[:-1] + [f"{n},塘后村,1".encode() for n in range(30_000)]
    lines[place] = b"1," + flaw + b",2"
    assert f"第 {place + 1} 行有无法识别的字节" in message_of(read(b"\n".join(lines)))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line", ["sep={}", '"sep={}"', "\ufeffsep={}", "SEP={0}{0}{0}"])
def test_the_line_that_tells_excel_the_delimiter_is_no_row(read, mark, line):
    assert rows_of(read((line.format(mark) + "\n" + TEXT.replace(",", mark)).encode())) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_guards_are_taken_off(read, encoding):
    text = '编号,名称,数量\n="350581101206","=""塘后村""",="1,330"\n\'007,\'x,"\t8"\n'
    assert rows_of(read(text.encode(encoding))) == [
        (1, "编号", "名称", "数量"),
        (2, "350581101206", "塘后村", "1,330"),
        (3, "007", "'x", "\t8"),
    ]


def test_an_apostrophe_before_digits_alone_costs_a_copy(read):
    assert rows_of(read(b"a,b\n1,'007\n"))[1] == (2, "1", "007")
    extract = read(b"a,b\n1,it's\n")
    assert (extract.sheets[0].is_numbered, rows_of(extract)[1]) == (False, (2, "1", "it's"))


def test_files_put_together_keep_their_quotes(read):
    text = "\ufeff" + '"a","b"\n1,2\n' + "\ufeff" + '"3","4"\n'
    assert rows_of(read(text.encode())) == [(1, "a", "b"), (2, "1", "2"), (3, "3", "4")]


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


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("报表.pdf", "PDF 文件"),
        ("报表", "没有后缀"),
        ("报表.xlsb", "二进制"),
        ("报表.numbers", "Numbers"),
        ("报表.wps", "文字文档"),
        ("报表.rar", "压缩包"),
        ("报表.png", "图片"),
        ("报表.abc", ".abc"),
    ],
)
def test_other_suffixes_are_refused_by_name(read, name, kind):
    message = message_of(read(b"x", name))
    assert "不支持" in message and kind in message


def zip_of(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize("name", ["报表.csv", "报表.xlsx", "报表.xls", "报表.txt"])
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", "PDF 文件"),
        (b"\x89PNG\r\n", "图片"),
        (zip_of("xl/workbook.bin"), "二进制"),
        (zip_of("word/document.xml", "_rels/.rels"), "文字文档"),
        (zip_of("Index/Document.iwa"), "Numbers"),
        (zip_of("报表.xlsx"), "压缩包"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le"), "文字文档"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "密码"),
    ],
)
def test_what_hides_under_another_suffix_is_named(read, name, content, kind):
    assert kind in message_of(read(content, name))


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
