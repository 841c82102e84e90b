"""What gives made-up figures away, held off by limits that are stated by hand."""

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import correlation, mean, pstdev

import pytest

from etl import demo
from etl.demo import places
from etl.demo.cohorts import CLOSED_IN
from etl.demo.holidays import HOLIDAYS, SPRING_FESTIVAL, is_working
from etl.demo.periods import LAST_DAY, QUARTERS, last_day
from etl.demo.seasons import STORMS

END = datetime(2025, 12, 31, 23, 59)
YEARS = (2023, 2024, 2025)
NIGHT = (*range(8), *range(19, 24))


@pytest.fixture(scope="module")
def forms():
    return demo.forms()


@pytest.fixture(scope="module")
def events(forms):
    return forms["grid_events"]


@pytest.fixture(scope="module")
def closed(events):
    return [row for row in events if row["closed_at"]]


def chi_square(values, outcomes: int) -> float:
    """Of the counts of 0 … outcomes − 1 against the same count for each."""
    counts = Counter(values)
    expected = sum(counts.values()) / outcomes
    return sum((counts[outcome] - expected) ** 2 / expected for outcome in range(outcomes))


def test_chi_square_of_a_die_worked_by_hand():
    # 12 throws, 2 expected of each side: (4 + 1 + 0 + 0 + 1 + 4) / 2
    assert chi_square([0] * 4 + [1] * 3 + [2, 2, 3, 3] + [4], 6) == 5


# By chance alone 7 days give 22 and 24 hours give 50 once in a thousand times.
def test_reports_know_the_weekend(events):
    assert chi_square((row["reported_at"].weekday() for row in events), 7) > 300


def test_closings_know_the_weekend_and_the_clock(closed):
    assert chi_square((row["closed_at"].weekday() for row in closed), 7) > 1000
    assert chi_square((row["closed_at"].hour for row in closed), 24) > 5000


def test_reports_pause_at_noon(events):
    hours = Counter(row["reported_at"].hour for row in events if row["channel"] != "热线")
    assert hours[12] + hours[13] < 0.4 * min(hours[9] + hours[10], hours[15] + hours[16])


def test_only_the_hotline_closes_at_night(closed):
    by_day = [row for row in closed if row["channel"] != "热线"]
    hotline = [row for row in closed if row["channel"] == "热线"]
    assert not [row for row in by_day if row["closed_at"].hour in NIGHT]
    assert 0.05 < sum(row["closed_at"].hour in NIGHT for row in hotline) / len(hotline) < 0.3


def test_few_close_on_days_off_and_those_are_weekends(closed):
    by_day = [row["closed_at"].date() for row in closed if row["channel"] != "热线"]
    off = [day for day in by_day if not is_working(day)]
    assert 0.02 < len(off) / len(by_day) < 0.12
    assert all(day.weekday() >= 5 for day in off)


@pytest.mark.parametrize("year", YEARS)
def test_spring_festival_is_quiet(events, year):
    [festival] = [one for one in HOLIDAYS if one.name == SPRING_FESTIVAL and one.first.year == year]
    days = [row["reported_at"].date() for row in events if row["reported_at"].year == year]
    length = (festival.last - festival.first).days + 1
    assert sum(festival.first <= day <= festival.last for day in days) / length < 0.4 * len(days) / 365


@pytest.mark.parametrize("storm", STORMS, ids=lambda storm: storm.name)
def test_a_storm_breaks_more_in_five_days_than_heat_does_in_five_others(events, storm):
    broken = [row["reported_at"].date() for row in events if row["kind"] == "设施损坏"]
    summer = [day for day in broken if day.year == storm.landed_on.year and day.month in (7, 8, 9)]
    after = [day for day in summer if 0 <= (day - storm.landed_on).days < 5]
    others = [day for day in summer if not 0 <= (day - storm.landed_on).days < 15]
    assert len(after) / 5 > 2.5 * len(others) / (92 - 15)


def gini(counts) -> float:
    """0 where all are equal, near 1 where one has all."""
    ordered = sorted(counts)
    ranked = sum(place * count for place, count in enumerate(ordered, start=1))
    return 2 * ranked / (len(ordered) * sum(ordered)) - (len(ordered) + 1) / len(ordered)


def test_gini_worked_by_hand():
    assert gini([3, 3, 3]) == pytest.approx(0) and gini([0, 0, 9]) == pytest.approx(2 / 3)


def test_grids_are_unequal(events):
    counts = Counter(row["grid_code"] for row in events if row["grid_code"] in places.ALL_GRIDS)
    assert len(counts) == 24 and 0.32 < gini(counts.values()) < 0.55


def test_no_matter_was_ever_open_for_a_year(events):
    assert max((row["closed_at"] or END) - row["reported_at"] for row in events) < timedelta(days=365)


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


@pytest.fixture(scope="module")
def output(forms):
    """Enterprise → quarter → output in 万元, of what makes goods."""
    return measured(forms, "gross_output_cny_10k")


def measured(forms, measure: str) -> dict[str, dict[str, float]]:
    found = defaultdict(dict)
    for row in forms["enterprise_quarters"]:
        if row[measure] is not None:
            found[row["enterprise_code"]][row["quarter"]] = float(row[measure])
    return found


def year_before(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1}{quarter[4:]}"


def yearly_changes(quarters: dict[str, float]) -> dict[str, float]:
    """Quarter → change to the same quarter of the year before, as a share of it."""
    return {
        quarter: made / quarters[year_before(quarter)] - 1
        for quarter, made in quarters.items()
        if quarters.get(year_before(quarter))
    }


def test_enterprises_win_and_lose_orders(output):
    changes = [change for quarters in output.values() for change in yearly_changes(quarters).values()]
    assert 0.25 < pstdev(changes) < 0.45
    assert 0.3 < sum(abs(change) > 0.25 for change in changes) / len(changes) < 0.55


def test_a_good_quarter_is_followed_by_another_one(output):
    pairs = []
    for quarters in output.values():
        changes = yearly_changes(quarters)
        pairs += [
            (changes[one], changes[other])
            for one, other in pairwise(QUARTERS)
            if one in changes and other in changes and max(changes[one], changes[other]) < 2
        ]
    assert correlation(*zip(*pairs, strict=True)) > 0.5


def test_some_workshops_stand_still_for_a_quarter_or_two(output):
    stops = Counter(code for code, quarters in output.items() for made in quarters.values() if made == 0)
    assert 8 <= len(stops) <= 40 and max(stops.values()) <= 4
    assert all(any(quarters.values()) for quarters in output.values())


def test_one_enterprise_above_scale_closes_and_leaves_a_gap(forms, output):
    [gone] = [
        row for row in forms["enterprises"] if row["is_above_scale"] and row["left_on"] and row["left_on"].year == 2025
    ]
    quarters = output[gone["enterprise_code"]]
    assert max(quarters) == QUARTERS[CLOSED_IN - 1] and gone["left_on"] <= last_day(QUARTERS[CLOSED_IN])
    assert quarters["2025Q1"] < 0.4 * quarters["2024Q1"]
    same = {row["enterprise_code"] for row in forms["enterprises"] if row["industry"] == gone["industry"]}
    park = {row["enterprise_code"] for row in forms["enterprises"] if row["area_code"] == places.PARK}
    made = {year: sum(output[code].get(f"{year}Q3", 0) for code in same & park) for year in (2024, 2025)}
    assert made[2025] < 0.9 * made[2024]


def test_one_knitter_has_a_new_line_and_its_meter_shows_it(forms, output):
    used = measured(forms, "electricity_mwh")
    grown = [
        code
        for code, quarters in output.items()
        if all(quarter in quarters for quarter in QUARTERS)
        and quarters["2025Q4"] > 4_000
        and quarters["2025Q4"] > 1.7 * quarters["2023Q4"]
        and used[code]["2025Q4"] > 1.5 * used[code]["2023Q4"]
    ]
    industry = {row["enterprise_code"]: row["industry"] for row in forms["enterprises"]}
    assert "针织" in {industry[code] for code in grown}


# MWh for 10,000 yuan of output that somebody who knows the trade would believe; industry as a whole has about 0.455.
BELIEVABLE = {
    "塑料": (0.35, 0.8),
    "针织": (0.3, 0.7),
    "五金": (0.22, 0.55),
    "包装": (0.15, 0.45),
    "食品": (0.1, 0.35),
    "鞋类": (0.08, 0.3),
    "电子": (0.07, 0.3),
    "服装": (0.07, 0.25),
    "其他": (0.07, 0.35),
}


@pytest.fixture(scope="module")
def per_output(forms, output):
    """Enterprise → quarter → MWh for 10,000 yuan of output, where something was made."""
    used = measured(forms, "electricity_mwh")
    return {
        code: {quarter: mwh / output[code][quarter] for quarter, mwh in used[code].items() if output[code][quarter]}
        for code in used
        if code in output
    }


@pytest.mark.parametrize("industry", BELIEVABLE)
def test_electricity_fits_the_industry_and_no_two_enterprises_are_alike(forms, per_output, industry):
    codes = {row["enterprise_code"] for row in forms["enterprises"] if row["industry"] == industry}
    usual = [mean(per_output[code].values()) for code in codes if per_output.get(code)]
    low, high = BELIEVABLE[industry]
    assert low < mean(usual) < high
    assert pstdev(usual) / mean(usual) > 0.15


def test_what_runs_while_little_is_made_shows_in_the_ratio(output, per_output):
    slack, usual = [], []
    for code, ratios in per_output.items():
        full = mean(output[code].values())
        for quarter, ratio in ratios.items():
            if output[code][quarter] < 0.6 * full:
                slack.append(ratio / mean(ratios.values()))
            elif output[code][quarter] > 0.9 * full:
                usual.append(ratio / mean(ratios.values()))
    assert len(slack) > 50 and mean(slack) > 1.15 * mean(usual)


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
