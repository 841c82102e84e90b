"""Reads the names that people may ask by: of enterprises that may be named, of parts that figures are broken down by."""

from dataclasses import dataclass
from datetime import date

from dashboard.metrics.marts import MARTS
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.selected import selected

# Named now: in the last quarter of which the register tells.
DISCLOSED = """
SELECT DISTINCT disclosed_name AS name, area_code
FROM mart.enterprise_quarters
WHERE disclosed_name IS NOT NULL AND is_settled AND quarter = (SELECT max(quarter) FROM mart.enterprise_quarters)
ORDER BY name
"""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A decided matter by its title, where it is, who is responsible and how it stands."""

    decision_id: str
    title: str
    area_code: str
    district_code: str
    responsible_unit: str
    status: str
    decided_on: date


MATTERS = f"""
SELECT {selected(Named)}
FROM mart.decision_timeline
QUALIFY row_number() OVER (PARTITION BY decision_id ORDER BY starts_on DESC) = 1
ORDER BY decided_on DESC, decision_id
"""


def disclosed_names(warehouse: Warehouse) -> dict[str, str]:
    """The enterprises that may be named, each with the code of its area."""
    return warehouse.remember(
        "disclosed-names", lambda: {row["name"]: row["area_code"] for row in warehouse.rows(DISCLOSED)}
    )


def part_holders(warehouse: Warehouse) -> dict[tuple[str, str], tuple[str, ...]]:
    """Every part of every dimension as (column of the dimension, part), with the marts that have it."""

    def found() -> dict[tuple[str, str], tuple[str, ...]]:
        asked = {(mart.name, dimension.name) for mart in MARTS.values() for dimension in mart.dimensions}
        held: dict[tuple[str, str], tuple[str, ...]] = {}
        for name, column in sorted(asked):
            rows = warehouse.rows(f"SELECT DISTINCT {column}::VARCHAR AS part FROM mart.{name} ORDER BY part")
            for part in filter(None, (row["part"] for row in rows)):
                held[column, part] = (*held.get((column, part), ()), name)
        return held

    return warehouse.remember("part-holders", found)


def matters_named(warehouse: Warehouse) -> tuple[Named, ...]:
    """Every decided matter as it stands last, the latest first."""
    return warehouse.remember("matters-named", lambda: tuple(Named(**row) for row in warehouse.rows(MATTERS)))
