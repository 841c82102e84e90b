"""The workbook of a meeting: what stands on its sheets, and that no text of it is run."""

import io
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from zipfile import ZipFile

import openpyxl
import pytest

from dashboard.meeting.running_order import running_order
from dashboard.metrics.absence import Absence
from dashboard.metrics.versions import current
from dashboard.render.xlsx.workbook import sheet_names, to_workbook, units_of
from dashboard.store.frozen import corrections, freeze
from dashboard.text.formats import is_number, rounded
from dashboard.views.table import Column, Table
from tests import small_world


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, "BG-2025Q4-1")


@pytest.fixture(scope="module")
def book(order):
    return openpyxl.load_workbook(io.BytesIO(to_workbook(order)))


def values(sheet) -> list[list]:
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_the_first_sheet_leads_to_the_others(order, book):
    contents = book["目录"]
    links = {cell.value: cell.hyperlink.location for row in contents.iter_rows() for cell in row if cell.hyperlink}
    assert list(links) == book.sheetnames[1:]
    for name, place in links.items():
        assert place == f"'{name}'!A1" and book[name]["A1"].value
    told = str(values(contents))
    assert order.title in told and order.version in told and "草稿" in told and "演示数据" in told


def test_there_is_one_sheet_of_all_matters_one_of_all_nodes_and_one_per_theme(order, book):
    assert book.sheetnames[:4] == ["目录", "全部事项", "全部节点", "清单新增"]
    themes = [slide.name for slide in order.slides if slide.key.startswith("theme-")]
    assert len(themes) > 8 and [name for name in book.sheetnames if name in themes] == themes
    assert len(set(book.sheetnames)) == len(book.sheetnames)


def held_rows(book, name: str) -> list[tuple]:
    """The rows of the sheet's table, without its header."""
    sheet = book[name]
    [table] = sheet.tables.values()
    _, *rows = sheet[table.ref]
    return [tuple(cell.value for cell in row) for row in rows]


def test_every_sheet_holds_the_rows_of_its_page_as_a_table_of_excels_own(order, book):
    pages = [slide for slide in order.slides if slide.rows and slide.layout != "matter" and slide.kind != "lists"]
    sheets = [*(item[2] for item in (order.items[0], order.items[2], order.items[1])), *(one.table for one in pages)]
    assert len(sheets) == len(book.sheetnames) - 1
    for name, table in zip(book.sheetnames[1:], sheets, strict=True):
        [own] = book[name].tables.values()
        assert own.autoFilter.ref == own.ref
        assert [column.name for column in own.tableColumns] == [column.header for column in table.columns]
        held = held_rows(book, name)
        assert len(held) == len(table.rows)
        for found, row in zip(held, table.rows, strict=True):
            for cell, value, column in zip(found, row, table.columns, strict=True):
                if column.decimals is not None and is_number(value):
                    assert cell == float(rounded(value, column.decimals)), (name, column.label)
                if isinstance(value, date):
                    assert cell == datetime(value.year, value.month, value.day)
    names = [table.name for sheet in book for table in sheet.tables.values()]
    assert len(set(names)) == len(names)


def test_days_are_days_and_stand_in_every_row_that_has_one(book):
    for name, labels in (("全部事项", ("议定日期", "原定期限", "销号日期")), ("全部节点", ("原定日期", "到达日期"))):
        sheet = book[name]
        [table] = sheet.tables.values()
        header, *rows = sheet[table.ref]
        for label in labels:
            place = [cell.value for cell in header].index(label)
            days = [row[place] for row in rows if row[place].value]
            assert days and all(cell.is_date and cell.number_format == "yyyy-mm-dd" for cell in days)


def test_every_sheet_is_printed_across_with_its_header_on_every_page(book):
    for sheet in book:
        [table] = sheet.tables.values()
        top = sheet[table.ref][0][0].row
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize) == ("landscape", 9)
        # Of 30 rows none goes to a second page, as openpyxl tells by None.
        first, last = (cells[0].row for cells in (sheet[table.ref][0], sheet[table.ref][-1]))
        assert setup.fitToHeight == (None if last - first <= 30 else 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_title_rows == f"${top}:${top}"
        assert "&P" in sheet.oddFooter.right.text and "&N" in sheet.oddFooter.right.text
        assert sheet.freeze_panes in (f"A{top + 1}", f"C{top + 1}")


def test_numbers_have_the_digits_of_their_metric(order, book):
    sheet = book["总览"]
    [table] = sheet.tables.values()
    formats = {row[0].value: row[2].number_format for row in sheet[table.ref]}
    assert (
        formats["总产值"] == "#,##0"
        and formats["从业人员人均产值"] == "#,##0.00"
        and formats["事件按期办结率"] == "#,##0.0"
    )


def test_every_sheet_says_unit_source_and_definition_on_top(book):
    for sheet in book:
        told = {row[0]: row[1] for row in sheet.iter_rows(max_row=8, values_only=True) if len(row) > 1 and row[1]}
        assert told["单位"] and told["来源"] and told["口径"], sheet.title
    assert ["单位", "万元"] in values(book["产出"])
    assert ["单位", "%"] in values(book["网格"])


def test_units_are_said_once_each():
    columns = (Column("事项"), Column("进度", "%", 0), Column("上次", "%", 0), Column("超期", "天", 0))
    assert units_of(Table(columns, ())) == "%、天"
    assert (
        units_of(Table((Column("指标"), Column("单位"), Column("本季度", decimals=2)), ())) == "各行不同，见“单位”一列"
    )
    assert units_of(Table((Column("事项"),), ())) == "无（文字）"


DANGEROUS = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1")
# What is a word of the program, not of the data.
WORDS_OF_THE_PROGRAM = {"kind", "layout", "key", "origins", "meeting_id", "area_code", "district_code", "tone", "as_of"}


def poisoned(value, begin: str):
    """The value with every text in it beginning so."""
    if isinstance(value, Absence):
        return value
    if isinstance(value, str):
        return begin + value
    if isinstance(value, tuple):
        return tuple(poisoned(one, begin) for one in value)
    if is_dataclass(value):
        changed = {
            one.name: poisoned(getattr(value, one.name), begin)
            for one in fields(value)
            if one.init and one.name not in WORDS_OF_THE_PROGRAM
        }
        return replace(value, **changed)
    return value


@pytest.mark.parametrize("begin", DANGEROUS)
def test_no_text_of_any_sheet_is_run(small, begin):
    order = running_order(small, "M2")
    content = to_workbook(poisoned(order, begin))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert len(book.sheetnames) == len(openpyxl.load_workbook(io.BytesIO(to_workbook(order))).sheetnames)
    checked = 0
    for sheet in book:
        assert sheet["A1"].quotePrefix and sheet["A1"].value.startswith(begin), sheet.title
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "d"), (sheet.title, cell.coordinate)
                if isinstance(cell.value, str):
                    checked += 1
                    is_like = cell.value.lstrip().startswith(("=", "+", "-", "@"))
                    assert cell.quotePrefix or not is_like, (sheet.title, cell.coordinate)
    assert checked > 100
    with ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if "/sheet" in name)


def test_large_and_fine_numbers_are_kept_and_seen(small):
    order = running_order(small, "M2")
    columns = (Column("区域"), Column("总额", "万元", 2), Column("比率", "%", 4), Column("人数", "人", 0))
    rows = (
        ("甲", Decimal("123456789012.34"), 0.1 + 0.2, 10**15),
        ("乙", Absence.NOT_DISCLOSED, None, 0),
        ("丙", Decimal("-0.004"), 33.33335, -5),
    )
    slide = replace(order.slide("headlines"), table=Table(columns, rows), row_keys=())
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(replace(order, slides=(slide,), items=()))))
    sheet = book[book.sheetnames[1]]
    found = held_rows(book, book.sheetnames[1])
    # Half up as printed: 33.33335 is 33.3334; a loss too small to be shown is no negative zero.
    assert found[0] == ("甲", 123456789012.34, 0.3, 10**15)
    assert found[1] == ("乙", "不公开", "未填报", 0)
    assert found[2] == ("丙", 0, 33.3334, -5) and str(found[2][1]) == "0"
    # 123,456,789,012.34 has 18 signs, 1,000,000,000,000,000 has 21: narrower they would be ####.
    assert sheet.column_dimensions["B"].width >= 19 and sheet.column_dimensions["D"].width >= 22


def test_a_second_edition_tells_every_correction_on_a_sheet_of_its_own(tmp_path):
    before = running_order(current(small_world.publish(tmp_path)), "M2")
    freeze(tmp_path, before, datetime(2024, 4, 4, 17, 30))
    change = "UPDATE core.training_courses SET completed = 27 WHERE course_id = 'K2'"
    later = current(small_world.publish(tmp_path, version="20240716T000000Z-89abcdef", change=change))
    order = freeze(tmp_path, running_order(later, "M2"), datetime(2024, 4, 8, 9, 0)).order
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(order)))
    assert book.sheetnames[:2] == ["目录", "更正"] and "更正" in str(values(book["目录"]))
    rows = values(book["更正"])
    told = corrections(before, running_order(later, "M2"))
    # 24 of 30 completed the course of 2024Q1; now it is 27.
    assert ["孵化", "甲片区 2024年第一季度 结业人次（人次）", "24", "27"] in rows
    assert rows[-len(told) :] == [[one.page, one.what, one.before, one.after] for one in told]
    assert "更正" not in openpyxl.load_workbook(io.BytesIO(to_workbook(before))).sheetnames


def test_definitions_stand_on_top(order, book):
    assert any(row and row[0] == "口径" for row in values(book["产出"]))


def test_every_matter_and_every_node_stands_in_full(small):
    order = running_order(small, "M2")
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(order)))
    matters, nodes = held_rows(book, "全部事项"), held_rows(book, "全部节点")
    assert [row[0] for row in matters] == ["D2", "D3", "D4", "D1"]  # by the day first promised, closed ones last
    shown = {slide.subjects[0]: slide.rows for slide in order.slides if slide.layout == "matter"}
    for decision, rows in shown.items():
        assert [row[4] for row in nodes if row[0] == decision] == [row[0] for row in rows]


def test_matters_closed_before_the_meeting_before_stand_last(demonstration, order, book):
    matters = held_rows(book, "全部事项")
    listed = {one.decision_id for one in order.matters}
    told = [row[0] in listed for row in matters]
    assert sum(told) == len(listed) and told == sorted(told, reverse=True) and len(told) > len(listed)
    assert order.items[0][0] == f"全部事项{len(told)}项，其中截至2025-09-19已销号{len(told) - len(listed)}项"


def test_text_that_looks_like_a_formula_is_text(tmp_path):
    change = "UPDATE core.decisions SET title = '=HYPERLINK(\"http://x\")' WHERE decision_id = 'D2'"
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M2")
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(order)))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert found and all(cell.data_type == "s" for cell in found)
    assert {cell.quotePrefix for cell in found if str(cell.value).startswith("=")} == {True}


def test_names_of_sheets_are_such_as_excel_takes():
    names = sheet_names(["甲/乙[丙]:*?", "同名" * 30, "同名" * 30, "a", "A", "目录", "'", ""])
    assert len({name.casefold() for name in names} | {"目录"}) == 9 and all(0 < len(name) <= 31 for name in names)
    assert not set("[]:*?/\\'") & set("".join(names))


def test_a_sheet_of_several_metrics_has_each_in_its_own_digits_beside_what_it_is_compared_with(book):
    sheet = book["就业、人才与培训"]
    [table] = sheet.tables.values()
    head, *rows = sheet[table.ref]
    columns = ["指标", "单位", "本季度", "上次会议", "去年同期", "本季度所取"]
    assert [cell.value.split("（")[0] for cell in head] == columns
    formats = {row[0].value: [cell.number_format for cell in row[2:] if cell.data_type == "n"] for row in rows}
    # Persons are whole, the ratio of openings to seekers has two digits.
    assert set(formats["从业人员"]) == {"#,##0"} and set(formats["用工供需比"]) == {"#,##0.00"}
