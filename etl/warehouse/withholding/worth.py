"""How much is lost when a figure is withheld: headlines are worth more than details."""

from collections.abc import Callable

import duckdb

from etl.warehouse.withholding.block import Key
from etl.warehouse.withholding.family import Family

# The areas that a joint meeting is about come first: parks, then what they lie in, then villages and grids.
PARK, COVERING, CITY, OTHER = 1000.0, 300.0, 50.0, 100.0
# One part of a breakdown, measured by the whole.
PART = 0.02
# A month, measured by its quarter.
MONTH = 0.2


def worth_of(connection: duckdb.DuckDBPyConnection, family: Family) -> Callable[[Key], float]:
    """What each figure of a family is worth, beside each other."""
    areas = {
        code: PARK if kind == "园区" else {"市": CITY, "镇": COVERING, "片区": COVERING}.get(level, OTHER)
        for code, level, kind in connection.execute(
            "SELECT area_code, level, zone_kind FROM mart.area_profile"
        ).fetchall()
    }
    quantities = {quantity.name: quantity.worth for quantity in family.quantities}

    def worth(key: Key) -> float:
        return (
            quantities[key.quantity]
            * areas.get(key.area_code, OTHER)
            * (PART if key.dimension else 1.0)
            * (MONTH if "-" in key.period else 1.0)
        )

    return worth
