import pyarrow as pa

from dashboard.metrics.absence import Absence
from dashboard.render.web.blocks.sheet import sheet
from dashboard.views.table import Column, Table

COLUMNS = (Column("网格"), Column("受理", "件", 0), Column("及时率", "%", 1))


def test_numbers_stay_numbers_rounded_as_they_are_shown():
    made = sheet(Table(COLUMNS, (("甲", 1234.0, 92.25), ("乙", 7.0, None))))
    assert isinstance(made.data, pa.Table)
    assert made.data["及时率（%）"].to_pylist() == [92.3, None]
    assert made.data["受理（件）"].to_pylist() == [1234.0, 7.0]
    assert made.placeholder == "未填报"


def test_different_reasons_each_keep_their_word():
    made = sheet(Table(COLUMNS, (("甲", Absence.NOT_DISCLOSED, 92.0), ("乙", 7.0, Absence.NOT_REPORTED))))
    html = made.data.to_html()
    assert "不公开" in html and "未填报" in html


def test_large_numbers_with_decimals_keep_their_separators():
    made = sheet(Table((Column("总产值", "万元", 1),), ((12345.6,),)))
    assert "12,345.6" in made.data.to_html()


def test_a_table_without_rows_has_its_headers():
    assert sheet(Table(COLUMNS, ())).data.column_names == ["网格", "受理（件）", "及时率（%）"]


def test_a_column_is_as_wide_as_its_longest_text():
    made = sheet(Table((Column("企业"), Column("税收", "万元", 0)), (("甲" * 20, 7.0), ("乙", 123456.0))))
    assert made.columns["企业"]["width"] == 20 * 13 + 16
    assert made.columns["税收（万元）"]["width"] == 6 * 13 + 16
