"""Tables cut into pages of whole rows, in columns that keep short texts whole."""

import pytest

from dashboard.look.blocks import Column, Table
from dashboard.meeting.powerpoint.tables import last_rows, table_pages, table_widths

COLUMNS = (Column("节点"), Column("日期"))


def test_a_day_is_not_broken_where_another_column_is_long():
    # Ten Latin signs of 14 points take 84, with the sides and one sign kept free 108.
    widths = table_widths(Table(COLUMNS, (("字" * 40, "2025-07-31"),)), 300)
    assert widths == pytest.approx([192, 108])


def test_short_columns_fill_the_width():
    # 28 + 24 and 84 + 24, stretched from 160 to 320.
    assert table_widths(Table(COLUMNS, (("一二", "2025-07-31"),)), 320) == pytest.approx([104, 216])


def test_rows_that_do_not_fit_go_on_the_next_page():
    table = Table(COLUMNS, tuple((f"第{place}行", "2025-07-31") for place in range(7)))
    # A row is one line of 17.5 points and 8 above and below: a header and three rows take 102.
    pages = table_pages(table, 400, 102)
    assert [len(page.rows) for page in pages] == [3, 3, 1]
    assert [row for page in pages for row in page.rows] == list(table.rows)
    assert last_rows(table, 400, 102).rows == table.rows[-3:]


def test_a_row_taller_than_a_page_stands_alone():
    table = Table(COLUMNS, (("字" * 400, "一"), ("二", "二")))
    assert [len(page.rows) for page in table_pages(table, 300, 60)] == [1, 1]
