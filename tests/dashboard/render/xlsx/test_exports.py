import csv
import io

import openpyxl
import pytest

from dashboard.metrics.absence import Absence
from dashboard.render.xlsx.exports import DEMO_MARK, file_name, safe_text, to_csv
from dashboard.render.xlsx.workbook import to_xlsx
from dashboard.text.joined import Measured
from dashboard.views.table import Column, Footer, Table, html_table

TABLE = Table(
    (Column("网格"), Column("按时办结率", "%", 1), Column("事项", "件", 0)),
    (("塘后3号网格", 71.25, 1_234_567), ("=HYPERLINK(1)", Absence.NOT_DISCLOSED, None)),
)
REPORTED = Footer("两镇季度报表", "2025Q4", "限期内办结÷应办结", ("reported",))
DEMO = Footer("演示数据生成程序", "2025Q4", "演示", ("reported", "demo"))


def lines(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_csv_carries_where_it_comes_from_and_numbers_in_full():
    content = to_csv("办结率回升", "按时办结率", TABLE, REPORTED)
    assert content.startswith(b"\xef\xbb\xbf")
    assert lines(content) == [
        ["办结率回升"],
        ["按时办结率"],
        ["来源", "两镇季度报表"],
        ["截至", "2025年12月"],
        ["数据性质", "单位填报"],
        ["口径", "限期内办结÷应办结"],
        [],
        ["网格", "按时办结率（%）", "事项（件）"],
        ["塘后3号网格", "71.3", "1234567"],
        ["'=HYPERLINK(1)", "不公开", "未填报"],
    ]


def test_a_demo_export_says_so_inside_and_in_its_name():
    assert ["注意", DEMO_MARK] in lines(to_csv("甲", "", TABLE, DEMO))
    assert file_name("甲/乙：丙 丁", DEMO, "csv") == "演示数据_甲_乙：丙_丁.csv"
    assert file_name(Measured("及时率（%）", "2025年第四季度", "24处"), REPORTED, "csv") == "及时率_2025年第四季度.csv"
    assert len(file_name("长" * 300, REPORTED, "csv")) < 50
    assert file_name("???", REPORTED, "xlsx") == "数据.xlsx"


def test_a_workbook_holds_numbers_as_numbers_and_no_formula():
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx("办结率", "按时", TABLE, DEMO)))["数据"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert ["注意", DEMO_MARK] in [row[:2] for row in rows]
    assert rows[-2][:3] == ["塘后3号网格", 71.3, 1_234_567]
    assert rows[-1][:3] == ["=HYPERLINK(1)", "不公开", "未填报"]
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    # Excel takes it for text even where somebody edits the cell, and shows no apostrophe.
    assert [cell.quotePrefix for cell in list(sheet.iter_rows())[-1]][:3] == [True, False, False]


def test_what_stands_above_a_table_makes_the_printed_sheet_no_wider():
    told = "甲：" + "一" * 60 + "\n乙：短"
    sheet = openpyxl.load_workbook(
        io.BytesIO(to_xlsx("办结率", "", TABLE, Footer("报表", "2025Q4", told, ("reported",))))
    )["数据"]
    first = next(row for row in sheet.iter_rows() if row[0].value == "口径")
    assert [first[1].value, sheet.cell(first[0].row + 1, 2).value] == told.split("\n")
    # 15, 17 and 12 signs, and 5 columns of 9 behind them: 89, of which the line has 74.
    assert first[1].alignment.wrap_text
    assert f"B{first[0].row}:H{first[0].row}" in [str(one) for one in sheet.merged_cells.ranges]
    # 126 signs take two lines of it, of 15 points each, which is the height of a row that says none.
    assert [sheet.row_dimensions[first[0].row + more].height for more in (0, 1)] == [30, None]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM", " =1", "\t=1", "＝1", '"=1"'])
def test_what_a_spreadsheet_would_run_is_made_text(text):
    assert safe_text(text) == "'" + text


@pytest.mark.parametrize("text", ["塘后村", "3号网格", "", "a=b", "%、天"])
def test_other_text_stays(text):
    assert safe_text(text) == text


def test_a_table_for_readers_is_escaped_and_aligned():
    page = html_table(Table((Column("<b>"), Column("数", "家", 0)), (("<img>", 12_345), ("乙", None))))
    assert "<img>" not in page and "&lt;img&gt;" in page
    assert '<td class="number" data-label="数（家）">12,345</td>' in page
    assert '<td class="number" data-label="数（家）">未填报</td>' in page
    words = html_table(Table((Column("本期", is_figures=True),), (("4家",),)))
    assert '<th scope="col" class="number">本期' in words and '<td class="number" data-label="本期">4家' in words


def test_a_long_table_says_how_much_it_leaves_out():
    table = Table((Column("甲"),), tuple((str(index),) for index in range(5)))
    assert "另有3行" in html_table(table, limit=2)


def test_rows_must_fit_the_columns():
    with pytest.raises(ValueError, match="as many cells"):
        Table((Column("甲"),), (("一", "二"),))


def test_text_in_a_column_of_numbers_is_a_mistake_of_the_page():
    with pytest.raises(TypeError, match="column of numbers"):
        html_table(Table((Column("数", "家", 0),), (("十",),)))
