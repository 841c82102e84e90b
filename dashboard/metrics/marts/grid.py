"""Grids, their staff and the matters they deal with."""

from dashboard.metrics.marts.mart import Coverage, Dimension, Mart, words

MARTS = (
    Mart(
        name="grid_load_bands",
        label="网格负荷标准",
        columns=words("grid_kind households_low households_high residents_high"),
    ),
    Mart(
        name="grid_quarters",
        label="网格季度",
        base="quarter",
        forms=("areas", "grid_staffing", "grid_events"),
        coverage=Coverage.REGISTER,
        dimensions=(Dimension("grid_kind", "网格类型"),),
    ),
    Mart(
        name="grid_event_ledger",
        label="网格事件台账",
        forms=("grid_events",),
        columns=words("event_id area_code area_name kind channel reported_at due_at closed_at origin"),
    ),
    Mart(
        name="grid_event_months",
        label="网格事件月度",
        base="month",
        forms=("grid_events",),
        coverage=Coverage.LIST,
        above="grid_event_area_months",
        dimensions=(Dimension("kind", "事件类别"), Dimension("channel", "上报渠道")),
    ),
)
