"""A day before the end of a quarter: what is reported by month counts for the months of it that are complete."""

from dataclasses import dataclass
from datetime import date

from dashboard.metrics.periods import last_day_of, to_grain, within


@dataclass(frozen=True)
class CutOff:
    """A day on which the `quarter` was not over. The months of other quarters that count have the same places in them."""

    quarter: str
    day: date

    @property
    def months(self) -> int:
        """How many months of the quarter were complete on the day, from its first; 0, 1 or 2."""
        return sum(last_day_of(month) <= self.day for month in within(self.quarter, "month"))

    def months_of(self, quarter: str) -> tuple[str, ...]:
        """The months of a quarter that count for it; all where no month of the own quarter was complete."""
        return within(quarter, "month")[: self.months or None]

    def counts(self, month: str) -> bool:
        """Whether a month counts for its quarter."""
        return month in self.months_of(to_grain(month, "quarter"))

    def is_known(self, month: str) -> bool:
        """Whether a month had come when the day came: what adds up since the records begin has all of these."""
        return to_grain(month, "quarter") != self.quarter or self.counts(month)


def cut_off(quarter: str, day: date) -> CutOff | None:
    """The day as one before the end of the quarter, None where the quarter was over."""
    return CutOff(quarter, day) if day < last_day_of(quarter) else None
