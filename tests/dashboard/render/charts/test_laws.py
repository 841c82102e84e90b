"""Laws that hold for every builder, in both themes."""

import json
from dataclasses import fields
from datetime import date
from inspect import signature

import plotly.graph_objects as go
import pytest

from dashboard.metrics.absence import Absence
from dashboard.render import charts
from dashboard.render.palette import DARK, LIGHT
from dashboard.views.charts import (
    Bar,
    Bullet,
    Columns,
    Dot,
    Interval,
    Pair,
    Panel,
    Ratio,
    Series,
    Span,
    Specification,
    Step,
    Target,
)

QUARTERS = ("2024Q4", "2025Q1", "2025Q2", "2025Q3")
ONE = Series("宝盖<b>科技园</b>", tuple(zip(QUARTERS, (10, None, 30.5, 41), strict=True)))
TWO = Series("彭田片区", tuple(zip(QUARTERS, (5, 6, Absence.NOT_DISCLOSED, 8), strict=True)), is_demo=True)
MANY = [Series(f"第{index}类", tuple(zip(QUARTERS, range(index, index + 4), strict=True))) for index in range(9)]
BARS = [Bar("甲", 30, is_highlighted=True), Bar("乙", None), Bar("丙" * 30, 12.5, is_demo=True), Bar("丁", 0)]
DOTS = [Dot("甲", 3, 90, 5, "规上"), Dot("乙", 30, 2_000, 50, "规下"), Dot("丙", 8, 100)]
STEPS = [
    Step("收入<b>科技园</b>", 30, True, key="income"),
    Step("成本", -40),
    Step("所得", None),
    Step("余", -10, True),
]
SPANS = [
    Span("一期<b>科技园</b>", date(2025, 1, 6), date(2025, 3, 31), date(2025, 4, 8), "晚8天", "worse", key="one"),
    Span("二期", date(2025, 5, 1), date(2025, 5, 1), None, "未启动", is_begun=False),
]

BUILDERS = {
    "trend": lambda theme: charts.trend([ONE, TWO], theme, unit="万元", target=Target(20)),
    "trend of many": lambda theme: charts.trend(MANY, theme, unit="件"),
    "season": lambda theme: charts.season(ONE.points, theme, unit="万元", marks=QUARTERS[:1]),
    "marked trend of many": lambda theme: charts.trend(MANY, theme, unit="件", marks=QUARTERS[::3]),
    "columns over the year before": lambda theme: charts.columns(
        [ONE], theme, unit="家", marks=QUARTERS[:1], ticks=(("2024Q4", 9), ("2025Q1", None))
    ),
    "panels": lambda theme: charts.measure_panels(
        [
            Panel("甲<b>科技园</b>", ONE.points, "万元", change="同比升3%"),
            Panel("乙", TWO.points, "%", 1, is_highlighted=True, is_line=True),
            Panel("丙", ((QUARTERS[0], None),), "家"),
        ],
        theme,
        marks=QUARTERS[:1],
    ),
    "log bars": lambda theme: charts.bars(
        [Bar("甲<b>科技园</b>", 9_000, key="one"), Bar("乙", 1), Bar("丙", 0)], theme, unit="家"
    ),
    "bars of change": lambda theme: charts.bars(
        [Bar("甲", 3, aside="9<b>科技园</b>"), Bar("乙", -2, skipped=3)], theme, unit="家", is_change=True, aside="本期"
    ),
    "trend of nothing known": lambda theme: charts.trend([Series("甲", (("2025Q1", None),))], theme, unit="件"),
    "small multiples": lambda theme: charts.small_multiples([ONE, TWO], theme, unit="%", target=Target(20)),
    "bars": lambda theme: charts.bars(BARS, theme, unit="家", target=Target(20)),
    "negative bars": lambda theme: charts.bars([Bar("甲", -3), Bar("乙", 5)], theme, unit="家"),
    "bars of nothing known": lambda theme: charts.bars([Bar("甲", None)], theme, unit="家"),
    "columns": lambda theme: charts.columns([ONE], theme, unit="家", target=Target(20)),
    "grouped columns": lambda theme: charts.columns([ONE, TWO], theme, unit="家"),
    "stacked columns": lambda theme: charts.columns(MANY, theme, unit="家", is_stacked=True),
    "funnel": lambda theme: charts.funnel(BARS, theme, unit="人"),
    "scatter": lambda theme: charts.scatter(DOTS, theme, x_title="用地", y_title="产值", ratios=(Ratio(30, "亩均30"),)),
    "log scatter": lambda theme: charts.scatter(DOTS, theme, x_title="用地", y_title="产值", is_log=True),
    "heat": lambda theme: charts.heat(("甲", "乙"), QUARTERS[:2], ((1, None), (3, 4)), theme, unit="%"),
    "heat of nothing known": lambda theme: charts.heat(("甲",), QUARTERS[:1], ((None,),), theme, unit="%"),
    "dumbbell": lambda theme: charts.dumbbell(
        [Pair("甲", 3, 5, direction="higher"), Pair("乙", 3, None), Pair("丙", 4, 4)],
        theme,
        unit="%",
        then_label="上次",
        now_label="本次",
    ),
    "schedule": lambda theme: charts.schedule(SPANS, theme, until=date(2025, 4, 20)),
    "schedule of a day": lambda theme: charts.schedule(SPANS[1:], theme, until=date(2025, 5, 1)),
    "stages": lambda theme: charts.stages(
        ("甲<b>科技园</b>", "乙"),
        QUARTERS[:2],
        (("闲置", None), ("运营", "运营")),
        theme,
        order=("闲置", "运营"),
        signs=("闲", "营"),
    ),
    "waterfall": lambda theme: charts.waterfall(STEPS, theme, unit="万元"),
    "bullets": lambda theme: charts.bullets(
        [
            Bullet("甲<b>科技园</b>", 66.1, 71.4, "66.1%", "慢5.3个百分点", "worse", key="one", is_demo=True),
            Bullet("乙", Absence.NOT_DISCLOSED, 50, "不公开"),
            Bullet("丙" * 30, 342, None, "342%", "", "better"),
            Bullet("丁", 0, 0, "0%"),
        ],
        theme,
        due_label="前三季度应达",
    ),
    "bullets of nothing known": lambda theme: charts.bullets([Bullet("甲", None)], theme),
    "range bars": lambda theme: charts.range_bars(
        [Interval("甲", 30, None), Interval("乙", None, 20), Interval("丙", 5, 9), Interval("丁", 7, 7)],
        theme,
        unit="亿元",
    ),
}
ZERO_BASED = [
    "bars",
    "columns",
    "grouped columns",
    "stacked columns",
    "funnel",
    "range bars",
    "bullets",
    "negative bars",
    "waterfall",
]


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request):
    return request.param


@pytest.mark.parametrize("name", BUILDERS)
def test_a_figure_is_plain_json_that_plotly_accepts(name, theme):
    figure = BUILDERS[name](theme)
    json.dumps(figure, allow_nan=False)
    go.Figure(**figure)


@pytest.mark.parametrize("name", BUILDERS)
def test_a_figure_has_a_height_the_look_of_the_theme_and_at_most_one_value_axis(name, theme):
    layout = BUILDERS[name](theme)["layout"]
    assert layout["height"] > 0
    assert layout["font"]["color"] == theme.ink and layout["xaxis"]["fixedrange"] and layout["yaxis"]["fixedrange"]
    assert not any(axis.get("overlaying") for key, axis in layout.items() if key.startswith(("xaxis", "yaxis")))


@pytest.mark.parametrize("name", BUILDERS)
def test_nothing_makes_plotly_draw_a_figure_twice(name, theme):
    layout = BUILDERS[name](theme)["layout"]
    assert "template" not in layout
    axes = [axis for key, axis in layout.items() if key.startswith(("xaxis", "yaxis"))]
    assert not any(axis["automargin"] for axis in axes)
    assert all(axis["ticklabeloverflow"] == "allow" for axis in axes)


@pytest.mark.parametrize("name", ZERO_BASED)
def test_bars_begin_at_zero(name, theme):
    figure = BUILDERS[name](theme)
    is_lying = figure["data"][0].get("orientation") == "h"
    low, high = figure["layout"]["xaxis" if is_lying else "yaxis"]["range"]
    assert low <= 0 <= high


@pytest.mark.parametrize("name", BUILDERS)
def test_no_name_from_data_becomes_markup(name, theme):
    assert "<b>科技园" not in json.dumps(BUILDERS[name](theme), ensure_ascii=False)


@pytest.mark.parametrize("name", BUILDERS)
def test_no_text_is_smaller_than_a_note(name, theme):
    def sizes(part):
        if isinstance(part, dict):
            for key, value in part.items():
                is_font = key in ("font", "tickfont", "textfont") and isinstance(value, dict) and "size" in value
                yield from [value["size"]] if is_font else sizes(value)
        elif isinstance(part, list):
            for value in part:
                yield from sizes(value)

    assert min(sizes(BUILDERS[name](theme))) >= 12


def test_the_themes_differ_only_in_colour():
    light, dark = (BUILDERS["stacked columns"](theme) for theme in (LIGHT, DARK))
    assert [trace["y"] for trace in light["data"]] == [trace["y"] for trace in dark["data"]]
    assert light["data"][0]["marker"]["color"] != dark["data"][0]["marker"]["color"]


@pytest.mark.parametrize("kind", charts.DRAWN_BY, ids=lambda kind: kind.__name__)
def test_a_specification_has_the_fields_that_its_drawing_takes(kind):
    taken = set(signature(charts.DRAWN_BY[kind]).parameters) - {"theme"}
    assert {field.name for field in fields(kind)} == taken, "see dashboard/views/charts/"


def test_every_specification_is_drawn():
    assert set(charts.DRAWN_BY) == set(Specification.__subclasses__()), "name it in DRAWN_BY of dashboard/render/charts"


def test_the_same_specification_is_drawn_once_for_each_theme():
    first, second = (Columns([TWO], unit="家") for _ in range(2))
    assert charts.draw(first, LIGHT) is charts.draw(second, LIGHT)
    assert charts.draw(first, LIGHT) != charts.draw(first, DARK)
