"""OpenDocument tables are read as LibreOffice and WPS show them; what would be lost or harmful is said."""

import csv
import datetime

import pytest

from etl.read.child import read_file
from etl.read.sheets import Extract, Limits
from tests.etl.corpus.open_document import cell, document, row, table, zipped

ERROR_CELL = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>{}</text:p></table:table-cell>'
)
NUMBER = '<table:table-cell office:value-type="{}" office:value="{}"><text:p>{}</text:p></table:table-cell>'


@pytest.fixture
def read(tmp_path):
    def read_content(content: str, name: str = "报表.ods", limits: Limits | None = None, **more: str) -> Extract:
        path = tmp_path / name
        if name.endswith(".fods"):
            path.write_text(content, encoding="utf-8")
        else:
            zipped(path, content, **more)
        return read_file(path, tmp_path, limits or Limits())

    return read_content


def rows_of(extract: Extract) -> list[list[str]]:
    [sheet] = extract.sheets
    with sheet.path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def told(extract: Extract) -> list[tuple[str, str]]:
    return [(problem.level.value, problem.cell) for problem in extract.problems]


def of_cells(*cells: str) -> str:
    return document(table("表", [row(cells)]))


VALUES = {
    "text": (cell("塘后村"), "塘后村"),
    "lines": (cell("塘后\n村"), "塘后\n村"),
    "number": (cell(1200.5), "1200.5"),
    "whole": (NUMBER.format("float", "1200", "1,200.00"), "1200"),
    "day": (cell(datetime.date(2026, 3, 31)), "2026-03-31"),
    "instant": (cell(datetime.datetime(2026, 3, 4, 8, 0)), "2026-03-04 08:00:00"),
    "midnight": (cell(datetime.datetime(2026, 3, 4, 0, 0)), "2026-03-04 00:00:00"),
    "yes": (cell(True), "是"),
    "share": (NUMBER.format("percentage", "0.4", "40%"), "40%"),
    "money": ('<table:table-cell office:value-type="currency" office:currency="CNY" office:value="12.5"/>', "12.5"),
    "dollars": ('<table:table-cell office:value-type="currency" office:currency="USD" office:value="12"/>', "12外币"),
    "unit of format": (NUMBER.format("float", "6.04", "6.04亿元"), "6.04亿元"),
    "clock": ('<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>', "8:30:00"),
    "blanks": (
        '<table:table-cell office:value-type="string"><text:p>塘<text:s text:c="2"/>后</text:p></table:table-cell>',
        "塘  后",
    ),
    "stored alone": ('<table:table-cell office:value-type="string" office:string-value="塘后"/>', "塘后"),
    "guard": (cell('="0012"'), "0012"),
}


@pytest.mark.parametrize("name", VALUES)
def test_a_cell_is_the_text_that_a_clerk_sees(read, name):
    written, text = VALUES[name]
    assert rows_of(read(of_cells(cell("甲"), written))) == [["1", "甲", text]]


def test_repeated_cells_and_rows_stand_as_often(read):
    twice = 'table:number-columns-repeated="2"'
    rows = [
        row([cell("甲", twice), f"<table:table-cell {twice}/>", cell(5)], 'table:number-rows-repeated="2"'),
        row(["<table:table-cell/>"], 'table:number-rows-repeated="3"'),
        row([cell("乙")]),
    ]
    assert rows_of(read(document(table("表", rows)))) == [
        ["1", "甲", "甲", "", "", "5"],
        ["2", "甲", "甲", "", "", "5"],
        ["6", "乙"],
    ]


def test_flat_xml_is_the_same(read):
    content = of_cells(cell("甲"), cell(3))
    assert rows_of(read(content, "报表.fods")) == rows_of(read(content)) == [["1", "甲", "3"]]


def test_merged_cells_and_comments_have_their_places(read):
    merged = cell("标题", 'table:number-columns-spanned="2" table:number-rows-spanned="1"')
    noted = cell(3, inside="<office:annotation><text:p>待核</text:p></office:annotation>")
    extract = read(document(table("表", [row([merged, "<table:covered-table-cell/>"]), row([cell("甲"), noted])])))
    [sheet] = extract.sheets
    assert (sheet.merged, sheet.comments) == (((1, 1, 1, 2),), ("B2",))
    assert rows_of(extract) == [["1", "标题"], ["2", "甲", "3"]]


def test_what_is_no_value_is_an_error(read):
    extract = read(
        of_cells(
            cell("甲"),
            ERROR_CELL.format("#DIV/0!"),
            ERROR_CELL.format("Err:502"),
            '<table:table-cell table:formula="of:=[.A1]"/>',
            NUMBER.format("float", "31000", "31"),
        )
    )
    assert told(extract) == [("error", "D1"), ("error", "B1"), ("error", "C1"), ("error", "E1")]
    assert rows_of(extract) == [["1", "甲", "", "", "", "31000"]]


def test_what_nobody_sees_is_said(read):
    hidden_column = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    rows = [row([cell("甲"), cell(1)]), row([cell("乙")], 'table:visibility="filter"')]
    struck = row([cell("丙", 'table:style-name="struck"')])
    extract = read(
        document(table("表", [*rows, struck], columns=hidden_column) + table("隐", [row([cell("x")])], is_hidden=True))
    )
    assert told(extract) == [("warning", "A2"), ("warning", "B1"), ("warning", "A3"), ("warning", "")]
    assert rows_of(extract) == [["1", "甲", "1"], ["2", "乙"], ["3", "丙"]]


def test_lines_beside_the_sheet_are_none_of_its_cells(read):
    changed = f"<table:tracked-changes><table:table-row>{cell('旧')}</table:table-row></table:tracked-changes>"
    drawn = f"<table:shapes><table:table>{row([cell('图')])}</table:table></table:shapes>"
    content = document(changed + table("表", [row([cell("甲")])], columns=drawn))
    assert rows_of(read(content)) == [["1", "甲"]]


REFUSED = {
    "entities": (document("", before="<!DOCTYPE x [<!ENTITY a 'a'>]>"), {}, "DOCTYPE"),
    "password": (of_cells(cell("甲")), {"META-INF/manifest.xml": "<manifest:encryption-data/>"}, "密码"),
    "letter": (document("<text:p>甲</text:p>", media="text"), {}, "没有表格"),
    "cut": (of_cells(cell("甲"))[:-40], {}, "损坏"),
    "wide": (of_cells(cell("甲", 'table:number-columns-repeated="99999999"')), {}, "损坏"),
    "no number": (of_cells(NUMBER.format("float", "NaN", "NaN")), {}, "损坏"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_may_not_be_read_is_refused_with_the_reason(read, name):
    content, more, word = REFUSED[name]
    extract = read(content, **more)
    assert not extract.sheets and word in extract.problems[0].message


def test_entities_of_flat_xml_are_refused(read):
    extract = read(document("", before="<!DOCTYPE x [<!ENTITY a 'a'>]>"), "报表.fods")
    assert "DOCTYPE" in extract.problems[0].message


def test_a_small_file_of_very_many_cells_is_refused(read):
    rows = [row([cell("甲", 'table:number-columns-repeated="1000"')], 'table:number-rows-repeated="1000"')]
    extract = read(document(table("表", rows)), limits=Limits(cells=5_000))
    assert not extract.sheets and "5,000" in extract.problems[0].message
