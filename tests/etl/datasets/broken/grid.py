"""Spoiled rows of the grid events; see `test_broken_rows.py`."""

EVENT = {
    "event_id": "E9",
    "grid_code": "塘后第一网格",
    "kind": "安全隐患",
    "channel": "网格员",
    "reported_at": "2024-11-04 08:00",
    "due_at": "2024-11-05 08:00",
    "closed_at": "2024-11-04 17:30",
    "reopened_count": 0,
}

CASES = (
    ("grid_events", EVENT, {"due_at": "2024-11-03 08:00"}, "due_at"),
    ("grid_events", EVENT, {"closed_at": "2024-11-03 08:00"}, "closed_at"),
    ("grid_events", EVENT, {"kind": "安全隐串"}, "kind"),
)
