"""Spoiled rows of the rules of attention; see `test_broken_rows.py`."""

RATED = {"rule": "及时率偏低", "threshold": 80, "due_at_least": 10, "is_active": "是"}
COUNTED = {"rule": "事件超期积压", "threshold": 5, "due_at_least": None, "is_active": "否"}
PLAIN = {"rule": "网格长缺额", "threshold": None, "due_at_least": None, "is_active": "是"}

CASES = (
    ("alert_rules", RATED, {"threshold": 101}, "threshold"),
    ("alert_rules", RATED, {"threshold": -1}, "threshold"),
    ("alert_rules", RATED, {"threshold": 0}, "threshold"),
    ("alert_rules", RATED, {"threshold": 0.8}, "threshold"),
    ("alert_rules", RATED, {"due_at_least": 0}, "due_at_least"),
    ("alert_rules", RATED, {"rule": "差评过多"}, "rule"),
    ("alert_rules", RATED, {"is_active": "也许"}, "is_active"),
    ("alert_rules", COUNTED, {"threshold": 2.5}, "threshold"),
    ("alert_rules", COUNTED, {"threshold": 0}, "threshold"),
    ("alert_rules", COUNTED, {"due_at_least": 3}, "due_at_least"),
    ("alert_rules", PLAIN, {"threshold": 1}, "threshold"),
)
