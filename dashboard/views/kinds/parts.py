"""One metric of an area by the parts of a dimension: bars for one period, columns or lines over time."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import dimension_label
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.views import charts
from dashboard.views.answers import parts_since
from dashboard.views.findings import Moved, parts_finding, parts_trend_finding
from dashboard.views.kinds.lines import asked
from dashboard.views.kinds.moves import Move, moves_chart, moves_measured
from dashboard.views.series import MAX_SERIES, fold
from dashboard.views.view import GRAIN_NAMES, View, footer, measured, period_words, shown_since, table


def _size(cell: Cell) -> float:
    return cell.value if is_number(cell.value) else float("-inf")


def _in_period(answered: tuple[Cell, ...], period: str) -> list[Cell]:
    return sorted((cell for cell in answered if cell.period == period), key=_size, reverse=True)


def color_slots(parts: Sequence[str]) -> dict[str, int]:
    """The place of each part in the palette by its name, so that it has one colour however large it is.

    Empty where there are more parts than colours: then the largest are drawn, each in the colour of its rank.
    """
    return {part: place for place, part in enumerate(sorted(parts))} if len(parts) <= MAX_SERIES else {}


@remembered
def parts_view(warehouse: Warehouse, name: str, by: str, selection: Selection, *, key: str = "") -> View:
    """The metric `name` by `by` in the selected area and period, largest part first."""
    metric = named_metric(name)
    answered = _in_period(_ask(warehouse, metric, by, selection, selection.period), selection.period)
    parts = [(cell.part, cell.value) for cell in answered]
    return View(
        key=key or f"parts-{name}-{by}",
        finding=parts_finding(metric, parts),
        measured=_subtitle(warehouse, metric, by, selection, period_words(warehouse, metric, selection.period)),
        chart=charts.Bars(
            [charts.Bar(part, value) for part, value in parts], unit=metric.unit, decimals=metric.decimals
        ),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered, by),
    )


@remembered
def parts_trend_view(
    warehouse: Warehouse, name: str, by: str, selection: Selection, *, key: str = "", since: str = ""
) -> View:
    """The metric `name` by `by` over time: stacked columns where parts add up, small lines where they do not.

    `since` is its first period, where another than the usual one is wanted.
    """
    metric = named_metric(name)
    answered = _ask(warehouse, metric, by, selection, since or shown_since(warehouse, metric, selection))
    latest = _in_period(answered, selection.period)
    slots = color_slots([last.part for last in latest])
    every = [
        charts.Series(
            last.part,
            tuple((cell.period, cell.value) for cell in answered if cell.part == last.part),
            slot=slots.get(last.part),
        )
        for last in latest
    ]
    series = [line for line in every if any(is_number(value) for _, value in line.points)]
    adds_up = metric.denominator is None
    change = parts_trend_finding(metric, _moved(answered, latest, selection), selection.against) if adds_up else ""
    view = View(
        key=key or f"parts-trend-{name}-{by}",
        finding=change or parts_finding(metric, [(cell.part, cell.value) for cell in latest]),
        measured=_subtitle(warehouse, metric, by, selection, GRAIN_NAMES[selection.grain]),
        chart=_drawn(series, metric) if series else None,
        footer=footer(warehouse, metric, answered, _note(every, fold(series)[1] if adds_up else "")),
        table=table(warehouse, metric, answered, by),
    )
    if not change:
        return view
    told = replace(view, footer=footer(warehouse, metric, answered))
    return _of_change(warehouse, told, metric, by, selection, _moves(answered, latest, selection))


def _of_change(
    warehouse: Warehouse, view: View, metric: Metric, by: str, selection: Selection, moves: Sequence[Move]
) -> View:
    """The same view with a picture of the change that its title tells of."""
    chart = moves_chart(metric, moves, is_amount=True)
    words = (
        f"按{dimension_label(by, metric.mart)}",
        period_words(warehouse, metric, selection.period),
        area_name(warehouse, selection.area_code),
    )
    return replace(view, chart=chart, measured=moves_measured(metric, chart, selection.against, *words))


def _moves(answered: Sequence[Cell], latest: Sequence[Cell], selection: Selection) -> list[Move]:
    """The parts that have an answer in the period to compare with, each with both."""
    before = {cell.part: cell for cell in answered if cell.period == selection.earlier_period}
    return [Move(cell.part, cell.part, before[cell.part], cell) for cell in latest if cell.part in before]


def is_split(view: View) -> bool:
    """Whether a view of this module shows more than one part: a single part is 100% of the whole.

    A part that may not be shown is one as well. Without any figure True, so that the view says what is missing.
    """
    counted = {
        part
        for _, _, part, value, _ in view.table.rows
        if value is Absence.NOT_DISCLOSED or (is_number(value) and value)
    }
    return len(counted) != 1


def _drawn(series: Sequence[charts.Series], metric: Metric) -> charts.Chart:
    if metric.denominator is None:
        return charts.Columns(series, unit=metric.unit, decimals=metric.decimals, is_stacked=True)
    return charts.SmallMultiples(series, unit=metric.unit, decimals=metric.decimals)


def _moved(answered: Sequence[Cell], latest: Sequence[Cell], selection: Selection) -> list[Moved]:
    """Every part with its figure in the period to compare with (None where that is outside) and its last one."""
    before = {cell.part: cell.value for cell in answered if cell.period == selection.earlier_period}
    return [(cell.part, before.get(cell.part), cell.value) for cell in latest]


def _note(series: Sequence[charts.Series], folded: str) -> str:
    """What 其他 holds, and of which parts some or all periods are not drawn because they may not be shown."""
    withheld = [line.name for line in series if any(value is Absence.NOT_DISCLOSED for _, value in line.points)]
    return "；".join(filter(None, (folded, f"{'、'.join(withheld)}有不公开的时期，未计入" if withheld else "")))


def _ask(warehouse: Warehouse, metric: Metric, by: str, selection: Selection, since: str) -> tuple[Cell, ...]:
    """The cells by part; where there is no part, those of the whole, without a figure, to say why."""
    by_part = parts_since(warehouse, metric, selection, by, since)
    return by_part or unsplit(asked(warehouse, metric, selection, since))


def unsplit(whole: Sequence[Cell]) -> tuple[Cell, ...]:
    """Why there are no parts: of a whole of 0 there are none, of any other whole its parts were not reported."""
    return tuple(replace(cell, value=_why_no_part(cell.value)) for cell in whole)


def _why_no_part(value: float | Absence) -> Absence:
    if isinstance(value, Absence):
        return value
    return Absence.NOT_REPORTED if value else Absence.NOT_IN_PERIOD


def _subtitle(warehouse: Warehouse, metric: Metric, by: str, selection: Selection, period: str) -> str:
    return measured(metric, f"按{dimension_label(by, metric.mart)}", period, area_name(warehouse, selection.area_code))
