"""What a missing row says, over the small world by hand: 甲片区 sent its incubation for 2023Q4 and 2024Q2, and events for April and May."""

from dataclasses import replace

import pytest

from dashboard.metrics.coverage import Covered, coverage, extent, told_areas
from dashboard.metrics.marts import MARTS, Coverage

REPORTED, DEMO = 4, 1
QUARTERS = ("2023Q3", "2023Q4", "2024Q1", "2024Q2", "2024Q3")


def incubation(meaning: Coverage):
    return replace(MARTS["incubation_quarters"], coverage=meaning)


def asked(warehouse, meaning, code, filled=()):
    return coverage(warehouse, incubation(meaning), code, QUARTERS, filled, is_above=False)


@pytest.mark.parametrize(
    ("meaning", "code", "expected"),
    [
        (Coverage.LIST, "P", Covered({"2023Q4": REPORTED, "2024Q2": REPORTED}, is_ever=True)),
        (Coverage.LIST, "V", Covered({"2023Q4": REPORTED, "2024Q2": REPORTED}, is_ever=False)),
        (Coverage.SPAN, "P", Covered(dict.fromkeys(QUARTERS[1:4], REPORTED), is_ever=True)),
        (Coverage.LIST, "Q", Covered()),
        (Coverage.SPAN, "Q", Covered()),
        (Coverage.SPAN, "unknown", Covered()),
        (Coverage.REGISTER, "Q", Covered(dict.fromkeys(QUARTERS[1:4], 0))),
    ],
)
def test_a_missing_row_says_what_the_mart_declares(small, meaning, code, expected):
    """An area says what its 片区 sent; 乙片区 with 乙园 (Q) sent none, and a register speaks for everyone in its span."""
    assert asked(small, meaning, code) == expected


def test_where_rows_alone_count_only_periods_with_rows_are_covered(small):
    assert asked(small, Coverage.ROWS, "P", filled={"2024Q2"}) == Covered({"2024Q2": 0})


def test_what_stands_above_the_grids_says_the_same_of_a_district(small):
    mart = MARTS["grid_event_months"]
    for is_above in (False, True):
        found = coverage(small, mart, "V", ("2024-04",), (), is_above=is_above)
        assert found == Covered({"2024-04": DEMO, "2024-05": DEMO}, is_ever=True)


def test_extent_and_areas_of_a_mart(small):
    mart = MARTS["grid_event_months"]
    assert extent(small, mart) == ("2024-04", "2024-05")
    assert told_areas(small, mart) == {"C", "T", "D", "E", "P", "V", "Q", "P1", "V1", "V2"}
