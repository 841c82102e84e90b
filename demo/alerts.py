"""→ the rules of attention as a town confirms them: all of them apply, with the figures that hold without a form."""

from demo.rows import Row
from etl.datasets.alert_rules import COUNTED, PLAIN, RATED

LEAST = 1
FLOOR_PCT, DUE_AT_LEAST = 80, 10


def _row(rule: str, threshold: int | None = None, due_at_least: int | None = None) -> Row:
    return {"rule": rule, "threshold": threshold, "due_at_least": due_at_least, "is_active": True}


def forms() -> dict[str, list[Row]]:
    """One row for each rule."""
    counted = [_row(rule, LEAST) for rule in COUNTED]
    rated = [_row(rule, FLOOR_PCT, DUE_AT_LEAST) for rule in RATED]
    return {"alert_rules": [*counted, *rated, *map(_row, PLAIN)]}
