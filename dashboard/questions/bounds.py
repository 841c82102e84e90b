"""Words like 低于80%, 超过1亿元 or 5件以上 → the bounds between which a figure is asked to lie."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Side = Literal["above", "below", ""]
FACTORS = {"百": 1e2, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "": 1.0}
# A tenth is 一成; money is told in yuan where no 万 stands before it.
TENTH, MONEY = "成", "元"
DIGITS = 6
# What is measured in these is not counted in others; 3个 and 3件 are both three.
MEASURED = frozenset(("元", "亩", "平方米", "兆瓦时", "天", "倍", "次", "期", "场", "户"))
# Persons are counted in no other unit.
PERSONS = frozenset("人名")
# What people say for them, and how much of them it is.
CONVERTED = {
    "度": ("兆瓦时", 1e-3),
    "千瓦时": ("兆瓦时", 1e-3),
    "平米": ("平方米", 1.0),
    "平": ("平方米", 1.0),
    "小时": ("天", 1 / 24),
    "周": ("天", 7.0),
    "星期": ("天", 7.0),
    "个月": ("天", 30.0),
    "年": ("天", 365.0),
}


@dataclass(frozen=True)
class Amount:
    """A number as it was said: `factor` of 万 and 亿, and its unit."""

    number: float
    factor: float
    unit: str

    def of(self, unit: str) -> float | None:
        """The number in the unit of a metric; None where it is in per cent and the metric is not."""
        is_share = unit == "%"
        if self.unit in CONVERTED:
            measured, times = CONVERTED[self.unit]
            return Amount(self.number * times, self.factor, measured).of(unit)
        if self.unit == TENTH:
            return self.number * 10 if is_share else None
        if self.unit == "%" and not is_share:
            return None
        if self.unit in MEASURED and self.unit not in unit:
            return None
        if self.unit in PERSONS and not PERSONS.intersection(unit):
            return None
        is_told_in_full = self.factor >= FACTORS["万"] or self.unit == MONEY
        return self.number * self.factor / (FACTORS["万"] if unit.startswith("万") and is_told_in_full else 1)


NOUGHT = Amount(0, 1, "")


@dataclass(frozen=True)
class Limit:
    """What a word asks of a figure: from `low`, to `high`, or which side of the average; `text` is the word.

    `is_whether` where it only asks whether the figure lies so: 到没到, 过没过.
    """

    text: str
    low: Amount | None = None
    high: Amount | None = None
    has_low: bool = False
    has_high: bool = False
    mean: Side = ""
    is_whether: bool = False


@dataclass(frozen=True)
class Bound:
    """Between which figures, in the unit of a metric, the figure is to lie; `has_low` where it may be `low` itself."""

    low: float | None = None
    high: float | None = None
    has_low: bool = False
    has_high: bool = False
    mean: Side = ""

    def holds(self, value: float, mean: float | None = None) -> bool:
        """Whether the figure lies so; beside the average where that is asked for and known."""
        if self.mean:
            return mean is not None and (value > mean if self.mean == "above" else value < mean)
        is_from = self.low is None or value > self.low or (self.has_low and value == self.low)
        return is_from and (self.high is None or value < self.high or (self.has_high and value == self.high))

    def mirrored(self) -> "Bound":
        """The same of a fall: 下降超过5% is a change below −5 %."""
        return Bound(
            low=None if self.high is None else -self.high,
            high=None if self.low is None else -self.low,
            has_low=self.has_high,
            has_high=self.has_low,
        )

    def words(self, unit: str) -> tuple[str, ...]:
        """The words that ask for just that, in the unit of the metric."""
        if self.mean:
            return ("高于平均" if self.mean == "above" else "低于平均",)
        if self.low is not None and self.low == self.high:
            return (f"等于{_plain(self.low, unit)}",)
        return tuple(
            f"{word}{_plain(end, unit)}"
            for end, word in (
                (self.low, "不低于" if self.has_low else "高于"),
                (self.high, "不高于" if self.has_high else "低于"),
            )
            if end is not None
        )


def _plain(number: float, unit: str) -> str:
    figure = f"{abs(number):.{DIGITS}f}".rstrip("0").rstrip(".")
    return f"{'负' if number < 0 else ''}{figure}{unit if unit == '%' else '万' if unit.startswith('万') else ''}"


def bound(limits: Sequence[Limit], unit: str) -> Bound | None:
    """What the limits ask together of figures in a unit; None where there are none, or one is in per cent and the unit is not."""
    found = Bound()
    for limit in limits:
        if limit.mean:
            return Bound(mean=limit.mean)
        low, high = (end.of(unit) if end else None for end in (limit.low, limit.high))
        if (limit.low and low is None) or (limit.high and high is None):
            return None
        if low is not None:
            found = replace(found, low=low, has_low=limit.has_low)
        if high is not None:
            found = replace(found, high=high, has_high=limit.has_high)
    return found if limits else None
