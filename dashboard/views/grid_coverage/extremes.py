"""One metric over many places as its two ends: the five best and the five worst, or the highest and the lowest."""

from collections.abc import Sequence

from dashboard.metrics.areas import Area
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding
from dashboard.views import charts
from dashboard.views.answers import in_period
from dashboard.views.findings import Named, end_words, together, written
from dashboard.views.kinds.area_map import short_name
from dashboard.views.view import View, footer, measured, period_words, table

SHOWN = 5


@remembered
def extremes_view(
    warehouse: Warehouse,
    name: str,
    places: Sequence[Area],
    selection: Selection,
    *,
    chosen: str | None = None,
    key: str = "",
) -> View:
    """The metric `name` of the five best and the five worst of `places`, and of the chosen one if it is between."""
    metric = named_metric(name)
    named = {place.area_code: place for place in places}
    answered = ranked(
        metric,
        in_period(warehouse, metric, tuple(named), selection),
    )
    shown = ends(answered, chosen)
    bars = [
        charts.Bar(
            f"{place} {short_name(named[cell.area_code])}",
            cell.value,
            key=cell.area_code,
            note=named[cell.area_code].path,
            is_highlighted=cell.area_code == chosen,
            is_chosen=cell.area_code == chosen,
            skipped=skipped,
        )
        for (place, cell), skipped in zip(shown, left_out(answered, [cell for _, cell in shown]), strict=True)
    ]
    return View(
        key=key or f"extremes-{name}",
        finding=extremes_finding(metric, [(named[cell.area_code].name, cell.value) for cell in answered]).keyed(
            {place.name: place.area_code for place in places}
        ),
        measured=measured(
            metric, period_words(warehouse, metric, selection.period), _which(metric, len(answered), len(shown))
        ),
        chart=charts.Bars(bars, unit=metric.unit, decimals=metric.decimals),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered),
    )


def ranked(metric: Metric, answered: Sequence[Cell]) -> tuple[Cell, ...]:
    """Best first, highest first where neither end is better; missing ones last."""
    sign = 1 if metric.direction == "lower" else -1
    return tuple(
        sorted(
            answered, key=lambda cell: (not is_number(cell.value), sign * cell.value if is_number(cell.value) else 0)
        )
    )


def ends(answered: Sequence[Cell], chosen: str | None, shown: int = SHOWN) -> list[tuple[int, Cell]]:
    """The first and the last `shown` with their rank (1 is best, equal values share it), and the chosen one between."""
    values = [cell.value for cell in answered]
    return [
        (values.index(cell.value) + 1, cell)
        for position, cell in enumerate(answered)
        if position < shown or position >= len(answered) - shown or cell.area_code == chosen
    ]


def left_out(answered: Sequence[Cell], shown: Sequence[Cell]) -> list[int]:
    """How many of the answers are not shown between each shown one and the one before it."""
    places = [answered.index(cell) for cell in shown]
    return [place - before - 1 for before, place in zip([-1, *places], places, strict=False)]


def extremes_finding(metric: Metric, items: Sequence[Named]) -> Finding:
    """Who is at the bad end and how many share that value; both ends where neither is bad. `items` are best first."""
    known = [(name, value) for name, value in items if is_number(value)]
    if not known:
        word = items[0][1] if items else ""
        return Finding(f"{metric.label}：{word}")
    last, first = written(metric, known[-1][1]), written(metric, known[0][1])
    if len(known) == 1:
        return Finding(f"{known[0][0]}{metric.label}{first}").naming(known[0][0])
    if first == last:
        return Finding(f"{len(known)}处{metric.label}相同", f"均为{first}")
    # `items` begin with the best: the low end where less is better.
    best, worst = end_words(metric)[:: -1 if metric.direction == "lower" else 1]
    at_end = [name for name, value in known if written(metric, value) == last]
    at_start = [name for name, value in known if written(metric, value) == first]
    return Finding(
        f"{metric.label}：{together(at_end, '处')}{worst}（{last}）", f"{together(at_start, '处')}{best}（{first}）"
    ).naming(*at_end, *at_start)


def _which(metric: Metric, count: int, shown: int) -> str:
    if shown >= count:
        return f"全部{count}处"
    first, last = ("最好", "最差") if metric.direction != "neither" else end_words(metric)
    return f"{count}处中{first}与{last}各{SHOWN}处"
