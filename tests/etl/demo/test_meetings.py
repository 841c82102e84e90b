"""The demonstration's lists, meetings and matters agree with one another, and with what the public report dates."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from etl.demo import decisions, lists, meetings, places
from etl.demo.list_titles import BAOGAI, PENGTIAN_DISTRICT
from etl.demo.periods import LAST_DAY, QUARTERS


@pytest.fixture(scope="module")
def forms():
    return meetings.forms()


@pytest.fixture(scope="module")
def needs(forms):
    return {row["item_id"]: row for row in forms["list_items"] if row["list_kind"] == "需求"}


def test_the_same_on_every_call(forms):
    assert meetings.forms() == forms


def test_visits_raise_at_least_the_needs_that_the_lists_have_from_visits(forms, needs):
    listed = Counter(
        (need["area_code"], f"{need['raised_on']:%Y-%m}")
        for need in needs.values()
        if need["raised_by_kind"] == "入企走访"
    )
    raised = {(row["area_code"], row["month"]): row["issues_raised"] for row in forms["enterprise_visits"]}
    assert listed and all(raised[place] >= count for place, count in listed.items())


def test_a_matter_comes_after_its_meeting_and_its_need(forms, needs):
    held = {row["meeting_id"]: row["held_on"] for row in forms["meetings"]}
    for row in forms["decisions"]:
        assert row["decided_on"] == held[row["meeting_id"]]
        if row["item_id"] in needs:
            assert needs[row["item_id"]]["raised_on"] < row["decided_on"]


def test_a_need_is_closed_with_the_matter_that_it_led_to(forms, needs):
    for row in forms["decisions"]:
        if row["item_id"] in needs:
            assert needs[row["item_id"]]["closed_on"] == row["closed_on"]


def test_a_matter_is_closed_where_its_last_report_says_so(forms):
    last = {}
    for update in forms["decision_updates"]:
        last[update["decision_id"]] = update
    closed = {row["decision_id"]: row["closed_on"] for row in forms["decisions"]}
    assert len(last) >= 0.95 * len(closed)
    for decision_id, update in last.items():
        assert (update["reported_on"] if update["status"] == "已办结" else None) == closed[decision_id]


def test_nothing_happens_after_the_last_day(forms):
    happened = [row["held_on"] for row in forms["meetings"] if row["held_on"]]
    happened += [row["reported_on"] for row in forms["decision_updates"]]
    happened += [row[name] for row in forms["list_items"] for name in ("raised_on", "matched_on", "closed_on")]
    assert max(day for day in happened if day) <= LAST_DAY


def test_each_district_meets_every_quarter_but_one_and_late_ones_keep_their_name(forms):
    joint = [row for row in forms["meetings"] if row["kind"] == "联席会议"]
    assert Counter(row["named_quarter"] for row in joint) == dict.fromkeys(QUARTERS, 2)
    assert [(row["area_code"], row["named_quarter"]) for row in joint if row["held_on"] is None] == [
        (PENGTIAN_DISTRICT, "2023Q2"),
        (BAOGAI, "2023Q3"),
    ]
    second = next(row for row in joint if (row["area_code"], row["named_quarter"]) == (PENGTIAN_DISTRICT, "2025Q2"))
    assert date(2025, 7, 1) <= second["held_on"] <= date(2025, 7, 10)  # 今年7月上旬


def test_a_meeting_counts_the_matters_of_the_register(forms):
    decided = Counter(row["meeting_id"] for row in forms["decisions"])
    for row in forms["meetings"]:
        if row["held_on"]:
            assert row["decisions"] == decided[row["meeting_id"]]


@pytest.mark.parametrize(
    ("words", "closed_on"),
    [
        ("商场权益份额由国企回购", date(2025, 8, 26)),  # 今年8月26日
        ("全流程帮办", date(2025, 6, 30)),  # 今年6月30日
        ("商场经营权", date(2025, 12, 5)),  # 12月5日
    ],
)
def test_a_reported_matter_was_closed_on_the_printed_day(forms, words, closed_on):
    [row] = [row for row in forms["decisions"] if words in row["title"]]
    assert row["closed_on"] == closed_on and row["decided_on"] < closed_on


def test_the_garage_was_decided_in_july_and_begun_on_the_printed_day(forms):
    [row] = [row for row in forms["decisions"] if "地下停车场" in row["title"]]
    begun = [
        update["reported_on"]
        for update in forms["decision_updates"]
        if update["decision_id"] == row["decision_id"] and update["node"] == "启动改造"
    ]
    assert row["decided_on"] == date(2025, 7, 4) and row["closed_on"] is None and begun == [date(2025, 11, 11)]
    [land] = [row for row in forms["decisions"] if "89亩" in row["title"]]
    assert land["area_code"] == places.STARTUP_PARK and land["closed_on"].year == 2025


def test_every_need_of_the_plan_led_to_a_matter_and_some_are_stuck(forms):
    planned = [row for row in forms["decisions"] if (row["item_id"] or "").startswith("BG-G")]
    assert sorted(row["item_id"] for row in planned) == [f"BG-G{number:02d}" for number in range(1, 13)]
    assert 2 <= sum(row["closed_on"] is None for row in planned) <= 4
    assert all(row["decided_on"] > date(2024, 11, 4) for row in planned)


def test_there_is_something_to_say(forms, needs):
    states = Counter(update["status"] for update in forms["decision_updates"])
    assert all(states[status] > 5 for status in ("未启动", "推进中", "已办结", "受阻"))
    assert any(update["note"] == decisions.REOPENED for update in forms["decision_updates"])
    late = defaultdict(list)
    for row in forms["decisions"]:
        due = row["original_due_on"] or row["due_on"]
        if due <= LAST_DAY:
            late[row["responsible_unit"] in decisions.LAGGING].append(
                row["closed_on"] is None or row["closed_on"] > due
            )
    assert sum(late[True]) / len(late[True]) > sum(late[False]) / len(late[False]) + 0.15
    before = [need for need in needs.values() if need["due_on"] < date(2024, 10, 1)]
    after = [need for need in needs.values() if date(2025, 4, 1) <= need["due_on"] <= LAST_DAY]

    def in_time(found) -> float:
        return sum(need["closed_on"] is not None and need["closed_on"] <= need["due_on"] for need in found) / len(found)

    assert in_time(after) > in_time(before) + 0.1


def test_no_need_lies_open_for_years_and_some_are_late(forms, needs):
    left = [need for need in needs.values() if need["closed_on"] is None]
    held = {row["item_id"] for row in forms["decisions"] if row["closed_on"] is None}
    assert all(need["raised_on"] >= date(2025, 4, 5) for need in left if need["item_id"] not in held)
    assert all(need["raised_on"] >= date(2025, 1, 1) for need in left)
    assert sum(need["due_on"] <= LAST_DAY for need in left) > 5


def test_units_are_no_persons(forms):
    assert lists.district(places.PARK) == BAOGAI and lists.district(places.GARMENT_CITY) == PENGTIAN_DISTRICT
    units = {row["responsible_unit"] for row in forms["decisions"]}
    assert all(unit.endswith(tuple("室党委会心处校司局队村间部所班会院")) or "集团" in unit for unit in units), units
