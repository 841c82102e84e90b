"""Charts of a course: lines, years over each other, columns, and several of them side by side."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from dashboard.text.formats import Value
from dashboard.views.charts.marks import Series, Target
from dashboard.views.charts.specification import Specification


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

    `points` are (period, value) in order; `marks` are the periods that carry a dot and a figure. `asked` is what the
    target of the last year asks of its periods, as courses beside its line.
    """

    points: Sequence[tuple[str, Value]]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    target: Target | None = None
    height: int = 300
    marks: Sequence[str] = ()
    asked: Sequence[Series] = ()


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
    """One small line plot per series, all on one scale; where some are highlighted the rest is grey.

    With `is_own_scale` each has its own, from zero: so that the course of what is far smaller than others is seen.
    """

    series: Sequence[Series]
    _: KW_ONLY
    unit: str
    decimals: int = 0
    target: Target | None = None
    columns: int = 3
    is_own_scale: bool = False


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
    """One small plot a measure, all over the same periods and from zero; those of one unit that are about as large have one scale.

    `marks` are the periods that stand out in each.
    """

    panels: Sequence[Panel]
    _: KW_ONLY
    columns: int = 3
    marks: Sequence[str] = ()
