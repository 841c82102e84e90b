"""The demonstration of services and patrols: what it has to say, and that its pieces agree with the other forms."""

from collections import defaultdict

import pytest

import demo
from demo import places
from demo.services import GIVEN
from tests import filled

OPENED = {row["site_code"]: row["opened_on"] for row in filled.rows(filled.DATA / "demo" / "service_sites.xlsx")}


@pytest.fixture(scope="module")
def forms():
    return demo.forms()


def share(rows, above: str, below: str) -> float:
    return sum(row[above] for row in rows) / sum(row[below] for row in rows)


def test_no_site_reports_before_it_opened(forms):
    for row in forms["service_months"]:
        opened = OPENED.get(row["site_code"])
        assert opened is None or opened <= row["month"], row


def test_two_sites_are_late_with_the_last_month(forms):
    by_month = defaultdict(set)
    for row in forms["service_months"]:
        by_month[row["month"]].add(row["site_code"])
    assert {given.site for given in GIVEN} - by_month["2025-12"] == {"D-BG-09", "D-LX-03"}
    assert len(by_month) == 36


def test_childcare_fills_up_and_one_hall_stays_empty(forms):
    rows = forms["service_months"]
    care = [row for row in rows if row["service"] == "托育"]
    first, last = ([row for row in care if row["month"][:4] == year] for year in ("2023", "2025"))
    assert share(last, "in_use", "capacity") > share(first, "in_use", "capacity") + 0.2
    hours = [row for row in rows if row["used_hours"] is not None and row["month"][:4] == "2025"]
    hall = [row for row in hours if row["site_code"] == "D-BG-08"]
    assert share(hall, "used_hours", "opening_hours") < 0.35 < 0.5 < share(hours, "used_hours", "opening_hours")


def test_no_more_disputes_end_than_came_in(forms):
    for area in {row["area_code"] for row in forms["mediation_months"]}:
        rows = [row for row in forms["mediation_months"] if row["area_code"] == area]
        # Two in a hundred reports were never sent, so that a few endings may lack their beginning.
        assert sum(row["closed"] for row in rows) <= 1.05 * sum(row["accepted"] for row in rows)


def test_mediation_in_the_village_became_faster(forms):
    rows = [row for row in forms["mediation_months"] if row["area_code"] == places.TANGHOU]
    before = [row for row in rows if row["month"] < "2025-04"]
    after = [row for row in rows if row["month"] >= "2025-07"]
    assert share(after, "days_total", "closed") < 0.85 * share(before, "days_total", "closed")


def test_no_more_party_members_take_part_than_there_are(forms):
    members = defaultdict(int)
    for row in forms["party_organizations"]:
        members[row["area_code"], row["quarter"]] += row["members"]
    counted = defaultdict(int)
    for row in forms["civic_points"]:
        if row["participant_group"] in ("在职党员", "老党员"):
            quarter = f"{row['month'][:4]}Q{(int(row['month'][5:]) + 2) // 3}"
            counted[row["area_code"], quarter, row["month"]] += row["participants"]
    assert counted and all(count <= members[area, quarter] for (area, quarter, _), count in counted.items())


def test_homes_visited_are_homes_of_the_grid(forms):
    homes = {(row["grid_code"], row["quarter"]): row["households"] for row in forms["grid_staffing"]}
    for row in forms["grid_patrols"]:
        quarter = f"{row['month'][:4]}Q{(int(row['month'][5:]) + 2) // 3}"
        assert row["households"] == homes[row["grid_code"], quarter]
        assert row["households_visited"] <= row["households"]


def test_a_grid_without_a_leader_is_not_patrolled_at_first(forms):
    assert [row for row in forms["grid_patrols"] if not row["patrols"]]
    assert len(forms["grid_patrols"]) < 24 * 36


def test_the_late_grids_score_lowest_and_recover(forms):
    late = ("35058110120603", "35058110191106")
    scores = defaultdict(list)
    for row in forms["grid_reviews"]:
        scores[row["grid_code"] in late, row["quarter"][:4]].append(row["score"])
    mean = {key: sum(found) / len(found) for key, found in scores.items()}
    assert mean[True, "2024"] < mean[False, "2024"] - 6
    assert mean[True, "2025"] - mean[True, "2024"] > mean[False, "2025"] - mean[False, "2024"]
    assert {row["grade"] for row in forms["grid_reviews"]} == {"红旗", "达标", "整改"}
