from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.parse.numerals import spell
from etl.parse.periods import parse_cumulative, parse_date, parse_edtf, parse_month, parse_quarter

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
PARSERS = (parse_date, parse_month, parse_quarter, parse_cumulative, parse_edtf)


@pytest.mark.parametrize(
    "text",
    ["2024-11-04", "2024/11/4", "2024.11.4", "2024年11月4日", "2024年11月4号", "20241104", "２０２４－１１－０４"]
    + ["2024-11-04 00:00:00", "2024-11-04 00:00", " 2024-11-4 "]
    + [
        "24年11月4日",
        "二〇二四年十一月四日",
        "二○二四年十一月四号",
        "2024 年 11 月 4 日",
        "2024 - 11 - 04",
        "2024—11—04",
    ]
    + ["截至2024年11月4日", "截止到2024年11月4日止", "2024年11月4日止", "2024.11月4日", "2024年11.4日", "2024年11月4"]
    + ["2024-11-04（周一）", "2024年11月4日 星期一", "45600", "2024-11-04T00:00:00.000", "2024年11月4日 00:00"],
)
def test_days(text):
    assert parse_date(text) == date(2024, 11, 4)


@pytest.mark.parametrize(
    "text",
    ["24-11-1", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-11-00", "2024-11", "2024-11/04"]
    + ["2024-11-04 08:00", "1899-12-31", "11月4日", "", "2024-1104", "202411041"]
    + [
        "2024-11-04（周二）",
        "11/4/2024",
        "4.11.2024",
        "31.2.2026",
        "11/24/24",
        "24/11/04",
        "2024.1",
        "2024年11.4",
        "2024年11-4",
    ]
    + [
        "19999",
        "80001",
        "2024年底",
        "2024年11月初",
        "11月底",
        "2024-11-04T00:00:00Z",
        "2024年11月",
        "七八",
        "2024 11 04",
    ]
    + ["2024年11月4日-5日", "100年11月4日", "2024-1 1-04"],
)
def test_no_days(text):
    assert parse_date(text) is None


def test_a_day_of_a_given_year():
    assert parse_date("2月29日", 2024) == date(2024, 2, 29)
    assert parse_date("2月29日", 2023) is None
    assert parse_date("2月底", 2024) == date(2024, 2, 29)
    assert parse_date("一季度末", 2024) == date(2024, 3, 31)


@pytest.mark.parametrize(
    "text",
    ["2024-11", "2024.11", "2024/11", "2024年11月", "2024年11月份", "202411", "2024-11-01", "2024-11-01 00:00:00"]
    + [
        "24年11月",
        "二〇二四年十一月",
        "2024年十一月份",
        "2024年11月底",
        "2024年11月末",
        "截至2024年11月底",
        "2024-11-30",
    ]
    + ["2024.11月", "2024 11月", "2024/11/30", "2024年11月30日", "45626"],
)
def test_months(text):
    assert parse_month(text) == "2024-11"


@pytest.mark.parametrize(
    "text",
    ["2024-11-02", "2024.1", "2024-13", "202413", "2024", "11月", "24-11", "2024Q3", ""]
    + ["Nov-24", "2024年四季度末", "2024年1-3月", "2024年11", "2024.1.1月", "2024-11-29", "七八月"],
)
def test_no_months(text):
    assert parse_month(text) is None


def test_a_month_of_a_given_year():
    assert parse_month("3月", 2025) == "2025-03"
    assert parse_month("三月份", 2025) == parse_month("3月底", 2025) == parse_month("3月31日", 2025) == "2025-03"
    assert parse_month("元月", 2025) == "2025-01"
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
        "24年三季度",
        "二〇二四年三季度",
        "二零二四年第三季度",
        "二四年三季度",
        "2024年度第三季度",
        "2024 第三季度",
        "2024年Q3",
        "2024/Q3",
        "Q3 2024",
        "3Q2024",
        "2024年Ⅲ季度",
        "2024年III季度",
        "2024年第三季度末",
        "截至2024年三季度末",
        "2024.09",
        "2024-09",
        "202409",
        "2024年9月",
        "2024年9月底",
        "24年九月末",
        "2024-09-30",
        "截止2024年9月30日止",
        "45565",
        "2024年7-9月",
        "2024年7月—9月",
        "2024年七至九月份",
        "2024.07-2024.09",
        "2024年7月1日至9月30日",
        "2024.7.1-2024.9.30",
        "2024年三季度（7-9月）",
    ],
)
def test_quarters(text):
    assert parse_quarter(text) == "2024Q3"
    assert parse_quarter(text, 1999) == "2024Q3"


@pytest.mark.parametrize(
    "text",
    ["三季度", "第三季度", "Q3", "2024Q5", "2024年五季度", "24Q3", "2024-02", ""]
    + ["2024.3", "2024.9", "2024-3", "2024/9", "2024-09-01", "2024-07-01", "202408", "2024年8月", "2024年", "2024"]
    + ["2024年1-6月", "2024年前三季度", "2024上半年", "2024年1-3季度", "2024全年", "2024年2-4月", "2024年10-9月"]
    + ["2024年二季度（1-6月）", "2024年三季度累计", "2024年三、四季度", "2024年7月-2025年9月", "7-9月", "2024年12-3月"]
    + ["2024年7月2日至9月30日", "2024年7月1日至9月29日", "约三季度"],
)
def test_no_quarters(text):
    assert parse_quarter(text) is None


@pytest.mark.parametrize(
    "text",
    ["三季度", "第三季度", "Q3", "3季度", "第三季度末", "7-9月", "7—9月", "7～9月份", "9月底", "9月30日", "III季度"],
)
def test_a_quarter_of_a_given_year(text):
    assert parse_quarter(text, 2025) == "2025Q3"


@pytest.mark.parametrize(
    ("text", "quarter"),
    [("1-6月", "2025Q2"), ("上半年", "2025Q2"), ("前两季度", "2025Q2"), ("前六个月", "2025Q2"), ("半年度", "2025Q2")]
    + [("1—9月份", "2025Q3"), ("前三季度", "2025Q3"), ("前三个季度", "2025Q3"), ("1-3季度", "2025Q3")]
    + [("一至三季度", "2025Q3"), ("第一季度至第三季度", "2025Q3"), ("Q1-Q3", "2025Q3"), ("前9个月", "2025Q3")]
    + [("1-12月", "2025Q4"), ("全年", "2025Q4"), ("1-4季度", "2025Q4"), ("1月至12月", "2025Q4")]
    + [("2026年1-6月", "2026Q2"), ("26年上半年", "2026Q2"), ("2026H1", "2026Q2"), ("2026年1月1日至9月30日", "2026Q3")]
    + [("二〇二六年前三季度", "2026Q3"), ("2026.01-2026.12", "2026Q4"), ("2026年上半年（1-6月）", "2026Q2")],
)
def test_cumulative_spans(text, quarter):
    assert parse_cumulative(text, 2025) == quarter
    assert parse_quarter(text, 2025) is None


@pytest.mark.parametrize(
    "text",
    [
        "1-3月",
        "2026年1-3月",
        "一季度",
        "2026Q1",
        "4-6月",
        "1-5月",
        "2-6月",
        "下半年",
        "2026年",
        "2026",
        "前一季度",
        "",
        "2-3季度",
    ]
    + ["上半年（1-9月）", "6-1月", "2026年6月底"],
)
def test_no_cumulative_spans(text):
    assert parse_cumulative(text, 2025) is None


def test_a_cumulative_span_without_a_year_is_none():
    assert parse_cumulative("1-6月") is parse_cumulative("上半年") is None


@pytest.mark.parametrize(
    "text", ["2023", "2024-11", "2024-11-04", "XXXX-12", "XXXX-08-26", "XXXX", "2024-XX", "2024-XX-31", "XXXX-02-29"]
)
def test_vague_dates_stay_as_they_are(text):
    assert parse_edtf(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("1998年", "1998"), ("98年", "1998"), ("26年", "2026"), ("98年5月", "1998-05"), ("1998年5月1日", "1998-05-01")]
    + [("1998/5/1", "1998-05-01"), ("一九九八年五月", "1998-05"), ("1998.05", "1998-05"), ("2024年11月底", "2024-11")],
)
def test_years_months_and_days_become_edtf(text, value):
    assert parse_edtf(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "98",
        "98-05",
        "1998.5",
        "2022年初",
        "2024-02-30",
        "XXXX-02-30",
        "2023-02-29",
        "2024-13",
        "1899",
        "2101",
        "xxxx-12",
        "XXXX-07/上旬",
        "",
    ],
)
def test_no_vague_dates(text):
    assert parse_edtf(text) is None


def numerals(day: date) -> str:
    digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{digits}年{spell(day.month)}月{spell(day.day)}日"


@settings(deadline=None)
@given(st.dates(min_value=date(1954, 10, 3), max_value=date(2100, 12, 31)))
def test_the_count_of_excel_comes_back(day):
    assert parse_date(str((day - date(1899, 12, 30)).days)) == day


@settings(deadline=None)
@given(DAYS)
def test_the_year_last_is_read_only_where_both_orders_agree(day):
    is_clear = day.day > 12 or day.day == day.month
    assert parse_date(f"{day.month}/{day.day}/{day.year}") == (day if is_clear else None)


@settings(deadline=None)
@given(DAYS, DAYS)
def test_spellings_of_different_days_never_read_the_same(one, other):
    read = [
        {parse_date(text) for text in (day.isoformat(), numerals(day), f"{day.day}/{day.month}/{day.year}")} - {None}
        for day in (one, other)
    ]
    assert read == [{one}, {other}]


@settings(deadline=None)
@given(st.integers(1951, 2050), st.integers(1, 12))
def test_two_digits_of_a_year_are_read_before_the_word_only(year, month):
    assert parse_month(f"{year % 100:02}年{month}月") == f"{year}-{month:02}"
    assert parse_month(f"{year % 100:02}-{month:02}") is None


@settings(deadline=None)
@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 12))
def test_a_span_of_months_is_a_quarter_a_cumulative_figure_or_nothing(year, first, last):
    quarter = f"{year}Q{last // 3}" if first % 3 == 1 and last == first + 2 else None
    cumulative = f"{year}Q{last // 3}" if first == 1 and last in (6, 9, 12) else None
    for mark in ("-", "—", "～", "至", "月-", "月至"):
        assert parse_quarter(f"{year}年{first}{mark}{last}月") == quarter
        assert parse_cumulative(f"{first}{mark}{last}月份", year) == cumulative


@settings(deadline=None)
@given(DAYS)
def test_every_spelling_of_a_month_comes_back(day):
    month, end = f"{day:%Y-%m}", (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    for text in (f"{day:%Y.%m}", f"{day.year}/{day.month}", f"{day:%Y%m}", f"{day.year}年{spell(day.month)}月份"):
        assert parse_month(text) == month
    assert parse_date(f"截至{day.year}年{day.month}月底") == end
    assert parse_month(end.isoformat()) == parse_month(f"{day:%Y-%m}-01") == month
    assert parse_quarter(end.isoformat()) == (f"{day.year}Q{day.month // 3}" if day.month % 3 == 0 else None)


@settings(deadline=None)
@given(DAYS)
def test_every_spelling_of_a_day_comes_back(day):
    plain = f"{day.year}年{day.month}月{day.day}日"
    for text in (day.isoformat(), f"{day:%Y%m%d}", f"{day.year}/{day.month}/{day.day}", plain, numerals(day)):
        assert parse_date(text) == day
        assert parse_date(f"截至{text}") == day
        assert parse_date(f"{text}（周{'一二三四五六日'[day.weekday()]}）") == day
    assert parse_edtf(day.isoformat()) == day.isoformat()
    assert parse_month(f"{day.year}年{day.month}月") == f"{day:%Y-%m}"


@settings(deadline=None)
@given(st.integers(1900, 2100), st.integers(1, 4))
def test_every_spelling_of_a_quarter_comes_back(year, quarter):
    for text in (f"{year}Q{quarter}", f"{year}年第{'一二三四'[quarter - 1]}季度", f"{year}年{quarter}季度"):
        assert parse_quarter(text) == f"{year}Q{quarter}"


WRITTEN = st.one_of(
    st.text(), st.text(alphabet="0123456789-/.年月日号时分第季度底末至一二三十前上半全QXI: T()", max_size=16)
)


@settings(deadline=None)
@given(WRITTEN, st.none() | st.integers(1900, 2100))
def test_no_text_raises_and_what_is_read_reads_as_itself(text, year):
    day = parse_date(text, year)
    assert day is None or parse_date(day.isoformat()) == day
    for parse in (parse_month, parse_quarter):
        value = parse(text, year)
        assert value is None or parse(value) == value
    cumulative, vague = parse_cumulative(text, year), parse_edtf(text)
    assert cumulative is None or parse_quarter(text, year) is None
    assert vague is None or parse_edtf(vague) == vague


def test_a_cell_of_notes_is_not_searched_for_a_period():
    for parse in PARSERS:
        assert parse("2024年11月4日" + "-" * 32_000) is None


@pytest.mark.parametrize(
    "text", ["31-Mar-2026", "Mar 31, 2026", "March 31 2026", "2026,3,31", "2026\\3\\31", "2026.3.31."]
)
def test_days_as_other_programs_write_them(text):
    assert parse_date(text) == date(2026, 3, 31)


def test_months_as_other_programs_write_them():
    assert parse_month("March 2026") == parse_month("2026.3") == "2026-03"
    # October typed as a number arrives so.
    assert parse_month("2026.1") is None
    assert parse_quarter("2026.3") is None


@pytest.mark.parametrize(
    "text",
    [
        "2026.1-3",
        "2026/1~3",
        "2026年1-3",
        "2026.1-2026.3",
        "2026.01.01-03.31",
        "2026年1、2、3月",
        "2026Q01",
        "一季度（2026年）",
        "1季度/2026",
    ],
)
def test_a_quarter_as_offices_shorten_it(text):
    assert parse_quarter(text) == "2026Q1"


def test_what_is_no_whole_quarter_or_may_be_a_day_is_none():
    for text in ("2026-1-3", "2026.2-4", "2026.1-6", "2026年1、3、2月", "2026(1)", "2025.12-2026.2"):
        assert parse_quarter(text) is None


@pytest.mark.parametrize("text", ["3月/2026", "3/2026", "2026M03", "2026.3.1-3.31", "三月（2026年）"])
def test_a_month_with_its_year_behind_or_a_whole_span(text):
    assert parse_month(text) == "2026-03"
