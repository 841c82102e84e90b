"""Work, talents and party organization: their rows of the small world, and the figures worked out from them."""

from dashboard.metrics.absence import Absence

SILENT, NOTHING = Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD

ROWS = {
    "job_months": (
        "area_code month channel occupation openings seekers recommended matched hired",
        (
            ("P", "2024-04", "招聘会", "缝纫工", 20, 10, 12, 6, 4),
            ("P", "2024-05", "宝盖职聘", "设计师", 8, 2, 2, 1, None),  # nobody has asked yet who came
            ("V", "2024-05", "宝盖职聘", "普工", 5, 15, 10, 5, 5),
            ("Q", "2024-04", "零工驿站", "临时工", 12, None, 6, 3, 3),  # seekers are not written down there
        ),
    ),
    "recruitment_events": (
        "event_id title kind area_code held_on enterprises_attending openings visitors intentions hires",
        (
            ("Z1", "甲专场", "园区专场", "P", "2024-01-10", 10, 60, 50, 20, 12),
            ("Z2", "甲校园", "校园", "P", "2024-04-12", 5, 30, 40, 10, None),  # not called back
            ("Z3", "甲云集", "云市集", "P", "2024-06-03", 4, 16, 20, 8, 6),
        ),
    ),
    "talent_quarters": (
        "area_code quarter introduced retained_12m consultations activities activity_person_times titles_applied"
        " titles_passed partner_schools order_class_students interns interns_retained new_citizen_cases",
        (
            ("P", "2023Q4", 10, 6, None, None, None, 8, 5, 2, 20, 10, 4, None),
            ("P", "2024Q2", 12, None, None, None, None, 9, None, 3, 24, 6, 3, None),
            ("D", "2024Q2", None, None, 40, 2, 70, None, None, None, None, None, None, 15),
        ),
    ),
    "party_coverage": (
        "area_code quarter enterprises_operating covered_single covered_joint covered_by_industry"
        " covered_by_work_only instructors",
        (
            ("P", "2024Q2", 20, 4, 6, 2, 5, 3),
            ("V", "2024Q2", 5, 0, 1, None, 1, None),
        ),
    ),
    "party_activities": (
        "area_code quarter kind theme_line planned held organizations_attending person_times",
        (
            ("D", "2024Q2", "主题党日", "不分主线", 1, 1, 5, 40),
            ("D", "2024Q2", "一月一主题", "服务", 2, 1, 4, 30),
            ("P", "2024Q2", "党课", "学习", 4, 3, None, None),
        ),
    ),
    "estate_organizations": (
        "area_code estate as_of_on buildings households village_branches estate_branches building_groups"
        " member_households",
        (
            ("V", "甲小区", "2023-12-31", 10, 400, 1, 1, 10, 12),
            ("V", "乙小区", "2023-12-31", 6, 200, 1, 0, 0, 0),
            ("V", "乙小区", "2024-06-01", 6, 210, 1, 1, 4, 5),  # two buildings still lack a group
        ),
    ),
}

FIGURES = (
    ("job_openings", "D", "2024Q2", 33),
    ("job_openings", "P", "2024-05", 8),
    ("job_openings", "F", "2024-05", SILENT),
    ("job_seekers", "D", "2024Q2", 27),
    ("labour_gap", "D", "2024Q2", 16),  # 20 − 4 and 5 − 5; the eight designers are not known of
    ("openings_per_seeker", "P", "2024Q2", 28 / 12),
    ("openings_per_seeker", "T", "2024Q2", 33 / 27),
    ("openings_per_seeker", "Q", "2024Q2", SILENT),
    ("job_recommendations", "D", "2024Q2", 24),
    ("job_matches", "D", "2024Q2", 12),
    ("job_hires", "D", "2024Q2", 9),
    ("match_rate", "D", "2024Q2", 50),
    ("hire_rate", "D", "2024Q2", 36),  # 9 of the 25 whose hires are known
    ("recruitment_events", "P", "2024Q2", 2),
    ("recruitment_events", "P", "2024-02", 0),
    ("recruitment_events", "V", "2024-02", NOTHING),
    ("event_enterprises", "P", "2024Q2", 9),
    ("event_openings", "P", "2024Q2", 46),
    ("event_intentions", "P", "2024Q2", 18),
    ("event_hires", "P", "2024Q2", 6),
    ("intention_hire_rate", "P", "2024Q2", 75),  # 6 of 8
    ("intention_hire_rate", "P", "2024Q1", 60),
    ("talent_introduced", "P", "2024Q2", 12),
    ("talent_retention", "P", "2024Q2", 60),  # those of 2023Q4; a year is not over for the others
    ("talent_consultations", "D", "2024Q2", 40),
    ("talent_consultations", "P", "2024Q2", SILENT),
    ("talent_activities", "D", "2024Q2", 2),
    ("persons_per_talent_activity", "D", "2024Q2", 35),
    ("new_citizen_cases", "D", "2024Q2", 15),
    ("titles_applied", "P", "2024Q2", 9),
    ("title_pass_rate", "P", "2023Q4", 62.5),
    ("title_pass_rate", "P", "2024Q2", SILENT),
    ("partner_schools", "D", "2024", 3),
    ("order_class_students", "P", "2024Q2", 24),
    ("interns", "P", "2024Q2", 6),
    ("intern_retention", "P", "2024Q2", 50),
    ("contests", "P", "2024Q2", 0),
    ("contest_entrants", "P", "2024Q2", 0),
    ("organization_coverage", "D", "2024Q2", 44),  # 11 of 25
    ("single_organization_rate", "P", "2024Q2", 20),
    ("work_coverage", "D", "2024Q2", 68),  # 17 of 25
    ("covered_single", "D", "2024Q2", 4),
    ("covered_by_region", "D", "2024Q2", 4),  # 甲村 does not part its one
    ("covered_by_industry", "D", "2024Q2", 2),
    ("covered_by_work_only", "D", "2024Q2", 6),
    ("enterprises_uncovered", "D", "2024Q2", 8),  # 5 and 3
    ("instructors", "D", "2024Q2", 3),
    ("activities_planned", "D", "2024Q2", 7),
    ("activities_held", "D", "2024Q2", 5),
    ("activity_rate", "D", "2024Q2", 500 / 7),
    ("persons_per_activity", "D", "2024Q2", 35),  # 70 in two of them
    ("organizations_per_activity", "D", "2024Q2", 4.5),
    ("activity_lines", "D", "2024Q2", 2),
    ("four_level_rate", "V", "2024Q1", 50),
    ("four_level_rate", "V", "2024Q2", 50),
    ("levels_per_estate", "V", "2024Q1", 2.5),  # 4 and 1
    ("levels_per_estate", "V", "2024Q2", 4),
    ("building_group_coverage", "V", "2024Q2", 87.5),  # 14 of 16
    ("member_households_per_estate", "V", "2024Q2", 8.5),
)
