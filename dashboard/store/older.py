"""Closed editions of older formats → what this version reads; a file itself is never written over."""

import re
from typing import Any

from dashboard.store.older_slides import TYPE, with_layouts

QUARTERS = "一二三四"
QUARTER = re.compile(rf"(?P<year>\d{{4}})年第(?P<quarter>[{QUARTERS}])季度")
PERIOD_COLUMN = "时期"


def with_periods(told: Any) -> Any:
    """Format 1 kept a quarter in a table as its name (2025年第四季度); format 2 keeps its code."""
    if isinstance(told, list):
        return [with_periods(one) for one in told]
    if not isinstance(told, dict):
        return told
    kept = {name: with_periods(value) for name, value in told.items()}
    if kept.get(TYPE) == "Table":
        places = [place for place, column in enumerate(kept["columns"]) if column["label"] == PERIOD_COLUMN]
        kept["rows"] = [
            [_period(cell) if place in places else cell for place, cell in enumerate(row)] for row in kept["rows"]
        ]
    return kept


def _period(cell: Any) -> Any:
    match = QUARTER.fullmatch(cell) if isinstance(cell, str) else None
    return {TYPE: "Period", "code": f"{match['year']}Q{QUARTERS.index(match['quarter']) + 1}"} if match else cell


# Each makes of an order of its format one of the next.
MIGRATIONS = {1: with_periods, 2: with_layouts}
