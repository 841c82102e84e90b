"""Reads assets, projects and dated events as frozen records, as they stood at the end of a period."""

from dataclasses import dataclass
from datetime import date

from dashboard.metrics.periods import last_month
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.selected import INSIDE, selected

# What was known at the end of the month $month: nothing that was done later, nothing overdue that was not yet due.
SEEN = f"""
WITH known AS (
    SELECT *, least(known_until_on, last_day(($month || '-01')::DATE)) AS seen_on
    FROM mart.project_milestones
    WHERE area_code IN ({INSIDE})
),
seen AS (
    SELECT * REPLACE (CASE WHEN done_on <= seen_on THEN done_on END AS done_on)
    FROM known
    WHERE project_id IN (SELECT project_id FROM known WHERE coalesce(started_on, planned_on) <= seen_on)
),
judged AS (
    SELECT
        *,
        CASE
            WHEN done_on <= planned_on THEN '按期完成'
            WHEN done_on IS NOT NULL THEN '逾期完成'
            WHEN planned_on <= seen_on THEN '超期'
            WHEN started_on <= seen_on THEN '推进中'
            ELSE '未启动'
        END AS state,
        CASE
            WHEN done_on IS NOT NULL THEN date_sub('day', done_on, planned_on)
            WHEN planned_on <= seen_on THEN date_sub('day', seen_on, planned_on)
        END AS days_ahead,
        CASE WHEN promised_days IS NOT NULL THEN date_sub('day', started_on, done_on) END AS used_days
    FROM seen
)
"""


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """A milestone as it was seen on `seen_on`; `days_ahead` is negative for what came or comes too late."""

    project_id: str
    title: str
    kind: str
    area_code: str
    sequence: int
    milestone: str
    promised_days: int | None
    started_on: date | None
    planned_on: date
    done_on: date | None
    used_days: int | None
    acquired_mu: float | None
    state: str
    days_ahead: int | None
    seen_on: date
    origin: str

    @property
    def is_late(self) -> bool:
        """Whether its day has come and it is not done."""
        return self.state == "超期"

    @property
    def days_late(self) -> int:
        """The days since its day has come, where it is late."""
        return -(self.days_ahead or 0) if self.is_late else 0


@dataclass(frozen=True, kw_only=True)
class Project:
    """A project over all its milestones; `done_on` is set when all of them are done."""

    project_id: str
    title: str
    kind: str
    area_code: str
    started_on: date
    planned_on: date
    done_on: date | None
    milestones: int
    milestones_done: int
    milestones_overdue: int
    days_overdue: int | None
    next_milestone: str | None
    next_planned_on: date | None
    acquired_mu: float | None
    seen_on: date
    origin: str


@dataclass(frozen=True, kw_only=True)
class AssetQuarter:
    """An asset in a quarter; money in 万元, None where it was not reported."""

    asset_id: str
    title: str
    kind: str
    state: str
    area_code: str
    quarter: str
    has_report: bool
    area_m2: float | None
    spaces: int | None
    households_entitled: int | None
    share_pct: float | None
    in_use_since: str | None
    unsettled_since: str | None
    income_cny_10k: float | None
    cost_cny_10k: float | None
    collective_income_cny_10k: float | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class Event:
    """A dated event of a public document; `dated_as` has the assumed year where none was printed."""

    event_id: str
    area_code: str
    event: str
    dated: str
    dated_as: str
    is_year_assumed: bool
    quote: str
    document_title: str
    document_name: str
    paragraph: str
    note: str | None
    origin: str


MILESTONES = f"""
{SEEN}
SELECT {selected(Milestone)}
FROM judged
ORDER BY project_id, sequence
"""
PROJECTS = f"""
{SEEN}
SELECT
    project_id, any_value(title) AS title, any_value(kind) AS kind, any_value(area_code) AS area_code,
    min(coalesce(started_on, planned_on)) AS started_on,
    max(planned_on) AS planned_on,
    CASE WHEN count(done_on) = count(*) THEN max(done_on) END AS done_on,
    count(*) AS milestones,
    count(done_on) AS milestones_done,
    count(*) FILTER (WHERE state = '超期') AS milestones_overdue,
    -min(days_ahead) FILTER (WHERE state = '超期') AS days_overdue,
    arg_min(milestone, sequence) FILTER (WHERE done_on IS NULL) AS next_milestone,
    min(planned_on) FILTER (WHERE done_on IS NULL) AS next_planned_on,
    sum(acquired_mu) FILTER (WHERE done_on IS NOT NULL)::DOUBLE AS acquired_mu,
    max(seen_on) AS seen_on,
    any_value(origin) AS origin
FROM judged
GROUP BY project_id
ORDER BY min(coalesce(started_on, planned_on)), project_id
"""
ASSETS = f"""
SELECT {selected(AssetQuarter)}
FROM mart.asset_quarters
WHERE quarter BETWEEN $since AND $until AND area_code IN ({INSIDE})
ORDER BY area_code, asset_id, quarter
"""
EVENTS = f"""
SELECT {selected(Event)}
FROM mart.published_events
WHERE area_code IN ({INSIDE})
ORDER BY dated_as DESC, event_id
"""


def milestones(warehouse: Warehouse, area_code: str, period: str) -> tuple[Milestone, ...]:
    """The milestones of the projects in the area that had begun by the end of the period, project by project."""
    month = last_month(period)
    return warehouse.remember(
        ("milestones", area_code, month),
        lambda: tuple(Milestone(**row) for row in warehouse.rows(MILESTONES, area_code=area_code, month=month)),
    )


def late_milestones(warehouse: Warehouse, area_code: str, period: str) -> tuple[Milestone, ...]:
    """Those that are late at the end of the period, the longest late first."""
    late = (one for one in milestones(warehouse, area_code, period) if one.is_late)
    return tuple(sorted(late, key=lambda one: (one.planned_on, one.project_id, one.sequence)))


def projects(warehouse: Warehouse, area_code: str, period: str) -> tuple[Project, ...]:
    """The projects in the area that had begun by the end of the period, the first begun first."""
    month = last_month(period)
    return warehouse.remember(
        ("projects", area_code, month),
        lambda: tuple(Project(**row) for row in warehouse.rows(PROJECTS, area_code=area_code, month=month)),
    )


def assets(warehouse: Warehouse, area_code: str, since: str, until: str) -> tuple[AssetQuarter, ...]:
    """The assets in the area from quarter to quarter (both included), asset by asset."""
    return warehouse.remember(
        ("assets", area_code, since, until),
        lambda: tuple(
            AssetQuarter(**row) for row in warehouse.rows(ASSETS, area_code=area_code, since=since, until=until)
        ),
    )


def events(warehouse: Warehouse, area_code: str) -> tuple[Event, ...]:
    """The dated events inside the area, the latest first."""
    return tuple(Event(**row) for row in warehouse.rows(EVENTS, area_code=area_code))
