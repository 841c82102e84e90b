"""What a question is understood to ask, as one value, and the words that ask for just that."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from dashboard.metrics.areas import ancestors, areas
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import Grain
from dashboard.metrics.selection import Comparison
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.bounds import Bound
from dashboard.questions.spans import Span
from dashboard.text.periods import period_label

Form = Literal[
    "figure", "trend", "parts", "ranking", "compare", "periods", "definition", "standing", "causes", "target"
]
Order = Literal["high", "low", ""]
# How far all of them are apart, or how many times as much the first is.
Apart = Literal["gap", "ratio", ""]
APART_WORDS: dict[Apart, str] = {"gap": "相差", "ratio": "几倍", "": ""}
ORDER_WORDS: dict[Order, str] = {"high": "最高", "low": "最低", "": ""}
FORM_WORDS: dict[Form, str] = {
    "trend": "趋势",
    "definition": "口径",
    "standing": "排第几",
    "causes": "归因",
    "target": "目标",
}
WHEN_OF: dict[Grain, str] = {
    "month": "哪个月",
    "quarter": "哪个季度",
    "two_quarters": "哪一期",
    "three_quarters": "哪一期",
    "year": "哪一年",
}
RUN_WORDS: dict[Grain, str] = {
    "month": "个月",
    "quarter": "个季度",
    "two_quarters": "期",
    "three_quarters": "期",
    "year": "年",
}
MOST_METRICS, MOST_AREAS, MOST_SPANS = 6, 6, 4


@dataclass(frozen=True, kw_only=True)
class Understood:
    """Metrics of areas in periods: as a figure, over time, by the parts of `by` or the areas of `level`, in an order.

    `by` is a dimension of the first metric, `parts` those of it that are asked for; `left_out` are parts or areas that are
    not. `top` is how many are asked for, 0 where nobody says; only those within the `bound` are. With `is_change` order and
    bound are of the change against the earlier period; `is_share` asks for shares of the whole, `is_summed` and
    `is_averaged` for what the areas come to, `apart` for how far they are from each other. Of a course with a bound the
    periods within it are asked for, with `is_first` the first of them. Of what is late those single ones are asked for
    that are late for so many days as `late` says. With `run` the bound is to hold for so many periods on end, and of
    those within the bound only they are asked for that are within the bounds of what `also` is asked of them.
    """

    metrics: tuple[str, ...]
    areas: tuple[str, ...]
    spans: tuple[Span, ...]
    form: Form = "figure"
    by: str = ""
    parts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    level: str = ""
    comparison: Comparison = "year_earlier"
    order: Order = ""
    top: int = 0
    bound: Bound | None = None
    is_change: bool = False
    is_share: bool = False
    is_summed: bool = False
    is_averaged: bool = False
    apart: Apart = ""
    is_first: bool = False
    late: Bound | None = None
    run: int = 0
    also: tuple["Understood", ...] = ()

    @property
    def part(self) -> str:
        """The part that is asked for, where it is one."""
        return self.parts[0] if len(self.parts) == 1 else ""

    @property
    def is_narrowed(self) -> bool:
        """Whether areas or parts are told by more than their order."""
        return self.is_change or self.is_share or self.bound is not None

    @property
    def is_compared(self) -> bool:
        """Whether it is held against an earlier period; areas and parts side by side are not, unless they ask for it."""
        return self.is_change or not (
            self.form in ("ranking", "standing", "periods") or (self.form == "parts" and not self.parts)
        )

    @property
    def metric(self) -> Metric:
        """The first metric."""
        return named_metric(self.metrics[0])

    @property
    def span(self) -> Span:
        """The first span of time."""
        return self.spans[0]


def area_word(warehouse: Warehouse, code: str) -> str:
    """The name by which the area is asked for: with that of its parent where others have the same name."""
    register = areas(warehouse)
    place = register[code]
    if _bearers(warehouse)[place.name] == 1:
        return place.name
    above = ancestors(warehouse, code)
    full = above[-1].name + place.name if above else place.name
    return full if _full_bearers(warehouse)[full] == 1 else code


def _bearers(warehouse: Warehouse) -> Counter[str]:
    return warehouse.remember("area-bearers", lambda: Counter(place.name for place in areas(warehouse).values()))


def _full_bearers(warehouse: Warehouse) -> Counter[str]:
    """How many areas bear a name with that of their parent before it."""

    def counted() -> Counter[str]:
        register = areas(warehouse)
        return Counter(
            register[place.parent_code].name + place.name
            for place in register.values()
            if place.parent_code in register
        )

    return warehouse.remember("area-full-bearers", counted)


def span_word(span: Span) -> str:
    """A period, or from which to which."""
    return period_label(span.last) if span.is_single else f"{period_label(span.first)}至{period_label(span.last)}"
