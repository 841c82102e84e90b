from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.parse.instants import parse_instant


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
    ("text", "time"),
    [
        ("上午8:36", "08:36"),
        ("下午3时05分", "15:05"),
        ("3点5分", "03:05"),
        ("8:36:00 AM", "08:36"),
        ("8:36 pm", "20:36"),
    ]
    + [("12:05 AM", "00:05"), ("12:05 PM", "12:05"), ("下午12:30", "12:30"), ("下午15:30", "15:30"), ("晚上8点", None)]
    + [("晚上8点半", "20:30"), ("中午1点整", "13:00"), ("凌晨2:10", "02:10"), ("早上8点20分", "08:20"), ("8时", None)]
    + [
        ("上午12:05", None),
        ("上午13:30", None),
        ("凌晨12:05", None),
        ("下午3:05 PM", None),
        ("8:3", None),
        ("8时3", None),
    ]
    + [("下午三点二十分", "15:20"), ("8:36:00.000", "08:36"), ("17.30", None), ("8:36 Z", None), ("25:00 PM", None)],
)
def test_times_of_the_day(text, time):
    expected = datetime.fromisoformat(f"2026-03-05 {time}") if time else None
    assert parse_instant(f"2026-03-05 {text}") == expected
    assert parse_instant(f"2026年3月5日{text}") == expected


@pytest.mark.parametrize(
    "text",
    ["202603050836", "20260305083600", "20260305 0836", "2026-03-05T08:36:00", "2026-03-05T08:36:00+08:00"]
    + ["46086.358333", "46086.3583333333", "3/5/2026 8:36", "2026-03-05（周四）8:36", "2026-03-05 周四 8:36"],
)
def test_compact_instants_serials_and_weekdays(text):
    expected = None if text.startswith("3/5") else datetime(2026, 3, 5, 8, 36)
    assert parse_instant(text) == expected


@pytest.mark.parametrize(
    "text",
    ["46086", "46086.0", "2026030508", "202603052436", "2026-03-05T08:36:00Z", "2026年3月底8:30", "2026年3月 8:30"],
)
def test_what_has_no_day_or_no_minute_is_no_instant(text):
    assert parse_instant(text) is None


@settings(deadline=None)
@given(st.datetimes(min_value=datetime(1954, 10, 3), max_value=datetime(2100, 12, 31)))
def test_every_spelling_of_an_instant_comes_back(instant):
    instant = instant.replace(microsecond=0)
    hour, half = instant.hour % 12 or 12, "AM" if instant.hour < 12 else "PM"
    serial = (instant - datetime(1899, 12, 30)).total_seconds() / 86_400
    for text in (
        instant.isoformat(),
        f"{instant:%Y%m%d%H%M%S}",
        f"{instant:%Y/%m/%d} {hour}:{instant:%M:%S} {half}",
        f"{instant.year}年{instant.month}月{instant.day}日{instant.hour}时{instant.minute}分{instant.second}秒",
    ):
        assert parse_instant(text) == instant
    # A serial without a fraction is a day alone.
    assert parse_instant(f"{serial:.10f}") == (instant if serial % 1 else None)


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="0123456789-/.年月日号时点分秒上下午晚AMPT: ", max_size=24)))
def test_no_text_raises_and_what_is_read_reads_as_itself(text):
    instant = parse_instant(text)
    assert instant is None or parse_instant(str(instant)) == instant
