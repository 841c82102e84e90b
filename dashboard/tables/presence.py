"""Reads which marts hold anything of an area, so that a page can say at once of which themes nothing was sent."""

from dashboard.metrics.marts import MARTS
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.selected import INSIDE

HELD = " UNION ALL ".join(
    f"SELECT '{mart.name}' AS mart WHERE EXISTS (FROM mart.{mart.name} WHERE area_code IN (FROM inside))"
    for mart in MARTS.values()
    if mart.base
)
PRESENT = f"WITH inside AS MATERIALIZED ({INSIDE}) {HELD}"


def marts_held(warehouse: Warehouse, area_code: str) -> frozenset[str]:
    """The names of the marts that have a row of the area or of anything in it, in any period."""
    return warehouse.remember(
        ("presence", area_code),
        lambda: frozenset(row["mart"] for row in warehouse.rows(PRESENT, area_code=area_code)),
    )
