"""The three lists, joint meetings and decided matters: rows of the small world, and their figures by hand."""

from dashboard.metrics.absence import Absence

SILENT, NOTHING = Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD

ROWS = {
    # The lists end on 2024-05-20, when N5 is closed; of N6 only a document tells.
    "list_items": (
        "item_id list_kind area_code served_group topic title raised_on raised_by_kind matched_item_id matched_on"
        " responsible_unit due_on status closed_on quote document_id paragraph",
        (
            ("R1", "资源", "P", "企业", "用工招聘", "招聘会", "2023-11-01", "摸底")
            + (None, None, "甲单位", None, "可提供", None, None, None, None),
            ("F1", "服务", "V", "村民", "养老服务", "助老", "2024-01-10", "摸底")
            + (None, None, "乙单位", None, "可提供", None, None, None, None),
            # 25 days, in time
            ("N1", "需求", "P", "企业", "用工招聘", "缺工", "2023-11-10", "入企走访")
            + ("R1", "2023-11-20", "甲单位", "2023-12-10", "已办结", "2023-12-05", None, None, None),
            # 86 days, late
            ("N2", "需求", "P", "企业", "设施环境", "路灯", "2024-01-15", "入企走访")
            + ("R1", "2024-02-01", "甲单位", "2024-02-15", "已办结", "2024-04-10", None, None, None),
            ("N3", "需求", "V", "村民", "养老服务", "体检", "2024-02-20", "网格员")
            + (None, None, None, "2024-03-31", "待对接", None, None, None, None),
            ("N4", "需求", "V", "村民", "养老服务", "助餐", "2024-05-01", "微心愿")
            + ("F1", "2024-05-06", "乙单位", "2024-06-30", "办理中", None, None, None, None),
            # 18 days, closed although nothing on the lists was matched with it
            ("N5", "需求", "V", "村民", "就业创业", "零工", "2024-05-02", "网格员")
            + (None, None, "乙单位", "2024-05-30", "已办结", "2024-05-20", None, None, None),
            ("N6", "需求", "D", "企业", "用工招聘", "人才短缺", "2024-02-04", "工作方案")
            + ("R1", None, None, None, None, None, "人才短缺", "baogai", "L1"),
        ),
    ),
    "enterprise_visits": (
        "area_code month cadres enterprises_assigned enterprises_visited issues_raised issues_closed surveyed satisfied",
        (
            ("P", "2024-04", 12, 10, 6, 4, 3, 5, 4),
            ("P", "2024-05", 6, 10, 4, 2, None, None, None),
        ),
    ),
    # E held one meeting and none since; the meeting of D named after 2024Q1 was held four days into the next quarter.
    "meetings": (
        "meeting_id area_code kind named_quarter held_on units_expected units_present topics decisions",
        (
            ("M1", "D", "联席会议", "2023Q4", "2023-12-20", 10, 8, 3, 3),
            ("M2", "D", "联席会议", "2024Q1", "2024-04-04", 10, 9, 2, 1),
            ("M3", "D", "联席会议", "2024Q2", "2024-05-08", 12, None, 4, 0),
            ("M4", "E", "联席会议", "2023Q4", "2023-12-28", 5, 4, 1, 0),
            ("M5", "V", "四方联席", "2024Q1", "2024-02-10", 4, 4, 1, 0),
        ),
    ),
    "decisions": (
        "decision_id meeting_id title task area_code item_id responsible_unit decided_on due_on original_due_on"
        " plan_changes closed_on help_mode",
        (
            (
                "D1",
                "M1",
                "修路灯",
                "发展联手",
                "P",
                "N2",
                "甲单位",
                "2023-12-20",
                "2024-02-20",
                None,
                0,
                "2024-02-10",
                "项目认领",
            ),
            (
                "D2",
                "M1",
                "通内沟",
                "治理联动",
                "V",
                None,
                "乙单位",
                "2023-12-20",
                "2024-05-31",
                "2024-03-20",
                1,
                None,
                None,
            ),
            (
                "D3",
                "M2",
                "办招聘",
                "发展联手",
                "P",
                "N6",
                "甲单位",
                "2024-04-04",
                "2024-05-01",
                None,
                0,
                None,
                "项目攻坚",
            ),
            ("D4", "M1", "建支部", "组织联建", "V", None, "乙单位", "2023-12-20", "2024-06-30", None, 0, None, None),
        ),
    ),
    # The progress ends on 2024-05-10: D2 was closed and is open again, D3 is blocked, D4 has stood still since January.
    "decision_updates": (
        "decision_id reported_on decided_on status progress_pct node note",
        (
            ("D1", "2024-01-10", "2023-12-20", "推进中", 40, "方案", None),
            ("D1", "2024-02-10", "2023-12-20", "已办结", 100, "验收", None),
            ("D2", "2024-02-01", "2023-12-20", "推进中", 30, "方案", None),
            ("D2", "2024-04-20", "2023-12-20", "已办结", 100, "验收", None),
            ("D2", "2024-05-10", "2023-12-20", "推进中", 80, "返工", "又堵了"),
            ("D3", "2024-04-20", "2024-04-04", "受阻", 20, None, "缺经费"),
            ("D4", "2024-01-05", "2023-12-20", "推进中", 20, "方案", None),
        ),
    ),
    "exemplary_cases": (
        "case_id title area_code nature selected_on publicity replicated",
        (
            ("A1", "甲做法", "P", "首创", "2024-01-20", 3, 2),
            ("A2", "乙做法", "V", "突破", "2024-04-10", 1, 0),
        ),
    ),
    "coordination_bodies": (
        "body_id name kind area_code established_on head_post posts member_units quote document_id paragraph",
        (("B1", "甲专班", "工作专班", "D", "2024-02-04", "镇党委书记", 31, None, "成立专班", "baogai", "L1"),),
    ),
}

FIGURES = (
    ("lists_kept", "D", "2024Q2", 3),
    ("lists_kept", "P", "2024Q2", 2),
    ("needs_listed", "D", "2024Q2", 6),  # N1 to N6
    ("needs_listed", "E", "2024Q2", NOTHING),
    ("resources_listed", "D", "2023Q4", 1),
    ("services_listed", "D", "2024Q1", 1),
    ("needs_raised", "D", "2024Q1", 2),  # N2 and N3; nobody reports on N6
    ("needs_raised", "D", "2024", 4),
    ("needs_matched", "D", "2024Q1", 1),
    ("needs_closed", "D", "2023Q4", 1),
    ("needs_closed", "D", "2024Q2", 2),  # N2 and N5
    ("needs_open", "D", "2024Q1", 2),  # N2 and N3
    ("needs_open", "D", "2024Q2", 2),  # N3 and N4
    ("needs_open", "V", "2024", 2),  # at the end of the year's last quarter, whatever they were before
    ("needs_overdue", "D", "2024Q1", 1),  # N2; N3 is due on the last day
    ("needs_overdue", "D", "2024Q2", 1),  # N3
    ("need_match_rate", "D", "2024Q2", 60),  # N1, N2 and N4 of five
    ("need_satisfaction_rate", "D", "2024Q2", 40),  # N1 and N2; N5 was matched with nothing
    ("list_closure_rate", "D", "2024Q2", 200 / 3),  # N1 and N2 of N1, N2, N3; N5 was not due yet
    ("need_on_time_rate", "D", "2023Q4", 100),
    ("need_on_time_rate", "D", "2024Q1", 0),  # N2 late, N3 open
    ("need_days_to_close", "D", "2024Q2", 52),  # 86 and 18 days
    ("visit_cadres", "D", "2024Q2", 18),
    ("enterprises_visited", "P", "2024Q2", 10),
    ("enterprises_visited", "P", "2024-06", SILENT),
    ("visit_coverage", "P", "2024Q2", 50),  # 10 of 20
    ("issues_raised", "P", "2024Q2", 6),
    ("issue_closure_rate", "P", "2024Q2", 75),  # 3 of 4: May does not tell
    ("visit_satisfaction_rate", "P", "2024Q2", 80),
    ("joint_meetings", "T", "2023Q4", 2),
    ("joint_meetings", "D", "2024", 2),
    ("joint_meetings", "E", "2024Q1", 0),
    ("joint_meeting_rate", "T", "2024Q1", 50),
    ("joint_meeting_rate", "T", "2024", 50),  # 2 of 4
    ("joint_meeting_lag", "D", "2024Q1", 4),
    ("joint_meeting_lag", "D", "2024", 2),  # 4 and 0 days
    ("joint_meeting_lag", "E", "2024Q1", NOTHING),
    ("attendance_rate", "D", "2024Q1", 1300 / 14),  # 9 of 10 and 4 of 4
    ("attendance_rate", "D", "2024Q2", SILENT),
    ("meetings_held", "D", "2024Q1", 2),
    ("decisions_made", "D", "2023Q4", 3),
    ("decisions_made", "D", "2024Q1", 1),  # D3 of the meeting named after it, held on 4 April
    ("decisions_made", "D", "2024Q2", 0),
    ("decisions_closed", "D", "2024Q1", 1),
    ("decisions_closed", "D", "2024Q2", 0),  # D2 was closed and opened again
    ("decisions_open", "D", "2024Q1", 2),
    ("decisions_open", "D", "2024Q2", 3),
    ("decisions_open", "E", "2024Q2", NOTHING),
    ("decision_closure_rate", "D", "2024Q2", 25),
    ("decision_on_time_rate", "D", "2024Q1", 50),  # D1 of D1 and D2, whose first date counts
    ("decisions_overdue", "D", "2024Q1", 1),
    ("decisions_overdue", "D", "2024Q2", 2),
    ("decision_overdue_days", "D", "2024Q2", 30),  # D2 51 and D3 9 days before 2024-05-10
    ("decision_overdue_days", "D", "2023Q4", NOTHING),
    ("decisions_unmoved", "D", "2024Q2", 1),  # D4 between M2 and M3
    ("decisions_blocked", "D", "2024Q2", 1),
    ("decisions_replanned", "D", "2024Q2", 1),
    ("exemplary_cases", "D", "2024Q1", 1),
    ("exemplary_cases", "D", "2024Q2", 2),
    ("case_replication_rate", "D", "2024Q2", 50),
)
