"""Two versions of the data → the figures of pages that differ between them, in words, before → after."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell, cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.reporting import districts
from dashboard.text.formats import change, number
from dashboard.text.periods import period_label

SHOWN = 12


@dataclass(frozen=True)
class Effect:
    """One figure of one area and period in both versions."""

    label: str
    area: str
    period: str
    before: str
    after: str
    change: str
    is_demo: bool


def effects(before: Warehouse, after: Warehouse, datasets: Collection[str]) -> tuple[Effect, ...]:
    """The figures of the 片区 that forms of `datasets` carry and that differ, the latest period first.

    Every metric that one of the forms feeds is compared, however many: 234 take under 3 s of a processor, those of one
    form a tenth. Totals of a metric only, no breakdowns; figures that may not be shown stay unshown in both versions.
    """
    touched = [metric for metric in METRICS.values() if set(metric.source.forms) & set(datasets)]
    places = districts(before) | districts(after)
    found = [
        (period, metric, places[area_code], then, now)
        for metric in touched
        for area_code, period, then, now in _pairs(metric, before, after, tuple(places))
    ]
    # Those of one period stay in the order of the catalogue.
    found.sort(key=lambda one: _last(one[0]), reverse=True)
    return tuple(_effect(metric, area, period, then, now) for period, metric, area, then, now in found)


def _last(period: str) -> str:
    """A period as text that sorts by its end: 2024 → 2024-12, 2024Q3 → 2024-09."""
    if "Q" in period:
        return f"{period[:4]}-{int(period[5]) * 3:02d}"
    return period if "-" in period else f"{period}-12"


def _pairs(
    metric: Metric, before: Warehouse, after: Warehouse, places: tuple[str, ...]
) -> Iterator[tuple[str, str, Cell | None, Cell | None]]:
    """The area's code, the period, and the cells of both versions where they are read differently."""
    then = {(cell.area_code, cell.period): cell for cell in cells(before, metric, _known(before, places))}
    now = {(cell.area_code, cell.period): cell for cell in cells(after, metric, _known(after, places))}
    for key in dict.fromkeys((*now, *then)):
        one, other = then.get(key), now.get(key)
        if _has_figure(one, other) and _shown(metric, one) != _shown(metric, other):
            yield *key, one, other


def _has_figure(*both: Cell | None) -> bool:
    """Whether there is a number on either side: of two reasons for its absence nobody need read."""
    return any(cell and not isinstance(cell.value, Absence) for cell in both)


def _known(warehouse: Warehouse, places: tuple[str, ...]) -> tuple[str, ...]:
    held = districts(warehouse)
    return tuple(code for code in places if code in held)


def _shown(metric: Metric, cell: Cell | None) -> str:
    return number(cell.value, metric.unit, metric.decimals) if cell else "无此期"


def _effect(metric: Metric, area: str, period: str, then: Cell | None, now: Cell | None) -> Effect:
    moved = change(
        now.value if now else None,
        then.value if then else None,
        metric.unit,
        direction=metric.direction,
        decimals=None,
    )
    return Effect(
        label=metric.label,
        area=area,
        period=period_label(period),
        before=_shown(metric, then),
        after=_shown(metric, now),
        change="" if moved.word == "不可比" else moved.text,
        is_demo=any("demo" in one.origins for one in (then, now) if one),
    )
