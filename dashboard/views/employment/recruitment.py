"""Turns the list of recruitment events into the table of 就业人才."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import last_month, shift
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.rosters import RecruitmentRow, recruitment_events
from dashboard.text.formats import is_number, percent
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label
from dashboard.views.table import Column, Footer, Row, Table
from dashboard.views.view import footer, origins_in

MONTHS_LISTED = 12
EVENT_COLUMNS = (
    Column("活动"),
    Column("类别"),
    Column("区域"),
    Column("日期"),
    Column("企业", "家", 0),
    Column("岗位", "人", 0),
    Column("到场", "人", 0),
    Column("意向", "人", 0),
    Column("入职", "人", 0),
    Column("意向入职率", "%", 0),
)


@remembered
def event_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the events of the twelve months up to the end of the selected period."""
    until = last_month(selection.period)
    since = shift(until, 1 - MONTHS_LISTED)
    listed = recruitment_events(warehouse, selection.area_code, since, until)
    origins = {row.origin for row in listed}
    return (
        event_finding(listed),
        Measured(f"{period_label(since)}至{period_label(until)}", area_name(warehouse, selection.area_code)),
        Table(EVENT_COLUMNS, tuple(map(event_row, listed))),
        replace(
            footer(warehouse, named_metric("intention_hire_rate"), ()),
            as_of=until,
            origins=origins_in(origins),
            note="入职未填报的活动还没有回访；不足三人的、能由它推出不足三人的人数不公开",
        ),
    )


def event_finding(listed: Sequence[RecruitmentRow]) -> str:
    """How many events, how many of those agreed on began to work, and which kind of event does best."""
    if not listed:
        return f"近{MONTHS_LISTED}个月没有招聘活动"
    back = [row for row in listed if is_number(row.hires) and is_number(row.intentions) and row.intentions]
    clauses = [f"近{MONTHS_LISTED}个月办招聘活动{len(listed)}场"]
    if back:
        clauses.append(f"已回访的{len(back)}场意向入职率{percent(_hire_rate(back), 0)}")
    kinds = {row.kind for row in back}
    if len(kinds) > 1:
        rates = {kind: _hire_rate([row for row in back if row.kind == kind]) for kind in kinds}
        best = max(sorted(rates), key=rates.__getitem__)
        clauses.append(f"{best}最高（{percent(rates[best], 0)}）")
    return "，".join(clauses)


def _hire_rate(rows: Sequence[RecruitmentRow]) -> float:
    """Hires per 100 intentions of events that have reported both."""
    hires, intentions = [row.hires for row in rows], [row.intentions for row in rows]
    return sum(filter(is_number, hires)) / sum(filter(is_number, intentions)) * 100


def event_row(row: RecruitmentRow) -> Row:
    """One event; the rate is withheld with either of its sides."""
    return (
        row.title,
        row.kind,
        row.area_name,
        f"{row.held_on:%Y-%m-%d}",
        row.enterprises_attending,
        row.openings,
        row.visitors,
        row.intentions,
        row.hires,
        _rate_of(row.intentions, row.hires),
    )


def _rate_of(intentions: int | Absence | None, hires: int | Absence | None) -> float | Absence | None:
    if Absence.NOT_DISCLOSED in (intentions, hires):
        return Absence.NOT_DISCLOSED
    return hires / intentions * 100 if is_number(intentions) and is_number(hires) and intentions else None
