"""Whatever is counted can be drawn: no, one, equal, negative, huge and tiny values give a figure that Plotly accepts."""

import json
import math
from datetime import date, timedelta
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from dashboard.metrics.absence import Absence
from dashboard.render import charts
from dashboard.render.charts.bands import banded_rows
from dashboard.render.charts.label_axes import label_axis
from dashboard.render.charts.labels import shortened, spread, wrapped
from dashboard.render.charts.logarithmic import log_ticks
from dashboard.render.charts.points import outliers
from dashboard.render.charts.row_axes import length_axis
from dashboard.render.charts.scales import padded_ends, round_ticks, value_axis, value_range
from dashboard.render.palette import LIGHT
from dashboard.render.widths import text_width
from dashboard.views.charts import Banded, BandedMeasure, Bar, Dot, Interval, Pair, Ratio, Series, Span, Step, Target

# Beyond 10⁶⁰ nothing is counted, and below 10⁻⁶⁰ nothing is measured; sums and quotients of these stay finite.
NUMBERS = st.one_of(
    st.floats(-1e60, 1e60).map(lambda value: value if abs(value) > 1e-60 else 0.0),
    st.integers(-3, 3),
    st.integers(-(10**25), 10**25),
    st.sampled_from([0.0, -0.0, 1e-60, 1e-12, 1e60, -1e60, 29.7, 0.1]),
)
POSITIVE = NUMBERS.map(abs).filter(bool)
VALUES = st.one_of(NUMBERS, st.sampled_from([None, *Absence]))
UNITS = st.sampled_from(["", "%", "家", "万元", "亿元", "小时"])
DECIMALS = st.integers(0, 3)
LABELS = ("2024", "2024Q4", "2025-11", "2025-12", "甲" * 20, "")
NAMES = st.sampled_from(["甲", "", "丙" * 40, "<b>丁</b>", "戊 Ltd."])
pytestmark = pytest.mark.lengthy
quickly = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def is_drawn(figure: dict) -> None:
    """The figure is JSON without NaN or infinity, and Plotly takes it."""
    json.dumps(figure, allow_nan=False)
    go.Figure(**figure)


def is_scale(ticks: list[float]) -> None:
    """Two or more finite ticks in rising order."""
    assert len(ticks) >= 2 and all(map(math.isfinite, ticks))
    assert all(low < high for low, high in pairwise(ticks))


@st.composite
def series(draw):
    """Up to nine series over the same or shorter labels."""
    labels = draw(st.lists(st.sampled_from(LABELS), max_size=5, unique=True))
    many = draw(st.lists(st.lists(VALUES, min_size=len(labels), max_size=len(labels)), max_size=9))
    return [
        Series(f"第{place}类", tuple(zip(labels, values, strict=True)), is_highlighted=draw(st.booleans()))
        for place, values in enumerate(many)
    ]


bars = st.lists(st.builds(Bar, NAMES, VALUES, is_highlighted=st.booleans(), is_demo=st.booleans()), max_size=5)
dots = st.lists(
    st.builds(Dot, NAMES, NUMBERS, NUMBERS, st.one_of(st.none(), NUMBERS), st.sampled_from(["", "规上"])), max_size=6
)
targets = st.one_of(st.none(), st.builds(Target, NUMBERS))


@given(NUMBERS, NUMBERS, st.integers(1, 6), st.booleans())
@example(29.7, 29.7, 4, False)
@example(1e16, 1e16 + 2, 4, False)
@settings(deadline=None, max_examples=400)
def test_round_ticks_are_a_scale_that_encloses_the_values(one, other, count, is_whole):
    low, high = sorted((float(one), float(other)))
    ticks = round_ticks(low, high, count, is_whole=is_whole)
    is_scale(ticks)
    slack = (ticks[-1] - ticks[0]) * 1e-6
    assert ticks[0] <= low + slack and high <= ticks[-1] + slack
    assert len(ticks) <= 4 * count + 4


@given(POSITIVE, POSITIVE)
@example(30.1 / 1.4, 29.9)
@example(35.0, 90.0)
@example(101.0, 102.0)
@settings(deadline=None, max_examples=400)
def test_a_logarithmic_scale_has_ticks_inside_it_however_narrow_or_wide(one, other):
    # As the axis does it: with room at both ends.
    low, high = min(one, other) / 1.4, max(one, other) * 1.4
    ticks = log_ticks(low, high)
    assert 2 <= len(ticks) <= 12
    assert all(low < high for low, high in pairwise(ticks))
    assert low <= ticks[0] and ticks[-1] <= high


@given(st.lists(NUMBERS.map(float), max_size=5), st.booleans())
def test_a_value_range_holds_its_values_and_its_base(values, is_zero_based):
    low, high = value_range(values, is_zero_based=is_zero_based)
    assert all(low <= value <= high for value in values)
    assert not is_zero_based or low <= 0 <= high


@given(st.lists(NUMBERS.map(float), min_size=1, max_size=6), UNITS)
@example([0.0], "家")
def test_an_axis_is_made_of_whatever_ticks_there_are(ticks, unit):
    ticks = sorted(set(ticks))
    axis = value_axis(LIGHT, ticks, unit)
    assert len(axis["ticktext"]) == len(ticks)
    low, high = axis["range"]
    assert low < high and math.isfinite(high - low)
    assert padded_ends(ticks) == [low, high]


def test_an_axis_without_a_tick_is_an_axis_without_a_text():
    assert value_axis(LIGHT, [], "家")["ticktext"] == []


@given(st.lists(NUMBERS.map(float), max_size=5), st.lists(NAMES, max_size=5))
def test_a_length_axis_has_room(values, texts):
    low, high = length_axis(LIGHT, values, texts)["range"]
    assert low < high and math.isfinite(high - low)


@given(st.lists(NUMBERS.map(float), max_size=6), st.floats(0, 40), st.floats(0, 300))
def test_labels_that_are_spread_stay_below_the_top(wanted, gap, high):
    placed = spread(wanted, gap, 0.0, high)
    assert len(placed) == len(wanted)
    assert all(place <= high + 1e-9 for place in placed)


@given(st.lists(st.sampled_from(LABELS), max_size=40), st.text(max_size=30))
def test_labels_of_any_number_and_length_are_an_axis(labels, text):
    axis = label_axis(labels)
    assert len(axis["tickvals"]) == len(axis["ticktext"])
    assert axis["range"][0] < axis["range"][1]
    assert text_width(wrapped(text)) >= 0 and text_width(shortened(text, 8)) >= 0


@given(series(), UNITS, DECIMALS, targets)
@quickly
def test_lines(many, unit, decimals, target):
    is_drawn(charts.trend(many, LIGHT, unit=unit, decimals=decimals, target=target))


@given(series(), UNITS, DECIMALS, targets)
@quickly
def test_small_lines(many, unit, decimals, target):
    is_drawn(charts.small_multiples(many, LIGHT, unit=unit, decimals=decimals, target=target))


@given(series(), UNITS, DECIMALS, targets, st.booleans())
@quickly
def test_columns(many, unit, decimals, target, is_stacked):
    shown = many if is_stacked else many[:7]
    is_drawn(charts.columns(shown, LIGHT, unit=unit, decimals=decimals, target=target, is_stacked=is_stacked))


@given(bars, UNITS, DECIMALS, targets)
@quickly
def test_bars(items, unit, decimals, target):
    is_drawn(charts.bars(items, LIGHT, unit=unit, decimals=decimals, target=target))
    is_drawn(charts.funnel(items, LIGHT, unit=unit, decimals=decimals))


@given(dots, UNITS, st.booleans(), st.lists(st.builds(Ratio, NUMBERS, NAMES), max_size=3), st.integers(0, 6))
@example([Dot("甲", 30.0, 40.0)], "亩", True, [], 6)
@example([Dot("甲", 150.0, 160.0), Dot("乙", 160.0, 150.0)], "万元", True, [], 6)
@quickly
def test_dots(many, unit, is_log, ratios, labels):
    assume(any(dot.x > 0 and dot.y > 0 for dot in many) if is_log else many)
    figure = charts.scatter(
        many, LIGHT, x_title="用地", y_title="产值", x_unit=unit, is_log=is_log, ratios=ratios, labels=labels
    )
    is_drawn(figure)
    assert len(outliers(many, labels)) == min(labels, len(many))


@given(st.lists(st.builds(Pair, NAMES, VALUES, VALUES), max_size=4), UNITS, DECIMALS)
@quickly
def test_pairs(pairs, unit, decimals):
    is_drawn(charts.dumbbell(pairs, LIGHT, unit=unit, decimals=decimals, then_label="上次", now_label="本次"))


@st.composite
def intervals(draw):
    """A figure that is exact, open at one end, a range, or missing altogether."""
    bounds = sorted(draw(st.tuples(NUMBERS.map(float), NUMBERS.map(float))))
    low, high = (draw(st.sampled_from([bound, None])) for bound in bounds)
    return Interval(draw(NAMES), low, high, mark=draw(st.one_of(st.none(), NUMBERS)))


@given(st.lists(intervals(), max_size=4), UNITS, DECIMALS)
@quickly
def test_intervals(items, unit, decimals):
    is_drawn(charts.range_bars(items, LIGHT, unit=unit, decimals=decimals))


@given(st.lists(st.builds(Step, NAMES, VALUES, st.booleans()), max_size=5), UNITS, DECIMALS)
@quickly
def test_steps(steps, unit, decimals):
    is_drawn(charts.waterfall(steps, LIGHT, unit=unit, decimals=decimals))


days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@st.composite
def spans(draw):
    """Something that begins, is planned and perhaps done, in any order, as mistaken dates are."""
    started = draw(days)
    later = st.integers(-400, 4000).map(lambda count: started + timedelta(count))
    return Span(draw(NAMES), started, draw(later), draw(st.one_of(st.none(), later)), is_begun=draw(st.booleans()))


@given(st.lists(spans(), max_size=4), days, st.one_of(st.none(), days))
@quickly
def test_spans(many, until, since):
    is_drawn(charts.schedule(many, LIGHT, until=until, since=since))


@given(st.data(), UNITS, DECIMALS)
@quickly
def test_a_heat_map(data, unit, decimals):
    columns = data.draw(st.lists(st.sampled_from(LABELS), max_size=4, unique=True))
    rows = data.draw(st.lists(st.lists(VALUES, min_size=len(columns), max_size=len(columns)), max_size=4))
    names = [f"{place}号" for place, _ in enumerate(rows)]
    is_drawn(charts.heat(names, columns, rows, LIGHT, unit=unit, decimals=decimals))


@given(st.data())
@quickly
def test_states(data):
    columns = data.draw(st.lists(st.sampled_from(LABELS), max_size=4, unique=True))
    state = st.sampled_from(["闲置", "运营", None])
    rows = data.draw(st.lists(st.lists(state, min_size=len(columns), max_size=len(columns)), max_size=4))
    names = [f"{place}号" for place, _ in enumerate(rows)]
    is_drawn(charts.stages(names, columns, rows, LIGHT, order=("闲置", "运营"), signs=("闲", "营")))


@given(st.data(), UNITS)
@quickly
def test_bands(data, unit):
    count = data.draw(st.integers(0, 4))
    bound = st.one_of(st.none(), NUMBERS)
    values = st.lists(st.builds(Banded, VALUES, bound, bound), min_size=count, max_size=count).map(tuple)
    measures = data.draw(st.lists(st.builds(BandedMeasure, NAMES, st.just(unit), values), max_size=2))
    names = [f"{place}号" for place in range(count)]
    is_drawn(banded_rows(names, names, measures, LIGHT))


@given(st.lists(VALUES, max_size=6), targets)
@quickly
def test_a_sparkline_has_no_nan(values, target):
    drawn = charts.sparkline(values, target=target and target.value)
    assert "nan" not in drawn and "inf" not in drawn


@pytest.mark.parametrize("value", [0.0, -7.5, 1e-9, 29.7, 4e15])
def test_one_value_is_drawn_by_every_builder(value):
    one = [Series("甲", (("2025Q1", value),))]
    is_drawn(charts.trend(one, LIGHT, unit="家"))
    is_drawn(charts.columns(one, LIGHT, unit="家"))
    is_drawn(charts.bars([Bar("甲", value)], LIGHT, unit="家"))
