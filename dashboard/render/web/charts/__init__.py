"""Turns named values into Plotly figures as plain dicts in the look of the product; the front door of the folder."""

from dashboard.render.web.charts.bars import bars, funnel
from dashboard.render.web.charts.columns import columns, fold
from dashboard.render.web.charts.grids import heat
from dashboard.render.web.charts.lines import trend
from dashboard.render.web.charts.marks import Bar, Dot, Figure, Interval, Pair, Ratio, Series, Span, Step, Target
from dashboard.render.web.charts.panels import small_multiples
from dashboard.render.web.charts.points import scatter
from dashboard.render.web.charts.ranges import dumbbell, range_bars
from dashboard.render.web.charts.schedule import schedule
from dashboard.render.web.charts.sparkline import sparkline
from dashboard.render.web.charts.stages import stages, stages_height
from dashboard.render.web.charts.waterfall import waterfall

__all__ = [
    "Bar",
    "Dot",
    "Figure",
    "Interval",
    "Pair",
    "Ratio",
    "Series",
    "Span",
    "Step",
    "Target",
    "bars",
    "columns",
    "dumbbell",
    "fold",
    "funnel",
    "heat",
    "range_bars",
    "scatter",
    "schedule",
    "small_multiples",
    "sparkline",
    "stages",
    "stages_height",
    "trend",
    "waterfall",
]
