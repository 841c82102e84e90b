"""The codes of periods as readers see them."""

import pytest

from dashboard.text.periods import (
    in_year,
    months_span,
    period_end,
    period_label,
    period_short,
    period_ticks,
    period_until,
)


@pytest.mark.parametrize(
    ("code", "full", "short"),
    [
        ("2025Q4", "2025年第四季度", "25年四季度"),
        ("2025-11", "2025年11月", "25年11月"),
        ("2025-03-09", "2025年3月9日", "25年3月9日"),
        ("2025", "2025年", "2025年"),
        ("塘后村", "塘后村", "塘后村"),
    ],
)
def test_periods_are_read_aloud(code, full, short):
    assert (period_label(code), period_short(code)) == (full, short)


@pytest.mark.parametrize(
    ("code", "until"),
    [
        ("2025Q4", "2025年12月"),
        ("2025Q1", "2025年3月"),
        ("2025", "2025年12月"),
        ("2025Q1-3", "2025年9月"),
        ("2025-11", "2025年11月"),
        ("2025-03-09", "2025年3月9日"),
        ("2025年3月9日已填报", "2025年3月9日已填报"),
        ("", ""),
    ],
)
def test_until_when_is_a_month_or_a_day(code, until):
    assert period_until(code) == until


def test_a_year_to_date_says_its_months_and_of_a_stock_its_end():
    assert (period_label("2025Q1-3"), period_short("2025Q1-2")) == ("2025年1—9月累计", "25年1—6月")
    assert (period_end("2025Q1-3"), period_end("2025Q4")) == ("2025年9月末", "2025年第四季度末")
    assert period_ticks(["2024Q1-3", "2025Q1-3"]) == ["1—9月<br>2024年", "1—9月<br>2025年"]


def test_months_are_told_from_the_first_to_the_last():
    assert [months_span(months) for months in (["2025-10", "2025-11"], ["2025-04"])] == ["10—11月", "4月"]


def test_a_quarter_stands_under_its_year():
    assert [in_year(code) for code in ("2025Q4", "2023Q1")] == [("2025年", "四季"), ("2023年", "一季")]
    assert [in_year(code) for code in ("2025", "2025-11", "受阻")] == [None] * 3


def test_the_year_stands_once_on_an_axis():
    assert period_ticks(["2024Q4", "2025Q1", "2025Q2"]) == ["四季度<br>2024年", "一季度<br>2025年", "二季度"]
    assert period_ticks(["2024", "2025"]) == ["2024年", "2025年"]
