"""How much is lost when a figure is withheld: headlines are worth more than details."""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb

from etl.warehouse.withholding.block import Key
from etl.warehouse.withholding.family import Family

# The areas that a joint meeting is about come first: parks, then what they lie in, then villages and grids.
PARK, COVERING, CITY, OTHER = 1000.0, 300.0, 50.0, 100.0
# One part of a breakdown, measured by the whole.
PART = 0.02
# A month, measured by its quarter.
MONTH = 0.2


@dataclass(frozen=True)
class Worth:
    """What each figure of a family is worth, beside each other: by quantity and area."""

    quantities: Mapping[str, float]
    areas: Mapping[str, float]

    def __call__(self, key: Key) -> float:
        """What a figure is worth."""
        return (
            self.quantities[key.quantity]
            * self.areas.get(key.area_code, OTHER)
            * (PART if key.dimension else 1.0)
            * (MONTH if "-" in key.period else 1.0)
        )


def worth_of(connection: duckdb.DuckDBPyConnection, family: Family) -> Worth:
    """What the figures of a family are worth in the areas of a version."""
    return Worth(
        {quantity.name: quantity.worth for quantity in family.quantities},
        {
            code: PARK if kind == "园区" else {"市": CITY, "镇": COVERING, "片区": COVERING}.get(level, OTHER)
            for code, level, kind in connection.execute(
                "SELECT area_code, level, zone_kind FROM mart.area_profile ORDER BY area_code"
            ).fetchall()
        },
    )
