"""How far each place or part moved since the period it is compared with, as bars left and right of zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import ChangeKind, change_between
from dashboard.text.formats import is_number
from dashboard.text.joined import Measured
from dashboard.views import charts
from dashboard.views.changes import why_not
from dashboard.views.findings import written

NOW = "本期"


@dataclass(frozen=True)
class Move:
    """A place or part with its answers then and now."""

    key: str
    name: str
    then: Cell
    now: Cell
    is_chosen: bool = False


def moves_chart(metric: Metric, moves: Sequence[Move], *, is_amount: bool = False) -> charts.Bars:
    """One bar a move, the largest rise first, the figure now beside it; what cannot be compared comes last with its word.

    In per cent or points where all can be told so, else in the metric's own unit. With `is_amount` by what each part
    added to the whole, whether it was reported as often as before or not: what was not there added nothing.
    """
    found = (change_between(metric, move.now, move.then)[1] for move in moves)
    kinds = list(dict.fromkeys(one for one in found if one))
    kind: ChangeKind = kinds[0] if len(kinds) == 1 and not is_amount else "absolute"
    bars = [_bar(metric, move, kind, is_amount=is_amount) for move in moves]
    return charts.Bars(
        sorted(bars, key=lambda bar: (not is_number(bar.value), -bar.value if is_number(bar.value) else 0.0)),
        unit=unit_of(metric, kind),
        decimals=metric.decimals if kind in ("absolute", "added") else 1,
        is_change=True,
        aside=NOW,
    )


def unit_of(metric: Metric, kind: ChangeKind) -> str:
    """In what a change of the kind is measured."""
    return {"relative": "%", "points": "百分点"}.get(kind, metric.unit)


def moves_measured(metric: Metric, chart: charts.Bars, against: str, *words: str) -> Measured:
    """What the bars measure: `总产值同比增减（万元）`, then what else the picture is limited to."""
    return Measured(f"{metric.label}{against}增减（{chart.unit}）", *words)


def _bar(metric: Metric, move: Move, kind: ChangeKind, *, is_amount: bool) -> charts.Bar:
    change, found, absence = change_between(metric, move.now, move.then)
    value = change if found in (kind, None) and not is_amount else _difference(move)
    return charts.Bar(
        move.name,
        value if value is not None else absence,
        key=move.key,
        note=why_not(metric, move.now, move.then) if value is None else "",
        aside=written(metric, move.now.value) if is_number(move.now.value) else "",
        is_chosen=move.is_chosen,
        is_highlighted=move.is_chosen,
    )


def _difference(move: Move) -> float | Absence:
    now, then = move.now.value, move.then.value
    if isinstance(now, Absence):
        return now
    return then if isinstance(then, Absence) else now - then
