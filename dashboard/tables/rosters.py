"""Reads the lists of 就业人才 and 组织建设: recruitment events, linked party organizations, housing estates."""

from dataclasses import dataclass
from datetime import date

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.warehouse import Row, Warehouse
from dashboard.tables import listed
from dashboard.tables.listed import without_few
from dashboard.tables.selected import INSIDE, selected


@dataclass(frozen=True, kw_only=True)
class RecruitmentRow:
    """A recruitment event; heads, None where not reported, and hires None until those agreed on are called back.

    An absence says that heads must not be told.
    """

    title: str
    kind: str
    area_code: str
    area_name: str
    held_on: date
    enterprises_attending: int
    openings: int
    visitors: int | Absence | None
    intentions: int | Absence | None
    hires: int | Absence | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class LinkedRow:
    """A party organization of the annex, and the post that is linked with it; None where the post is not known."""

    organization_id: str
    organization_name: str
    kind: str
    area_code: str
    area_name: str
    liaison_status: str
    leader_post: str | None
    note: str | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class EstateRow:
    """A housing estate with its last count of the four levels; `is_whole` where every building has its group too."""

    area_code: str
    area_name: str
    estate: str
    as_of_on: date
    buildings: int
    building_groups: int
    member_households: int
    levels: int
    is_whole: bool
    origin: str


EVENTS = f"""
SELECT {selected(RecruitmentRow, but=("area_name",))}
FROM core.recruitment_events
WHERE strftime(held_on, '%Y-%m') BETWEEN $since AND $until AND area_code IN ({INSIDE})
ORDER BY held_on DESC, event_id
"""
LINKED = f"""
SELECT {selected(LinkedRow, but=("area_name",))}
FROM core.party_liaison
WHERE area_code IN ({INSIDE})
ORDER BY try_cast(organization_id AS INTEGER) NULLS LAST, organization_id
"""
ESTATES = f"""
SELECT {selected(EstateRow, but=("area_name",))}
FROM mart.estate_quarters
WHERE quarter = $quarter AND area_code IN ({INSIDE})
ORDER BY is_whole DESC, levels DESC, building_groups / nullif(buildings, 0) DESC, area_code, estate
"""


def recruitment_events(warehouse: Warehouse, area_code: str, since: str, until: str) -> tuple[RecruitmentRow, ...]:
    """The events for enterprises inside the area from month to month (both included), the latest first."""
    rows = warehouse.rows(EVENTS, area_code=area_code, since=since, until=until)
    shown = without_few(
        warehouse, "recruitment", listed.EVENTS, rows, lambda row: (row["area_code"], f"{row['held_on']:%Y-%m}")
    )
    return tuple(RecruitmentRow(area_name=_name(warehouse, row), **row) for row in shown)


def linked_organizations(warehouse: Warehouse, area_code: str) -> tuple[LinkedRow, ...]:
    """The party organizations of the annex inside the area, in its order."""
    rows = warehouse.rows(LINKED, area_code=area_code)
    return tuple(LinkedRow(area_name=_name(warehouse, row), **row) for row in rows)


def estates(warehouse: Warehouse, area_code: str, quarter: str) -> tuple[EstateRow, ...]:
    """The housing estates inside the area as they stand in the quarter, the most complete first."""
    rows = warehouse.rows(ESTATES, area_code=area_code, quarter=quarter)
    return tuple(EstateRow(area_name=_name(warehouse, row), **row) for row in rows)


def _name(warehouse: Warehouse, row: Row) -> str:
    return areas(warehouse)[row["area_code"]].name
