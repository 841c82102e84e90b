"""What a metric is: measures over one mart with everything that readers must be told about them, as a frozen value."""

import re
from dataclasses import dataclass
from typing import Literal

from dashboard.metrics.marts import MARTS, Dimension, Mart
from dashboard.metrics.measure import OVER_TIME, Measure
from dashboard.metrics.periods import PER_YEAR, TO_DATE, Grain
from dashboard.metrics.protection import Protection

Direction = Literal["higher", "lower", "neither"]

THEMES = {
    "output": "产出",
    "employment": "就业",
    "talent": "人才",
    "incubation": "孵化",
    "grid": "网格",
    "patrol": "巡查考评",
    "services": "服务共治",
    "party": "党建",
    "lists": "三张清单",
    "meetings": "联席会议",
    "population": "人口",
}
# Amounts and steps, which are high or low; any other sum counts something, and there are many or few of it.
MEASURED_IN = frozenset({"万元", "兆瓦时", "级"})
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class Metric:
    """A figure that can be asked for by area and period: `scale` × numerator ÷ denominator, or the numerator alone.

    A ratio is a ratio of sums. `numerator_high` makes it an interval: what the numerator may be at most.
    `is_maturing` marks a cohort that goes on changing after its period: an earlier one had longer to, so that periods
    are not compared. `set_aside` counts the rows that were reported but cannot be compared: where only such rows are, the answer is
    不可比, and `caliber` says why. `concerned` counts the rows that can have the figure at all: where there are rows and
    none of these, the answer is 本期无此项. `decimals` is what is shown, not what is kept.
    `is_seasonal` marks what comes and goes with the time of the year: between neighbouring periods it is neither better
    nor worse. `is_further` has the page of its theme show it in the last table, where no list of a page names it.
    `noun` is the label without the unit at its end, for a sentence in which the unit follows the figure: `结业 126人次`.
    """

    name: str
    label: str
    theme: str
    mart: str
    numerator: Measure
    denominator: Measure | None = None
    numerator_high: Measure | None = None
    set_aside: Measure | None = None
    concerned: Measure | None = None
    unit: str
    noun: str = ""
    decimals: int = 0
    scale: int = 1
    direction: Direction = "neither"
    definition: str
    caliber: str = ""
    protection: Protection | None = None
    is_share: bool = False
    is_maturing: bool = False
    is_seasonal: bool = False
    is_further: bool = False

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise ValueError(f"metric name {self.name!r} is not whole lower-case words")
        if not self.label or not self.unit or not self.definition:
            raise ValueError(f"metric {self.name} lacks its label, unit or definition")
        # A unit of one character is a part of the word before it: `在办事项 11项`.
        is_named_apart = self.label in (self.unit, self.noun + self.unit)
        if len(self.unit) > 1 and self.label.endswith(self.unit) and not is_named_apart:
            raise ValueError(f"metric {self.name} ends in its unit and has no noun without it")
        if self.theme not in THEMES:
            raise ValueError(f"metric {self.name} is of an unknown theme {self.theme!r}")
        if self.mart not in MARTS or MARTS[self.mart].base is None:
            raise ValueError(f"metric {self.name} is over {self.mart!r}, which is no mart with periods")
        if (self.is_share or self.numerator_high) and self.denominator is None:
            raise ValueError(f"metric {self.name}: a share or an interval needs a denominator")
        if (self.unit == "%") != (self.scale == 100):
            raise ValueError(f"metric {self.name}: per cent and the scale 100 go together")
        if self.set_aside and not self.caliber:
            raise ValueError(f"metric {self.name} sets rows aside and does not say why")

    @property
    def source(self) -> Mart:
        """The mart that the metric is computed from."""
        return MARTS[self.mart]

    @property
    def measures(self) -> dict[str, Measure]:
        """Every measure that the metric has, by its part in it."""
        given = {
            "numerator": self.numerator,
            "denominator": self.denominator,
            "numerator_high": self.numerator_high,
            "set_aside": self.set_aside,
            "concerned": self.concerned,
        }
        return {part: measure for part, measure in given.items() if measure is not None}

    @property
    def columns(self) -> frozenset[str]:
        """The columns of its mart that are measured."""
        return frozenset(column for measure in self.measures.values() for column in measure.columns)

    @property
    def grain(self) -> Grain:
        """The finest period that can be asked for."""
        if self.source.base is None:
            raise ValueError(f"mart.{self.mart} has no periods")
        return self.source.base

    @property
    def grains(self) -> tuple[Grain, ...]:
        """All periods that can be asked for, finest first."""
        own = PER_YEAR[self.grain]
        return tuple(grain for grain, count in PER_YEAR.items() if count <= own and (grain not in TO_DATE or own > 1))

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """By what the metric can be broken down."""
        decided = self.protection.dimensions if self.protection else None
        return tuple(dimension for dimension in self.source.dimensions if decided is None or dimension.name in decided)

    @property
    def adds_up(self) -> bool:
        """Whether areas and parts add up to their whole: amounts and counts do; ratios and counts of distinct words do not."""
        return self.denominator is None and "distinct" not in {word.lower() for word in self.numerator.words}

    @property
    def is_interval(self) -> bool:
        """Whether the answer is an interval from `value` to `value_high`."""
        return self.numerator_high is not None

    @property
    def is_cumulative(self) -> bool:
        """Whether any part of the metric counts from the beginning of the records."""
        return any(measure.over_time == "cumulative" for measure in self.measures.values())

    @property
    def is_as_of_last(self) -> bool:
        """Whether the last base period alone makes the figure of a longer one."""
        return all(measure.over_time in ("last", "cumulative") for measure in self.measures.values())

    @property
    def only_grows(self) -> bool:
        """Whether the figure is a running total: that it is more than before says nothing, only how much came to it."""
        return self.denominator is None and self.numerator.only_grows

    def judged(self, is_year_earlier: bool) -> Direction:
        """What is better when it is held against a year before, or against a nearer period, where seasons tell nothing."""
        return "neither" if self.is_seasonal and not is_year_earlier else self.direction

    @property
    def is_count(self) -> bool:
        """Whether the metric says how many of something there are."""
        return self.denominator is None and self.unit not in MEASURED_IN

    @property
    def formula(self) -> str:
        """How the figure is computed, in Chinese: `税收（当期合计）÷ 总产值（当期合计）× 100%`."""
        written = f"{self.numerator.label}（{OVER_TIME[self.numerator.over_time]}）"
        if self.denominator is None:
            return written
        scaled = {1: "", 100: "× 100%"}.get(self.scale, f"× {self.scale}")
        return f"{written}÷ {self.denominator.label}（{OVER_TIME[self.denominator.over_time]}）{scaled}"
