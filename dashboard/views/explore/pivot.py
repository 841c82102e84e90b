"""An answer → rows and columns as the question lays them out: figures, changes, totals, sorted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cell import Value
from dashboard.metrics.metric import Metric
from dashboard.metrics.selection import COMPARISONS
from dashboard.text.formats import Change, is_number
from dashboard.views.changes import between
from dashboard.views.explore.answer import TOTAL, Answer, Member, Place
from dashboard.views.explore.offered import dimension_names
from dashboard.views.explore.question import AUTO, AXES, Axis
from dashboard.views.explore.reading import order_column
from dashboard.views.table import Area, Cell, Column, Period, Table

# What stands in the rows, and what in the columns, where the reader leaves it open.
ROWS_FIRST: tuple[Axis, ...] = ("area", "part", "metric", "period")
COLUMNS_FIRST: tuple[Axis, ...] = ("period", "metric", "part", "area")


@dataclass(frozen=True)
class Figure:
    """One figure of the pivot with how it moved, None where it is compared with nothing."""

    metric: Metric
    value: Value
    change: Change | None


@dataclass(frozen=True)
class Line:
    """One row: its words, and a figure for each column."""

    heads: tuple[Member, ...]
    figures: tuple[Figure, ...]

    @property
    def is_total(self) -> bool:
        """Whether the row holds all the others."""
        return any(head.is_total for head in self.heads)


@dataclass(frozen=True)
class Pivot:
    """Rows by columns; `axes` are what the words at the left of a row are, called `heads`, `columns` what stands above."""

    axes: tuple[Axis, ...]
    heads: tuple[str, ...]
    columns: tuple[Member, ...]
    lines: tuple[Line, ...]
    is_compared: bool
    against: str

    @property
    def column_labels(self) -> tuple[str, ...]:
        """What each column of figures is called."""
        return tuple(column.label for column in self.columns)


def pivot(answer: Answer) -> Pivot:
    """The rows and columns that the question asks for, sorted by the column that it names.

    What is open and on neither side stands with the rows. Rows of more than one word have no total: it would be one of
    several.
    """
    question = answer.question
    rows, across = layout(answer)
    columns = _members(answer, across, is_with_total=True) if across else (Member("", _only_label(answer)),)
    heads = [_members(answer, axis, is_with_total=len(rows) == 1) for axis in rows]
    lines = [
        Line(head, tuple(_figure(answer, dict(zip(rows, head, strict=True)), across, column) for column in columns))
        for head in product(*heads)
    ]
    return Pivot(
        rows,
        tuple(_word(answer, axis) for axis in rows),
        columns,
        _sorted(lines, question.order, len(columns)),
        question.comparison != "none",
        COMPARISONS[question.comparison],
    )


def layout(answer: Answer) -> tuple[tuple[Axis, ...], Axis | None]:
    """The axes of the rows and that of the columns, as asked for; where that is left to the rule, the first that is open."""
    question = answer.question
    asked_rows = next((axis for axis in AXES if axis == question.rows), None)
    across = next((axis for axis in AXES if axis == question.columns), None)
    down = asked_rows or _first(ROWS_FIRST, answer.open_axes, across)
    if question.columns == AUTO:
        across = _first(COLUMNS_FIRST, answer.open_axes, down)
    rows = down or ("period" if across == "area" else "area")
    rest = [axis for axis in ROWS_FIRST if axis in answer.open_axes and axis not in (rows, across)]
    return (rows, *rest), across


def _first(order: Sequence[Axis], open_axes: Sequence[Axis], taken: Axis | None) -> Axis | None:
    """The first axis that is open and not taken."""
    return next((axis for axis in order if axis in open_axes and axis != taken), None)


def _word(answer: Answer, axis: Axis) -> str:
    """What an axis is called: parts by the word of the dimension."""
    question = answer.question
    return dimension_names(question.metrics)[question.by] if axis == "part" and question.by else AXES[axis]


def _only_label(answer: Answer) -> str:
    """What the only column of figures is called."""
    return answer.metrics[0].label if len(answer.metrics) == 1 else "数值"


def _members(answer: Answer, axis: Axis, *, is_with_total: bool) -> tuple[Member, ...]:
    """The members of an axis, and its total behind them where there is more than one to add up."""
    members = answer.members[axis]
    total = answer.totals.get(axis) if is_with_total and len(members) > 1 else None
    return (*members, total) if total else members


def _figure(answer: Answer, heads: dict[Axis, Member], across: Axis | None, column: Member) -> Figure:
    chosen = heads | {across: column} if across else heads
    keys = {axis: chosen[axis].key if axis in chosen else answer.members[axis][0].key for axis in AXES}
    place = Place(keys["metric"], keys["area"], keys["period"], keys["part"])
    metric = named_metric(place.metric)
    return Figure(metric, answer.value(place), _change(answer, metric, place))


def _change(answer: Answer, metric: Metric, place: Place) -> Change | None:
    now, then = answer.found.get(place), answer.then(place)
    return between(metric, now, then, COMPARISONS[answer.question.comparison]) if now and then else None


def _sorted(lines: Sequence[Line], order: str, columns: int) -> tuple[Line, ...]:
    """The rows by the column that `order` names, those without a figure last, totals at the end in any order."""
    totals = [line for line in lines if line.is_total]
    others = [line for line in lines if not line.is_total]
    place = order_column(order, columns)
    if place is None:
        return (*others, *totals)
    sign = -1 if order.startswith("high") else 1

    def by_figure(line: Line) -> tuple[bool, float]:
        value = line.figures[place].value
        return (False, sign * value) if is_number(value) else (True, 0.0)

    return (*sorted(others, key=by_figure), *totals)


def as_table(shown: Pivot) -> Table:
    """The pivot as rows that go into files: figures as numbers, changes and missing figures as words, units in the heads."""
    by_row = shown.axes and "metric" in shown.axes
    heads = tuple(map(Column, shown.heads))
    unit_column = (Column("单位"),) if by_row else ()
    columns = [*heads, *unit_column]
    for place, member in enumerate(shown.columns):
        metrics = [line.figures[place].metric for line in shown.lines]
        unit = "" if by_row or not metrics else metrics[0].unit
        columns.append(Column(member.label, unit, max((metric.decimals for metric in metrics), default=0)))
        if _has_change(shown, member):
            columns.append(Column(f"{member.label}{shown.against}"))
    rows = tuple(_row(shown, line, is_with_unit=bool(by_row)) for line in shown.lines)
    digits = tuple(line.figures[0].metric.decimals for line in shown.lines) if by_row else ()
    return Table(tuple(columns), rows, digits)


def _row(shown: Pivot, line: Line, *, is_with_unit: bool) -> tuple[Cell, ...]:
    cells: list[Cell] = [_head(axis, member) for axis, member in zip(shown.axes, line.heads, strict=True)]
    if is_with_unit:
        cells.append(line.figures[0].metric.unit)
    for member, figure in zip(shown.columns, line.figures, strict=True):
        cells.append(figure.value)
        if _has_change(shown, member):
            cells.append(change_text(figure))
    return tuple(cells)


def _has_change(shown: Pivot, column: Member) -> bool:
    """Whether the figures of a column are compared: a total over periods is held against nothing."""
    return shown.is_compared and column.key != TOTAL


def _head(axis: Axis, member: Member) -> Cell:
    if axis == "period" and member.key != TOTAL:
        return Period(member.key)
    return Area(member.key, member.label) if axis == "area" else member.label


def change_text(figure: Figure) -> str:
    """How a figure moved, with its sign: `+2.1%`; in words where it did not move or cannot be compared."""
    change = figure.change
    return (change.signed if change.amount else change.word) if change else ""
