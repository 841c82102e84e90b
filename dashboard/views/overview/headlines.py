"""Chooses what the overview tells of an area: the headline figures, the map's metrics and the four theme strips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dashboard.metrics.areas import Area, area
from dashboard.metrics.attention import places
from dashboard.metrics.metric import THEMES
from dashboard.metrics.reading import Reading, read
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.views.kinds.area_map import places_of
from dashboard.views.kinds.trend import trend_view
from dashboard.views.view import Making

CARDS_PER_THEME, ONE_LINE = 2, 4
STRIP_HEIGHT = 200


@dataclass(frozen=True, kw_only=True)
class Strip:
    """One theme of the overview: `cards` and `trends` are metrics in order of preference, `page` shows more."""

    theme: str
    page: str
    cards: tuple[str, ...]
    trends: tuple[str, ...]


STRIPS = (
    Strip(
        theme="output",
        page="park_output",
        cards=("gross_output", "tax", "enterprises", "above_scale_enterprises"),
        trends=("gross_output", "tax", "enterprises"),
    ),
    Strip(
        theme="employment",
        page="employment",
        cards=("employees", "output_per_employee", "above_scale_employee_share"),
        trends=("employees",),
    ),
    Strip(
        theme="incubation",
        page="incubation",
        cards=("completed_cumulative", "jobs_cumulative", "courses", "completion_rate"),
        trends=("completed", "courses"),
    ),
    Strip(
        theme="grid",
        page="grid_coverage",
        cards=("on_time_rate", "overdue_open", "grid_coverage", "events_accepted", "closure_rate"),
        trends=("on_time_rate", "events_accepted", "grid_coverage"),
    ),
)
# Metric of the map → the level of the areas that it colours.
MAP_METRICS = {
    "on_time_rate": "网格",
    "events_accepted": "网格",
    "staff_per_grid": "网格",
    "gross_output": "三区单元",
    "tax": "三区单元",
    "employees": "三区单元",
}


def headline_names(readings: Mapping[str, Reading]) -> tuple[str, ...]:
    """Two known metrics of every theme; a theme without enough of them leaves its place to the others.

    In the order of the themes. Where hardly anything is known the preferred ones stay and say why they are missing.
    """
    preferred = [name for strip in STRIPS for name in strip.cards[:CARDS_PER_THEME]]
    known = [[name for name in strip.cards if is_number(readings[name].value)] for strip in STRIPS]
    chosen = [name for names in known for name in names[:CARDS_PER_THEME]]
    spare = [name for names in known for name in names[CARDS_PER_THEME:]]
    chosen_names = [*chosen, *spare][: len(preferred)]
    missing = [name for name in preferred if name not in chosen_names]
    # Two lines of equal length, or one of four.
    wanted = {*chosen_names, *missing[: max(ONE_LINE - len(chosen_names), len(chosen_names) % 2)]}
    return tuple(name for strip in STRIPS for name in strip.cards if name in wanted)


def headline(warehouse: Warehouse, selection: Selection) -> tuple[str, ...]:
    """The names of the headline metrics for the selected area and period."""
    names = [name for strip in STRIPS for name in strip.cards]
    return headline_names({name: read(warehouse, name, selection) for name in names})


@dataclass(frozen=True)
class Strips:
    """The strips that have something to show, in rows beside each other, and a sentence on those that have not."""

    rows: tuple[tuple[tuple[Strip, Making], ...], ...]
    missing: str


def strips(warehouse: Warehouse, selection: Selection) -> Strips:
    """Every theme's trend: of its first metric that is known for the selection."""
    return warehouse.remember(("strips", selection), lambda: _strips(warehouse, selection))


def _strips(warehouse: Warehouse, selection: Selection) -> Strips:
    drawn, missing = [], []
    for strip in STRIPS:
        readings = [read(warehouse, name, selection) for name in strip.trends]
        known = next((reading.metric.name for reading in readings if is_number(reading.value)), None)
        if known is None:
            missing.append(f"{THEMES[strip.theme]}（{readings[0].metric.label}{readings[0].value}）")
            continue
        key = f"strip-{strip.theme}"
        drawn.append((strip, partial(trend_view, warehouse, known, selection, key=key, height=STRIP_HEIGHT)))
    across = 2 if len(drawn) == len(STRIPS) else max(len(drawn), 1)
    rows = tuple(tuple(drawn[first : first + across]) for first in range(0, len(drawn), across))
    return Strips(rows, f"本期没有可画的趋势：{'、'.join(missing)}。" if missing else "")


def mapped_places(warehouse: Warehouse, metric_name: str, area_code: str) -> Sequence[Area]:
    """The areas that the map colours: grids where there are any, otherwise zones."""
    if MAP_METRICS[metric_name] == "网格":
        grids = places_of(warehouse, area_code, "网格")
        # Of a whole city also the zones that are not divided into grids.
        is_city = area(warehouse, area_code).level == "市"
        return places(warehouse, area_code, "网格") if is_city else grids or _zones(warehouse, area_code)
    return _zones(warehouse, area_code)


def _zones(warehouse: Warehouse, area_code: str) -> Sequence[Area]:
    return places_of(warehouse, area_code, "三区单元")
