"""Months of a mart become a quarter, by hand for each way in which a measure adds up over time."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.coverage import Covered
from dashboard.metrics.measure import average, cumulative, flow, stock
from dashboard.metrics.rolled import rolled

MONTHS = ("2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06")
SPANS = {"2024Q1": MONTHS[:3], "2024Q2": MONTHS[3:]}
DEMO, REPORTED = 1, 4


def metric(numerator, denominator=None):
    return replace(METRICS["events_accepted"], numerator=numerator, denominator=denominator)


def rows(**values):
    """Rows of months (`m1=5`, or `m1=(numerator, denominator)`), all demonstration data."""
    pairs = {f"2024-0{name[1:]}": value if isinstance(value, tuple) else (value,) for name, value in values.items()}
    return {
        base: dict(zip(("numerator", "denominator"), pair, strict=False)) | {"origins": DEMO}
        for base, pair in pairs.items()
    }


def quarters(measured, given, covered):
    return {row["period"]: row for row in rolled(measured, given, covered, SPANS, MONTHS)}


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (flow("sum(x)", "数"), {"2024Q1": 7, "2024Q2": 4}),
        (stock("sum(x)", "数"), {"2024Q1": 5, "2024Q2": 4}),
        (average("sum(x)", "数"), {"2024Q1": 3.5, "2024Q2": 4.0}),
        (cumulative("sum(x)", "数"), {"2024Q1": 7, "2024Q2": 11}),
    ],
)
def test_each_measure_adds_up_in_its_own_way(measure, expected):
    found = quarters(metric(measure), rows(m1=2, m3=5, m5=4), Covered())
    assert {period: row["numerator"] for period, row in found.items()} == expected
    assert [(row["as_of"], row["base_periods"], row["has_rows"]) for row in found.values()] == [
        ("2024-03", 2, True),
        ("2024-05", 1, True),
    ]


@pytest.mark.parametrize(
    ("measure", "is_ever", "expected"),
    [
        (flow("sum(x)", "数"), True, {"2024Q1": 2, "2024Q2": 0}),
        (flow("sum(x)", "数"), False, {"2024Q1": 2, "2024Q2": None}),
        (cumulative("sum(x)", "数"), True, {"2024Q1": 2, "2024Q2": 2}),
        (cumulative("sum(x)", "数"), False, {"2024Q1": 2, "2024Q2": None}),
    ],
)
def test_a_quarter_in_which_nothing_happened_is_a_zero_where_anything_ever_did(measure, is_ever, expected):
    covered = Covered(dict.fromkeys(MONTHS[1:5], REPORTED), is_ever)
    found = quarters(metric(measure), rows(m1=2), covered)
    assert {period: row["numerator"] for period, row in found.items()} == expected
    assert found["2024Q1"]["origins"] == DEMO | REPORTED
    assert (found["2024Q2"]["is_covered"], found["2024Q2"]["has_rows"], found["2024Q2"]["origins"]) == (
        True,
        False,
        REPORTED,
    )
    assert found["2024Q2"]["as_of"] == ("2024-05" if is_ever else None)


def test_before_anything_happened_a_total_to_date_is_nothing():
    found = quarters(metric(cumulative("sum(x)", "数")), rows(m5=3), Covered(dict.fromkeys(MONTHS, DEMO), is_ever=True))
    assert [row["numerator"] for row in found.values()] == [0, 3]


def test_a_ratio_counts_months_in_which_both_of_its_sides_are_known():
    measured = metric(flow("sum(x)", "数"), flow("sum(y)", "数"))
    found = quarters(measured, rows(m1=(1, 2), m2=(8, None), m3=(Decimal("0.5"), 1), m4=(None, 9)), Covered())
    first, second = found.values()
    assert (first["numerator"], first["denominator"], first["as_of"], first["base_periods"]) == (
        Decimal("1.5"),
        3,
        "2024-03",
        2,
    )
    assert (second["numerator"], second["denominator"], second["as_of"], second["has_rows"]) == (None, None, None, True)


def test_a_row_that_does_not_tell_is_none_whatever_stands_beside_it():
    found = quarters(metric(flow("sum(x)", "数")), rows(m1=None), Covered(dict.fromkeys(MONTHS, DEMO), is_ever=True))
    assert [row["numerator"] for row in found.values()] == [None, 0]
