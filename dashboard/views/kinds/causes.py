"""The figures of areas or parts then and now → what each of them added to the change of the whole, and what is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import change_between
from dashboard.text.formats import Value, is_number, rounded
from dashboard.text.periods import period_label
from dashboard.views.changes import short_why

MOST_CAUSES = 8
REST, WITHHELD = "其余", "（含不公开）"
REST_KEY = "rest"


@dataclass(frozen=True)
class Part:
    """An area or a part with its figures then and now, or the words for why there is none."""

    key: str
    name: str
    then: Value
    now: Value

    @property
    def is_none(self) -> bool:
        """Whether there was nothing of it in either period, so that it moved nothing."""
        return self.then is self.now is Absence.NOT_IN_PERIOD

    @property
    def change(self) -> float | None:
        """What it added to the whole; None where one of its figures is missing."""
        return float(self.now) - float(self.then) if is_number(self.now) and is_number(self.then) else None


class Sides(NamedTuple):
    """The whole then and now, the word for the comparison (同比), and what its parts are (行业)."""

    then: Cell
    now: Cell
    against: str
    what: str


class Cause(NamedTuple):
    """One bar: by how much it moved the whole."""

    key: str
    name: str
    change: float


def why_no_causes(metric: Metric, sides: Sides, parts: Sequence[Part]) -> str:
    """Why the change cannot be told apart, as a sentence; empty where it can."""
    if not metric.adds_up or metric.is_interval:
        return f"{metric.label}是比率、种类数或区间，各部分不能相加，不能归因（{Absence.NOT_COMPARABLE}）。"
    for cell in (sides.now, sides.then):
        if isinstance(cell.value, Absence):
            return f"{period_label(cell.period)}的{metric.label}{cell.value}，没有可以归因的变化。"
    if change_between(metric, sides.now, sides.then)[1] is None:
        return f"两期不能相比（{Absence.NOT_COMPARABLE}：{short_why(metric)}），不能归因。"
    if not any(part.change is not None for part in parts):
        words = "、".join(
            dict.fromkeys(str(one) for part in parts for one in (part.then, part.now) if isinstance(one, Absence))
        )
        return f"没有一个{sides.what}两期都有可以公开的数{f'（{words}）' if words else ''}，不能归因。"
    if not causes_of(metric, _whole(sides), parts):
        return f"按{sides.what}看，两期没有增减，没有可以归因的变化。"
    return ""


def _whole(sides: Sides) -> float:
    """By how much the whole moved; none where one side of it is missing."""
    now, then = sides.now.value, sides.then.value
    return float(now) - float(then) if is_number(now) and is_number(then) else 0.0


def causes_of(metric: Metric, change: float, parts: Sequence[Part]) -> tuple[Cause, ...]:
    """What rose, the largest first, then what fell, then as one whatever is small or may not be shown.

    All together are the whole change.
    """
    known = [Cause(part.key, part.name, part.change) for part in parts if part.change]
    largest = sorted(known, key=lambda cause: -abs(cause.change))[:MOST_CAUSES]
    told = sorted(largest, key=lambda cause: (cause.change < 0, -abs(cause.change)))
    rest = change - sum(cause.change for cause in told)
    is_missing = any(part.change is None and not part.is_none for part in parts)
    if not is_missing and not rounded(rest, metric.decimals):
        return tuple(told)
    is_withheld = any(Absence.NOT_DISCLOSED in (part.then, part.now) for part in parts)
    return (*told, Cause(REST_KEY, f"{REST}{WITHHELD if is_withheld else ''}", rest))
