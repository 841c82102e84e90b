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
        columns=words(
            "planned has_report has_leader grid_leaders staff_full_time staff_part_time staff households"
            " resident_persons enterprises has_household_standard is_households_in_band has_load_limit"
            " is_overloaded events_accepted"
        ),
    ),
    Mart(
        name="grid_event_months",
        label="网格事件月度",
        base="month",
        forms=("grid_events",),
        coverage=Coverage.LIST,
        dimensions=(Dimension("kind", "事件类别"), Dimension("channel", "上报渠道")),
        columns=words("accepted closed closed_days reopened due closed_in_time overdue_entered overdue_left"),
    ),
)
