"""The metrics of all 片区 together → headline cards, and one metric over the quarters."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cell import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import shift
from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.packs import ALL, districts, figures_of, having, quarters, together
from dashboard.text.formats import Change, written
from dashboard.text.periods import period_label
from dashboard.views.changes import YEAR_EARLIER, between, short_why, why_not
from dashboard.views.findings import trend_finding
from dashboard.views.kinds.cards import Card
from dashboard.views.kinds.trend import course
from dashboard.views.prefecture.told import SOURCE, foot, missing_words
from dashboard.views.table import Column, Period, Table
from dashboard.views.view import GRAIN_NAMES, View, measured

CARDS = (
    "gross_output",
    "tax",
    "employees",
    "job_hires",
    "events_accepted",
    "closure_rate",
    "on_time_rate",
    "overdue_open",
)
QUARTERS_SHOWN = 12
A_YEAR = 4


def alike(warehouse: Warehouse, name: str, quarter: str) -> tuple[Cell, Cell]:
    """The metric in the quarter and a year before, of the 片区 that have it in both: others would move the sum."""
    before = shift(quarter, -A_YEAR)
    codes = having(warehouse, name, quarter, before) if before in quarters(warehouse) else ()
    return together(warehouse, name, quarter, codes), together(warehouse, name, before, codes)


def moved(warehouse: Warehouse, name: str, quarter: str) -> Change:
    """How the metric of all 片区 moved against the year before."""
    return between(named_metric(name), *alike(warehouse, name, quarter), YEAR_EARLIER)


@remembered
def total_card(warehouse: Warehouse, name: str, quarter: str) -> Card:
    """The metric of all 片区 together as a headline card; what is missing in it stands with its source."""
    metric = named_metric(name)
    cell = together(warehouse, name, quarter, having(warehouse, name, quarter))
    missing = missing_words(warehouse, name, quarter)
    note = f"{metric.definition}{missing and f'{missing}。'}来源：{SOURCE}；时期：{period_label(quarter)}"
    if isinstance(cell.value, Absence):
        return Card(metric.label, absence=cell.value, note=note)
    figure = written(cell.value, metric.unit, metric.decimals)
    movement = moved(warehouse, name, quarter)
    why = (
        "" if movement.kind else f"（{short_why(metric)}）" if why_not(metric, *alike(warehouse, name, quarter)) else ""
    )
    return Card(
        metric.label,
        figure=figure.figure,
        unit=figure.unit,
        change=movement.text if movement.kind else f"{movement.against}：{movement.word}{why}",
        tone=movement.tone,
        trend=tuple(cell.value for cell in _course(warehouse, name, quarter, _steady(warehouse, name, quarter))),
        note=note,
        is_demo="demo" in cell.origins,
    )


def total_cards(warehouse: Warehouse, quarter: str) -> list[Card]:
    """The headline cards of the quarter, of the metrics that any 片区 has ever sent."""
    return [
        total_card(warehouse, name, quarter)
        for name in CARDS
        if any(having(warehouse, name, one) for one in quarters(warehouse))
    ]


def _shown(warehouse: Warehouse, quarter: str) -> tuple[str, ...]:
    return tuple(one for one in quarters(warehouse) if one <= quarter)[-QUARTERS_SHOWN:]


def _steady(warehouse: Warehouse, name: str, quarter: str) -> tuple[str, ...]:
    """The 片区 that have the metric in every quarter shown: a sum that gains members rises with nothing done."""
    return having(warehouse, name, *_shown(warehouse, quarter))


def _course(warehouse: Warehouse, name: str, quarter: str, codes: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(together(warehouse, name, one, codes) for one in _shown(warehouse, quarter))


@remembered
def course_view(warehouse: Warehouse, name: str, quarter: str, spot: str | None = None) -> View:
    """The metric up to the quarter, of one 片区 or of all that have it in every quarter shown."""
    metric = named_metric(name)
    names = {one.code: one.name for one in districts(warehouse)}
    if spot is not None:
        told = figures_of(warehouse, name)
        cells = tuple(told[spot, one] for one in _shown(warehouse, quarter))
        before = told.get((spot, shift(quarter, -A_YEAR)))
        change = between(metric, told[spot, quarter], before, YEAR_EARLIER) if before else None
        called, note = names[spot], ""
    else:
        codes = _steady(warehouse, name, quarter)
        cells, change = _course(warehouse, name, quarter, codes), moved(warehouse, name, quarter)
        called, note = f"{len(codes)}个片区合计", f"只含各季都有数的{len(codes)} / {len(names)}个片区"
    points = tuple((cell.period, cell.value) for cell in cells)
    finding = trend_finding(metric, points, change if change and change.kind else None, since=shift(quarter, -A_YEAR))
    return View(
        key=f"prefecture-course-{spot or ALL}",
        finding=finding.behind(f"{called} · "),
        measured=measured(metric, GRAIN_NAMES["quarter"], called),
        chart=course(metric, points, name=called),
        footer=foot(metric, quarter, cells, note),
        table=_table(metric, called, cells),
    )


def _table(metric: Metric, called: str, cells: tuple[Cell, ...]) -> Table:
    columns = (Column("片区"), Column("时期"), Column(metric.label, metric.unit, metric.decimals))
    return Table(columns, tuple((called, Period(cell.period), cell.value) for cell in cells))
