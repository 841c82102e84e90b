"""The enterprises that may be named, each with its last report and what of it is public."""

from dataclasses import dataclass, fields

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.definitions.output import PUBLIC
from dashboard.metrics.warehouse import Row, Warehouse
from dashboard.tables.selected import INSIDE, selected


@dataclass(frozen=True, kw_only=True)
class EnterpriseRow:
    """An enterprise that may be named, with its last report; money in 万元, None where nothing was reported.

    A figure that was reported and may not stand beside the name is 不公开.
    """

    name: str
    industry: str
    area_code: str
    area_name: str
    is_above_scale: bool
    land_mu: float | Absence | None
    is_land_same_scope: bool
    disclosure: str
    quarter: str | None
    gross_output_cny_10k: float | Absence | None
    sales_output_cny_10k: float | Absence | None
    revenue_cny_10k: float | Absence | None
    tax_cny_10k: float | Absence | None
    employees_persons: int | Absence | None
    origin: str


IS_PUBLIC = ", ".join(PUBLIC[field.name] for field in fields(EnterpriseRow) if field.name in PUBLIC)
# Enterprises that may be named and were there when the quarter ended, each with the last report up to it, or without;
# `is_…_public` tells which of its figures may stand beside the name.
NAMED_ENTERPRISES = f"""
SELECT
    {selected(EnterpriseRow, but=("area_name", "quarter"), name="disclosed_name")},
    CASE WHEN has_report THEN quarter END AS reported_quarter, {IS_PUBLIC}
FROM mart.enterprise_quarters
WHERE disclosed_name IS NOT NULL
    AND quarter <= $quarter
    AND enterprise_code IN (
        SELECT enterprise_code
        FROM mart.enterprise_quarters
        WHERE is_settled AND disclosed_name IS NOT NULL
            AND quarter = (SELECT max(quarter) FROM mart.enterprise_quarters WHERE quarter <= $quarter)
    )
    AND area_code IN ({INSIDE})
QUALIFY row_number() OVER (PARTITION BY enterprise_code ORDER BY has_report DESC, quarter DESC) = 1
ORDER BY CASE WHEN is_gross_output_public THEN gross_output_cny_10k END DESC NULLS LAST, name
"""


def disclosed_enterprises(warehouse: Warehouse, area_code: str, quarter: str) -> tuple[EnterpriseRow, ...]:
    """The enterprises inside the area that may be named, with their last report up to the quarter, largest first.

    One that had left by the end of the quarter is not among them, as it is not in the number of enterprises.
    """
    return tuple(
        _enterprise(warehouse, row) for row in warehouse.rows(NAMED_ENTERPRISES, area_code=area_code, quarter=quarter)
    )


def _enterprise(warehouse: Warehouse, row: Row) -> EnterpriseRow:
    """The row of an enterprise, with what is not public emptied."""
    for column, public in PUBLIC.items():
        if column in row and not row.pop(public) and row[column] is not None:
            row[column] = Absence.NOT_DISCLOSED
    place = areas(warehouse)[row["area_code"]]
    return EnterpriseRow(quarter=row.pop("reported_quarter"), area_name=place.name, **row)
