"""A number or a day is read as its format shows it, in cells as programs write them."""

from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import xlsxwriter

from tests.etl.read.workbooks import MAIN, SHEET, read, rewritten, rows_of, the_problem, with_sheet, write


@pytest.mark.parametrize(
    ("value", "shown", "text"),
    [
        (datetime(2024, 11, 4, 8, 30), "yyyy-mm-dd hh:mm", "2024-11-04 08:30:00"),
        (datetime(2024, 11, 4), "yyyy-mm-dd hh:mm", "2024-11-04 00:00:00"),
        (date(2024, 11, 4), "m/d/yy", "2024-11-04"),
        (time(8, 30), "hh:mm", "08:30:00"),
        (0.354166666666667, '上午/下午h"时"mm"分"', "08:30:00"),
        (6.04, '0.00"亿元"', "6.04亿元"),
        (1234.5, '#,##0.00\\ "万元"', "1234.5万元"),
        (12, '0"人"', "12人"),
        (timedelta(hours=30), "[h]:mm", "30:00:00"),
        (45000, '"第"0"批"', "45000"),
        (0.125, "0.0%", "12.5%"),
        (0.1 + 0.2, "General", "0.3"),
        (False, "General", "否"),
    ],
)
def test_numbers_are_read_by_their_format(form, value, shown, text):
    book = write(form, [["a"], [value]])
    book.active["A2"].number_format = shown
    book.save(form)
    assert rows_of(read(form))[1] == ["2", text]


def test_days_are_counted_from_1904_where_the_workbook_says_so(form):
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(["a"])
    book.active.append([datetime(2024, 11, 4)])
    book.active["A2"].number_format = "yyyy-mm-dd"
    book.save(form)
    assert rows_of(read(form))[1] == ["2", "2024-11-04"]


def test_a_date_outside_the_calendar_is_an_error_cell(form):
    book = write(form, [["a", "b"], [1, 99_999_999]])
    book.active["B2"].number_format = "yyyy-mm-dd"
    book.save(form)
    problem = the_problem(read(form))
    assert problem.cell == "B2"
    assert "#VALUE!" in problem.message


def test_text_in_several_fonts_is_one_text_and_readings_are_none(form):
    with_sheet(
        form,
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>塘</t></r><r><t>后村</t></r>'
        '<rPh sb="0" eb="1"><t>とう</t></rPh></is></c></row></sheetData>',
    )
    assert rows_of(read(form)) == [["1", "塘后村"]]


def test_shared_texts_in_several_fonts_are_one_text(form):
    with xlsxwriter.Workbook(form) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("网格")
        sheet.write_rich_string("A1", "塘", bold, "后", "村")
        sheet.write("B1", "a&b<c>")
    assert rows_of(read(form)) == [["1", "塘后村", "a&b<c>"]]


def test_cells_and_rows_without_an_address_follow_each_other(form):
    with_sheet(
        form,
        '<sheetData><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>',
    )
    assert rows_of(read(form)) == [["3", "", "1", "2"], ["4", "3"]]


def test_a_prefix_before_the_elements_changes_nothing(form):
    write(form, [["a"]])
    xml = f'<x:worksheet {MAIN.replace("xmlns", "xmlns:x")}><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c>'
    rewritten(form, {SHEET: f"{xml}</x:row></x:sheetData></x:worksheet>".encode()})
    assert rows_of(read(form)) == [["1", "7"]]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFE1"><v>1</v></c>',
        '<c r="A1"><v>many</v></c>',
        '<c r="A1" t="s"><v>99</v></c>',
        '<c r="A1" s="99"><v>1</v></c>',
        '<c r="A1"><v>1</c>',
    ],
)
def test_a_sheet_that_makes_no_sense_is_refused(form, cell):
    with_sheet(form, f'<sheetData><row r="1">{cell}</row></sheetData>')
    assert "已损坏" in the_problem(read(form)).message


def test_formats_that_chinese_programs_number_and_do_not_write_out_are_known(form):
    with_sheet(form, '<sheetData><row r="1"><c r="A1" s="1"><v>46112</v></c></row></sheetData>')
    styles = f'<styleSheet {MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="57"/></cellXfs></styleSheet>'
    rewritten(form, {"xl/styles.xml": styles.encode()})
    assert rows_of(read(form)) == [["1", "2026-03-31"]]


@pytest.mark.parametrize("code", ["0.0,", '0!.0,"万"', "0!.0000", '0"."0,'])
def test_a_format_that_shows_another_number_is_an_error(form, code):
    book = write(form, [["a"], [12_345_678]])
    book.active["A2"].number_format = code
    book.save(form)
    problem = the_problem(read(form))
    assert (problem.cell, problem.code) == ("A2", "deviated-value")
