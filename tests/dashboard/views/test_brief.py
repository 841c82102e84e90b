"""The brief of an area says what changed, what needs attention and how far the targets are, as the pages say it."""

import re

import pytest

from dashboard.metrics.areas import area, areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.attention.matters import matters
from dashboard.views.brief import CHANGES, MATTERS, brief
from dashboard.views.profile.standing import standings_view

SECOND = Selection("D", "2024Q2")
DIGIT = re.compile(r"\d")


def test_a_brief_tells_what_the_pages_tell(small):
    told = brief(small, SECOND)
    assert told.title == "甲片区2024年第二季度简报" and told.day.isoformat() == "2024-06-30" and told.is_demo
    known = {row[0]: row[1] for row in standings_view(small, area(small, "D"), SECOND).table.rows}
    assert told.changes.rows and all(known[row[0]] == row[1] for row in told.changes.rows)
    assert len(told.changes.rows) <= CHANGES
    found = matters(small, SECOND)
    assert [row[1] for row in told.matters.rows] == [one.line.what for one in found[:MATTERS]]
    assert f"共{len(found)}件需要关注" in told.matters.finding


@pytest.mark.parametrize("period", ["2024", "2024Q1-2", "2022Q1"])
def test_a_brief_of_any_period_is_made_and_says_what_is_missing(small, period):
    told = brief(small, Selection("P", period))
    assert all(part.finding and all(len(row) == len(part.heads) for row in part.rows) for part in told.parts)


def _withheld(warehouse: Warehouse, metric: Metric, period: str) -> set[str]:
    """The areas whose figure of a metric is withheld in a quarter, as it was decided."""
    rows = warehouse.rows(
        "SELECT DISTINCT area_code FROM mart.withheld WHERE family = $family AND list_contains($quantities, quantity)"
        " AND period = $period AND dimension = ''",
        family=metric.protection.family,
        quantities=list(metric.protection.quantities),
        period=period,
    )
    return {row["area_code"] for row in rows}


def test_no_brief_tells_what_is_withheld_nor_a_change_from_it(demonstration):
    protected = {metric.label: metric for metric in METRICS.values() if metric.protection}
    year_before = {"2025Q4": "2024Q4", "2024Q2": "2023Q2"}
    hidden = {
        (label, code, quarter)
        for label, metric in protected.items()
        for quarter in (*year_before, *year_before.values())
        for code in _withheld(demonstration, metric, quarter)
    }
    told = {
        (label, code, period): change
        for period in year_before
        for code, place in areas(demonstration).items()
        if place.level != "网格"
        for label, _, change, _ in brief(demonstration, Selection(code, period)).changes.rows
        if label in protected
    }
    assert len(told) > 60
    assert hidden.isdisjoint(told)
    from_hidden = [
        change for (label, code, period), change in told.items() if (label, code, year_before[period]) in hidden
    ]
    assert from_hidden and not any(map(DIGIT.search, from_hidden))
