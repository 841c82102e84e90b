"""An attack on 自助分析: nothing withheld is shown or told by totals, for a covering sample of all that can be asked."""

from collections import Counter

import pytest

from tests.dashboard.views.explore.attack import (
    EVERY_SUM,
    PROTECTED,
    attacked,
    every_link,
    sampled_links,
    sampled_sums,
    told_by_totals,
)

pytestmark = pytest.mark.thorough


def test_nothing_withheld_stands_in_any_answer(demonstration):
    found = Counter()
    leaks = []
    for metric, link in sampled_links(demonstration):
        count, leaked = attacked(demonstration, metric, link)
        found[metric.protection.family] += count
        leaks += [(link, place) for place in leaked]
    assert not leaks, leaks[:3]
    # Of enterprises much is withheld, so that the attack has something to find.
    assert found["enterprises"] > 1_000


def test_the_sample_asks_every_metric_by_all_that_it_can_be_asked_by(demonstration):
    every, sample = list(every_link(demonstration)), sampled_links(demonstration)
    for name in ("by", "from", "level"):
        assert {(metric.name, link[name]) for metric, link in sample} == {
            (metric.name, link[name]) for metric, link in every
        }
    assert len(PROTECTED) < len(sample) < len(every) / 2
    assert {metric.name for metric, _ in sampled_sums()} == {metric.name for metric, _ in EVERY_SUM}


@pytest.mark.parametrize(
    ("metric", "by"), [pytest.param(*case, id=f"{case[0].name}-{case[1] or 'whole'}") for case in sampled_sums()]
)
def test_no_total_tells_what_is_withheld(demonstration, metric, by):
    """Rows and columns that add up, over areas and parts of one period and over the periods of a longer one."""
    told = told_by_totals(demonstration, metric, by)
    assert not told, told[:3]
