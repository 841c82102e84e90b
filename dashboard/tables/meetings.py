"""Reads meetings, the bodies that hold them, and how every decided matter stood on a day and since another."""

from dataclasses import dataclass
from datetime import date

from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.selected import AROUND, INSIDE, selected


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting that was held; `days_after_quarter` is negative where it was held inside the quarter it is named after.

    `decisions` is what the meeting's own row says, `decisions_listed` what the register of matters holds.
    """

    meeting_id: str
    area_code: str
    area_name: str
    kind: str
    named_quarter: str
    held_on: date
    days_after_quarter: int
    units_expected: int | None
    units_present: int | None
    topics: int | None
    decisions: int | None
    decisions_listed: int
    minutes_on: date | None
    note: str | None
    origin: str

    @property
    def days_before_quarter(self) -> int:
        """The days from the meeting to the first day of its quarter; zero or less where it was not held before it."""
        year, quarter = int(self.named_quarter[:4]), int(self.named_quarter[-1])
        return (date(year, 3 * quarter - 2, 1) - self.held_on).days


@dataclass(frozen=True, kw_only=True)
class Body:
    """A committee, working group or round of a joint meeting, by posts and units."""

    name: str
    kind: str
    area_name: str
    established_on: str | None
    head_post: str | None
    posts: int | None
    member_units: str | None
    quote: str | None
    document_title: str | None
    paragraph: str | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class ExemplaryCase:
    """A case selected as an example; `replicated` counts the units that followed it."""

    title: str
    area_name: str
    nature: str
    selected_on: date
    publicity: int | None
    replicated: int | None
    origin: str


MEETINGS = f"""
SELECT {selected(Meeting)}
FROM mart.meeting_register
WHERE held_on IS NOT NULL AND ({{scope}})
ORDER BY held_on DESC, meeting_id
"""
MEETINGS_INSIDE = MEETINGS.format(scope=f"area_code IN ({INSIDE})")
# A park or village is spoken of in the joint meetings of its 片区.
JOINT_MEETINGS = MEETINGS.format(scope=f"kind = '联席会议' AND (area_code IN ({INSIDE}) OR area_code IN ({AROUND}))")
JOINT_MEETINGS_HELD = MEETINGS.format(scope="kind = '联席会议'")
BODIES = f"""
SELECT {selected(Body)}
FROM mart.coordination_register
WHERE area_code IN ({INSIDE}) OR area_code IN ({AROUND})
ORDER BY kind, area_code, name
"""
CASES = f"""
SELECT {selected(ExemplaryCase, of="cases", area_name="areas.name")}
FROM core.exemplary_cases AS cases
JOIN mart.area_profile AS areas ON areas.area_code = cases.area_code
WHERE cases.area_code IN ({INSIDE}) AND selected_on <= $day
ORDER BY selected_on DESC, title
"""


@remembered
def joint_meetings(warehouse: Warehouse, area_code: str) -> tuple[Meeting, ...]:
    """The joint meetings that were held in the area or in the 片区 around it, the latest first."""
    return tuple(Meeting(**row) for row in warehouse.rows(JOINT_MEETINGS, area_code=area_code))


def meetings_inside(warehouse: Warehouse, area_code: str) -> tuple[Meeting, ...]:
    """The meetings of every kind that were held inside the area, the latest first."""
    return tuple(Meeting(**row) for row in warehouse.rows(MEETINGS_INSIDE, area_code=area_code))


def bodies(warehouse: Warehouse, area_code: str) -> tuple[Body, ...]:
    """The bodies that co-ordinate the area, something in it, or the 片区 around it."""
    return tuple(Body(**row) for row in warehouse.rows(BODIES, area_code=area_code))


def exemplary_cases(warehouse: Warehouse, area_code: str, day: date) -> tuple[ExemplaryCase, ...]:
    """The cases inside the area that had been selected by the end of `day`, the latest first."""
    return tuple(ExemplaryCase(**row) for row in warehouse.rows(CASES, area_code=area_code, day=day))


@remembered
def joint_meetings_held(warehouse: Warehouse) -> tuple[Meeting, ...]:
    """Every joint meeting that was held, the latest first."""
    return tuple(Meeting(**row) for row in warehouse.rows(JOINT_MEETINGS_HELD))
