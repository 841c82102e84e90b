"""Charts that compare: bars, heat, points, spans, stages, and what is taken from a sum."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import date

from dashboard.text.formats import Value
from dashboard.views.charts.marks import (
    BandedMeasure,
    Bar,
    Bullet,
    Dot,
    Interval,
    Pair,
    Ratio,
    Span,
    Step,
    Target,
    are_far_apart,
)
from dashboard.views.charts.specification import Specification


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
        return not self.is_change and are_far_apart([item.value for item in self.items])


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
    """A sum and what is taken from it, row by row; with `is_change` what made a change, whose total has a sign too."""

    steps: Sequence[Step]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    is_change: bool = False


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
