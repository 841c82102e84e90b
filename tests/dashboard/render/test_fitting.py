"""Texts at the size at which they fit, tables on as many pages as they need."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.render.fitting import (
    Setting,
    fitted,
    height_of,
    last_rows,
    line_width,
    lines_of,
    row_height,
    table_pages,
    table_widths,
)
from dashboard.views.table import Column, Table

COLUMNS = (Column("节点"), Column("日期"))
SETTING = Setting(14, side=5, top=4)


def test_a_chinese_sign_is_as_wide_as_high():
    # 11 signs of 20 points take 220; of 240 one sign's width is kept free.
    assert lines_of("字" * 11, 20, 240) == 1
    assert lines_of("字" * 12, 20, 240) == 2
    assert height_of("一\n二", 20, 240) == 50


def test_signs_that_chinese_fonts_set_wide_are_measured_so():
    # Four characters and two quotation marks of 20, a digit of 12.
    assert line_width("“一二三四”1", 20) == pytest.approx(132)


def test_columns_are_closer_where_texts_are_measured_exactly():
    # Ten Latin signs of 14 points take 84, the sides 10 and a quarter of a sign 3.5.
    widths = table_widths(Table(COLUMNS, (("字" * 40, "2025-07-31"),)), 300, replace(SETTING, is_tight=True))
    assert widths == pytest.approx([202.5, 97.5])


def test_the_largest_size_that_fits_is_taken():
    assert fitted("字" * 10, 240, 25, (20, 16)).size == 20
    smaller = fitted("字" * 12, 240, 25, (20, 16))
    assert (smaller.size, smaller.text, smaller.is_cut) == (16, "字" * 12, False)


def test_what_fits_at_no_size_is_cut_with_a_sign():
    cut = fitted("字" * 100, 240, 25, (20, 16))
    assert (cut.text, cut.size, cut.is_cut) == ("字" * 13 + "…", 16, True)  # (240 − 16) ÷ 16 = 14 signs


def test_the_tail_of_a_text_is_never_cut():
    assert fitted("字" * 100 + "：超期", 240, 25, (16,), tail="：超期").text == "字" * 10 + "…：超期"


def test_a_day_is_not_broken_where_another_column_is_long():
    # Ten Latin signs of 14 points take 84, with the sides and one sign kept free 108.
    widths = table_widths(Table(COLUMNS, (("字" * 40, "2025-07-31"),)), 300, SETTING)
    assert widths == pytest.approx([192, 108])


def test_short_columns_fill_the_width():
    # 28 + 24 and 84 + 24, stretched from 160 to 320.
    assert table_widths(Table(COLUMNS, (("一二", "2025-07-31"),)), 320, SETTING) == pytest.approx([104, 216])


def test_rows_that_do_not_fit_go_on_the_next_page():
    table = Table(COLUMNS, tuple((f"第{place}行", "2025-07-31") for place in range(7)))
    # A row is one line of 17.5 points and 8 above and below: a header and three rows take 102.
    pages = table_pages(table, 400, 102, SETTING)
    assert [len(page.rows) for page in pages] == [3, 3, 1]
    assert [row for page in pages for row in page.rows] == list(table.rows)
    assert last_rows(table, 400, 102, SETTING).rows == table.rows[-3:]


def test_pages_of_a_table_are_filled_alike_where_that_is_asked():
    table = Table(COLUMNS, tuple((f"第{place}行", "2025-07-31") for place in range(7)))
    # Room for a header and five rows: of seven rows two pages, four and three.
    whole = 25.5 * 6
    assert [len(page.rows) for page in table_pages(table, 400, whole, SETTING)] == [5, 2]
    assert [len(page.rows) for page in table_pages(table, 400, whole, SETTING, is_even=True)] == [4, 3]
    [alone] = table_pages(table, 400, 25.5 * 8, SETTING, is_even=True)
    assert alone == table


@given(
    st.lists(st.lists(st.text("字，2026- →天", max_size=30), min_size=3, max_size=3), min_size=1, max_size=12),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_every_piece_fits_at_the_widths_of_its_own_columns(rows, is_even):
    table = Table(tuple(map(Column, ("事项", "原因", "时限"))), tuple(map(tuple, rows)))
    pages = table_pages(table, 400, 160, SETTING, is_even=is_even)
    assert tuple(row for page in pages for row in page.rows) == table.rows
    for page in pages:
        widths = table_widths(page, 400, SETTING)
        assert sum(widths) == pytest.approx(400)
        texts = [[column.header for column in page.columns], *page.rows]
        assert sum(row_height(row, widths, SETTING) for row in texts) <= 160 or len(page.rows) == 1


def test_no_word_and_no_stop_is_parted_from_its_sign_where_lines_are_counted():
    tight = replace(SETTING, is_tight=True)
    # 70 wide: five signs of 14. The stop goes with the sign before it, and 1234567890 (84) is broken after all.
    assert row_height(["一二三四五，六"], [80], tight) == 2 * 17.5 + 8
    assert row_height(["一二三四，2026年"], [80], tight) == 3 * 17.5 + 8
    assert row_height(["1234567890"], [80], tight) == 2 * 17.5 + 8


def test_long_columns_take_as_many_lines_as_those_beside_them_where_the_table_is_lower_then():
    columns = (Column("事项"), Column("原因"), Column("时限"))
    # Of 14 points and with 24 of air the texts would take 224 and 304; a day with the sign behind it stays together.
    table = Table(columns, (("字" * 16, "字" * 32, "2026-02-01 前"),))
    widths = table_widths(table, 520, SETTING)
    assert widths[2] == pytest.approx(10 * 8.4 + 8.4 + 14 + 24)
    # Two lines of each, where equal columns would have two and three.
    assert widths[:2] == pytest.approx([24 + (520 - 48 - widths[2]) * share / 3 for share in (1, 2)])
    assert row_height(["字" * 16, "字" * 32, ""], widths, SETTING) == 2 * 17.5 + 8


def test_columns_that_cannot_be_narrower_share_what_there_is():
    table = Table(COLUMNS, (("2025-07-31", "2025-07-31"),))
    assert table_widths(table, 100, SETTING) == pytest.approx([50, 50])


def test_a_text_as_wide_as_its_column_stays_on_one_line_where_that_is_told():
    # Four signs of 14 take 56, and 10 stand beside them; otherwise one sign's width is kept free.
    assert row_height(["一二三四"], [66], SETTING) == 2 * 17.5 + 8
    assert row_height(["一二三四"], [66], replace(SETTING, is_tight=True)) == 17.5 + 8
    assert row_height(["一二三四五"], [66], replace(SETTING, is_tight=True)) == 2 * 17.5 + 8


def test_a_row_taller_than_a_page_stands_alone():
    table = Table(COLUMNS, (("字" * 400, "一"), ("二", "二")))
    assert [len(page.rows) for page in table_pages(table, 300, 60, SETTING)] == [1, 1]


def test_a_text_as_wide_as_its_column_takes_one_line():
    setting = Setting(17, side=5, top=4)
    texts = [f"协调解决“{'夜' * count}”" for count in range(1, 40)]
    for text in texts:
        wide = line_width(text, setting.size) + 2 * setting.side + setting.size
        assert row_height([text], [wide], setting) == 17 * 1.25 + 2 * 4, text
