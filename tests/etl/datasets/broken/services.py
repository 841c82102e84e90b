"""Spoiled rows of services, mediation, points, teams, 四微, patrols and reviews; see `test_broken_rows.py`."""

FORMS = {
    "service_sites": ({"site_code": "S9", "name": "某邻里中心", "kind": "邻里中心", "area_code": "宝盖科技园"},),
}

SERVICE = {
    "site_code": "S9",
    "month": "2024-11",
    "service": "托育",
    "visits": 420,
    "capacity": 60,
    "in_use": 48,
    "opening_hours": 176,
    "used_hours": 150,
}
MEDIATION = {
    "area_code": "塘后村",
    "month": "2024-11",
    "kind": "邻里",
    "accepted": 6,
    "closed": 5,
    "mediated": 4,
    "transferred": 1,
    "days_total": 31.5,
}
POINTS = {
    "area_code": "塘后村",
    "month": "2024-11",
    "participant_group": "志愿者",
    "participants": 20,
    "points_issued": 600,
    "points_redeemed": 350,
}
TEAM = {"kind": "青年突击", "area_code": "塘后村", "month": "2024-11", "teams": 2, "sorties": 5, "served": 80}
MICRO = {
    "area_code": "塘后村",
    "estate": "某小区",
    "month": "2024-11",
    "wishes_raised": 8,
    "wishes_claimed": 7,
    "wishes_done": 5,
    "micro_consultations": 1,
    "services": 3,
    "renovations": 0,
    "joint_talks": 1,
}
PATROL = {
    "grid_code": "塘后第一网格",
    "month": "2024-11",
    "patrols": 22,
    "households": 372,
    "households_visited": 110,
    "enterprise_calls": 6,
    "care_visits": 9,
}
REVIEW = {"grid_code": "塘后第一网格", "quarter": "2024Q4", "score": 92.5, "grade": "红旗"}

CASES = (
    ("service_months", SERVICE, {"site_code": "S8"}, "site_code"),
    ("service_months", SERVICE, {"service": "托管所"}, "service"),
    ("service_months", SERVICE, {"month": "2024Q4"}, "month"),
    ("service_months", SERVICE, {"visits": None}, "visits"),
    ("service_months", SERVICE, {"visits": -1}, "visits"),
    ("service_months", SERVICE, {"capacity": None}, "capacity"),
    ("service_months", SERVICE, {"in_use": 61}, "in_use"),
    ("service_months", SERVICE, {"opening_hours": None}, "opening_hours"),
    ("service_months", SERVICE, {"used_hours": 176.5}, "used_hours"),
    ("service_months", SERVICE, {"opening_hours": 745}, "opening_hours"),
    ("mediation_months", MEDIATION, {"area_code": "某地"}, "area_code"),
    ("mediation_months", MEDIATION, {"kind": "口角"}, "kind"),
    ("mediation_months", MEDIATION, {"accepted": "几件"}, "accepted"),
    ("mediation_months", MEDIATION, {"mediated": 5}, "closed"),
    ("mediation_months", MEDIATION, {"closed": 99}, "closed"),
    ("mediation_months", MEDIATION | {"mediated": 0, "transferred": 0}, {"closed": 0}, "days_total"),
    ("civic_points", POINTS, {"participant_group": "路人"}, "participant_group"),
    ("civic_points", POINTS, {"points_redeemed": -5}, "points_redeemed"),
    ("civic_points", POINTS, {"participants": 0}, "participants"),
    ("civic_points", POINTS, {"points_issued": 0}, "points_issued"),
    ("service_teams", TEAM, {"kind": "红袖章"}, "kind"),
    ("service_teams", TEAM, {"teams": 0}, "teams"),
    ("service_teams", TEAM, {"sorties": 0}, "sorties"),
    ("micro_actions", MICRO, {"month": "2024-13"}, "month"),
    ("micro_actions", MICRO, {"renovations": None}, "renovations"),
    ("micro_actions", MICRO, {"wishes_claimed": 9}, "wishes_claimed"),
    ("micro_actions", MICRO, {"wishes_done": 8}, "wishes_done"),
    ("grid_patrols", PATROL, {"grid_code": "塘后九十网格"}, "grid_code"),
    ("grid_patrols", PATROL, {"households": None}, "households"),
    ("grid_patrols", PATROL, {"households_visited": 373}, "households_visited"),
    ("grid_patrols", PATROL, {"patrols": 0}, "patrols"),
    ("grid_reviews", REVIEW, {"quarter": "2024-11"}, "quarter"),
    ("grid_reviews", REVIEW, {"score": 100.5}, "score"),
    ("grid_reviews", REVIEW, {"score": 79}, "score"),
    ("grid_reviews", REVIEW, {"grade": "整改"}, "grade"),
)
