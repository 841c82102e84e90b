"""Reads what an enterprise that may be named has reported quarter by quarter, as far as each figure is public."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.definitions.output import PUBLIC
from dashboard.metrics.warehouse import Row, Warehouse

# Only quarters in which the enterprise itself could be named.
COURSE = """
SELECT
    quarter, is_above_scale, has_report, gross_output_cny_10k::DOUBLE AS gross_output_cny_10k,
    sales_output_cny_10k::DOUBLE AS sales_output_cny_10k, revenue_cny_10k::DOUBLE AS revenue_cny_10k,
    tax_cny_10k::DOUBLE AS tax_cny_10k, employees_persons, is_gross_output_public, is_sales_output_public,
    is_revenue_public, is_tax_public, is_employees_public, origin
FROM mart.enterprise_quarters
WHERE disclosed_name = $name AND quarter <= $quarter
ORDER BY quarter DESC
"""


def enterprise_course(warehouse: Warehouse, name: str, quarter: str) -> tuple[Row, ...]:
    """One row a quarter up to `quarter`, the latest first, in the columns of the form; what is not public is 不公开.

    A figure is None where nothing was reported.
    """
    return tuple(map(_shown, warehouse.rows(COURSE, name=name, quarter=quarter)))


def _shown(row: Row) -> Row:
    return {
        column: Absence.NOT_DISCLOSED if column in PUBLIC and value is not None and not row[PUBLIC[column]] else value
        for column, value in row.items()
    }
