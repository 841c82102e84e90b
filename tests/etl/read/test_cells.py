from datetime import date, datetime, time, timedelta

import pytest

from etl.read.cells import cell_text, serial_text, unescaped
from etl.read.guards import unguarded


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "", ""),
        ("  原文 ", "", "  原文 "),
        (True, "", "是"),
        (False, "", "否"),
        (12, "General", "12"),
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (0.30000000000000004, "0.00", "0.3"),
        (-3.5, "General", "-3.5"),
        (1e20, "General", "100000000000000000000"),
        (1e-7, "General", "0.0000001"),
        (350581101206.0, "0", "350581101206"),
        (0.12, "0%", "12%"),
        (0.1234, "0.00%", "12.34%"),
        (1, "0%", "100%"),
        (12, '0"%"', "12%"),
        (12.5, r"0.0\%", "12.5%"),
        (datetime(2024, 11, 4), "yyyy-mm-dd", "2024-11-04"),
        (datetime(2024, 11, 4), "yyyy-mm-dd hh:mm", "2024-11-04 00:00:00"),
        (datetime(2024, 11, 4, 17, 30), "yyyy-mm-dd", "2024-11-04 17:30:00"),
        (datetime(2024, 11, 4, 17, 29, 59, 999_800), "", "2024-11-04 17:30:00"),
        (date(2024, 11, 4), "", "2024-11-04"),
        (time(17, 30), "h:mm", "17:30:00"),
        (time(8, 29, 59, 999_000), "h:mm", "08:30:00"),
        (timedelta(days=-1, hours=22, seconds=5), "[h]:mm", "-1:59:55"),
        (6.04, '0.00"亿元"', "6.04亿元"),
        (12, '0"人"', "12人"),
        (timedelta(hours=26), "[h]:mm", "26:00:00"),
    ],
)
def test_values_become_what_the_clerk_sees(value, number_format, text):
    assert cell_text(value, number_format) == text


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        (45600, "yyyy-mm-dd", "2024-11-04"),
        (0.25, "h:mm", "06:00:00"),
        (1.25, "[h]:mm", "30:00:00"),
        (45600, "0", "45600"),
    ],
)
def test_a_stored_number_is_a_day_where_its_format_says_so(number, number_format, text):
    assert serial_text(number, number_format) == text


@pytest.mark.parametrize(("number", "number_format"), [(-1, "yyyy-mm-dd"), (1e9, "yyyy-mm-dd"), (float("inf"), "0")])
def test_what_is_no_number_or_day_overflows(number, number_format):
    with pytest.raises(OverflowError):
        serial_text(number, number_format)


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("a_x000D_\nb", "a\r\nb"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83D__xDE00_", "😀"),
        ("_xD83D_", "\ufffd"),
        ("_x000D_x000A_", "\rx000A_"),
        ("_x00_ _xGGGG_ x_", "_x00_ _xGGGG_ x_"),
        ("_x0000_", ""),
    ],
)
def test_escapes(stored, meant):
    assert unescaped(stored) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('="3505"', "3505"),
        ('= "3505" ', "3505"),
        ('="说""好"""', '说"好"'),
        ('=""', ""),
        ("'007", "007"),
        ("'2024-01-01", "2024-01-01"),
        ("'abc", "'abc"),
        ("=1+2", "=1+2"),
        ('="a"&"b"', '="a"&"b"'),
        ("'", "'"),
    ],
)
def test_guards(text, meant):
    assert unguarded(text) == meant
