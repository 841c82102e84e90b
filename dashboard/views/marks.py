"""The keys that a title names → the same chart with these marked, and which keys a chart can mark and does mark."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from dashboard.views.charts import (
    BandedRows,
    Bars,
    Chart,
    Columns,
    Dumbbell,
    Funnel,
    Heat,
    Panels,
    RangeBars,
    Scatter,
    Schedule,
    Season,
    SmallMultiples,
    Stages,
    Trend,
    Waterfall,
)

# The field of a chart whose items are marked one by one; all other items are then drawn in grey.
ITEMS: dict[type[Chart], str] = {
    Trend: "series",
    Columns: "series",
    SmallMultiples: "series",
    Panels: "panels",
    Bars: "items",
    Funnel: "stages",
    Scatter: "dots",
    Dumbbell: "pairs",
    RangeBars: "items",
    Schedule: "spans",
    Waterfall: "steps",
}


def _items(chart: Chart) -> tuple[Any, ...]:
    """The items that can be marked one by one."""
    field = ITEMS.get(type(chart))
    return tuple(getattr(chart, field)) if field else ()


def key_of(item: Any) -> str:
    """By what a title names an item: its key, its name where it has none."""
    key: str = getattr(item, "key", "") or item.name
    return key


def _labels(chart: Chart) -> dict[str, str]:
    """What can be marked besides items, by key: periods, and the rows of a table of cells."""
    match chart:
        case Trend() | Columns():
            return {label: label for line in chart.series for label, _ in line.points}
        case Panels():
            return {label: label for panel in chart.panels for label, _ in panel.points}
        case Season():
            return {period: period for period, _ in chart.points}
        case Heat():
            rows = dict(zip(chart.keys or chart.rows, chart.rows, strict=True))
            return rows | {label: label for label in chart.columns}
        case Stages():
            return {row: row for row in chart.rows}
        case BandedRows():
            return dict(zip(chart.keys, chart.names, strict=True))
    return {}


def names_of(chart: Chart) -> dict[str, str]:
    """What a title may name: the name of each thing that the chart can mark, by its key."""
    return {key_of(item): item.name for item in _items(chart)} | _labels(chart)


def marks_of(chart: Chart) -> frozenset[str]:
    """The keys of what the chart marks."""
    items = {key_of(item) for item in _items(chart) if item.is_highlighted}
    return frozenset(items | set(getattr(chart, "marks", ())))


def marked(chart: Chart, named: Collection[str]) -> Chart:
    """The chart with what is named marked and nothing else; one of which nothing is named stays as it is."""
    items, labels = _items(chart), _labels(chart)
    changes: dict[str, Any] = {}
    if any(key_of(item) in named for item in items):
        changes[ITEMS[type(chart)]] = tuple(
            replace(item, is_highlighted=key_of(item) in named or getattr(item, "is_chosen", False)) for item in items
        )
    if labels.keys() & set(named):
        changes["marks"] = tuple(key for key in labels if key in named)
    return replace(chart, **changes) if changes else chart
