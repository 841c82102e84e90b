"""Which metrics the page 网格治理 shows, and what it calls them where their own names are too long."""

CARDS = (
    *("grid_coverage", "grid_staff", "residents_per_staff", "overdue_open"),
    *("events_accepted", "closure_rate", "on_time_rate", "days_to_close"),
)
EVENTS = {
    "on_time_rate": "按期办结率",
    "closure_rate": "办结率",
    "days_to_close": "办结时长",
    "overdue_open": "超期未办结",
    "events_accepted": "受理事件",
}
STAFF = {
    "grid_coverage": "网格长覆盖",
    "grid_staff": "网格员",
    "residents_per_staff": "服务人口",
    "household_coverage": "入户覆盖",
    "review_score": "考评得分",
}
PATROL_CARDS = ("household_coverage", "care_visits", "red_flag_share", "grids_to_improve")
VISITS = {"patrols": "巡查", "care_visits": "关爱走访", "patrol_enterprise_visits": "走访企业"}

FURTHER = (
    *("grid_report_rate", "grids_in_band_share", "grids_overloaded", "events_per_grid", "events_per_1000_residents"),
)
NO_PATROLS = "所选区域没有划分网格，没有走访与考评。"
