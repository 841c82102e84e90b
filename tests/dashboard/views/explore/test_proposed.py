"""Which picture is proposed for which answer, and that every one that fits is drawn or says why there is nothing to draw."""

from itertools import product

import pytest

from dashboard.render.charts import draw
from dashboard.render.palette import DARK
from dashboard.views.explore.offered import default_question
from dashboard.views.explore.opened import opened
from dashboard.views.explore.pictures import pictures
from dashboard.views.explore.proposed import KINDS, RULE, Shape, fitting, proposed
from dashboard.views.explore.sentence import sentence
from dashboard.views.view import View, is_empty


def shape(
    *, metrics=1, areas=1, periods=1, parts=1, is_additive=True, adds_over_time=False, is_mapped=False, is_wide=False
):
    return Shape(metrics, areas, periods, parts, is_additive, adds_over_time, is_mapped, is_wide=is_wide)


@pytest.mark.parametrize(
    ("held", "kind"),
    [
        (shape(), "table"),
        (shape(periods=8), "line"),
        (shape(periods=8, adds_over_time=True), "columns"),
        (shape(periods=2, areas=4), "columns"),
        (shape(periods=8, areas=7), "line"),
        (shape(periods=8, areas=7, is_wide=True), "multiples"),
        (shape(periods=8, areas=24), "heat"),
        (shape(periods=8, parts=5), "stack"),
        (shape(periods=8, parts=5, is_additive=False), "line"),
        (shape(periods=8, areas=3, parts=5), "multiples"),
        (shape(areas=6, is_mapped=True), "map"),
        (shape(areas=6), "columns"),
        (shape(parts=9), "columns"),
        (shape(areas=9, parts=9), "heat"),
        (shape(areas=30, parts=30, periods=8), "table"),
        (shape(metrics=2, areas=6, is_mapped=True), "scatter"),
        (shape(metrics=2, periods=8), "line"),
    ],
)
def test_the_fitting_picture_is_proposed(held, kind):
    assert proposed(held) == kind


def test_whatever_is_proposed_fits_and_every_picture_but_one_is_proposed_for_something():
    counts = (1, 2, 3, 7, 8, 24, 25, 100)
    shapes = [
        Shape(*numbers, *flags)
        for numbers in product((1, 2, 3), counts, counts, counts)
        for flags in product((True, False), repeat=3)
    ]
    assert all(proposed(one) in fitting(one) for one in shapes)
    # What made a change is a question of its own, which somebody asks.
    assert {proposed(one) for one in shapes} == set(KINDS) - {"causes"} == {code for code, _ in RULE} | {"table"}


@pytest.mark.parametrize(
    "query",
    [
        {"metrics": "enterprises", "level": "zone"},
        {"metrics": "enterprises", "level": "zone", "by": "industry"},
        {"metrics": "gross_output", "level": "self", "by": "industry"},
        {"metrics": "enterprises,above_scale_enterprises", "level": "self"},
        {"metrics": "enterprises,gross_output", "level": "zone", "areas": "C"},
        {"metrics": "events_accepted,on_time_rate", "level": "grid"},
    ],
)
@pytest.mark.parametrize("span", [("2023Q4", "2024Q2"), ("2024Q2", "2024Q2")])
def test_every_picture_that_fits_is_drawn(small, ask, query, span):
    shown = ask(*span, **{"areas": "D"} | query)
    for kind in shown.fitting:
        for making in pictures(small, shown.question, kind):
            view = making if isinstance(making, View) else making()
            assert view.finding and view.measured and view.footer.source and view.footer.definition
            if view.chart and not is_empty(view.table):
                draw(view.chart, DARK)


def test_the_question_is_said_in_words(small, ask):
    assert sentence(small, ask("2023Q4", "2024Q2", areas="D", level="zone").question) == (
        "甲片区各园区、村、厂区 2023年第四季度至2024年第二季度 总产值"
    )
    asked = ask("2024Q1", "2024Q2", areas="D,E", level="self", metrics="enterprises", by="industry", compare="previous")
    assert sentence(small, asked.question) == "甲片区、乙片区 2024年第一季度至第二季度 在册企业，按行业，环比"


def test_lines_far_apart_have_a_scale_each_and_say_so(demonstration):
    """The output of a park is two hundred times that of a village beside it."""
    shown = opened(
        demonstration,
        {"metrics": "gross_output", "level": "zone", "from": "2023Q1", "to": "2025Q4"},
        default_question(demonstration),
    )
    assert shown.kind == "multiples"
    [make] = pictures(demonstration, shown.question, "multiples")
    view = make()
    figure = draw(view.chart, DARK)
    tops = {axis["range"][1] for name, axis in figure["layout"].items() if name.startswith("yaxis")}
    assert view.chart.is_own_scale and len(tops) > 1 and "各用各的刻度" in view.footer.note


def test_what_has_nothing_to_draw_says_why(demonstration):
    grids = "35058110120601,35058110191103,35058110120605"
    query = {"metrics": "courses_cumulative,conversion_3m_rate", "areas": grids, "level": "self"}
    shown = opened(demonstration, query, default_question(demonstration))
    assert shown.kind != "scatter" and "scatter" in shown.fitting
    [make] = pictures(demonstration, shown.question, "scatter")
    assert make().chart is None and "画不出散点图" in make().why
