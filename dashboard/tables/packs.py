"""Reads what 片区 have sent upward: who sent which pack, and the figures of each of them and of all together, as cells."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Row, Warehouse
from dashboard.tables.selected import selected
from dashboard.text.formats import is_number

COVERING = "片区"
# The code under which the figures of all 片区 together are told.
ALL = ""
EVENTS = "grid_event_area_months"
# A number of a pack: the mart or family that it is of, the quantity, the column.
Part = tuple[str, str, str]


def _event(name: str) -> Part:
    return EVENTS, name, name


# Metric → the number of a pack that is its numerator, and its denominator where it has one.
SUMMED: dict[str, tuple[Part, ...]] = {
    "gross_output": (("enterprises", "output", "gross_output_cny_10k"),),
    "sales_output": (("enterprises", "output", "sales_output_cny_10k"),),
    "revenue": (("enterprises", "output", "revenue_cny_10k"),),
    "tax": (("enterprises", "tax", "tax_cny_10k"),),
    "electricity": (("enterprises", "electricity", "electricity_mwh"),),
    "employees": (("enterprises", "employees", "employees_persons"),),
    "job_hires": (("placement", "hired", "hiring"),),
    "job_seekers": (("placement", "seekers", "seeking"),),
    "talent_introduced": (("talent", "introduced", "introduction"),),
    "enrolled": (("training", "enrolled", "completion"),),
    "completed": (("training", "completed", "completion"),),
    "service_visits": (("services", "visits", "visits"),),
    "care_visits": (("care", "care_visits", "care_visits"),),
    "visit_cadres": (("visits", "cadres", "cadres"),),
    "civic_participants": (("civic", "participants", "participants"),),
    "party_members": (("party_members", "members", "sex"),),
    "events_accepted": (_event("accepted"),),
    "closure_rate": (_event("closed"), _event("accepted")),
    "on_time_rate": (_event("closed_in_time"), _event("due")),
    "days_to_close": (_event("closed_days"), _event("closed")),
    "reopened_rate": (_event("reopened"), _event("closed")),
    "overdue_open": (_event("overdue_open"),),
}

QUARTERS = "SELECT DISTINCT quarter FROM mart.pack_quarters WHERE NOT is_withheld ORDER BY quarter"
FIGURES = """
SELECT district_code, quarter, quantity, measure, value, is_withheld, string_split(origin, '、') AS origins
FROM mart.pack_quarters
WHERE source = $source AND dimension = '' AND quantity IN (SELECT unnest($quantities))
"""
PARTS = """
SELECT part, sum(value) AS value, list_distinct(flatten(list(string_split(origin, '、')))) AS origins
FROM mart.pack_quarters
WHERE source = $source AND quantity = $quantity AND dimension = $dimension AND quarter = $quarter
    AND district_code IN (SELECT unnest($codes))
GROUP BY part
ORDER BY value DESC, part
"""


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A pack that is kept: of which version of the 片区's data, made when (UTC), by which product, and whether it is used."""

    code: str
    name: str
    product: str
    version: str
    built_at: datetime
    is_used: bool
    figures: int


@dataclass(frozen=True)
class District:
    """A 片区 that is in the register, or has sent a pack; `pack` is the one in use."""

    code: str
    name: str
    is_registered: bool
    pack: Sent | None


SENT = f"""
SELECT {selected(Sent, code="district_code")}
FROM core.packs
ORDER BY district_code, built_at DESC, is_used DESC
"""


def packs_sent(warehouse: Warehouse) -> tuple[Sent, ...]:
    """Every pack that is kept, by 片区, the newest first."""
    return warehouse.remember("packs-sent", lambda: tuple(Sent(**row) for row in warehouse.rows(SENT)))


def districts(warehouse: Warehouse) -> tuple[District, ...]:
    """The 片区 of the register in its order, then those that are in none and sent a pack all the same."""

    def found() -> tuple[District, ...]:
        used = {one.code: one for one in packs_sent(warehouse) if one.is_used}
        register = {code: place.name for code, place in areas(warehouse).items() if place.level == COVERING}
        known = [District(code, name, True, used.get(code)) for code, name in register.items()]
        return (*known, *(District(code, one.name, False, one) for code, one in used.items() if code not in register))

    return warehouse.remember("pack-districts", found)


def quarters(warehouse: Warehouse) -> tuple[str, ...]:
    """The quarters of which any pack has a figure, in order."""
    return warehouse.remember("pack-quarters", lambda: tuple(row["quarter"] for row in warehouse.rows(QUARTERS)))


def figures_of(warehouse: Warehouse, name: str) -> dict[tuple[str, str], Cell]:
    """The metric of every 片区 in every quarter, by the code of the 片区 and the quarter; what is not there says why."""

    def found() -> dict[tuple[str, str], Cell]:
        metric, parts = METRICS[name], SUMMED[name]
        wanted = {(quantity, measure) for _, quantity, measure in parts}
        quantities = sorted({quantity for quantity, _ in wanted})
        rows: dict[tuple[str, str], list[Row]] = {}
        for row in warehouse.rows(FIGURES, source=parts[0][0], quantities=quantities):
            if row["is_withheld"] or (row["quantity"], row["measure"]) in wanted:
                rows.setdefault((row["district_code"], row["quarter"]), []).append(row)
        places = [(one.code, quarter) for one in districts(warehouse) for quarter in quarters(warehouse)]
        return {place: _cell(metric, *place, rows.get(place, [])) for place in places}

    return warehouse.remember(("pack-figures", name), found)


def _cell(metric: Metric, code: str, quarter: str, rows: Sequence[Row]) -> Cell:
    if any(row["is_withheld"] for row in rows):
        return Cell(code, quarter, "", Absence.NOT_DISCLOSED)
    told = {row["measure"]: float(row["value"]) for row in rows}
    measures = [measure for _, _, measure in SUMMED[metric.name]]
    if any(measure not in told for measure in measures):
        return Cell(code, quarter, "", Absence.NOT_REPORTED)
    numbers = [told[measure] for measure in measures]
    origins = tuple(sorted({origin for row in rows for origin in row["origins"]}))
    return _made(metric, code, quarter, numbers, origins)


def _made(metric: Metric, code: str, quarter: str, numbers: Sequence[float], origins: tuple[str, ...]) -> Cell:
    """The figure out of its numerator, and its denominator where the metric has one."""
    numerator, *rest = numbers
    value: Value = numerator
    if rest:
        value = metric.scale * numerator / rest[0] if rest[0] else Absence.NOT_IN_PERIOD
    return Cell(
        code,
        quarter,
        "",
        value,
        numerator=numerator,
        denominator=rest[0] if rest else None,
        origins=origins,
        as_of=quarter,
        base_periods=1,
    )


def having(warehouse: Warehouse, name: str, *asked: str) -> tuple[str, ...]:
    """The codes of the 片区 that have the metric in each of the quarters."""
    told = figures_of(warehouse, name)
    return tuple(
        one.code for one in districts(warehouse) if all(is_number(told[one.code, quarter].value) for quarter in asked)
    )


def together(warehouse: Warehouse, name: str, quarter: str, codes: Collection[str]) -> Cell:
    """The metric of the 片区 `codes` as one: a sum, or a ratio of sums; 未填报 where none of them has it."""
    told = figures_of(warehouse, name)
    cells = [told[code, quarter] for code in codes if is_number(told[code, quarter].value)]
    if not cells:
        return Cell(ALL, quarter, "", Absence.NOT_REPORTED)
    numbers = [sum(cell.numerator or 0 for cell in cells)]
    if len(SUMMED[name]) > 1:
        numbers.append(sum(cell.denominator or 0 for cell in cells))
    origins = tuple(sorted({origin for cell in cells for origin in cell.origins}))
    return _made(METRICS[name], ALL, quarter, numbers, origins)


def told_metrics(warehouse: Warehouse, quarter: str) -> tuple[str, ...]:
    """The metrics of which any 片区 has a figure in the quarter, in their declared order."""
    return tuple(name for name in SUMMED if having(warehouse, name, quarter))


def events_by(warehouse: Warehouse, dimension: str, quarter: str, codes: Sequence[str]) -> tuple[Cell, ...]:
    """The events that the 片区 `codes` accepted in the quarter by a dimension, most first."""
    rows = warehouse.rows(
        PARTS, source=EVENTS, quantity="accepted", dimension=dimension, quarter=quarter, codes=list(codes)
    )
    return tuple(Cell(ALL, quarter, row["part"], row["value"], origins=tuple(sorted(row["origins"]))) for row in rows)
