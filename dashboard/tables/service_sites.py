"""Reads the sites of an area that are open in a quarter, as the register of sites has them."""

from dataclasses import dataclass

from dashboard.metrics.areas import areas
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.selected import INSIDE, selected


@dataclass(frozen=True, kw_only=True)
class Site:
    """A site where services are given; `opened_on` is as precise as the register, None where it does not say."""

    name: str
    kind: str
    area_code: str
    area_name: str
    level: str
    area_m2: float | None
    seats: int | None
    opened_on: str | None
    origin: str


SITES = f"""
SELECT {selected(Site, but=("area_name", "level"), name="site", kind="site_kind")}
FROM mart.service_site_quarters
WHERE quarter = $quarter AND area_code IN ({INSIDE})
ORDER BY site_kind, site
"""


def service_sites(warehouse: Warehouse, area_code: str, quarter: str) -> tuple[Site, ...]:
    """The sites inside the area that are open at the end of the quarter, by kind and name."""
    register = areas(warehouse)
    return tuple(
        Site(area_name=register[row["area_code"]].name, level=register[row["area_code"]].level, **row)
        for row in warehouse.rows(SITES, area_code=area_code, quarter=quarter)
    )
