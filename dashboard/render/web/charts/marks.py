"""What a chart is given: named values, with a key that comes back when the reader chooses a mark."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.text.formats import Direction, Value

Figure = dict


@dataclass(frozen=True)
class Series:
    """A line or a set of columns over labels (period codes or words); `is_demo` hatches or dashes it.

    `slot` is the place in the palette (0–6) of a set of columns that keeps its colour whatever stands before it.
    """

    name: str
    points: tuple[tuple[str, Value], ...]
    note: str = ""
    is_highlighted: bool = False
    is_demo: bool = False
    slot: int | None = None


@dataclass(frozen=True)
class Bar:
    """One bar or stage; `key` is what a selection returns (the name where it is left out)."""

    name: str
    value: Value
    key: str = ""
    note: str = ""
    is_highlighted: bool = False
    is_demo: bool = False


@dataclass(frozen=True)
class Dot:
    """One point of a scatter; `size` is shown by its area."""

    name: str
    x: float
    y: float
    size: float | None = None
    group: str = ""
    key: str = ""
    is_highlighted: bool = False


@dataclass(frozen=True)
class Pair:
    """A figure then and now; `direction` says what is better."""

    name: str
    then: Value
    now: Value
    key: str = ""
    direction: Direction = "neither"


@dataclass(frozen=True)
class Interval:
    """A qualified figure: `high` is None for 超/以上, `low` is None for 不足/近, both are equal where it is exact.

    `text` stands at the end, on one or two lines. `mark` is another figure of the same thing, set on the bar as a dot
    (the reported one on a published interval).
    """

    name: str
    low: float | None
    high: float | None
    text: str = ""
    key: str = ""
    is_highlighted: bool = False
    mark: float | None = None


@dataclass(frozen=True)
class Step:
    """A row of a waterfall: a total that stands on zero, or a change that hangs on the level before it."""

    name: str
    value: Value
    is_total: bool = False
    key: str = ""
    is_highlighted: bool = False


@dataclass(frozen=True)
class Span:
    """Something planned and done in time: `done_on` None while it is open, `is_begun` False before it starts.

    `tone` says how it went: better in time, worse done late, late overdue, none still open. `text` stands behind it.
    """

    name: str
    started_on: date
    planned_on: date
    done_on: date | None = None
    text: str = ""
    tone: Literal["better", "worse", "late", "none"] = "none"
    is_begun: bool = True
    key: str = ""


@dataclass(frozen=True)
class Target:
    """A value to be reached, drawn as a dashed line with its label."""

    value: float
    label: str = "目标"


@dataclass(frozen=True)
class Ratio:
    """A line of equal y ÷ x, such as 亩均产值 300 万元."""

    value: float
    label: str
