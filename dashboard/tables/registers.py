"""Reads the lists that pages show as tables: facts, checks, documents, named enterprises, courses, sources."""

from dataclasses import dataclass, fields
from datetime import datetime

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.definitions.output import PUBLIC
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import in_beijing
from dashboard.metrics.qualified import Qualified
from dashboard.metrics.warehouse import Row, Warehouse
from dashboard.tables import listed
from dashboard.tables.listed import without_few
from dashboard.tables.selected import INSIDE, selected
from dashboard.text.joined import DataVersion

FACTS = "SELECT * FROM mart.published_figures ORDER BY document_id, fact_id"
FORMS = "SELECT name, label, source FROM meta.datasets"
LOADS = """
SELECT dataset, origin, sum(rows_used)::BIGINT AS rows, max(loaded_at) AS loaded_at
FROM meta.loads
WHERE rows_used > 0
GROUP BY dataset, origin
ORDER BY dataset, origin
"""


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


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A figure printed in a public document; `period` is the year or quarter that it speaks of, None if unknown."""

    fact_id: str
    area_code: str
    area_name: str
    area_path: str
    entity_kind: str
    entity: str
    measure: str
    qualifier: str
    qualified: Qualified
    unit: str
    as_of: str
    dated_as: str
    period: str | None
    is_year_assumed: bool
    fact_nature: str
    is_chartable: bool
    quote: str
    document_id: str
    document_title: str
    issued_by: str
    paragraph: str
    origin: str


@dataclass(frozen=True)
class Check:
    """A statement whose two sides should be equal; `holds` is None where the data for it are missing."""

    check_id: str
    statement: str
    left_value: float | None
    right_value: float | None
    holds: bool | None
    note: str


@dataclass(frozen=True)
class Document:
    """A public document; `assumed_year` stands in where none was printed."""

    document_id: str
    title: str
    issued_by: str
    issued_on: str
    assumed_year: int | None
    disclosure: str


@dataclass(frozen=True, kw_only=True)
class CourseRow:
    """The courses of a site in a month for one category and audience.

    Of heads, None is not yet reported, an absence that they must not be told.
    """

    area_code: str
    site: str
    month: str
    category: str
    audience: str
    courses: int
    enrolled: int | Absence | None
    completed: int | Absence | None
    certified: int | Absence | None
    converted_3m: int | Absence | None
    converted_6m: int | Absence | None
    origin: str


@dataclass(frozen=True)
class Source:
    """A form behind a figure: the rows in use by origin, and when the last of them came in (UTC)."""

    dataset: str
    label: str
    source: str
    origins: tuple[tuple[str, int], ...]
    loaded_at: datetime | None


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
CHECKS = f"SELECT {selected(Check)} FROM mart.consistency_checks ORDER BY sort_order"
DOCUMENTS = f"SELECT {selected(Document)} FROM core.documents ORDER BY document_id"
COURSES = f"""
SELECT {selected(CourseRow)}
FROM mart.training_months
WHERE month BETWEEN $since AND $until AND area_code IN ({INSIDE})
ORDER BY month DESC, site, category, audience
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


def published_facts(warehouse: Warehouse) -> tuple[Fact, ...]:
    """Every published figure, by document and number."""
    return warehouse.remember("facts", lambda: tuple(_fact(row) for row in warehouse.rows(FACTS)))


def _fact(row: Row) -> Fact:
    value, low, high = (row.pop(name) for name in ("value", "value_low", "value_high"))
    qualified = Qualified.of(value.normalize(), row["qualifier"], row["unit"], low=low, high=high)
    return Fact(qualified=qualified, **row)


def checks(warehouse: Warehouse) -> tuple[Check, ...]:
    """The consistency checks with their results, in their declared order."""
    return tuple(Check(**row) for row in warehouse.rows(CHECKS))


def documents(warehouse: Warehouse) -> tuple[Document, ...]:
    """The public documents that figures are quoted from."""
    return tuple(Document(**row) for row in warehouse.rows(DOCUMENTS))


def courses(warehouse: Warehouse, area_code: str, since: str, until: str) -> tuple[CourseRow, ...]:
    """The courses inside the area from month to month (both included), the latest first."""
    rows = warehouse.rows(COURSES, area_code=area_code, since=since, until=until)
    shown = without_few(warehouse, "training", listed.COURSES, rows, lambda row: (row["area_code"], row["month"]))
    return tuple(CourseRow(**row) for row in shown)


def sources(warehouse: Warehouse, metric: Metric) -> tuple[Source, ...]:
    """The forms that a metric is made from, in the order of its mart; one of which nothing is loaded has no origins."""

    def found() -> tuple[Source, ...]:
        forms = {row["name"]: row for row in warehouse.rows(FORMS)}
        loads = warehouse.rows(LOADS)
        return tuple(
            Source(
                dataset=name,
                label=forms[name]["label"],
                source=forms[name]["source"],
                origins=tuple((load["origin"], load["rows"]) for load in loads if load["dataset"] == name),
                loaded_at=max((load["loaded_at"] for load in loads if load["dataset"] == name), default=None),
            )
            for name in metric.source.forms
        )

    return warehouse.remember(("sources", metric.mart), found)


def origins_known(warehouse: Warehouse) -> tuple[str, ...]:
    """The origins of which the version holds any row, in alphabetical order."""

    def found() -> tuple[str, ...]:
        return tuple(sorted({row["origin"] for row in warehouse.rows(LOADS) if row["origin"]}))

    return warehouse.remember("origins-known", found)


def recorded_on(warehouse: Warehouse) -> str:
    """The day in Beijing of the version, as of which lists stand that carry no day of their own; empty for a lone file."""
    return f"{in_beijing(datetime.fromisoformat(warehouse.built_at)):%Y-%m-%d}" if warehouse.built_at else ""


def version_line(warehouse: Warehouse) -> DataVersion:
    """Which version of the data is shown: `数据版本 20261122T110000Z-1a2b3c，生成于 2026-11-22 19:00`."""
    built = in_beijing(datetime.fromisoformat(warehouse.built_at))
    return DataVersion(f"数据版本 {warehouse.version}", f"生成于 {built:%Y-%m-%d %H:%M}")
