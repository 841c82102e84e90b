"""One row for every place with all that is known of it: leader, staff, load, events, closing, lateness."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.metrics.areas import Area
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number, number
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label
from dashboard.views.answers import in_period
from dashboard.views.grid_coverage.scope import Scope
from dashboard.views.kinds.lines import joint_footer
from dashboard.views.table import Column, Footer, Table

# Metric and, where a single grid is no average, the plainer words for it.
STAFFING = {
    "grid_leaders": ("网格长", "名"),
    "grid_staff": ("网格员", "名"),
    "full_time_share": ("专职", "%"),
    "households_per_grid": ("住户", "户"),
    "residents_per_grid": ("常住", "人"),
    "residents_per_staff": ("员均服务", "人"),
    "enterprises_per_grid": ("企业", "家"),
}
EVENTS = {
    "events_accepted": ("受理", "件"),
    "closure_rate": ("办结率", "%"),
    "on_time_rate": ("按期办结率", "%"),
    "days_to_close": ("办结", "天"),
    "overdue_open": ("超期", "件"),
    "reopened_rate": ("重开", "%"),
}
WHOLE = {"households_per_grid", "residents_per_grid", "residents_per_staff", "enterprises_per_grid"}


@dataclass(frozen=True)
class StaffingList:
    """The table with its finding; `codes` are the areas of its rows, in order."""

    title: str
    subtitle: str
    table: Table
    footer: Footer
    codes: tuple[str, ...]


@remembered
def staffing_list(warehouse: Warehouse, listed: Scope, selection: Selection) -> StaffingList:
    """Every figure of the listed places in the selected period; staff and load only where they are grids."""
    shown = STAFFING | EVENTS if listed.has_grids else EVENTS
    by_metric = {name: _by_area(warehouse, name, listed.codes, selection) for name in shown}
    columns = (
        Column("网格" if listed.has_grids else "单位"),
        Column("类型"),
        *(
            Column(label, unit, 0 if name in WHOLE else named_metric(name).decimals)
            for name, (label, unit) in shown.items()
        ),
    )
    rows = tuple(
        (
            place.name,
            place.grid_kind or place.zone_kind or "",
            *(by_metric[name][place.area_code].value for name in shown),
        )
        for place in listed.places
    )
    answers = [(named_metric(name), tuple(answered.values())) for name, answered in by_metric.items()]
    return StaffingList(
        title=staffing_finding(listed.places, by_metric),
        subtitle=Measured(listed.name, period_label(selection.period), "点列名排序，点行首选中"),
        table=Table(columns, rows),
        footer=joint_footer(warehouse, answers),
        codes=listed.codes,
    )


def staffing_finding(places: Sequence[Area], by_metric: dict[str, dict[str, Cell]]) -> str:
    """How many grids have a leader and how many staff there are; for units, what came in."""
    if "grid_staff" not in by_metric:
        return f"{len(places)}个单位{_total(by_metric['events_accepted'], '受理事件', '件')}"
    leaders = [cell.value for cell in by_metric["grid_leaders"].values() if is_number(cell.value)]
    if not leaders:
        return f"{len(places)}个网格的力量与负荷：{next(iter(by_metric['grid_leaders'].values())).value}"
    vacant = [place.name for place in places if by_metric["grid_leaders"][place.area_code].value == 0]
    led = "网格长全部在岗" if len(leaders) == len(places) and not vacant else f"中{sum(map(bool, leaders))}个有网格长"
    named = f"，{'、'.join(vacant[:2])}{'等' if len(vacant) > 2 else ''}缺网格长" if vacant else ""
    silent = f"，{len(places) - len(leaders)}个未填报" if len(leaders) < len(places) else ""
    return f"{len(places)}个网格{led}{named}{silent}，{_total(by_metric['grid_staff'], '网格员', '名')}"


def _total(by_area: dict[str, Cell], label: str, unit: str) -> str:
    known = [cell.value for cell in by_area.values() if is_number(cell.value)]
    return f"{label}{number(sum(known), unit)}" if known else f"{label}{next(iter(by_area.values())).value}"


def _by_area(warehouse: Warehouse, name: str, codes: tuple[str, ...], selection: Selection) -> dict[str, Cell]:
    return {cell.area_code: cell for cell in in_period(warehouse, named_metric(name), codes, selection)}
