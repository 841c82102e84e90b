"""Assets, projects and the pipeline of the small world: four assets, four projects, two parks, worked out by hand."""

from dashboard.metrics.absence import Absence

SILENT, NOTHING = Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD

ROWS = {
    "assets": (
        "asset_id quarter title kind area_code state area_m2 income_cny_10k cost_cny_10k share_pct"
        " collective_income_cny_10k",
        (
            ("M1", "2023Q4", "甲商场", "商场", "V", "闲置", 1000, None, None, 50, None),
            ("M1", "2024Q1", "甲商场", "商场", "V", "改造", 1000, None, None, 50, None),
            ("M1", "2024Q2", "甲商场", "商场", "V", "运营", 1000, 30, 10, 50, 10),
            # Always in use; nothing came for 2024Q1.
            ("M2", "2023Q4", "甲车库", "地下车库", "P", "运营", 500, 8, 2, 100, 6),
            ("M2", "2024Q2", "甲车库", "地下车库", "P", "运营", 500, 12, 4, 100, 8),
            ("M3", "2023Q4", "甲地块", "闲置土地", "V", "闲置", 3000, None, None, None, None),
            ("M3", "2024Q1", "甲地块", "闲置土地", "V", "闲置", 3000, None, None, None, None),
            ("M3", "2024Q2", "甲地块", "闲置土地", "V", "闲置", 3000, None, None, None, None),
            # A loss, which the owner bears; then a cost that was not told.
            ("M4", "2024Q1", "乙厂房", "厂房", "Q", "运营", None, 5, 6, 20, 0),
            ("M4", "2024Q2", "乙厂房", "厂房", "Q", "运营", None, 9, None, 20, None),
        ),
    ),
    # The last thing that happens in them is on 2024-06-01, so that the one planned for 2024-06-30 is not due.
    "projects": (
        "project_id title kind area_code sequence milestone promised_days started_on planned_on done_on acquired_mu",
        (
            (
                "J1",
                "甲审批",
                "全流程帮办",
                "P",
                1,
                "规划",
                20,
                "2024-01-02",
                "2024-01-22",
                "2024-01-14",
                None,
            ),  # 12 days
            (
                "J1",
                "甲审批",
                "全流程帮办",
                "P",
                2,
                "施工",
                10,
                "2024-02-01",
                "2024-02-11",
                "2024-02-16",
                None,
            ),  # 15 days
            ("J2", "乙征迁", "征迁", "V", 1, "首批", None, "2023-11-01", "2023-12-31", "2024-02-10", 6),
            ("J2", "乙征迁", "征迁", "V", 2, "全部", None, None, "2024-03-31", "2024-03-20", 4.5),
            ("J3", "丙共建", "共建", "P", 1, "划线", None, None, "2024-05-15", None, None),
            ("J3", "丙共建", "共建", "P", 2, "挂牌", None, None, "2024-06-30", None, None),
            ("J4", "丁改造", "招商改造", "Q", 1, "开业", None, "2024-04-10", "2024-05-31", "2024-06-01", None),
        ),
    ),
    "park_pipeline": (
        "area_code quarter signed settled operating in_statistics newly_above_scale leasable_m2 leased_m2",
        (
            ("P", "2023Q4", 10, 8, 6, 4, 1, 1000, 800),
            ("P", "2024Q2", 12, 9, 9, 3, 0, 1000, 900),
            ("Q", "2024Q1", 5, 5, 4, 1, 1, None, None),
        ),
    ),
    "published_events": (
        "event_id area_code event dated quote document_id paragraph",
        (("X1", "V", "开工", "XXXX-11-11", "今年11月11日", "lingxiu", "L1"),),
    ),
}

FIGURES = (
    ("assets_revived_share", "D", "2024Q1", 0),
    ("assets_revived_share", "D", "2024Q2", 25),  # 1,000 of 1,000 + 3,000; the garage was never idle
    ("assets_revived_share", "P", "2024Q1", NOTHING),
    ("assets_revived_share", "Q", "2024Q2", NOTHING),
    ("revived_area", "D", "2024Q1", 0),
    ("revived_area", "D", "2024Q2", 1000),  # the garage was never idle
    ("idle_area", "D", "2024Q1", 4000),
    ("idle_area", "D", "2024Q2", 3000),
    ("idle_area", "P", "2024Q1", 0),  # held from the quarter before
    ("asset_income", "D", "2024Q2", 42),
    ("asset_income", "D", "2024", 42),
    ("asset_income", "P", "2024Q1", SILENT),
    ("asset_income", "V", "2023Q4", 0),  # what is idle earns nothing
    ("asset_income", "Q", "2024Q2", SILENT),  # without its cost it tells nothing
    ("asset_cost", "D", "2024Q2", 14),
    ("owner_income", "D", "2024Q2", 10),  # 30 − 10 − 10 and 12 − 4 − 8
    ("owner_income", "Q", "2024Q1", -1),
    ("collective_income", "D", "2024Q2", 18),
    ("collective_income", "Q", "2024Q1", 0),
    ("milestones_on_time_rate", "D", "2023Q4", 0),
    ("milestones_on_time_rate", "D", "2024Q1", 200 / 3),  # the second step of J1 is late
    ("milestones_on_time_rate", "D", "2024", 50),  # 2 of 3 + 1
    ("milestones_on_time_rate", "V", "2024Q2", NOTHING),
    ("milestones_due", "D", "2024Q2", 1),
    ("milestones_due", "V", "2024Q2", 0),
    ("milestones_due", "F", "2024Q1", NOTHING),
    ("milestones_done", "D", "2024Q1", 4),
    ("milestones_done", "Q", "2024Q2", 1),
    ("milestones_overdue", "D", "2023Q4", 1),
    ("milestones_overdue", "D", "2024Q1", 0),
    ("milestones_overdue", "D", "2024Q2", 1),
    ("milestones_overdue", "Q", "2024Q2", 0),  # a day late, but done before the quarter's end
    ("approval_speedup", "D", "2024Q1", 10),  # 30 days promised, 12 + 15 used
    ("approval_speedup", "D", "2024Q2", NOTHING),
    ("days_saved", "P", "2024Q1", 3),
    ("land_acquired", "V", "2023Q4", 0),
    ("land_acquired", "D", "2024", 10.5),
    ("park_signed", "D", "2024Q1", 10),  # held from the quarter before
    ("park_signed", "T", "2024Q2", 17),
    ("park_settled", "T", "2024Q2", 14),
    ("park_operating", "T", "2024Q2", 13),
    ("park_in_statistics", "T", "2024Q2", 4),
    ("newly_above_scale", "D", "2024Q1", SILENT),
    ("newly_above_scale", "T", "2024", 1),
    ("settlement_rate", "D", "2024Q2", 75),
    ("operation_rate", "D", "2023Q4", 75),
    ("statistics_rate", "D", "2024Q2", 100 / 3),
    ("leasing_rate", "D", "2023Q4", 80),
    ("leasing_rate", "T", "2024Q2", 90),  # of the park that told both
    ("leasing_rate", "Q", "2024Q2", SILENT),
)
