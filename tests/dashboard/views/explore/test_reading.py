"""Any link opens a question that can be asked, names what it replaced, and says the same when it is opened again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.explore.offered import default_question
from dashboard.views.explore.opened import opened
from dashboard.views.explore.proposed import KINDS
from dashboard.views.explore.question import PARAMETERS
from dashboard.views.explore.reading import LONGEST_TOLD, notice, read_question

KIND_WORDS = {code: kind.label for code, kind in KINDS.items()}


def test_a_question_reads_back_as_itself(small, ask):
    asked = {
        "metrics": "enterprises,above_scale_enterprises",
        "areas": "D,E",
        "level": "zone",
        "by": "industry",
        "rows": "part",
        "columns": "metric",
        "compare": "previous",
        "chart": "table",
        "sort": "low-1",
    }
    shown = ask("2023Q4", "2024Q2", **asked)
    assert shown.replaced == ()
    assert shown.question.to_query() == asked | {"from": "2023Q4", "to": "2024Q2"}
    assert opened(small, shown.question.to_query(), default_question(small)).question == shown.question


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"metrics": "no_such"}, "指标“no_such”已改为总产值"),
        ({"metrics": "enterprises,no_such"}, "指标“no_such”已略去"),
        ({"areas": "999"}, "区域“999”已改为甲片区"),
        ({"areas": "W"}, "区域“W”已改为甲片区"),
        ({"by": "kind"}, "分组“kind”已改为不分组"),
        ({"level": "street"}, "层级“street”"),
        ({"from": "2024Q9"}, "起始时期“2024Q9”已改为"),
        ({"to": "1999Q1"}, "截止时期“1999Q1”已改为2024年第二季度"),
        ({"from": "2024Q2", "to": "2023Q4"}, "晚于截止时期，两者已对调"),
        ({"from": "2024-01", "to": "2024-02"}, "已改为"),
        (
            {"from": "2024-02", "to": "2024-05"},
            "截止时期“2024-05”已改为2024年第二季度；起始时期“2024-02”已改为2024年第一季度",
        ),
        ({"rows": "part"}, "行“part”已改为自动"),
        ({"rows": "area", "columns": "area"}, "列“area”已改为自动"),
        ({"compare": "now"}, "对比“now”已改为不比较"),
        ({"chart": "pie"}, "图形“pie”已改为自动"),
        ({"chart": "scatter"}, "图形“散点图”要恰有两个指标、三个以上区域或分组，已改为"),
        ({"sort": "high-99"}, "排序“high-99”没有这一列"),
        ({"sort": "up"}, "排序“up”已改为原顺序"),
        ({"view": "x"}, "参数“view”已略去"),
        ({"metrics": "<b onclick=x>"}, "指标“<b onclick=x>”"),
        ({"metrics": "a\u202eb"}, "指标“a□b”"),
    ],
)
def test_what_cannot_be_asked_is_replaced_and_named(small, ask, query, words):
    shown = ask(**query)
    assert words in notice(shown.replaced)
    again = opened(small, shown.question.to_query(), default_question(small))
    assert again.replaced == () and again.question == shown.question


def test_a_very_long_link_is_told_in_short(ask):
    shown = ask(metrics="a" * 10_000, areas=",".join(map(str, range(5_000))))
    said = notice(shown.replaced)
    assert "a" * LONGEST_TOLD + "…" in said and len(said) < 500
    assert "另有" in said


def test_too_many_metrics_are_cut(small, ask):
    shown = ask(metrics="enterprises,gross_output,tax,revenue,employees,electricity,sales_output")
    assert len(shown.question.metrics) == 6
    assert "最多6个" in notice(shown.replaced)


def test_a_metric_without_months_is_asked_by_quarter(small, ask):
    assert ask("2024-01", "2024-03", metrics="events_accepted").question.grain == "month"
    assert ask("2024-01", "2024-03", metrics="events_accepted,enterprises").question.grain == "quarter"


@settings(max_examples=200, deadline=None)
@given(
    query=st.dictionaries(
        st.sampled_from(PARAMETERS) | st.text(max_size=8),
        st.sampled_from(("D", "C", "zone", "grid", "enterprises", "2024Q1", "2024-02", "part", "area", "none", "heat"))
        | st.text(max_size=30),
        max_size=8,
    )
)
def test_whatever_stands_in_a_link_is_read(small, query):
    default = default_question(small)
    question = read_question(small, query, default, KIND_WORDS).question
    again = read_question(small, question.to_query(), default, KIND_WORDS)
    assert again.question == question and again.replaced == ()


def test_years_to_date_are_asked_by_their_own_length(ask, rows):
    """F has E1 alone: 120 + 130 of the first two quarters of 2024; of 2023 they were not reported."""
    shown = ask("2024Q1-2", "2024Q1-2", metrics="gross_output", areas="F", level="self", compare="year_earlier")
    assert not shown.replaced and shown.question.grain == "two_quarters"
    assert 250 in {cell for row in rows(shown) for cell in row}
    # The first nine months of 2024 are not over in the small world.
    assert [one.asked for one in ask("2024Q1-3", "2024Q1-3", metrics="gross_output", areas="F").replaced]
