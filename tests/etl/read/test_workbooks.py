"""What stands in the cells of a workbook becomes text, row by row."""

import zipfile
from datetime import datetime

import pytest
import xlsxwriter

from tests.etl.read.workbooks import read, rewritten, rows_of, the_problem, write


def test_typed_cells_become_text(form):
    book = write(form, [["网格", "数量", "占比", "日期", "是否"], ["一号", 12.0, 0.12, datetime(2024, 11, 4), True]])
    book.active["C2"].number_format = "0%"
    book.active["D2"].number_format = "yyyy-mm-dd"
    book.save(form)
    extract = read(form)
    assert extract.problems == ()
    assert rows_of(extract) == [
        ["1", "网格", "数量", "占比", "日期", "是否"],
        ["2", "一号", "12", "12%", "2024-11-04", "是"],
    ]
    (sheet,) = extract.sheets
    assert (sheet.name, sheet.columns, sheet.rows, sheet.is_numbered) == ("网格", 5, 2, True)


def test_values_that_a_formula_was_saved_with_are_read(form):
    with xlsxwriter.Workbook(form) as book:
        sheet = book.add_worksheet("网格")
        sheet.write_row("A1", ["a", "b"])
        sheet.write_formula("A2", "=1+2", None, 3)
        sheet.write_formula("B2", '=""', None, "")
    # Excel types a calculated empty text, XlsxWriter does not.
    with zipfile.ZipFile(form) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    assert b'<c r="B2">' in xml
    rewritten(form, {"xl/worksheets/sheet1.xml": xml.replace(b'<c r="B2">', b'<c r="B2" t="str">')})
    extract = read(form)
    assert extract.problems == ()
    assert rows_of(extract) == [["1", "a", "b"], ["2", "3"]]


def test_a_formula_without_a_value_is_a_problem(form):
    write(form, [["a", "b"], [1, "=A2*2"]])
    problem = the_problem(read(form))
    assert (problem.sheet, problem.cell) == ("网格", "B2")
    assert "没有保存计算结果" in problem.message


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!", "#VALUE!"])
def test_an_error_cell_is_a_problem(form, error):
    write(form, [["a", "b"], [1, error]])
    problem = the_problem(read(form))
    assert problem.cell == "B2"
    assert error in problem.message


def test_blank_rows_keep_row_numbers_right(form):
    write(form, [["a"], [], [None], [" "], ["x"]])
    assert rows_of(read(form)) == [["1", "a"], ["5", "x"]]


def test_a_stray_cell_costs_nothing_and_is_named(form):
    with xlsxwriter.Workbook(form) as book:
        sheet = book.add_worksheet("网格")
        for row in range(30):
            sheet.write_row(row, 0, ["a", "b"])
        sheet.write(1_048_575, 16_383, "x")
    extract = read(form, memory_bytes=1 << 30)
    problem = the_problem(extract)
    assert problem.cell == "XFD1048576"
    assert extract.sheets[0].columns == 2


def test_a_stray_cell_near_the_top_makes_no_wide_sheet(form):
    with xlsxwriter.Workbook(form) as book:
        book.add_worksheet("网格").write(0, 16_383, "x")
    extract = read(form)
    assert the_problem(extract).cell == "XFD1"
    assert extract.sheets[0].columns == 500


def test_two_sheets_keep_their_names_and_rows(form):
    book = write(form, [["a"], ["x"]])
    book.create_sheet("季报").append(["b"])
    book.save(form)
    extract = read(form)
    assert [(sheet.name, rows_of(extract, place)[0]) for place, sheet in enumerate(extract.sheets)] == [
        ("网格", ["1", "a"]),
        ("季报", ["1", "b"]),
    ]
