from datetime import date, datetime, time, timedelta

import pytest

from etl.read.cells import cell_text


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
        (12, '0"%"', "12"),
        (12.5, r"0.0\%", "12.5"),
        (datetime(2024, 11, 4), "yyyy-mm-dd", "2024-11-04"),
        (datetime(2024, 11, 4), "yyyy-mm-dd hh:mm", "2024-11-04 00:00:00"),
        (datetime(2024, 11, 4, 17, 30), "yyyy-mm-dd", "2024-11-04 17:30:00"),
        (datetime(2024, 11, 4, 17, 29, 59, 999_800), "", "2024-11-04 17:30:00"),
        (date(2024, 11, 4), "", "2024-11-04"),
        (time(17, 30), "h:mm", "17:30:00"),
        (timedelta(hours=26), "[h]:mm", "26:00:00"),
    ],
)
def test_values_become_what_the_clerk_sees(value, number_format, text):
    assert cell_text(value, number_format) == text
