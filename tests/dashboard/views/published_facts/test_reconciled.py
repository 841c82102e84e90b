"""Published figures against reported ones: what is drawn, and what the titles say in every case."""

import re
from dataclasses import replace

import pytest

from dashboard.render.charts import draw
from dashboard.render.palette import LIGHT
from dashboard.tables.reconciliation import reconcile
from dashboard.tables.registers import Check, checks
from dashboard.views.published_facts.reconciled import (
    checks_table,
    checks_title,
    drawable,
    reconciliation_counts,
    reconciliation_title,
    reconciliation_view,
    verdict,
)


@pytest.fixture(scope="module")
def pairs(small):
    return reconcile(small)


def panel_of(pairs, shown):
    return reconciliation_view(pairs, shown, {pair.fact.area_code: "甲" for pair in pairs})


def test_every_verdict_has_a_word(pairs):
    words = {pair.fact.fact_id: verdict(pair) for pair in pairs}
    assert words["BG004"] == "一致"
    assert words["BG054"] == "不一致"
    assert words["BG005"] == "不公开"
    assert words["BG012"] == "未填报"
    assert words["LX004"] == "无对应报表"


def test_counts_add_up_to_all_figures(pairs):
    counts = dict(re.findall(r"(\D+?)(\d+)(?: · )?", reconciliation_counts(pairs)))
    assert sum(map(int, counts.values())) == len(pairs)
    assert counts["不一致"] == "1"


def test_the_title_names_what_does_not_agree(pairs):
    judged = [pair for pair in pairs if pair.agrees is not None]
    assert reconciliation_title(pairs).startswith(f"可核对的{len(judged)}个公开数字中1个与填报数据不一致：")
    agreeing = [pair for pair in judged if pair.agrees]
    assert reconciliation_title(agreeing) == f"可核对的{len(agreeing)}个公开数字，填报数据全部一致"
    unjudged = [replace(pair, agrees=None) for pair in pairs]
    assert reconciliation_title(unjudged) == "16个公开数字都还没有可以核对的填报数据"


def test_a_bar_is_open_where_the_words_are_and_the_dot_is_the_report(pairs):
    view = panel_of(pairs, "有限定词的")
    names = draw(view.chart, LIGHT)["layout"]["yaxis"]["ticktext"]
    assert names == ["甲入驻企业数", "甲培训期数"]
    dots = draw(view.chart, LIGHT)["data"][-1]
    # 4 of more than 3 enterprises, 4 of more than 3 courses, in per cent of what is printed; persons by their group are
    # judged and not told.
    assert dots["x"] == pytest.approx([400 / 3, 400 / 3])
    assert dots["mode"] == "markers"


def test_the_disagreeing_one_can_be_seen_alone(pairs):
    view = panel_of(pairs, "不一致的")
    assert len(draw(view.chart, LIGHT)["layout"]["yaxis"]["ticktext"]) == 1
    assert "不一致" in draw(view.chart, LIGHT)["layout"]["annotations"][0]["text"]


def test_where_nothing_is_to_be_shown_there_is_no_picture(pairs):
    agreeing = [pair for pair in pairs if pair.agrees]
    assert panel_of(agreeing, "不一致的") is None


def test_a_single_case_is_never_drawn(pairs):
    assert "LX004" not in {pair.fact.fact_id for pair in drawable(pairs)}
    [case] = [pair for pair in pairs if pair.fact.fact_id == "LX004"]
    assert drawable([replace(case, reported=6000.0, agrees=True)]) == ()


def check(holds, left=20.0, right=19.0):
    return Check("annex", "附件所列党组织数，应等于正文之和", left, right, holds, "20对16 + 3")


@pytest.mark.parametrize(
    ("found", "title"),
    [
        ([check(True, 19.0)], "1条核对规则全部成立"),
        ([check(True, 19.0), check(None, None)], "2条核对规则中1条缺数据、不下结论，其余成立"),
        ([check(True, 19.0), check(False)], "2条核对规则中1条不成立，附件所列党组织数对不上：20 ≠ 19"),
    ],
)
def test_a_rule_that_does_not_hold_is_said(found, title):
    assert checks_title(found) == title


def test_the_table_shows_every_check_whatever_its_result(small):
    known = checks(small)
    rows = checks_table(known).rows
    assert len(rows) == len(known)
    assert {row[3] for row in rows} <= {"成立", "不成立", "不下结论"}
