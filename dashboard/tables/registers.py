"""Reads the lists that pages show as tables: facts, checks, documents, courses."""

from dataclasses import dataclass

from dashboard.metrics.absence import Absence
from dashboard.metrics.qualified import Qualified
from dashboard.metrics.warehouse import Row, Warehouse
from dashboard.tables import listed
from dashboard.tables.listed import without_few
from dashboard.tables.selected import INSIDE, selected

FACTS = "SELECT * FROM mart.published_figures ORDER BY document_id, fact_id"


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


CHECKS = f"SELECT {selected(Check)} FROM mart.consistency_checks ORDER BY sort_order"
DOCUMENTS = f"SELECT {selected(Document)} FROM core.documents ORDER BY document_id"
COURSES = f"""
SELECT {selected(CourseRow)}
FROM mart.training_months
WHERE month BETWEEN $since AND $until AND area_code IN ({INSIDE})
ORDER BY month DESC, site, category, audience
"""


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
