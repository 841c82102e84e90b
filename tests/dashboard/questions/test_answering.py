"""What is answered: the figure of the metric layer in words, with its source; nothing withheld, nothing invented."""

from ast import Assign, literal_eval, parse
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.periods import shift
from dashboard.metrics.selection import Selection
from dashboard.questions.answering import NOT_UNDERSTOOD, answer
from dashboard.questions.pages import PAGES
from dashboard.questions.pictures import picture
from dashboard.questions.spans import Span
from dashboard.questions.understood import Understood
from dashboard.questions.writing import written
from dashboard.text.formats import is_number, number
from dashboard.views.pages import OF_THEME, page_of
from tests.dashboard.questions.test_reading import QUESTIONS, SIGNS

PROTECTED = [metric for metric in METRICS.values() if metric.protection]
SMALL = Selection("D", "2024Q2")


def words_of(told) -> str:
    """Everything that an answer says, but the questions that it offers."""
    rows = [str(cell) for row in told.view.table.rows for cell in row] if told.view else []
    return " ".join((told.title, *told.lines, *told.notes, *rows))


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        # Worked out by hand from tests/small_world.py.
        ("甲村2024年二季度 受理事件", "甲村2024年第二季度受理事件5件"),
        ("甲村2024年4月 办结率", "甲村2024年4月{closure_rate}100.0%"),
        ("甲村2024年二季度 超期未办结", "甲村2024年第二季度{overdue_open}1件"),
        (
            "各网格 受理事件 最多",
            "2024年第二季度受理事件最多的是甲村1号网格（3件），其次甲村2号网格2件，甲园1号网格1件",
        ),
        ("哪个网格受理事件最少", "2024年第二季度受理事件最少的是甲园1号网格（1件）"),
        ("甲村1号网格 和 甲村2号网格 受理事件", "2024年第二季度受理事件：甲村1号网格3件，甲村2号网格2件"),
        ("甲厂 总产值", "甲厂2024年第二季度总产值130万元"),
        ("甲厂 总产值2024年一季度至二季度", "甲厂2024年1—6月累计总产值250万元"),
        ("甲厂 总产值2024年一季度和二季度", "甲厂总产值：2024年第一季度120万元，2024年第二季度130万元，相差10万元"),
        ("受理事件 分类别 甲村", "甲村：安全隐患占受理事件的60%，居首；其次环境卫生40%"),
        ("甲村 安全隐患受理事件", "甲村：2024年第二季度安全隐患的受理事件3件"),
        ("甲园 员格比2020年一季度", "甲园{staff_per_grid}：2020年第一季度未填报"),
    ],
)
def test_the_figure_is_the_one_worked_out_by_hand(small, typed, begins):
    labels = {name: metric.label for name, metric in METRICS.items()}
    assert answer(small, typed, SMALL).title.startswith(begins.format_map(labels))


def test_a_span_of_time_says_what_it_adds_up_to(small):
    assert answer(small, "甲厂 总产值2023年四季度至2024年二季度", SMALL).title.startswith(
        "甲厂2023年第四季度至2024年第二季度总产值"
    )
    assert "2024年第一季度至2024年第二季度总产值合计250万元" in answer(small, "甲厂 总产值 近两季", SMALL).title
    assert "合计" not in answer(small, "甲村 办结率2024年一季度至二季度", SMALL).title


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["question"])
def test_an_answer_has_a_source_and_ways_on(demonstration, here, row):
    told = answer(demonstration, row["question"], here)
    assert told.parts and told.links[0].address.partition("?")[0] in PAGES
    assert told.view is None or told.view.footer.source
    for part in told.parts:
        assert part.chosen in part.words


def test_every_word_that_a_part_can_be_changed_to_is_answered(demonstration, here):
    for typed in (
        "塘后村 三季度 办结率 同比",
        "哪个网格超期最多",
        "宝盖科技园 近四季 总产值 分行业",
        "塘后村和仑后村受理事件",
    ):
        for part in answer(demonstration, typed, here).parts:
            for word in part.words:
                question = part.question(word)
                changed = answer(demonstration, question, here)
                assert word in {other.chosen for other in changed.parts}, (part.name, word, question)


def withheld(warehouse, metric, by):
    """The cells that are not shown, each with what stands behind it."""
    codes = tuple(code for code, place in areas(warehouse).items() if place.is_in_scope)
    open_metric = replace(metric, protection=None)
    for grain in metric.grains[-2:]:
        shown = cells(warehouse, metric, codes, grain=grain, by=by)
        raw = cells(warehouse, open_metric, codes, grain=grain, by=by)
        for cell, behind in zip(shown, raw, strict=True):
            if cell.value is Absence.NOT_DISCLOSED and is_number(behind.value):
                yield cell, behind.value


def questions_for(cell, metric, by):
    """Every way to ask for one cell."""
    single, span = Span(cell.period, cell.period), Span(cell.period, cell.period)
    base = Understood(metrics=(metric.name,), areas=(cell.area_code,), spans=(single,))
    if by:
        return [
            replace(base, form="parts", by=by, parts=parts, order=order)
            for parts in ((), (cell.part,))
            for order in ("", "high")
        ] + [
            replace(base, form="parts", by=by, is_share=metric.adds_up),
            replace(base, form="parts", by=by, is_change=True, comparison="previous", order="high"),
        ]
    beside = replace(base, form="compare", areas=(cell.area_code, "350581101901"))
    summed = replace(beside, is_summed=metric.adds_up, is_averaged=True)
    return [base, replace(base, form="trend"), replace(base, form="periods", spans=(span,)), beside, summed]


@pytest.mark.parametrize("metric", PROTECTED, ids=lambda metric: metric.name)
def test_no_question_gives_a_withheld_figure(demonstration, here, metric):
    for by in (None, *(dimension.name for dimension in metric.dimensions)):
        for cell, behind in islice(withheld(demonstration, metric, by), 4):
            for asked in questions_for(cell, metric, by):
                view = picture(demonstration, asked)
                place = [row for row in view.table.rows if row[0].code == cell.area_code and row[1].code == cell.period]
                own = [row for row in place if not by or row[2] == cell.part]
                assert [row[-2] for row in own] == [Absence.NOT_DISCLOSED]
                if asked.is_summed:
                    assert "合计" not in view.finding or "不作合计" in view.finding
                if asked.form == "figure" or asked.part:
                    assert "不公开" in view.finding
                    assert number(behind, metric.unit, metric.decimals) not in view.finding
                told = answer(demonstration, written(demonstration, asked), here)
                assert told.view is None or "NaN" not in words_of(told)


def test_a_span_with_a_withheld_period_has_no_total(demonstration):
    tried = 0
    for metric in PROTECTED:
        found = next(withheld(demonstration, metric, None), None)
        if found and metric.numerator.over_time == "sum" and not metric.denominator:
            tried += 1
            [cell, _] = found
            span = Span(shift(cell.period, -1), cell.period)
            view = picture(
                demonstration,
                Understood(metrics=(metric.name,), areas=(cell.area_code,), spans=(span,), form="trend"),
            )
            assert "不作合计" in view.finding
    assert tried >= 5


def test_there_is_something_withheld_to_be_asked_for(demonstration):
    assert sum(any(True for _ in withheld(demonstration, metric, None)) for metric in PROTECTED) >= 10


def test_an_enterprise_that_may_not_be_named_is_as_unknown_as_one_that_is_not_there(demonstration, here):
    named = {
        row["name"]
        for row in demonstration.rows("SELECT DISTINCT disclosed_name AS name FROM mart.enterprise_quarters")
    }
    hidden = [
        row["name"]
        for row in demonstration.rows(
            "SELECT DISTINCT name FROM core.enterprises WHERE disclosure = '内部' AND name IS NOT NULL"
        )
        if row["name"] not in named
    ]
    for name in hidden[:40]:
        told = answer(demonstration, name, here)
        assert not [entry for entry in told.entries if entry.kind == "企业" and entry.name == name]


def test_a_name_leads_to_what_bears_it(demonstration, here):
    kinds = {
        "网格治理": "页面",
        "塘后村": "区域",
        "卡宾": "企业",
        "整修园区道路": "事项",
        "企业季报": "报表",
        "宝盖科技园 入驻企业数": "公开数据",
    }
    for typed, kind in kinds.items():
        assert kind in {entry.kind for entry in answer(demonstration, typed, here).entries}, typed


def test_a_qualifier_stays(demonstration, here):
    told = answer(demonstration, "宝盖科技园 入驻企业数", here)
    assert any("超200家" in entry.name for entry in told.entries)


def test_an_interval_is_told_to_its_end(demonstration, here):
    assert "最多到" in answer(demonstration, "挂钩覆盖率", here).title


@pytest.mark.parametrize("typed", ["房源量", "qwrtzp", "<img src=x onerror=alert(1)>", "‮‮‮"])
def test_where_no_metric_is_understood_none_is_answered(demonstration, here, typed):
    told = answer(demonstration, typed, here)
    assert told.view is None and not told.parts and told.near
    assert told.title == NOT_UNDERSTOOD or not told.text


@given(SIGNS)
@settings(max_examples=60, deadline=None)
def test_any_text_is_answered(demonstration, here, typed):
    assert answer(demonstration, typed, here).title


def test_an_empty_warehouse_has_no_answers_and_no_errors(small):
    for typed in (
        "总产值",
        "甲村",
        "哪个网格超期最多",
        "2019年总产值",
        "2999年总产值",
        "外村 总产值",
        "某镇 各村 税收",
    ):
        assert answer(small, typed, SMALL).title


def test_every_metric_has_a_page_and_every_page_its_title():
    tree = parse((Path(__file__).resolve().parents[3] / "app.py").read_text(encoding="utf-8"))
    (titles,) = (
        literal_eval(node.value) for node in tree.body if isinstance(node, Assign) and node.targets[0].id == "PAGES"
    )
    assert set(OF_THEME.values()) | {page_of(metric) for metric in METRICS.values()} <= set(titles)
    assert {name: titles[name] for name in PAGES if name in titles} == {
        name: page.title for name, page in PAGES.items() if name in titles
    }
    assert set(PAGES) == set(titles)


@pytest.mark.parametrize(
    "typed", ["求职登记比岗位需求多的工种", "岗位比求职登记少的工种", "受理事件比办结事件多的网格"]
)
def test_no_metric_is_a_condition_for_another(demonstration, here, typed):
    told = answer(demonstration, typed, here)
    assert told.view is None and "一个指标比另一个" in told.title


def test_how_much_more_it_is_stands_beside_the_change_in_per_cent(demonstration, here):
    told = answer(demonstration, "在册企业比去年多几家", here)
    assert told.lines[0] == "2024年第四季度235家，多5家" and "没有用上" not in "".join(told.notes)
    assert answer(demonstration, "税收比上季度多多少", here).notes == ()
    # 29 to 22 is told in pieces already, a share in points.
    assert not any("，少 " in line for line in answer(demonstration, "超期未办结事件", here).lines)
