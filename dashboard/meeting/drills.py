"""Turns what is drawn on a page into the data that lie behind each point, area, headline or row of it."""

from collections.abc import Container, Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.slide import joint_sources
from dashboard.meeting.slide_parts import Drill
from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name, areas, children
from dashboard.metrics.ask import Cell, cells
from dashboard.metrics.attention import Case
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import shift
from dashboard.tables.matters import Standing
from dashboard.text.formats import ORIGIN_LABELS, number
from dashboard.text.periods import period_label, period_short
from dashboard.views.joint_meeting.matters import items_table
from dashboard.views.joint_meeting.states import main_state, state_words
from dashboard.views.overview.attention import foremost_lines
from dashboard.views.table import Column, Footer, Period, Table
from dashboard.views.view import footer, origins_in, period_words

# What is told of an area of the map.
OF_AN_AREA = ("on_time_rate", "events_accepted", "closure_rate", "overdue_open", "grid_leaders")
MATTER_COLUMNS = tuple(map(Column, ("事项编号", "事项", "责任单位", "原定期限", "进度", "状态")))
YEAR, COURSE = 4, 8
NOTHING = (Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD)


def metric_drills(given: Context, metric: Metric, quarters: Sequence[str]) -> dict[str, Drill]:
    """By quarter: the metric of the area and of the areas inside it, then, the quarter before and a year before."""
    inside = [place.area_code for place in children(given.warehouse, given.area_code) if place.is_in_scope]
    asked = (given.area_code, *inside)
    since, until = shift(min(quarters), -YEAR), max(quarters)
    # One question for all of them, for each reads the mart anew.
    answered = cells(given.warehouse, metric, asked, grain="quarter", since=since, until=until)
    found = {(cell.area_code, cell.period): cell for cell in answered}
    return {quarter: _metric_drill(given, metric, quarter, asked, found) for quarter in quarters}


def _metric_drill(
    given: Context, metric: Metric, quarter: str, asked: Sequence[str], found: dict[tuple[str, str], Cell]
) -> Drill:
    before = (shift(quarter, -1), shift(quarter, -YEAR))
    # What lies before the first report is nothing to compare with.
    compared = (quarter, *(one for one in before if any(found[code, one].value not in NOTHING for code in asked)))
    # Places that the metric is not about are counted; one that has not reported is named.
    named = [
        code for code in asked if code == given.area_code or any(map(_is_said, (found[code, one] for one in compared)))
    ]
    columns = (
        Column("区域"),
        *(Column(period_short(one), metric.unit, metric.decimals) for one in compared),
        Column("数据性质"),
    )
    rows = tuple(
        (
            area_name(given.warehouse, code),
            *(found[code, one].value for one in compared),
            _origins(found[code, quarter]),
        )
        for code in named
    )
    out = len(asked) - len(named)
    if out:
        rows += ((f"另有{out}处", *([Absence.NOT_IN_PERIOD] * len(compared)), ""),)
    shown = [found[code, quarter] for code in asked]
    return Drill(
        point=quarter,
        title=f"{period_words(given.warehouse, metric, quarter)}{metric.label}，按区域",
        table=Table(columns, rows),
        footer=footer(given.warehouse, metric, shown),
    )


def _is_said(cell: Cell) -> bool:
    return cell.value is not Absence.NOT_IN_PERIOD


def _origins(cell: Cell) -> str:
    return "、".join(ORIGIN_LABELS[origin] for origin in cell.origins)


def area_drills(given: Context, codes: Sequence[str]) -> tuple[Drill, ...]:
    """For each area of the map several of its figures, in the quarter, the one before and a year before."""
    compared = (given.quarter, shift(given.quarter, -1), shift(given.quarter, -YEAR))
    metrics = [named_metric(name) for name in OF_AN_AREA]
    found = {
        (cell.area_code, metric.name, cell.period): cell
        for metric in metrics
        for cell in cells(
            given.warehouse, metric, tuple(codes), grain="quarter", since=compared[-1], until=given.quarter
        )
    }
    columns = (Column("指标"), *(Column(period_short(one)) for one in compared))

    def written(code: str, metric: Metric) -> tuple[str, ...]:
        values = (found[code, metric.name, one].value for one in compared)
        return (metric.label, *(number(value, metric.unit, metric.decimals) for value in values))

    return tuple(
        Drill(
            point=code,
            title=f"{areas(given.warehouse)[code].name}，{period_label(given.quarter)}",
            table=Table(columns, tuple(written(code, metric) for metric in metrics)),
            footer=_joint([footer(given.warehouse, one, [found[code, one.name, given.quarter]]) for one in metrics]),
        )
        for code in codes
    )


def _joint(footers: Sequence[Footer]) -> Footer:
    """One footer for figures of several metrics; what each is stands on the page of the grids."""
    return Footer(
        source=joint_sources(footers),
        as_of=max(one.as_of for one in footers),
        origins=origins_in(origin for one in footers for origin in one.origins),
    )


def state_drills(given: Context, found: Sequence[Standing], states: Sequence[str]) -> tuple[Drill, ...]:
    """For each state the matters that count for it; a state without any has nothing behind it."""
    of_state = {state: [one for one in found if main_state(one) == state] for state in states}
    return tuple(_matters_drill(given, state, state, matters) for state, matters in of_state.items() if matters)


def matter_drills(given: Context, found: Sequence[Standing]) -> tuple[Drill, ...]:
    """For each matter, by its number, what is known of it."""
    return tuple(_matters_drill(given, one.decision_id, one.title, [one]) for one in found)


def _matters_drill(given: Context, point: str, title: str, matters: Sequence[Standing]) -> Drill:
    return Drill(
        point=point,
        title=f"{title}，{len(matters)}项",
        table=Table(MATTER_COLUMNS, tuple(map(_matter_row, matters))),
        footer=items_table(matters, given.between)[-1],
        leads=tuple(one.decision_id for one in matters),
    )


def _matter_row(one: Standing) -> tuple[str, ...]:
    due = one.original_due_on.isoformat()
    return one.decision_id, one.title, one.responsible_unit, due, f"{one.progress_pct}%", state_words(one)


def case_key(case: Case) -> str:
    """The key of a case: its rule, the figure that the rule looked at, and the area."""
    return case.key


def case_drills(given: Context, *, without: Container[str] = ()) -> tuple[Drill, ...]:
    """For each case that needs attention, by its key, the course of the figure that the rule looked at."""
    return tuple(
        _case_drill(given, case) for _, case in foremost_lines(given.warehouse, given.selection, without=without)
    )


def _case_drill(given: Context, case: Case) -> Drill:
    metric = named_metric(case.rule.metric)
    since = shift(case.period, 1 - COURSE)
    code = case.area.area_code
    course = cells(given.warehouse, metric, (code,), grain="quarter", since=since, until=case.period)
    columns = (Column("时期"), Column(metric.label, metric.unit, metric.decimals), Column("数据性质"))
    rows = tuple((Period(cell.period), cell.value, _origins(cell)) for cell in reversed(course))
    title = f"{case.area.name}{metric.label}，近{COURSE}个季度"
    return Drill(case_key(case), title, Table(columns, rows), footer(given.warehouse, metric, course[-1:]))
