"""Turns named values into Plotly figures as plain dicts in the look of the product; the front door of the folder."""

from dashboard.look.charts.bars import bars, funnel
from dashboard.look.charts.columns import columns, fold
from dashboard.look.charts.grids import heat
from dashboard.look.charts.lines import trend
from dashboard.look.charts.marks import Bar, Dot, Figure, Interval, Pair, Ratio, Series, Span, Step, Target
from dashboard.look.charts.panels import small_multiples
from dashboard.look.charts.points import scatter
from dashboard.look.charts.ranges import dumbbell, range_bars
from dashboard.look.charts.schedule import schedule
from dashboard.look.charts.sparkline import sparkline
from dashboard.look.charts.stages import stages, stages_height
from dashboard.look.charts.waterfall import waterfall

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
