"""An SQL aggregate over the columns of a mart → a measure with its Chinese name, which says how it adds up over time."""

import re
from dataclasses import dataclass
from typing import Literal

OverTime = Literal["sum", "last", "mean", "cumulative"]

OVER_TIME: dict[OverTime, str] = {
    "sum": "当期合计",
    "last": "期末数",
    "mean": "各期平均",
    "cumulative": "累计至期末",
}
IDENTIFIER = re.compile(r"'[^']*'|[a-z_][a-z0-9_]*", re.IGNORECASE)
AGGREGATES = frozenset({"sum", "count"})
SQL_WORDS = AGGREGATES | {"distinct", "filter", "where", "and", "or", "not", "is", "null", "integer"}


@dataclass(frozen=True)
class Measure:
    """An SQL aggregate over the columns of a mart, its Chinese name, and how it adds up over time.

    `is_running` marks what the mart itself carries on from period to period, so that its last one holds all before it.
    """

    expression: str
    label: str
    over_time: OverTime
    is_running: bool = False

    def __post_init__(self) -> None:
        if not self.label or not {word.lower() for word in self.words} & AGGREGATES:
            raise ValueError(f"measure {self.expression!r} has no label or sums nothing")

    @property
    def words(self) -> tuple[str, ...]:
        """The identifiers of the expression, keywords included, quoted text not."""
        return tuple(word for word in IDENTIFIER.findall(self.expression) if not word.startswith("'"))

    @property
    def only_grows(self) -> bool:
        """Whether it adds up since the records begin and nothing is taken away again: it can rise and never fall."""
        return self.is_running or (self.over_time == "cumulative" and "-" not in self.expression)

    @property
    def columns(self) -> frozenset[str]:
        """The columns that the expression reads."""
        return frozenset(word for word in self.words if word.lower() not in SQL_WORDS)


def flow(expression: str, label: str) -> Measure:
    """What happens within a period: a year is the sum of its quarters."""
    return Measure(expression, label, "sum")


def stock(expression: str, label: str) -> Measure:
    """What is there at the end of a period: a year shows its last quarter."""
    return Measure(expression, label, "last")


def running(expression: str, label: str) -> Measure:
    """What has been put on record up to the end of a period: a year shows its last quarter, and nothing is taken off."""
    return Measure(expression, label, "last", is_running=True)


def average(expression: str, label: str) -> Measure:
    """What is there on average: a year shows the mean of its quarters."""
    return Measure(expression, label, "mean")


def cumulative(expression: str, label: str) -> Measure:
    """What has happened since the records begin, up to the end of the period."""
    return Measure(expression, label, "cumulative")
