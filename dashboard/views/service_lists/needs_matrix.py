"""Turns the three lists into a matrix of topics by groups: what is needed, offered, met and still open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import last_quarter
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.lists import MatrixCell, matrix
from dashboard.text.formats import Value, is_number, percent
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_end
from dashboard.views import charts
from dashboard.views.table import Column, Table
from dashboard.views.view import View, footer, origins_in

COLUMNS = (
    Column("事项类别"),
    Column("对象"),
    Column("需求", "项", 0),
    Column("资源与服务", "项", 0),
    Column("在办需求", "项", 0),
    Column("需求满足率", "%", 1),
)
GROUPS = ("企业", "员工", "村民", "新就业群体")


@dataclass(frozen=True)
class Counted:
    """What the cells of the matrix count: word, unit and decimals, the value of a cell, and the finding of all."""

    label: str
    unit: str
    value: Callable[[MatrixCell], Value]
    finding: Callable[[Sequence[MatrixCell]], Finding]


def _called(cell: MatrixCell) -> str:
    return f"{cell.served_group}的{cell.topic}"


def _naming(cell: MatrixCell, *clauses: str) -> Finding:
    """The clauses, which name the cell."""
    return Finding(*clauses).naming(cell.topic, cell.served_group)


def _most_needed(cells: Sequence[MatrixCell]) -> Finding:
    most = max(cells, key=lambda cell: cell.needs)
    total = f"列入需求{sum(cell.needs for cell in cells)}项"
    if most.needs <= 1:
        return Finding(total, "每一类不多于一项")
    return _naming(most, total, f"最多的是{_called(most)}（{most.needs}项，对应资源服务{most.offers}项）")


def _least_offered(cells: Sequence[MatrixCell]) -> Finding:
    bare = sorted((cell for cell in cells if cell.needs and not cell.offers), key=lambda cell: -cell.needs)
    total = f"资源与服务{sum(cell.offers for cell in cells)}项"
    if not bare:
        return Finding(total, "每一类需求都有资源或服务对应")
    first = f"首先是{_called(bare[0])}（{bare[0].needs}项需求）"
    return _naming(bare[0], total, f"{len(bare)}类需求还没有对应", first)


def _least_satisfied(cells: Sequence[MatrixCell]) -> Finding:
    known = [
        (cell.satisfaction, -cell.needs_told, cell)
        for cell in cells
        if is_number(cell.satisfaction) and cell.needs_told is not None
    ]
    if not known:
        return Finding("需求满足率：未填报")
    satisfaction, _, least = min(known, key=lambda item: item[:2])
    told = f"为{percent(satisfaction, 0)}（{least.needs_met}/{least.needs_told}项）"
    return _naming(least, f"{_called(least)}满足率最低", told)


def _most_open(cells: Sequence[MatrixCell]) -> Finding:
    known = [(cell.needs_open, cell) for cell in cells if cell.needs_open]
    if not known:
        return Finding("没有在办需求" if any(cell.needs_told for cell in cells) else "在办需求：未填报")
    count, most = max(known, key=lambda item: item[0])
    total = f"在办需求{sum(count for count, _ in known)}项"
    return _naming(most, total, f"积压最多的是{_called(most)}（{count}项）")


VIEWS = {
    "needs": Counted("需求", "项", lambda cell: cell.needs or Absence.NOT_IN_PERIOD, _most_needed),
    "offers": Counted("资源与服务", "项", lambda cell: cell.offers, _least_offered),
    "satisfaction": Counted("需求满足率", "%", lambda cell: cell.satisfaction, _least_satisfied),
    "open": Counted(
        "在办需求",
        "项",
        lambda cell: cell.needs_open if cell.needs_told else cell.satisfaction,
        _most_open,
    ),
}
VIEW_NAMES = {name: view.label for name, view in VIEWS.items()}


@remembered
def matrix_view(warehouse: Warehouse, view_name: str, selection: Selection) -> View:
    """Topics by groups at the end of the selected period: needs, what is offered for them, how many are met or open."""
    counted = VIEWS[view_name]
    every = matrix(warehouse, selection.area_code, last_quarter(selection.period))
    # A 片区 offers to all groups; what nobody here asked for says nothing of this place.
    cells = tuple(cell for cell in every if cell.needs)
    of_place = {(cell.topic, cell.served_group): cell for cell in cells}
    topics = sorted({cell.topic for cell in cells}, key=lambda topic: (-_needs(cells, topic), topic))
    groups = [group for group in GROUPS if any(cell.served_group == group for cell in cells)]

    def value(topic: str, group: str) -> Value:
        cell = of_place.get((topic, group))
        return counted.value(cell) if cell else Absence.NOT_IN_PERIOD

    origins = origins_in([origin for cell in cells for origin in cell.origins])
    return View(
        key=f"matrix-{view_name}",
        finding=counted.finding(cells),
        measured=Measured(
            f"{counted.label}（{counted.unit}）",
            "事项类别 × 对象",
            f"{period_end(selection.period)}",
            area_name(warehouse, selection.area_code),
        ),
        chart=charts.Heat(
            topics, groups, [[value(topic, group) for group in groups] for topic in topics], unit=counted.unit
        ),
        footer=replace(
            footer(warehouse, named_metric("needs_listed"), ()),
            as_of=last_quarter(selection.period),
            origins=origins,
            note="只列有需求的类别；资源与服务含片区面向各园区、村提供的",
        ),
        table=_table(cells, topics),
    )


def _table(cells: Sequence[MatrixCell], topics: Sequence[str]) -> Table:
    ordered = sorted(cells, key=lambda cell: (topics.index(cell.topic), cell.served_group))
    return Table(
        COLUMNS,
        tuple(
            (
                cell.topic,
                cell.served_group,
                cell.needs,
                cell.offers,
                cell.needs_open if cell.needs_told else cell.satisfaction,
                cell.satisfaction,
            )
            for cell in ordered
        ),
    )


def _needs(cells: Sequence[MatrixCell], topic: str) -> int:
    return sum(cell.needs for cell in cells if cell.topic == topic)
