"""The list of published figures and what it says of each, by hand."""

from dataclasses import replace

import pytest

from dashboard.tables.reconciliation import reconcile
from dashboard.tables.registers import Document, documents, published_facts
from dashboard.views.published_facts.printed import (
    FactFilter,
    documents_table,
    documents_title,
    fact_details,
    facts_table,
    facts_title,
    printed_day,
    printed_until,
)


@pytest.fixture(scope="module")
def facts(small):
    return published_facts(small)


def listed(facts, **limits):
    return [fact.fact_id for fact in facts if FactFilter(**limits).takes(fact)]


def test_filters_limit_the_list(facts):
    assert len(listed(facts)) == 16
    assert listed(facts, document_id="lingxiu") == ["LX004", "LX008", "LX009"]
    assert listed(facts, nature="个案") == ["LX004"]
    assert listed(facts, area_code="V") == ["BG022", "BG025"]
    assert listed(facts, search="网格 单元") == ["BG053"]
    assert listed(facts, search="超3万人") == ["BG005"]
    assert listed(facts, search="bg04") == ["BG043"]
    assert listed(facts, search="没有这几个字") == []


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("2024-11-04", "2024年11月4日"),
        ("2023", "2023年"),
        ("1987-06", "1987年6月"),
        ("XXXX-12", "12月（原文未印年份）"),
        ("XXXX-08-26", "8月26日（原文未印年份）"),
    ],
)
def test_a_year_that_is_not_printed_is_not_added(printed, said):
    assert printed_day(printed) == said


def test_a_row_keeps_the_qualifier_and_says_whether_the_forms_agree(small, facts):
    rows = {row[0]: row for row in facts_table(facts, reconcile(small)).rows}
    assert rows["BG004"][2:4] == ("超3家", "一致")
    assert rows["BG054"][2:4] == ("3名", "不一致")
    assert rows["BG005"][2:4] == ("超3万人", "不公开")
    assert rows["BG025"][2:4] == ("约2.00平方公里", "无对应报表")


def test_the_title_counts_cases(facts):
    assert facts_title(facts, 16) == "共16个公开数字，其中个案1个，只列出、不作图"
    assert facts_title(facts[:2], 16) == "16个公开数字中，符合条件的有2个"


def test_details_begin_with_the_words_and_say_the_assumed_year(small, facts):
    [fact] = [fact for fact in facts if fact.fact_id == "LX008"]
    details = dict(fact_details(fact, reconcile(small)))
    assert next(iter(details)) == "原文"
    assert details["时点"] == f"6月（原文未印年份）（核对时按{fact.period[:4]}年推定）"
    assert details["核对"].startswith("一致")
    [case] = [fact for fact in facts if fact.fact_id == "LX004"]
    assert "不作图" in dict(fact_details(case, reconcile(small)))["性质"]


def test_documents_say_which_year_is_assumed(small, facts):
    papers = documents(small)
    table = documents_table(papers, facts)
    assert [row[-1] for row in table.rows] == [13, 3]
    undated = Document("lingxiu", "报道", "某报", "XXXX-12", 2025, "公开报道")
    assert documents_title([undated]) == "1份公开文件，某报一份未印年份，按2025年推定"
    assert documents_table([undated], ()).rows[0][2] == "12月（原文未印年份），推定为2025年"
    assert documents_title([replace(undated, assumed_year=None)]) == "1份公开文件"


def test_documents_tell_until_when_their_figures_reach_and_not_when_they_were_loaded(facts):
    assert {fact.period for fact in facts} == {"2023", "2024Q2", "2024Q4"}
    assert printed_until(facts) == "2024Q4"
    undated = replace(facts[0], period="")
    assert printed_until([replace(undated, period="2024Q4"), undated, replace(undated, period="2025Q3")]) == "2025Q3"
    assert printed_until([undated]) == ""
