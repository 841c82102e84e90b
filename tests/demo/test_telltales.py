"""Tell-tales of made-up forms, held off by limits stated by hand: old matters, days off, rhythm of work and of waiting.

Those of events and of enterprises stand in `test_events.py` and `test_output.py`.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta
from statistics import correlation, mean, pstdev

import pytest

import demo
from demo.holidays import is_working
from demo.periods import LAST_DAY

YEARS = (2023, 2024, 2025)


@pytest.fixture(scope="module")
def forms():
    return demo.forms()


def test_what_lies_open_for_a_year_on_a_list_is_told_in_a_meeting(forms):
    a_year_ago = LAST_DAY - timedelta(days=365)
    held = {row["item_id"] for row in forms["decisions"] if row["closed_on"] is None}
    old = [
        row
        for row in forms["list_items"]
        if row["list_kind"] == "需求" and row["raised_on"] < a_year_ago and row["closed_on"] is None
    ]
    assert {row["item_id"] for row in old} <= held
    told = defaultdict(list)
    for update in forms["decision_updates"]:
        told[update["decision_id"]].append(update)
    for row in forms["decisions"]:
        if row["closed_on"] is None and row["decided_on"] < a_year_ago:
            assert told[row["decision_id"]][-1]["note"]
            assert LAST_DAY - told[row["decision_id"]][-1]["reported_on"] < timedelta(days=120)


def test_incubation_has_a_rhythm(forms):
    rows = {row["quarter"]: row for row in forms["incubation_quarters"]}
    for year in YEARS:
        assert rows[f"{year}Q1"]["accounts_active"] < rows[f"{year - 1}Q4"]["accounts_active"]
        assert rows[f"{year}Q4"]["orders"] > 1.5 * rows[f"{year}Q3"]["orders"]
    each = [row["orders"] / row["accounts_active"] for row in rows.values()]
    assert pstdev(each) / mean(each) > 0.35
    assert sum(row["jobs_created"] == 0 for row in rows.values()) >= 3
    assert max(row["jobs_created"] for row in rows.values()) >= 10


def test_the_backlog_of_mediation_ebbs_and_flows(forms):
    kept = Counter()
    for row in forms["mediation_months"]:
        kept[row["month"]] += row["accepted"] - row["closed"]
    waiting, backlog = 0, []
    for month in sorted(kept):
        waiting += kept[month]
        backlog.append(waiting)
    assert max(backlog) > 40 and max(backlog) > 3 * min(backlog) > 0
    assert correlation(backlog[:-1], backlog[1:]) > 0.6
    yearly = [backlog[start : start + 12] for start in (0, 12, 24)]
    assert all(max(year) > 1.5 * min(year) for year in yearly)


OFFICE_DAYS = {
    "list_items": ("matched_on", "closed_on"),
    "meetings": ("held_on", "minutes_on"),
    "decisions": ("decided_on",),
    "decision_updates": ("reported_on",),
    "training_courses": ("started_on",),
    "enterprises": ("left_on",),
}


@pytest.mark.parametrize(("form", "name"), [(form, name) for form, names in OFFICE_DAYS.items() for name in names])
def test_offices_do_nothing_on_days_off(forms, form, name):
    days = [row[name] for row in forms[form] if isinstance(row[name], date)]
    off = [day for day in days if not is_working(day)]
    # A few days are printed in the public report or belong to a contract of its own.
    assert len(days) > 10 and len(off) <= 0.02 * len(days)
