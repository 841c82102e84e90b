"""A question → the cells that the metric layer answers, by metric, area, period and part; nothing is computed past it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import Area, area_name
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import periods_between, shift
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import earlier
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.text.periods import period_label
from dashboard.views.explore.question import SELF, Axis, Question, areas_of
from dashboard.views.kinds.parts import unsplit

TOTAL = "合计"
# The part of a whole, and what stands where there is none.
WHOLE, UNSPLIT = "", "（没有分组数据）"
# Of lines of which one is so many times as high as another, the lower one is flat on a common scale.
WIDE = 20


@dataclass(frozen=True)
class Member:
    """One row or column of an axis: a metric, an area, a period or a part; `is_total` holds all the others of its axis."""

    key: str
    label: str
    is_total: bool = False


@dataclass(frozen=True)
class Place:
    """Where in the answer a cell stands; for a total over periods `period` is TOTAL."""

    metric: str
    area: str
    period: str
    part: str


@dataclass(frozen=True)
class Answer:
    """What the layer answers to a question: its cells, and the members of each axis with its total where there is one."""

    question: Question
    metrics: tuple[Metric, ...]
    places: tuple[Area, ...]
    members: Mapping[Axis, tuple[Member, ...]]
    totals: Mapping[Axis, Member]
    found: Mapping[Place, Cell]

    @property
    def open_axes(self) -> tuple[Axis, ...]:
        """The axes that tell more than one thing apart."""
        return tuple(axis for axis, members in self.members.items() if len(members) > 1)

    @property
    def is_split(self) -> bool:
        """Whether parts are told apart."""
        return bool(self.question.by) and self.members["part"][0].key != WHOLE

    @property
    def is_wide(self) -> bool:
        """Whether any metric has lines so much smaller than others that they would lie flat on one scale."""
        for metric in self.metrics:
            highest: dict[tuple[str, str], float] = {}
            for cell in self.cells(metric.name):
                if is_number(cell.value):
                    line = cell.area_code, cell.part
                    highest[line] = max(abs(float(cell.value)), highest.get(line, 0.0))
            levels = [level for level in highest.values() if level]
            if levels and max(levels) > WIDE * min(levels):
                return True
        return False

    def value(self, place: Place) -> Value:
        """The figure at a place, or the word for why there is none; a total over periods is one only of what stands there."""
        if place.period == TOTAL:
            return self._summed(place)
        cell = self.found.get(place)
        if cell is not None:
            return cell.value
        whole = self.found.get(Place(place.metric, place.area, place.period, WHOLE))
        return whole.value if whole and isinstance(whole.value, Absence) else Absence.NOT_IN_PERIOD

    def _summed(self, place: Place) -> Value:
        periods = [member.key for member in self.members["period"]]
        values = [self.value(Place(place.metric, place.area, period, place.part)) for period in periods]
        known = [value for value in values if is_number(value)]
        missing = [value for value in values if isinstance(value, Absence) and value is not Absence.NOT_IN_PERIOD]
        if missing:
            return Absence.NOT_DISCLOSED if Absence.NOT_DISCLOSED in missing else missing[0]
        return sum(known) if known else Absence.NOT_IN_PERIOD

    def then(self, place: Place) -> Cell | None:
        """The cell that the one at a place is compared with; None where no comparison was asked for or there is none."""
        if place.period == TOTAL or self.question.comparison == "none":
            return None
        earlier_one = before(named_metric(place.metric), place.period, self.question)
        return self.found.get(Place(place.metric, place.area, earlier_one, place.part)) if earlier_one else None

    def cells(self, name: str) -> tuple[Cell, ...]:
        """The cells of a metric that are told, in the order of areas, periods and parts, without totals."""
        found = (
            self.found.get(Place(name, area.key, period.key, part.key))
            for area in self.members["area"]
            for period in self.members["period"]
            for part in self.members["part"]
        )
        return tuple(cell for cell in found if cell)


def adds_over_time(metric: Metric) -> bool:
    """Whether periods add up to a longer one: what happens in them does, what is there at their ends does not."""
    return metric.adds_up and metric.numerator.over_time == "sum"


@remembered
def answered(warehouse: Warehouse, question: Question) -> Answer:
    """The answer of the layer to the question; what may not be shown is withheld in every cell, totals among them.

    The total of areas or parts is what the layer answers for the area above or the whole: it was decided together with
    them what may be shown. The total of periods is the sum of what stands in the row, where nothing in it is missing.
    """
    metrics = tuple(map(named_metric, question.metrics))
    places = areas_of(warehouse, question.areas, question.level)
    scope = _scope(question, metrics)
    codes = (*(place.area_code for place in places), *scope)
    found = dict(_found(warehouse, question, metrics, codes))
    parts = _parts(found, metrics[0]) if question.by else ()
    if question.by and not parts:
        found |= {place: unsplit((cell,))[0] for place, cell in found.items()}
    return Answer(
        question,
        metrics,
        places,
        {
            "metric": tuple(Member(metric.name, metric.label) for metric in metrics),
            "area": tuple(Member(place.area_code, area_name(warehouse, place.area_code)) for place in places),
            "part": parts or (Member(WHOLE, UNSPLIT if question.by else TOTAL),),
            "period": tuple(
                Member(code, period_label(code)) for code in periods_between(question.since, question.until)
            ),
        },
        _totals(warehouse, scope, metrics, parts),
        found,
    )


def _scope(question: Question, metrics: tuple[Metric, ...]) -> tuple[str, ...]:
    """The area whose own figure is the total of those that are told; none where several are, or figures do not add up."""
    has_total = question.level != SELF and len(question.areas) == 1 and all(metric.adds_up for metric in metrics)
    return question.areas if has_total else ()


def _totals(
    warehouse: Warehouse, scope: tuple[str, ...], metrics: tuple[Metric, ...], parts: tuple[Member, ...]
) -> dict[Axis, Member]:
    totals: dict[Axis, Member] = {}
    if scope:
        name = area_name(warehouse, scope[0])
        totals["area"] = Member(scope[0], name if name.endswith(TOTAL) else f"{name}{TOTAL}", is_total=True)
    if parts and all(metric.adds_up for metric in metrics):
        totals["part"] = Member(WHOLE, TOTAL, is_total=True)
    if all(map(adds_over_time, metrics)):
        totals["period"] = Member(TOTAL, TOTAL, is_total=True)
    return totals


def _found(
    warehouse: Warehouse, question: Question, metrics: tuple[Metric, ...], codes: tuple[str, ...]
) -> Iterator[tuple[Place, Cell]]:
    """Every cell that is told or compared with, by its place; with a dimension the wholes as well."""
    for metric in metrics:
        since = before(metric, question.since, question) or question.since
        for by in (None, question.by) if question.by else (None,):
            for cell in cells(warehouse, metric, codes, grain=question.grain, since=since, until=question.until, by=by):
                yield Place(metric.name, cell.area_code, cell.period, cell.part), cell


def before(metric: Metric, period: str, question: Question) -> str | None:
    """The period that a period of the metric is compared with; a running total is held against the one before alone."""
    usual = earlier(period, question.comparison)
    return shift(period, -1) if usual and metric.only_grows else usual


def _parts(found: Mapping[Place, Cell], first: Metric) -> tuple[Member, ...]:
    """The parts that any cell is of, that with the highest figure of the first metric on top; what is withheld has none."""
    highest: dict[str, float] = {}
    for place, cell in found.items():
        known = float(cell.value) if place.metric == first.name and is_number(cell.value) else float("-inf")
        highest[place.part] = max(known, highest.get(place.part, known))
    highest.pop(WHOLE, None)
    return tuple(Member(part, part) for part in sorted(highest, key=lambda part: (-highest[part], part)))
