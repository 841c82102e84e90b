"""Tell-tales of made-up enterprises, held off by limits stated by hand: changes, stops, a closure, a line, electricity."""

from collections import Counter, defaultdict
from itertools import pairwise
from statistics import correlation, mean, pstdev

import pytest

import demo
from demo import places
from demo.cohorts import CLOSED_IN
from demo.periods import QUARTERS, last_day


@pytest.fixture(scope="module")
def forms():
    return demo.forms()


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
    assert quarters["2025Q2"] < 0.4 * quarters["2024Q2"]
    same = {row["enterprise_code"] for row in forms["enterprises"] if row["industry"] == gone["industry"]}
    park = {row["enterprise_code"] for row in forms["enterprises"] if row["area_code"] == places.PARK}
    made = {year: sum(output[code].get(f"{year}Q4", 0) for code in same & park) for year in (2024, 2025)}
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
