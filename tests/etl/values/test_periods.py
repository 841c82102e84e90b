from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.values.periods import parse_date, parse_edtf, parse_instant, parse_month, parse_quarter

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
PARSERS = (parse_date, parse_instant, parse_month, parse_quarter, parse_edtf)


@pytest.mark.parametrize(
    "text",
    ["2024-11-04", "2024/11/4", "2024.11.4", "2024年11月4日", "2024年11月4号", "20241104", "２０２４－１１－０４"]
    + ["2024-11-04 00:00:00", "2024-11-04 00:00", " 2024-11-4 "],
)
def test_days(text):
    assert parse_date(text) == date(2024, 11, 4)


@pytest.mark.parametrize(
    "text",
    ["24-11-1", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-11-00", "2024-11", "2024-11/04", "45600"]
    + ["2024-11-04 08:00", "1899-12-31", "11月4日", "", "2024-1104", "202411041"],
)
def test_no_days(text):
    assert parse_date(text) is None


def test_a_day_of_a_given_year():
    assert parse_date("2月29日", 2024) == date(2024, 2, 29)
    assert parse_date("2月29日", 2023) is None


@pytest.mark.parametrize(
    ("text", "second"),
    [("2024-11-04 17:30", 0), ("2024-11-04T17:30:05", 5), ("2024/11/4 17:30", 0), ("2024年11月4日17时30分", 0)]
    + [("2024年11月4日 17:30", 0), ("20241104 17:30:05", 5), ("2024年11月4日１７：３０", 0)],
)
def test_instants(text, second):
    assert parse_instant(text) == datetime(2024, 11, 4, 17, 30, second)


@pytest.mark.parametrize(
    "text", ["2024-11-04", "2024-11-0417:30", "2024-11-04 24:00", "2024-11-04 17:60", "2024-02-30 08:00", "17:30", ""]
)
def test_no_instants(text):
    assert parse_instant(text) is None


@pytest.mark.parametrize(
    "text",
    ["2024-11", "2024.11", "2024/11", "2024年11月", "2024年11月份", "202411", "2024-11-01", "2024-11-01 00:00:00"],
)
def test_months(text):
    assert parse_month(text) == "2024-11"


@pytest.mark.parametrize("text", ["2024-11-02", "2024.1", "2024-13", "202413", "2024", "11月", "24-11", "2024Q3", ""])
def test_no_months(text):
    assert parse_month(text) is None


def test_a_month_of_a_given_year():
    assert parse_month("3月", 2025) == "2025-03"
    assert parse_month("13月", 2025) is None


@pytest.mark.parametrize(
    "text",
    [
        "2024Q3",
        "2024-Q3",
        "2024q3",
        "２０２４Ｑ３",
        "2024年第三季度",
        "2024年三季度",
        "2024年3季度",
        "2024三季度",
        "2024年第3季度",
    ],
)
def test_quarters(text):
    assert parse_quarter(text) == "2024Q3"
    assert parse_quarter(text, 1999) == "2024Q3"


@pytest.mark.parametrize("text", ["三季度", "第三季度", "Q3", "2024Q5", "2024年五季度", "24Q3", "2024-03", ""])
def test_no_quarters(text):
    assert parse_quarter(text) is None


@pytest.mark.parametrize("text", ["三季度", "第三季度", "Q3", "3季度"])
def test_a_quarter_of_a_given_year(text):
    assert parse_quarter(text, 2025) == "2025Q3"


@pytest.mark.parametrize(
    "text", ["2023", "2024-11", "2024-11-04", "XXXX-12", "XXXX-08-26", "XXXX", "2024-XX", "2024-XX-31", "XXXX-02-29"]
)
def test_vague_dates_stay_as_they_are(text):
    assert parse_edtf(text) == text


@pytest.mark.parametrize(
    "text",
    ["2022年初", "2024-02-30", "XXXX-02-30", "2023-02-29", "2024-13", "1899", "2101", "xxxx-12", "XXXX-07/上旬", ""],
)
def test_no_vague_dates(text):
    assert parse_edtf(text) is None


@settings(deadline=None)
@given(DAYS)
def test_every_spelling_of_a_day_comes_back(day):
    plain = f"{day.year}年{day.month}月{day.day}日"
    for text in (day.isoformat(), f"{day:%Y%m%d}", f"{day.year}/{day.month}/{day.day}", plain):
        assert parse_date(text) == day
    assert parse_edtf(day.isoformat()) == day.isoformat()
    assert parse_month(f"{day.year}年{day.month}月") == f"{day:%Y-%m}"


@settings(deadline=None)
@given(st.integers(1900, 2100), st.integers(1, 4))
def test_every_spelling_of_a_quarter_comes_back(year, quarter):
    for text in (f"{year}Q{quarter}", f"{year}年第{'一二三四'[quarter - 1]}季度", f"{year}年{quarter}季度"):
        assert parse_quarter(text) == f"{year}Q{quarter}"


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="0123456789-/.年月日时分季度QX: T", max_size=16)))
def test_no_text_raises(text):
    for parse in PARSERS:
        parse(text)
