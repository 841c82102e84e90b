from dataclasses import replace

import openpyxl

from etl.problems import Problem
from etl.quoted import HIDDEN, excerpts
from etl.read.personal import LIKE_A_NAME
from tests.town import write_csv

# Made up: of the length of a telephone number.
NUMBER = "13000000000"
HEADERS = ("网格", "季度", "在岗网格长（名）", "专职网格员（名）", "兼职网格员（名）", "联系电话")
ROWS = (
    ("网格力量统计表", "", "", "", "", ""),
    HEADERS,
    ("塘后1号", "2024Q3", "1", "x", "2", "某某"),
    ("塘后2号", "2024Q3", "1", "y", NUMBER, ""),
    *((f"塘后{number}号", "2024Q3", "1", "z", "2", "") for number in range(3, 9)),
)


def problem(cell, **more):
    return Problem(file="网格力量.csv", message="不是整数。", remedy="请改。", cell=cell, **more)


def test_a_problem_is_shown_with_the_header_and_its_rows(tmp_path):
    path = write_csv(tmp_path / "网格力量.csv", ROWS)
    [found] = excerpts(path, [problem("D3")])
    assert found.header_row == 2 and found.marked == {"D3"} and found.more == 0
    assert [number for number, _ in found.rows] == [2, 3]
    assert dict(zip(found.letters, found.rows[1][1], strict=True))["D"] == "x"
    assert found.values("D") == ("x",)
    assert found.keys == ("A", "B") and found.hidden == ("F",)


def test_of_many_rows_the_first_are_shown_and_the_others_counted(tmp_path):
    path = write_csv(tmp_path / "网格力量.csv", ROWS)
    [found] = excerpts(path, [problem("D3:D10", count=8)])
    assert [number for number, _ in found.rows] == [2, 3, 4, 5, 6] and found.more == 4
    assert found.marked == {"D3", "D4", "D5", "D6"}


def test_nothing_personal_is_quoted(tmp_path):
    path = write_csv(tmp_path / "网格力量.csv", ROWS)
    [found] = excerpts(path, [problem("D3:D4", count=2)])
    texts = [text for _, row in found.rows for text in row]
    assert NUMBER not in texts and "某某" not in texts and texts.count(HIDDEN) == 2
    # The header says what is wrong and is no person.
    assert "联系电话" in texts
    # Why something is not shown is said.
    assert found.hidden == ("E", "F")
    # A column in which anything personal was found is hidden as a whole, also in the excerpts of other problems.
    told = replace(problem("A4"), code="personal-data")
    for one in excerpts(path, [problem("D3"), told]):
        column = one.letters.index("A")
        assert all(row[column] == HIDDEN for number, row in one.rows if number != one.header_row)
    [one] = excerpts(path, [problem("D3")], [told])
    assert all(row[one.letters.index("A")] == HIDDEN for number, row in one.rows if number != one.header_row)


def test_a_cell_that_is_nothing_but_a_name_is_hidden_and_its_neighbours_are_not(tmp_path):
    path = write_csv(tmp_path / "网格力量.csv", ROWS)
    told = replace(problem("A3"), message=f"“网格”有一格填的{LIKE_A_NAME}，不在“区域目录”中，不显示。")
    found, other = excerpts(path, [told, problem("A4")], [told])
    assert found.values("A") == () and other.values("A") == ("塘后2号",)


def test_headers_of_two_rows_are_both_shown(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "网格力量"
    for row in (
        ("网格", "季度", "网格人员", "", ""),
        ("", "", "在岗网格长（名）", "专职网格员（名）", "兼职网格员（名）"),
        ("塘后1号", "2024Q3", 1, "x", 2),
    ):
        sheet.append(row)
    for place in ("A1:A2", "B1:B2", "C1:E1"):
        sheet.merge_cells(place)
    path = tmp_path / "网格力量.xlsx"
    book.save(path)
    [found] = excerpts(path, [problem("D3", sheet="网格力量")])
    assert [number for number, _ in found.rows] == [1, 2, 3] and found.marked == {"D3"}


def test_an_unknown_name_is_told_with_the_register_that_lacks_it(tmp_path):
    rows = (HEADERS[:5], ("塘后小区", "2024Q3", "1", "2", "2"))
    [found] = excerpts(write_csv(tmp_path / "网格力量.csv", rows), [problem("A2", code="foreign-key")])
    assert found.registers == {"A": "areas"} and found.values("A") == ("塘后小区",)


def test_what_names_no_cell_or_cannot_be_read_has_no_excerpt(tmp_path):
    path = write_csv(tmp_path / "网格力量.csv", ROWS)
    assert excerpts(path, [problem("")]) == [None]
    assert excerpts(path, [problem("D3", sheet="没有这张")]) == [None]
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    assert excerpts(broken, [problem("D3")]) == [None]
