"""Turns what a chart shows into a Plotly figure, a plain dict in the look of the product; the front door of the folder."""

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache

from dashboard.render.charts.bands import banded_rows
from dashboard.render.charts.bars import bars
from dashboard.render.charts.bullets import bullets
from dashboard.render.charts.columns import columns
from dashboard.render.charts.frame import Figure
from dashboard.render.charts.funnel import funnel
from dashboard.render.charts.grids import heat
from dashboard.render.charts.lines import trend
from dashboard.render.charts.measures import measure_panels
from dashboard.render.charts.panels import small_multiples
from dashboard.render.charts.points import scatter
from dashboard.render.charts.ranges import dumbbell, range_bars
from dashboard.render.charts.schedule import schedule
from dashboard.render.charts.seasons import season
from dashboard.render.charts.sparkline import sparkline
from dashboard.render.charts.stages import stages
from dashboard.render.charts.waterfall import waterfall
from dashboard.render.palette import Theme
from dashboard.views.charts import (
    BandedRows,
    Bars,
    Bullets,
    Chart,
    Columns,
    Dumbbell,
    Funnel,
    Heat,
    Panels,
    RangeBars,
    Scatter,
    Schedule,
    Season,
    SmallMultiples,
    Stages,
    Trend,
    Waterfall,
)

__all__ = [
    "DRAWN_BY",
    "Figure",
    "bars",
    "bullets",
    "columns",
    "draw",
    "dumbbell",
    "funnel",
    "heat",
    "measure_panels",
    "range_bars",
    "scatter",
    "schedule",
    "season",
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
    Bullets: bullets,
    Columns: columns,
    Dumbbell: dumbbell,
    Funnel: funnel,
    Heat: heat,
    Panels: measure_panels,
    RangeBars: range_bars,
    Scatter: scatter,
    Schedule: schedule,
    Season: season,
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
