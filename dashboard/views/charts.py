"""What a chart shows, as plain values: its marks, and one specification per kind that every renderer draws in its own way."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
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


class Specification:
    """Holds its sequences as tuples, so that two charts of the same are equal and a drawn one is found again."""

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if isinstance(value, list | tuple):
                object.__setattr__(self, name, _as_tuple(value))


def _as_tuple(value: Sequence[object]) -> tuple[object, ...]:
    return tuple(_as_tuple(item) if isinstance(item, list | tuple) else item for item in value)


@dataclass(frozen=True)
class Trend(Specification):
    """Lines over time with name and last figure at their ends; `marks` are the periods that carry a dot and a figure."""

    series: Sequence[Series]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    target: Target | None = None
    height: int = 300
    marks: Sequence[str] = ()


@dataclass(frozen=True)
class Season(Specification):
    """One measure over the months or quarters of a year: a line a year, the last one bold and two before it grey.

    `points` are (period, value) in order; `marks` are the periods that carry a dot and a figure.
    """

    points: Sequence[tuple[str, Value]]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    target: Target | None = None
    height: int = 300
    marks: Sequence[str] = ()


@dataclass(frozen=True)
class Columns(Specification):
    """Columns from zero over periods, side by side or stacked.

    `marks` are the periods that carry a figure, `ticks` the level of each period a year before, set across its column.
    """

    series: Sequence[Series]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    is_stacked: bool = False
    target: Target | None = None
    height: int = 300
    marks: Sequence[str] = ()
    ticks: Sequence[tuple[str, Value]] = ()


@dataclass(frozen=True)
class SmallMultiples(Specification):
    """One small line plot per series, all on one scale; where some are highlighted the rest is grey."""

    series: Sequence[Series]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    target: Target | None = None
    columns: int = 3


@dataclass(frozen=True)
class Panel:
    """One measure of a set: its name, figures by period, and how it moved in words; `marks` as of columns."""

    name: str
    points: tuple[tuple[str, Value], ...]
    unit: str
    decimals: int = 0
    change: str = ""
    is_highlighted: bool = False
    is_line: bool = False


@dataclass(frozen=True)
class Panels(Specification):
    """One small plot a measure, all over the same periods and from zero; those of one unit have one scale.

    `marks` are the periods that stand out in each.
    """

    panels: Sequence[Panel]
    _: KW_ONLY
    columns: int = 3
    marks: Sequence[str] = ()


@dataclass(frozen=True)
class Bars(Specification):
    """Horizontal bars from zero in the given order; dots on a logarithmic scale where the longest would hide the rest.

    With `is_change` each is a change, written with its sign; `aside` is the heading of what stands at the right.
    """

    items: Sequence[Bar]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    target: Target | None = None
    is_change: bool = False
    aside: str = ""

    @property
    def is_log(self) -> bool:
        """Whether the figures are too far apart for one linear scale."""
        return are_far_apart([item.value for item in self.items])


@dataclass(frozen=True)
class Funnel(Specification):
    """Stages as bars, and between two of them the share that went on."""

    stages: Sequence[Bar]
    _: KW_ONLY
    unit: str
    decimals: int = 0


# Between the key of a row and the column in the key of a cell.
BESIDE = "|"


@dataclass(frozen=True)
class Heat(Specification):
    """Rows by columns (periods or words) in five classes; `breaks` are the inner borders where they are given.

    `keys` are those of the rows (their names where left out), for whoever listens to the reader's pointing; a cell is its
    row's key, `BESIDE`, its column. `marks` are the rows and columns that stand out by name.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    values: Sequence[Sequence[Value]]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    breaks: Sequence[float] | None = None
    keys: Sequence[str] = ()
    marks: Sequence[str] = ()


@dataclass(frozen=True)
class Scatter(Specification):
    """Dots by two measures, with lines of equal ratio."""

    dots: Sequence[Dot]
    _: KW_ONLY
    x_title: str
    y_title: str
    x_unit: str = ""
    y_unit: str = ""
    decimals: int = 0
    is_log: bool = False
    ratios: Sequence[Ratio] = ()
    labels: int = 6
    height: int = 380


@dataclass(frozen=True)
class Dumbbell(Specification):
    """One row per pair: then and now, joined."""

    pairs: Sequence[Pair]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    then_label: str
    now_label: str


@dataclass(frozen=True)
class RangeBars(Specification):
    """Bars from zero to what is certain, with an open end or a bracket beyond it."""

    items: Sequence[Interval]
    _: KW_ONLY
    unit: str
    decimals: int = 0


@dataclass(frozen=True)
class Bullets(Specification):
    """Bars in per cent of their targets on one scale, with a line at the target and a mark at what is due by now."""

    items: Sequence[Bullet]
    _: KW_ONLY
    due_label: str = ""


@dataclass(frozen=True)
class Schedule(Specification):
    """One row per span; `until` is the day of the data, `since` the first day shown."""

    spans: Sequence[Span]
    _: KW_ONLY
    until: date
    since: date | None = None


@dataclass(frozen=True)
class Stages(Specification):
    """The state of each row in each column, darker the further in `order`; `signs` are set into the cells.

    `marks` are the rows whose name stands out.
    """

    rows: Sequence[str]
    columns: Sequence[str]
    states: Sequence[Sequence[str | None]]
    _: KW_ONLY
    order: Sequence[str]
    signs: Sequence[str]
    marks: Sequence[str] = ()


STAGE_HEIGHT, AROUND_STAGES = 34, 84


def stages_height(rows: int) -> int:
    """Pixels of a strip of so many rows, so that a chart beside it can be as high."""
    return STAGE_HEIGHT * rows + AROUND_STAGES


@dataclass(frozen=True)
class Waterfall(Specification):
    """A sum and what is taken from it, row by row."""

    steps: Sequence[Step]
    _: KW_ONLY
    unit: str
    decimals: int = 0


@dataclass(frozen=True)
class BandedRows(Specification):
    """Rows of dots on the band of each measure; `keys` come back when a row is chosen, `chosen` is one of them.

    `marks` are the keys of the rows whose name stands out.
    """

    names: Sequence[str]
    keys: Sequence[str]
    measures: Sequence[BandedMeasure]
    _: KW_ONLY
    chosen: str | None = None
    marks: Sequence[str] = ()


Chart = (
    Bullets
    | Trend
    | Season
    | Columns
    | SmallMultiples
    | Panels
    | Bars
    | Funnel
    | Heat
    | Scatter
    | Dumbbell
    | RangeBars
    | Schedule
    | Stages
    | Waterfall
    | BandedRows
)
