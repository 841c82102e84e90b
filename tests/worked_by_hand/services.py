"""Services, mediation, points, teams, 四微, patrols and reviews of the small world, and what a person made of them."""

from dashboard.metrics.absence import Absence

HIDDEN, SILENT, NOTHING = Absence.NOT_DISCLOSED, Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD

ROWS = {
    "service_months": (
        "site_code month service visits capacity in_use opening_hours used_hours",
        (
            ("S1", "2024-04", "托育", 300, 20, 15, None, None),
            ("S1", "2024-05", "托育", 280, 20, 17, None, None),
            ("S1", "2024-05", "党群活动", 60, None, None, 100, 40),
            ("S1", "2024-06", "党群活动", 30, None, None, 60, 40),
            ("S1", "2024-06", "法律", 2, None, None, 80, None),  # open, but nobody wrote down for how long it was used
        ),
    ),
    "mediation_months": (
        "area_code month kind accepted closed mediated transferred days_total",
        (
            ("P", "2024-05", "劳资", 6, 4, 3, 1, 40),
            ("V", "2024-05", "邻里", 4, 4, 3, 0, None),  # the days were not reported
            ("V", "2024-06", "邻里", 2, 2, 2, 0, 10),
        ),
    ),
    "civic_points": (
        "area_code month participant_group participants points_issued points_redeemed",
        (
            ("V", "2024-05", "村民", 10, 200, 50),
            ("V", "2024-06", "村民", 8, 100, 150),  # of points given in May
            ("P", "2024-06", "志愿者", 2, 60, 0),
        ),
    ),
    "service_teams": (
        "kind area_code month teams sorties served",
        (
            ("青年突击", "V", "2024-05", 1, 2, 30),
            ("青年突击", "V", "2024-06", 1, 0, 0),
            ("医疗服务", "V", "2024-06", 2, 1, 40),
        ),
    ),
    "micro_actions": (
        "area_code estate month wishes_raised wishes_claimed wishes_done micro_consultations services renovations joint_talks",
        (
            ("V", "甲小区", "2024-05", 5, 4, 3, 1, 2, 0, 1),
            ("V", "乙小区", "2024-06", 3, 2, 1, 0, 1, 1, None),
        ),
    ),
    "grid_patrols": (
        "grid_code month patrols households households_visited enterprise_calls care_visits",
        (
            ("V1", "2024-04", 10, 400, 100, 3, 4),
            ("V2", "2024-04", 5, 500, 200, None, 1),
            ("P1", "2024-04", 8, 30, None, 6, None),  # homes were not counted there
            ("V1", "2024-05", 0, 400, 0, 0, 0),  # V2 and P1 sent nothing for May
        ),
    ),
    "grid_reviews": (
        "grid_code quarter score grade",
        (
            ("V1", "2024Q1", 90, "红旗"),
            ("V2", "2024Q1", 70, "整改"),
            ("V1", "2024Q2", 86, "达标"),
            ("P1", "2024Q2", 95, "红旗"),
        ),
    ),
}

FIGURES = (
    ("service_sites", "P", "2024Q2", 1),
    ("service_sites", "V", "2024Q2", NOTHING),
    ("service_visits", "P", "2024Q2", 672),  # 300 + 280 + 60 + 30 + 2
    ("service_visits", "P", "2024-06", 32),
    ("service_visits", "Q", "2024Q2", SILENT),
    ("childcare_seats", "P", "2024Q2", 20),  # the mean of April and May
    ("childcare_seats_in_use", "P", "2024Q2", 16),  # of 15 and 17
    ("childcare_occupancy", "P", "2024Q2", 80),  # 16 of 20
    ("childcare_occupancy", "P", "2024-06", SILENT),
    ("site_use_rate", "P", "2024Q2", 50),  # 80 of 160 hours, without the 80 of which the use is unknown
    ("mediations_accepted", "D", "2024Q2", 12),
    ("mediations_settled", "D", "2024Q2", 8),
    ("mediations_transferred", "D", "2024Q2", 1),
    ("mediation_success_rate", "D", "2024Q2", 80),  # 8 of 10
    ("mediation_days", "D", "2024Q2", 50 / 6),  # 50 days for the 4 + 2 whose days are known
    ("mediation_days", "V", "2024-05", SILENT),
    ("civic_participants", "V", "2024-05", 10),
    ("civic_participants", "P", "2024-06", HIDDEN),  # two persons
    ("civic_participants", "V", "2024-06", HIDDEN),  # beside the 10 of the whole it would tell the two
    ("civic_participants", "D", "2024Q2", 20),
    ("points_issued", "P", "2024-06", HIDDEN),  # of the two persons
    ("points_redeemed", "V", "2024-06", HIDDEN),
    ("points_issued", "D", "2024Q2", 360),
    ("points_redeemed", "D", "2024Q2", 200),
    ("redemption_rate", "V", "2024Q2", 200 / 3),
    ("redemption_rate", "V", "2024-06", HIDDEN),  # its sides are the points of the two
    ("service_teams", "V", "2024Q2", 3),  # 1 + 2 at the end of June
    ("team_sorties", "V", "2024Q2", 3),
    ("team_served", "V", "2024Q2", 70),
    ("micro_actions", "V", "2024Q2", 9),  # 3 + 1 + 2 + 0 and 1 + 0 + 1 + 1
    ("micro_kinds", "V", "2024-05", 3),
    ("micro_kinds", "V", "2024Q2", 3),  # in June wishes, services and a renovation
    ("wishes_raised", "V", "2024Q2", 8),
    ("wishes_done", "V", "2024Q2", 4),
    ("wish_claim_rate", "V", "2024Q2", 75),
    ("wish_completion_rate", "V", "2024Q2", 50),
    ("joint_talks", "V", "2024Q2", 1),
    ("joint_talks", "V", "2024-06", SILENT),
    ("courier_events", "Q", "2024Q2", 2),
    ("courier_events", "D", "2024Q2", 0),
    ("courier_share", "T", "2024Q2", 25),  # 2 of 8
    ("patrols", "D", "2024Q2", 23),
    ("patrol_coverage", "D", "2024-04", 100),
    ("patrol_coverage", "D", "2024Q2", 50),  # 3 of 3 in April, none of 3 in May
    ("patrol_coverage", "V2", "2024-05", SILENT),
    ("patrol_coverage", "E", "2024-04", NOTHING),
    ("household_coverage", "V2", "2024-04", 40),
    ("household_coverage", "V", "2024-04", 100 / 3),  # 300 of 900
    ("household_coverage", "V", "2024Q2", 150 / 650 * 100),  # the means of 300 and 0, of 900 and 400
    ("household_coverage", "P1", "2024Q2", SILENT),
    ("patrol_enterprise_visits", "D", "2024Q2", 9),
    ("care_visits", "V", "2024-04", 5),
    ("care_visits", "V2", "2024-04", HIDDEN),  # one person
    ("care_visits", "V1", "2024-04", HIDDEN),  # beside the village's 5 it would tell the one
    ("review_score", "D", "2024Q1", 80),
    ("review_score", "D", "2024", 85.25),  # of four reviews
    ("review_score", "V2", "2024Q2", SILENT),
    ("red_flag_share", "D", "2024", 50),
    ("grids_to_improve", "D", "2024Q1", 1),
    ("grids_to_improve", "D", "2024", 0),  # none at the last review
)
