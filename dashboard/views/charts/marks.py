"""The marks of charts as plain values: lines, bars, points, spans, and what they are held against."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.text.formats import Direction, Tone, Value, is_number

SpanTone = Literal["better", "worse", "late", "none"]


# Beyond this quotient the smaller of two bars is no longer than a hair is wide.
FAR_APART = 500


def are_far_apart(values: Sequence[Value]) -> bool:
    """Whether all known values but zeros are above zero and the largest is more than 500 times the smallest."""
    known = [float(value) for value in values if is_number(value) and value]
    return len(known) > 1 and min(known) > 0 and max(known) > FAR_APART * min(known)


@dataclass(frozen=True)
class Series:
    """A line or a set of columns over labels (period codes or words); `is_demo` hatches or dashes it.

    `slot` is the place in the palette (0–6) of a set of columns that keeps its colour whatever comes before it.
    `is_course` marks a line of what should be: where it has no point, nothing is missing.
    """

    name: str
    points: tuple[tuple[str, Value], ...]
    note: str = ""
    is_highlighted: bool = False
    is_demo: bool = False
    slot: int | None = None
    is_course: bool = False


@dataclass(frozen=True)
class Bar:
    """One bar or stage; `key` is what a selection returns (the name where it is left out).

    `aside` is set in a column of its own at the right. `is_chosen` is the one that the reader points at. `skipped` is how
    many others lie between it and the bar before it, which the picture leaves out with a break.
    """

    name: str
    value: Value
    key: str = ""
    note: str = ""
    is_highlighted: bool = False
    is_demo: bool = False
    aside: str = ""
    is_chosen: bool = False
    skipped: int = 0


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
    is_highlighted: bool = False


@dataclass(frozen=True)
class Interval:
    """A qualified figure: `high` is None for 超/以上, `low` is None for 不足/近, both are equal where it is exact.

    `text` is written at the end, on one or two lines. `mark` is another figure of the same thing, set on the bar as a dot
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
class Bullet:
    """A row of a bullet chart, all in per cent of the row's own target: what is reached, and what is due by now.

    `text` is written behind the bars with `note` on a line below; a bar that is behind has the tone worse, one beyond judging none.
    """

    name: str
    value: Value
    due: float | None = None
    text: str = ""
    note: str = ""
    tone: Tone = "none"
    key: str = ""
    is_demo: bool = False


@dataclass(frozen=True)
class Step:
    """A row of a waterfall: a total that starts at zero, or a change that starts at the level before it."""

    name: str
    value: Value
    is_total: bool = False
    key: str = ""
    is_highlighted: bool = False


@dataclass(frozen=True)
class Span:
    """Something planned and done in time: `done_on` None while it is open, `is_begun` False before it starts.

    `tone` says how it went: better in time, worse done late, late overdue, none still open. `text` is written behind it.
    """

    name: str
    started_on: date
    planned_on: date
    done_on: date | None = None
    text: str = ""
    tone: SpanTone = "none"
    is_begun: bool = True
    key: str = ""
    is_highlighted: bool = False


@dataclass(frozen=True)
class Target:
    """A value to be reached, drawn as a dashed line with its label; without one it carries no words."""

    value: float
    label: str = "目标"


@dataclass(frozen=True)
class Ratio:
    """A line of equal y ÷ x, such as 亩均产值 300 万元."""

    value: float
    label: str


@dataclass(frozen=True)
class Banded:
    """A value with the standard for it; an open end is None, both None where there is no standard."""

    value: Value
    low: float | None = None
    high: float | None = None

    @property
    def has_band(self) -> bool:
        """Whether there is a standard at all."""
        return self.low is not None or self.high is not None

    @property
    def is_outside(self) -> bool:
        """Whether the value is known and outside of its band."""
        if not is_number(self.value):
            return False
        value = float(self.value)
        return (self.low is not None and value < self.low) or (self.high is not None and value > self.high)


@dataclass(frozen=True)
class BandedMeasure:
    """One column of the chart: what is measured and its values, one per row."""

    label: str
    unit: str
    values: tuple[Banded, ...]
    decimals: int = 0
