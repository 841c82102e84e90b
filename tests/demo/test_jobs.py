"""The demonstration of work and party life: its pieces agree with one another and have something to say."""

from collections import defaultdict

import pytest

from demo import jobs, party, party_life, places


@pytest.fixture(scope="module")
def forms():
    return jobs.forms()


def test_the_months_hold_what_the_events_brought(forms):
    measures = {"openings": "openings", "visitors": "seekers", "intentions": "matched", "hires": "hired"}
    for event in forms["recruitment_events"]:
        place = event["area_code"], f"{event['held_on']:%Y-%m}", jobs.EVENT_CHANNELS[event["kind"]]
        rows = [row for row in forms["job_months"] if (row["area_code"], row["month"], row["channel"]) == place]
        for told, written in measures.items():
            parts = [row[written] for row in rows]
            assert (None if None in parts else sum(parts)) == event[told], (event["event_id"], told)


def test_nothing_comes_before_it_opened(forms):
    first = {}
    for row in forms["job_months"]:
        first.setdefault(row["channel"], row["month"])
    assert first["宝盖职聘"] == first["零工配产"] == "2024-12" and first["零工驿站"] == "2023-04"


def test_designers_are_missing_and_placements_recover_after_the_plan(forms):
    sums = defaultdict(lambda: [0, 0])
    for row in forms["job_months"]:
        for key in (row["occupation"], row["month"][:4]):
            sums[key][0] += row["openings"]
            sums[key][1] += row["hired"] or 0
    filled = {key: hired / openings for key, (openings, hired) in sums.items()}
    assert filled["设计师"] == min(filled[name] for name in jobs.TRADES)
    assert filled["2025"] > filled["2024"] + 0.05


def test_enterprises_with_their_own_organization_are_no_more_than_the_organizations():
    for row in party_life.coverage_rows():
        counts = party.COUNTS.get((row["area_code"], "非公企业"))
        number = party_life.QUARTERS.index(row["quarter"])
        assert row["covered_single"] <= (counts[number][0] if counts else 0)


def test_the_plan_finds_eight_estates_in_its_village():
    assert sum(estate[0] == places.TANGHOU for estate in party_life.ESTATES) == 8
