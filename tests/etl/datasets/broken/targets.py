"""Spoiled rows of yearly targets; see `test_broken_rows.py`."""

TARGET = {
    "area_code": "宝盖片区",
    "metric": "税收",
    "year": 2025,
    "qualifier": "以上",
    "target_value": 27000,
    "target_unit": "万元",
    "course_q1": 5400,
    "course_q2": 12000,
    "course_q3": 19000,
    "course_q4": 27000,
    "document": "《关于下达年度目标的通知》",
}
PLAIN = TARGET | dict.fromkeys(("course_q1", "course_q2", "course_q3", "course_q4"))
RATE = PLAIN | {"metric": "事件按期办结率", "target_value": 95, "target_unit": "%"}
KEPT_DOWN = PLAIN | {"metric": "超期未办结事件", "target_value": 20, "target_unit": "件", "qualifier": "以内"}

GRID, VILLAGE = "塘后第一网格", "塘后村"

CASES = (
    ("targets", PLAIN, {"target_unit": "家"}, "target_unit"),
    ("targets", PLAIN, {"target_value": 0}, "target_value"),
    ("targets", KEPT_DOWN, {"qualifier": "以上"}, "qualifier"),
    ("targets", KEPT_DOWN, {"qualifier": "超"}, "qualifier"),
    ("targets", TARGET, {"qualifier": "以内"}, "qualifier"),
    ("targets", RATE, {"target_value": 950}, "target_value"),
    ("targets", TARGET, {"course_q2": None}, "course_q1"),
    ("targets", TARGET, {"course_q1": 5400, "course_q2": 6600, "course_q3": 7000, "course_q4": 8000}, "course_q4"),
    ("targets", TARGET, {"course_q4": 26000}, "course_q4"),
    ("targets", TARGET, {"course_q2": 20000}, "course_q3"),
    # A tenth for a per cent, yuan for ten thousands, and half an enterprise.
    ("targets", RATE, {"target_value": 0.95}, "target_value"),
    ("targets", PLAIN, {"target_value": "120亿"}, "target_value"),
    ("targets", PLAIN, {"target_value": 270000000}, "target_value"),
    (
        "targets",
        PLAIN | {"metric": "升规企业", "target_value": 3, "target_unit": "家"},
        {"target_value": 3.5},
        "target_value",
    ),
    (
        "targets",
        PLAIN | {"metric": "升规企业", "target_value": 3, "target_unit": "家"},
        {"course_q1": 0.5, "course_q2": 1, "course_q3": 2, "course_q4": 3},
        "target_value",
    ),
    # Not a metric, none with a better side, and none at all.
    ("targets", PLAIN, {"metric": "受理事件", "target_unit": "件"}, "metric"),
    ("targets", PLAIN, {"metric": "民生指数"}, "metric"),
    ("targets", PLAIN, {"target_value": "超27000"}, "target_value"),
    ("targets", PLAIN, {"year": 25}, "year"),
    ("targets", PLAIN, {"year": 2099}, "year"),
    # Grids have no output, and villages no joint meetings.
    ("targets", PLAIN, {"area_code": GRID}, "area_code"),
    (
        "targets",
        PLAIN | {"metric": "联席会议", "target_value": 4, "target_unit": "次"},
        {"area_code": VILLAGE},
        "area_code",
    ),
    # What is kept down may fall to its target; what only adds up may not.
    (
        "targets",
        KEPT_DOWN | {"course_q1": 35, "course_q2": 30, "course_q3": 25, "course_q4": 20},
        {"year": None},
        "year",
    ),
)
