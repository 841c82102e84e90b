"""The times that a question tells → spans of periods, counted from the last one of which there is a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.metrics.periods import PER_YEAR, TO_DATE, Grain, grain_of, periods_between, shift, to_grain, within

MOST_PERIODS = 60


@dataclass(frozen=True)
class Span:
    """From one period to another of the same grain, both included; a single one where they are equal."""

    first: str
    last: str

    @property
    def grain(self) -> Grain:
        """Month, quarter or year."""
        return grain_of(self.last)

    @property
    def is_single(self) -> bool:
        """Whether it is one period."""
        return self.first == self.last

    @property
    def periods(self) -> tuple[str, ...]:
        """Its periods, oldest first; of a very long one the last."""
        return periods_between(max(self.first, shift(self.last, 1 - MOST_PERIODS)), self.last)

    def year_before(self) -> "Span":
        """The same a year earlier."""
        steps = -PER_YEAR[self.grain]
        return Span(shift(self.first, steps), shift(self.last, steps))

    def to_date(self, grains: Sequence[Grain]) -> "Span":
        """The year to date where it is one that the metric has: of 上半年 the first half as one period, to be compared."""
        first, last = self.by("quarter").first, self.by("quarter").last
        whole = within(to_grain(first, "year"), "quarter")
        for grain, count in TO_DATE.items():
            if grain in grains and (first, last) == (whole[0], whole[count - 1]):
                period = f"{to_grain(first, 'year')}Q1-{count}"
                return Span(period, period)
        return self

    def as_one(self, grains: Sequence[Grain]) -> "Span":
        """The same as one longer period where it is just that, of a grain that the metric has; itself elsewhere."""
        longer = (self.by(grain) for grain in grains if PER_YEAR[grain] < PER_YEAR[self.grain])
        return next((one for one in longer if one.is_single and one.by(self.grain) == self), self)

    def by(self, grain: Grain) -> "Span":
        """The same time in another grain."""
        if PER_YEAR[grain] <= PER_YEAR[self.grain]:
            return Span(to_grain(self.first, grain), to_grain(self.last, grain))
        return Span(within(self.first, grain)[0], within(self.last, grain)[-1])


@dataclass(frozen=True)
class Time:
    """One word of time: a `year`, a place in a year (`unit` with `first` to `last`), or both; `span` where it is complete.

    `is_till_now` is a word like 以来, which goes on from the time before it; `is_against` one that another is held against,
    `is_same` a year of which the same place is meant as of the time that is told beside it or shown.
    """

    year: int | None = None
    unit: Grain | None = None
    first: int = 0
    last: int = 0
    span: Span | None = None
    is_till_now: bool = False
    is_against: bool = False
    is_same: bool = False


@dataclass(frozen=True)
class Clock:
    """The last month of which there is a report, from which 本季 and 去年 are counted."""

    month: str

    def now(self, grain: Grain, steps: int = 0) -> str:
        """The last period of a grain that is told to its end, or the one so many steps from it."""
        # A quarter of which only a month is told is the one that people mean by 本季 all the same.
        return shift(to_grain(self.month, grain), steps)

    @cached_property
    def year(self) -> int:
        """The year of the last month."""
        return int(to_grain(self.month, "year"))


def spans(times: Sequence[Time], joined: Sequence[bool], clock: Clock) -> tuple[Span, ...]:
    """The periods that words of time mean together, in their order: 去年 and 三季度 are one, 去年 and 前年 are two.

    `joined` tells of each whether a word like 至 stands between it and the one before, which makes one span of the two.
    """
    found: list[Span] = []
    year: int | None = None
    is_open, is_joint = False, False
    for place, time in enumerate(times):
        is_joint = is_joint or joined[place]
        if time.year is not None and time.unit is None:
            # A year behind a quarter that has none belongs to it.
            before, behind = times[place - 1 : place], times[place + 1 : place + 2]
            is_free = bool(before) and before[0].year is None and before[0].unit is not None and year is None
            # 三季度和去年三季度 are two.
            if found and is_free and not (behind and behind[0].unit and behind[0].year is None):
                found[-1] = _placed(times[place - 1], time.year, clock)
                year = time.year
                continue
            if is_open and year is not None:
                found.append(Span(str(year), str(year)))
            year, is_open = time.year, True
            continue
        if time.is_till_now:
            if is_open or found:
                begun = Span(str(year), str(year)) if is_open else found.pop()
                found.append(Span(begun.first, max(begun.last, clock.now(begun.grain))))
            is_open = False
            continue
        if time.year is not None:
            year = time.year
        found.append(time.span or _placed(time, year, clock))
        is_open = False
    if is_open and year is not None:
        found.append(Span(str(year), str(year)))
    if is_joint and len(found) == 2 and found[0].grain == found[1].grain and found[0].first <= found[1].last:
        return (Span(found[0].first, found[1].last),)
    if sum(joined) == 2 and len(found) == 4 and len({span.grain for span in found}) == 1:
        # 一季度至二季度 and 三季度至四季度, as the halves of a year are written.
        found = [Span(found[0].first, found[1].last), Span(found[2].first, found[3].last)]
    return tuple(dict.fromkeys(found))


def _placed(time: Time, year: int | None, clock: Clock) -> Span:
    """A place in a year as a span; without a year, the last time that it was."""
    if time.unit is None:
        raise ValueError(f"{time} has no place in a year")
    first, last = sorted((time.first, time.last))
    if year is None:
        # A year to date is over when its last quarter is.
        unit: Grain = "quarter" if time.unit in TO_DATE else time.unit
        year = clock.year if _written(clock.year, unit, last) <= clock.now(unit) else clock.year - 1
    return Span(_written(year, time.unit, first), _written(year, time.unit, last))


def _written(year: int, unit: Grain, number: int) -> str:
    if unit in TO_DATE:
        return f"{year}Q1-{number}"
    return f"{year}Q{number}" if unit == "quarter" else f"{year}-{number:02}"
