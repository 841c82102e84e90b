"""What a question says, word by word."""

from dataclasses import dataclass, field

from dashboard.metrics.periods import Grain
from dashboard.metrics.selection import Comparison
from dashboard.questions.bounds import Limit
from dashboard.questions.senses import VAGUELY, Kind, Sense
from dashboard.questions.spans import Time
from dashboard.questions.words import LONGEST_WORDS, RATE_WORDS, SOFT_TARGET_WORDS, SPEED_WORDS


@dataclass
class Heard:
    """What a question says: each list in the order of its words; `joins` tells of each time whether 至 stands before it.

    `named` are the words for metrics, `other_parts` the parts that each of them may be as well, `flags` the words of asking by kind; `left_out` are the areas and parts after 除,
    `denied` the words of denying that nothing follows from, `degree` the side of 多 or 少 beside who or where. `leads` has for
    each word for a metric the metric that it leads to without a break, `whole` the level of 全镇, `unplaced` such words
    where no place of it is shown, `alike` the areas of which a name tells nobody which one is meant, and `other_levels` the levels beside the one that is told apart. `is_among` tells that the
    areas that are named are themselves what is told apart, `is_missed` that a target was not reached, and `whole_time`
    of which time another is to be a part; `is_of_other` that one thing is a part of another (五金是服装的几成), `is_of_metric` that one metric is (税收占产值), `is_each` that each period is told (分别), `from_end`
    the word that holds it against the end of last year, `is_first` that it is asked when it was so first, `is_whether` whether it is so,
    `holds_metrics` that one metric is held against another (岗位比求职登记多的), `against_grain` of 比上月 the month,
    `run` for how many periods on end it is so, `outer_level` the level around the `level`: 村 of 哪个村网格多.
    """

    metrics: list[tuple[Sense, ...]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    other_parts: list[tuple[str, ...]] = field(default_factory=list)
    areas: list[tuple[Sense, ...]] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    joins: list[bool] = field(default_factory=list)
    against: list[bool] = field(default_factory=list)
    dimensions: list[str] = field(default_factory=list)
    dimension_senses: list[tuple[str, ...]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    part_words: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    left_out: list[tuple[Sense, ...]] = field(default_factory=list)
    left_parts: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    flags: dict[Kind, list[str]] = field(default_factory=dict)
    orders: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    page_words: dict[str, str] = field(default_factory=dict)
    level: str = ""
    outer_level: str = ""
    metrics_before_level: int = 0
    other_levels: list[str] = field(default_factory=list)
    whole: str | None = None
    unplaced: list[str] = field(default_factory=list)
    alike: list[tuple[str, ...]] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    is_unchanged: bool = False
    is_among: bool = False
    is_missed: bool = False
    whole_time: str = ""
    comparison: Comparison | None = None
    grain: Grain | None = None
    top: int = 0
    counted: str = ""
    units: list[str] = field(default_factory=list)
    is_many: bool = False
    is_longest: bool = False
    is_from_to: bool = False
    inside: list[str] = field(default_factory=list)
    comparisons: list[str] = field(default_factory=list)
    is_year_before: bool = False
    nothing: str = ""
    degree: str = ""
    degree_word: str = ""
    is_of_other: bool = False
    is_of_metric: bool = False
    is_each: bool = False
    from_end: str = ""
    is_first: bool = False
    is_whether: bool = False
    holds_metrics: bool = False
    projects: list[str] = field(default_factory=list)
    against_grain: Grain | None = None
    run: int = 0
    run_grain: Grain | None = None
    rising: str = ""
    falling: str = ""

    def says(self, kind: Kind) -> bool:
        """Whether a word of that kind was said."""
        return kind in self.flags

    @property
    def is_split(self) -> bool:
        """Whether areas or parts are told apart."""
        return bool(self.level or self.dimensions or self.says("ranking"))

    @property
    def has_condition(self) -> bool:
        """Whether a figure is to lie within a bound, or to have changed."""
        return bool(self.limits or self.rising or self.falling)

    @property
    def is_done(self) -> bool:
        """Whether it is asked how much was completed, and no target is named."""
        return self.says("target") and SOFT_TARGET_WORDS.issuperset(self.flags["target"])

    @property
    def is_of_speed(self) -> bool:
        """Whether it is asked what is fastest or slowest, and of no change."""
        words = {word for told in self.flags.values() for word in told} | {self.degree_word}
        return not (self.rising or self.falling or SPEED_WORDS.isdisjoint(words))

    @property
    def is_of_time(self) -> bool:
        """Whether it is asked what takes the longest or the shortest."""
        return self.is_of_speed or not LONGEST_WORDS.isdisjoint(self.flags.get("high", ()))

    @property
    def is_firm(self) -> bool:
        """Whether a metric is named by more than a word for many."""
        return any(senses[0].weight > VAGUELY for senses in self.metrics)

    @property
    def is_asking(self) -> bool:
        """Whether something is asked of a metric that nobody named: an order, a change, a time, who or where."""
        return bool(self.is_split or self.orders or self.rising or self.falling or self.comparison or self.times)

    @property
    def is_rate_asked(self) -> bool:
        """Whether it is asked how much of something was done, and not what part of another it is."""
        return self.says("share") and RATE_WORDS.issuperset(self.flags["share"])

    @property
    def order(self) -> str:
        """The side that is asked for; none where both are."""
        told = dict.fromkeys(self.orders)
        if not told and self.degree and (self.is_split or len(self.areas) > 1):
            return self.degree
        return next(iter(told)) if len(told) == 1 else ""
