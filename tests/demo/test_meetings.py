"""The demonstration's lists, meetings and matters agree with one another, and with what the public report dates."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from demo import decisions, lists, meetings, places
from demo.list_titles import BAOGAI, PENGTIAN_DISTRICT
from demo.periods import LAST_DAY, QUARTERS


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


def plans(forms) -> dict[str, dict[str, date]]:
    """By matter the day that its reports first name for each node to come, in the order of the reports."""
    found = defaultdict(dict)
    for update in forms["decision_updates"]:
        if update["next_node"]:
            found[update["decision_id"]].setdefault(update["next_node"], update["next_due_on"])
    return found


def test_nodes_are_planned_one_after_the_other_up_to_the_deadline(forms):
    register = {row["decision_id"]: row for row in forms["decisions"]}
    last = decisions.NODES[-1][0]
    finals = 0
    for decision_id, planned in plans(forms).items():
        row, days = register[decision_id], list(planned.values())
        assert row["decided_on"] < days[0] and days == sorted(days) and days[-1] <= row["due_on"]
        if last in planned:
            finals += 1
            assert planned[last] in (row["original_due_on"], row["due_on"])
            assert all(day <= planned[last] for day in days)
    assert finals > 20


def test_the_steps_between_nodes_are_unequal_and_early_nodes_are_due_before_the_matter(forms):
    register = {row["decision_id"]: row for row in forms["decisions"]}
    early = [
        (planned["拿出方案"] - register[decision_id]["decided_on"]).days / (row_days(register[decision_id]))
        for decision_id, planned in plans(forms).items()
        if "拿出方案" in planned
    ]
    assert len({round(share, 2) for share in early}) > 10
    assert 0.4 < sum(early) / len(early) < 0.7


def row_days(row) -> int:
    return ((row["original_due_on"] or row["due_on"]) - row["decided_on"]).days


def test_some_nodes_are_reached_late_few_of_them_in_matters_that_keep_their_day(forms):
    register = {row["decision_id"]: row for row in forms["decisions"]}
    reached = defaultdict(dict)
    for update in forms["decision_updates"]:
        if update["node"]:
            reached[update["decision_id"]].setdefault(update["node"], update["reported_on"])
    late = {True: [], False: []}
    for decision_id, planned in plans(forms).items():
        row = register[decision_id]
        keeps = row["closed_on"] is not None and row["closed_on"] <= (row["original_due_on"] or row["due_on"])
        late[keeps] += [
            reached[decision_id][node] > day for node, day in planned.items() if node in reached[decision_id]
        ]
    assert 0 < sum(late[True]) < 0.15 * len(late[True])
    assert sum(late[False]) > 0.3 * len(late[False])


def test_a_matter_that_goes_back_says_so(forms):
    progress = defaultdict(list)
    for update in forms["decision_updates"]:
        progress[update["decision_id"]].append(update)
    back = [
        after
        for told in progress.values()
        for before, after in zip(told, told[1:], strict=False)
        if after["progress_pct"] < before["progress_pct"]
    ]
    assert back and all("退回" in update["note"] for update in back)


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
