"""No panel of any page fails, whatever area and period are chosen; `python -m bench choices` walks all of them."""

import logging

import pytest

from dashboard.metrics.selection import Selection
from dashboard.metrics.versions import current
from tests import choices
from tests.browser.test_every_page import page_names

# In these a logarithmic axis had no tick.
ONCE_BROKEN = (Selection("350581100911", "2024Q4"),)


@pytest.fixture
def warehouse(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    return current()


# Every second choice here, every other for the next page; a profile draws every metric there is and has every fifth.
STEP, STEPS = 2, {"profile": 5}


@pytest.mark.parametrize("page", page_names())
def test_no_panel_fails(warehouse, page):
    sample = choices.sample(warehouse)[page_names().index(page) % STEP :: STEPS.get(page, STEP)]
    found = [*choices.failures([page], sample), *choices.failures([page], ONCE_BROKEN)]
    assert not found, "\n".join(map(str, found))


def test_the_sample_meets_every_area_and_every_period(warehouse):
    codes, periods = choices.offered(warehouse)
    tried = choices.sample(warehouse)
    assert {one.area_code for one in tried} == set(codes)
    assert {one.period for one in tried} == set(periods)
    assert len(choices.every(warehouse)) == len(codes) * len(periods)


def test_a_failure_is_found(warehouse, monkeypatch):
    def broken(*given, **named):
        raise ZeroDivisionError("a made-up mistake")

    monkeypatch.setattr("dashboard.views.park_output.land.charts.Scatter", broken)
    warehouse._memory.clear()
    [found, *_] = choices.failures(["park_output"], [Selection("350581000000", "2025Q4")])
    assert "park_output?area=350581000000&period=2025Q4" in str(found) and "made-up" in str(found)
