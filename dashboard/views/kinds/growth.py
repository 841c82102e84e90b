"""How several metrics grew against an earlier period, period by period, as columns."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.coverage import is_before_first
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import COMPARISONS, Comparison, Selection, earlier
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.changes import NOTHING_EARLIER
from dashboard.views.kinds.lines import asked, joint_footer
from dashboard.views.table import Column, Table
from dashboard.views.view import GRAIN_NAMES, View, shown_since

Point = tuple[str, float | Absence]


@remembered
def growth_view(
    warehouse: Warehouse,
    names: Sequence[str],
    selection: Selection,
    *,
    key: str = "",
    note: str = "",
    height: int = 300,
) -> View:
    """Growth in percent of the metrics `names`, against the chosen comparison, or 同比 where none was chosen."""
    comparison: Comparison = "year_earlier" if selection.comparison == "none" else selection.comparison
    first = shown_since(warehouse, named_metric(names[0]), selection)
    since = earlier(first, comparison)
    answers = [(metric, asked(warehouse, metric, selection, since)) for metric in map(named_metric, names)]
    grown = [(metric, growth(answered, comparison, first)) for metric, answered in answers]
    known = {period for _, points in grown for period, value in points if is_number(value)}
    # A period before the first comparable figure is no gap: there was nothing to compare with.
    start = min(known, default=first)
    shown = [(metric, tuple(point for point in points if point[0] >= start)) for metric, points in grown]
    word = COMPARISONS[comparison]
    return View(
        key=key or f"growth-{'-'.join(names)}",
        finding=growth_finding(shown, word),
        measured=Measured(
            f"{'、'.join((metric.label for metric, _ in shown))}{word}增速（%）",
            GRAIN_NAMES[selection.grain],
            area_name(warehouse, selection.area_code),
        ),
        chart=charts.Columns(
            [charts.Series(metric.label, points) for metric, points in shown], unit="%", decimals=1, height=height
        ),
        footer=joint_footer(warehouse, answers, note),
        table=_table(shown, word),
        why=_why(warehouse, [metric for metric, _ in shown], earlier(selection.period, comparison) or ""),
    )


def _why(warehouse: Warehouse, metrics: Sequence[Metric], before: str) -> str:
    """That there is nothing earlier to compare with, where the period compared with lies before every first report."""
    is_first = all(is_before_first(warehouse, metric.source, before) for metric in metrics)
    return f"{period_label(before)}在首次填报之前，{NOTHING_EARLIER}可比。" if is_first else ""


def growth(answered: Sequence[Cell], comparison: Comparison, first: str) -> tuple[Point, ...]:
    """Growth in percent from `first` on; 不可比 from zero or below, the missing figure's word where one is missing."""
    value_of = {cell.period: cell.value for cell in answered}
    return tuple(
        (period, _growth(value_of.get(earlier(period, comparison) or "", Absence.NOT_REPORTED), value))
        for period, value in value_of.items()
        if period >= first
    )


def _growth(before: float | Absence, now: float | Absence) -> float | Absence:
    if not is_number(now):
        return now
    if not is_number(before):
        return before
    return (now / before - 1) * 100 if before > 0 else Absence.NOT_COMPARABLE


def growth_finding(grown: Sequence[tuple[Metric, Sequence[Point]]], word: str) -> Finding:
    """In how many of the periods that can be compared each metric rose."""
    clauses = []
    for metric, points in grown:
        known = [value for _, value in points if is_number(value)]
        rises = sum(round(value, 1) > 0 for value in known)
        clauses.append(
            f"{metric.label}{len(known)}期中{rises}期{word}上升" if known else f"{metric.label}没有可比的{word}"
        )
    return Finding(*clauses).naming(*(metric.label for metric, _ in grown))


def _table(grown: Sequence[tuple[Metric, Sequence[Point]]], word: str) -> Table:
    columns = (Column("时期"), *(Column(f"{metric.label}{word}", "%", 1) for metric, _ in grown))
    rows = tuple(
        (period_label(period), *(points[index][1] for _, points in grown))
        for index, (period, _) in enumerate(grown[0][1])
    )
    return Table(columns, rows)
