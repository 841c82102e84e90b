"""Which pictures fit an answer, and which of them is proposed: one declared rule, read from top to bottom."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.metrics.areas import shapes
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.views.explore.answer import Answer, adds_over_time
from dashboard.views.explore.causes import apart, before_and_now
from dashboard.views.explore.series import figure
from dashboard.views.kinds.trend import FEW
from dashboard.views.series import MAX_SERIES

MOST_PANELS = 24
# A scatter is of so many metrics, and of more dots.
PAIR = 2


@dataclass(frozen=True)
class Shape:
    """How much an answer holds: `lines` are what one metric has over time, `is_mapped` says that there are shapes.

    `is_whole` says that what is told apart has a whole, and two periods of it to compare; `is_wide` that some lines are
    so much smaller than others that one scale would show them flat; `has_dots` that enough of them have both of two figures.
    """

    metrics: int
    areas: int
    periods: int
    parts: int
    is_additive: bool
    adds_over_time: bool
    is_mapped: bool
    is_whole: bool = False
    is_wide: bool = False
    has_dots: bool = True

    @property
    def lines(self) -> int:
        """How many areas and parts there are of each metric."""
        return self.areas * self.parts

    @property
    def open_axes(self) -> int:
        """How many of areas, periods and parts tell more than one thing apart."""
        return sum(count > 1 for count in (self.areas, self.periods, self.parts))


Fits = Callable[[Shape], bool]


@dataclass(frozen=True)
class Kind:
    """A picture: its word, what it needs, in words and as a rule."""

    label: str
    needs: str
    fits: Fits


def shape_of(warehouse: Warehouse, answer: Answer) -> Shape:
    """How much the answer holds."""
    told = {place.area_code for place in answer.places}
    return Shape(
        metrics=len(answer.metrics),
        areas=len(answer.places),
        periods=len(answer.members["period"]),
        parts=len(answer.members["part"]),
        is_additive=all(metric.adds_up for metric in answer.metrics),
        adds_over_time=all(map(adds_over_time, answer.metrics)),
        is_mapped=sum(shape.code in told for shape in shapes(warehouse)) > 1,
        is_whole=apart(answer) is not None and before_and_now(answer) is not None,
        is_wide=answer.is_wide,
        has_dots=_has_dots(answer),
    )


def _has_dots(answer: Answer) -> bool:
    """Whether so many areas or parts have both figures in the last period that they make a cloud of dots."""
    spots = ((area, part) for area in answer.members["area"] for part in answer.members["part"])
    both = (
        all(is_number(figure(answer, metric, area=area, part=part)) for metric in answer.metrics)
        for area, part in spots
    )
    return len(answer.metrics) == PAIR and sum(both) > PAIR


def _has_groups(shape: Shape) -> bool:
    """Whether one period shows groups of columns that can be told apart."""
    return shape.periods == 1 and shape.lines > 1 and min(shape.areas, shape.parts) <= MAX_SERIES


TABLE = "table"
KINDS = {
    TABLE: Kind("表格", "", lambda _: True),
    "line": Kind(
        "折线图",
        f"两期以上、不多于{MAX_SERIES}条线",
        lambda shape: shape.periods > 1 and shape.lines <= MAX_SERIES,
    ),
    "columns": Kind(
        "柱状图",
        f"一期的几个区域或分组，或几期、不多于{MAX_SERIES}组",
        lambda shape: _has_groups(shape) or (shape.periods > 1 and shape.lines <= MAX_SERIES),
    ),
    "stack": Kind(
        "堆叠图",
        "可以相加的指标、分组，一个区域或一期",
        lambda shape: shape.is_additive and shape.parts > 1 and min(shape.areas, shape.periods) == 1,
    ),
    "heat": Kind("热力图", "区域、时期、分组中恰有两样多于一个", lambda shape: shape.open_axes == 2),
    "scatter": Kind(
        "散点图",
        "恰有两个指标、三个以上区域或分组",
        lambda shape: shape.metrics == PAIR and shape.lines > PAIR,
    ),
    "multiples": Kind(
        "小图阵列",
        f"两期以上、2至{MOST_PANELS}个区域或分组",
        lambda shape: shape.periods > 1 and 2 <= shape.lines <= MOST_PANELS,
    ),
    "causes": Kind(
        "归因",
        "可以相加的指标，一个区域的下级或分组，选了对比或有两期以上",
        lambda shape: shape.is_whole and shape.is_additive,
    ),
    "map": Kind("地图", "两个以上有图形的区域、不分组", lambda shape: shape.is_mapped and shape.parts == 1),
}
# The first that holds is proposed.
RULE: tuple[tuple[str, Fits], ...] = (
    ("scatter", lambda shape: shape.metrics == PAIR and shape.periods == 1 and shape.lines > PAIR and shape.has_dots),
    ("stack", lambda shape: shape.is_additive and shape.parts > 1 and shape.areas == 1 and shape.periods > 1),
    ("columns", lambda shape: shape.periods > 1 and shape.lines == 1 and shape.adds_over_time),
    ("columns", lambda shape: 1 < shape.periods <= FEW and shape.lines <= MAX_SERIES),
    ("multiples", lambda shape: shape.is_wide and shape.periods > 1 and 2 <= shape.lines <= MAX_SERIES),
    ("line", lambda shape: shape.periods > 1 and shape.lines <= MAX_SERIES),
    ("heat", lambda shape: shape.periods > 1 and shape.open_axes == 2),
    ("multiples", lambda shape: shape.periods > 1 and shape.lines <= MOST_PANELS),
    ("map", lambda shape: shape.is_mapped and shape.parts == 1 and shape.periods == 1),
    ("columns", _has_groups),
    ("heat", lambda shape: shape.open_axes == 2),
)


def proposed(shape: Shape) -> str:
    """The picture that the rule proposes; the table alone where none fits."""
    return next((code for code, holds in RULE if holds(shape)), TABLE)


def fitting(shape: Shape) -> dict[str, str]:
    """The pictures that fit, code → word."""
    return {code: kind.label for code, kind in KINDS.items() if kind.fits(shape)}
