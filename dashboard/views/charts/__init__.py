"""What a chart shows, as plain values: its marks, and one specification per kind that every renderer draws in its own way; the front door of the folder."""

from dashboard.views.charts.compared import (
    BESIDE,
    STAGE_HEIGHT,
    BandedRows,
    Bars,
    Bullets,
    Dumbbell,
    Funnel,
    Heat,
    RangeBars,
    Scatter,
    Schedule,
    Stages,
    Waterfall,
    stages_height,
)
from dashboard.views.charts.marks import (
    FAR_APART,
    Banded,
    BandedMeasure,
    Bar,
    Bullet,
    Dot,
    Interval,
    Pair,
    Ratio,
    Series,
    Span,
    SpanTone,
    Step,
    Target,
    are_far_apart,
)
from dashboard.views.charts.over_time import Columns, Panel, Panels, Season, SmallMultiples, Trend
from dashboard.views.charts.specification import Specification

Chart = (
    Bullets
    | Trend
    | Season
    | Columns
    | SmallMultiples
    | Panels
    | Bars
    | Funnel
    | Heat
    | Scatter
    | Dumbbell
    | RangeBars
    | Schedule
    | Stages
    | Waterfall
    | BandedRows
)

__all__ = [
    "BESIDE",
    "Banded",
    "BandedMeasure",
    "BandedRows",
    "Bar",
    "Bars",
    "Bullet",
    "Bullets",
    "Chart",
    "Columns",
    "Dot",
    "Dumbbell",
    "FAR_APART",
    "Funnel",
    "Heat",
    "Interval",
    "Pair",
    "Panel",
    "Panels",
    "RangeBars",
    "Ratio",
    "STAGE_HEIGHT",
    "Scatter",
    "Schedule",
    "Season",
    "Series",
    "SmallMultiples",
    "Span",
    "SpanTone",
    "Specification",
    "Stages",
    "Step",
    "Target",
    "Trend",
    "Waterfall",
    "are_far_apart",
    "stages_height",
]
