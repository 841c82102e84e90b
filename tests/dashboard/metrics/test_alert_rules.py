"""What the form 关注规则 says takes the place of what the rules declare; without the form, nothing changes."""

import pytest

from dashboard.metrics.alert_rules import GAPS, RULES, Threshold, thresholds
from dashboard.metrics.attention import inspect
from dashboard.metrics.selection import Selection
from dashboard.metrics.versions import current
from dashboard.views.overview.rules import rules_in_words
from etl.datasets import DATASETS
from tests import small_world

QUARTER = Selection("D", "2024Q2")
SENT = """
    INSERT INTO core.alert_rules (rule, threshold, due_at_least, is_active, origin) VALUES
    ('议定事项超期', 3, NULL, true, 'demo'), ('事件超期积压', NULL, NULL, false, 'demo'),
    ('及时率偏低', 95.5, 2, true, 'demo')
"""


@pytest.fixture(scope="module")
def ruled(tmp_path_factory):
    return current(small_world.publish(tmp_path_factory.mktemp("ruled"), change=SENT))


def test_without_a_form_the_declared_figures_hold(small):
    told = thresholds(small)
    assert told["及时率偏低"] == Threshold(limit=80, due_at_least=10)
    assert told["事件超期积压"] == Threshold(limit=1)
    assert "事件按期办结率低于80%（到期满10件）" in rules_in_words(small)


def test_what_the_form_says_holds_and_an_empty_cell_leaves_the_default(ruled):
    told = thresholds(ruled)
    assert told["及时率偏低"] == Threshold(limit=95.5, due_at_least=2)
    assert told["事件超期积压"] == Threshold(limit=1, is_active=False)
    assert told["网格长缺额"] == Threshold()


def test_a_rule_lists_only_from_its_figure_on(small, ruled):
    # Of D in 2024Q2 two decided matters are late, V2 has one late event, and of the 4 events due (A1 to A4) two were
    # closed in time: V1 has 2 of 3, V2 0 of 1.
    assert {case.rule.name for case in inspect(small, QUARTER).cases} >= {"late_decisions", "overdue"}
    found = [(case.rule.name, case.area.area_code) for case in inspect(ruled, QUARTER).cases]
    assert ("late", "V1") in found
    assert not {"late_decisions", "overdue"} & {name for name, _ in found}
    assert "事件按期办结率低于95.5%（到期满2件）" in rules_in_words(ruled)


def test_the_form_offers_exactly_the_rules_that_there_are():
    offered = DATASETS["alert_rules"].column_of["rule"].choices
    assert sorted(offered) == sorted({rule.label for rule in (*RULES, *GAPS)})
