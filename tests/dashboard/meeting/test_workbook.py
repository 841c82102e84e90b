"""The workbook of a meeting: what stands on its sheets, and that no text of it is run."""

import io

import openpyxl
import pytest

from dashboard.figures.warehouse import current
from dashboard.look.formats import is_number, rounded
from dashboard.meeting.running_order import running_order
from dashboard.meeting.workbook import sheet_names, to_workbook
from tests import small_world


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, "BG-2025Q4-1")


@pytest.fixture(scope="module")
def book(order):
    return openpyxl.load_workbook(io.BytesIO(to_workbook(order)))


def values(sheet) -> list[list]:
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_the_first_sheet_lists_the_others(order, book):
    listed = [row[0] for row in values(book["目录"]) if row and str(row[0])[:2].isdigit()]
    assert listed == book.sheetnames[1:]
    told = str(values(book["目录"]))
    assert order.title in told and order.version in told and "草稿" in told and "演示数据" in told


def test_every_sheet_says_source_and_definition_and_holds_its_table(order, book):
    tables = [item[2] for item in order.items]
    tables += [slide.table for slide in order.slides if slide.table is not None and slide.table.rows]
    assert len(tables) == len(book.sheetnames) - 1
    for name, table in zip(book.sheetnames[1:], tables, strict=True):
        rows = list(book[name].iter_rows(values_only=True))
        assert any(row[0] == "来源" for row in rows), name
        header = next(place for place, row in enumerate(rows) if row[0] == table.columns[0].header)
        assert list(rows[header][: len(table.columns)]) == [column.header for column in table.columns]
        held = rows[header + 1 :]
        assert len(held) == len(table.rows)
        for found, row in zip(held, table.rows, strict=True):
            for cell, value, column in zip(found, row, table.columns, strict=False):
                if column.decimals is not None and is_number(value):
                    assert cell == float(rounded(value, column.decimals)), (name, column.label)


def test_definitions_stand_on_top(order, book):
    sheet = next(name for name in book.sheetnames if "总产值" in name)
    assert any(row and row[0] == "口径" for row in values(book[sheet]))


def test_every_matter_stands_in_the_list_in_full(small):
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(running_order(small, "M2"))))
    rows = values(book[book.sheetnames[1]])
    assert [row[0] for row in rows[-4:]] == ["D2", "D3", "D4", "D1"]  # by the day first promised, closed ones last


def test_text_that_looks_like_a_formula_is_text(tmp_path):
    change = "UPDATE core.decisions SET title = '=HYPERLINK(\"http://x\")' WHERE decision_id = 'D2'"
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M2")
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(order)))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert found and all(cell.data_type == "s" and not str(cell.value).startswith("=") for cell in found)


def test_names_of_sheets_are_such_as_excel_takes():
    names = sheet_names(["甲/乙[丙]:*?", "同名" * 30, "同名" * 30])
    assert len(set(names)) == 3 and all(len(name) <= 31 for name in names)
    assert not set("[]:*?/\\'") & set("".join(names))
