"""Turns what a chart shows into a Plotly figure, a plain dict in the look of the product; the front door of the folder."""

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache

from dashboard.render.theme import Theme
from dashboard.render.web.charts.bands import banded_rows
from dashboard.render.web.charts.bars import bars, funnel
from dashboard.render.web.charts.columns import columns
from dashboard.render.web.charts.frame import Figure
from dashboard.render.web.charts.grids import heat
from dashboard.render.web.charts.lines import trend
from dashboard.render.web.charts.panels import small_multiples
from dashboard.render.web.charts.points import scatter
from dashboard.render.web.charts.ranges import dumbbell, range_bars
from dashboard.render.web.charts.schedule import schedule
from dashboard.render.web.charts.sparkline import sparkline
from dashboard.render.web.charts.stages import stages
from dashboard.render.web.charts.waterfall import waterfall
from dashboard.views.charts import (
    BandedRows,
    Bars,
    Chart,
    Columns,
    Dumbbell,
    Funnel,
    Heat,
    RangeBars,
    Scatter,
    Schedule,
    SmallMultiples,
    Stages,
    Trend,
    Waterfall,
)

__all__ = [
    "DRAWN_BY",
    "Figure",
    "bars",
    "columns",
    "draw",
    "dumbbell",
    "funnel",
    "heat",
    "range_bars",
    "scatter",
    "schedule",
    "small_multiples",
    "sparkline",
    "stages",
    "trend",
    "waterfall",
]

# Each draws a specification from its fields by name, and the theme.
DRAWN_BY: dict[type, Callable[..., Figure]] = {
    BandedRows: banded_rows,
    Bars: bars,
    Columns: columns,
    Dumbbell: dumbbell,
    Funnel: funnel,
    Heat: heat,
    RangeBars: range_bars,
    Scatter: scatter,
    Schedule: schedule,
    SmallMultiples: small_multiples,
    Stages: stages,
    Trend: trend,
    Waterfall: waterfall,
}
KEPT = 512


@lru_cache(KEPT)
def draw(chart: Chart, theme: Theme) -> Figure:
    """The figure of the specification in the colours of the theme; the same chart gives the same, shared figure."""
    return DRAWN_BY[type(chart)](**{field.name: getattr(chart, field.name) for field in fields(chart)}, theme=theme)
