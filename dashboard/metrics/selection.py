"""What a reader has chosen (area, period, what to compare with) as one value that fits into a link."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.metrics.periods import (
    PER_YEAR,
    TO_DATE,
    Grain,
    grain_of,
    is_period,
    last_month,
    periods_between,
    shift,
    to_grain,
    within,
)
from dashboard.metrics.warehouse import Warehouse

Comparison = Literal["year_earlier", "previous", "none"]

COMPARISONS: dict[Comparison, str] = {"year_earlier": "同比", "previous": "环比", "none": "不比较"}
CALENDAR = "SELECT first_month, last_month FROM mart.reporting_calendar WHERE dataset = 'all'"


def earlier(period: str, comparison: Comparison) -> str | None:
    """The period that `period` is compared with: a year or one period before, None for no comparison."""
    steps = {"year_earlier": PER_YEAR[grain_of(period)], "previous": 1, "none": 0}[comparison]
    return shift(period, -steps) if steps else None


@dataclass(frozen=True)
class Selection:
    """One area, one period and its comparison. Raises ValueError for what is no period or comparison."""

    area_code: str
    period: str
    comparison: Comparison = "year_earlier"

    def __post_init__(self) -> None:
        if not is_period(self.period) or self.comparison not in COMPARISONS:
            raise ValueError(f"{self.period!r} compared by {self.comparison!r} is no selection")

    @property
    def grain(self) -> Grain:
        """Whether the period is a month, a quarter or a year."""
        return grain_of(self.period)

    @property
    def earlier_period(self) -> str | None:
        """The period to compare with."""
        return earlier(self.period, self.comparison)

    @property
    def against(self) -> str:
        """The word of the comparison (同比, 环比), empty without one. Against the year before, years are 同比."""
        if self.comparison == "none":
            return ""
        return COMPARISONS["year_earlier" if PER_YEAR[self.grain] == 1 else self.comparison]

    def to_query(self) -> dict[str, str]:
        """The selection as parameters of a link."""
        return {"area": self.area_code, "period": self.period, "compare": self.comparison}


def from_query(
    query: Mapping[str, str], default: Selection, *, areas: Container[str], periods: Container[str]
) -> Selection:
    """The selection of a link; each parameter that is missing or unknown gives way to the default's."""
    area, period, comparison = query.get("area", ""), query.get("period", ""), query.get("compare", "")
    return Selection(
        area if area in areas else default.area_code,
        period if period in periods else default.period,
        next((known for known in COMPARISONS if known == comparison), default.comparison),
    )


def refused(query: Mapping[str, str], *, areas: Container[str], periods: Container[str]) -> dict[str, str]:
    """What a link asks for and `from_query` cannot give: parameter → its value; a parameter without one asks nothing."""
    known = _known(areas, periods)
    return {name: query[name] for name in known if query.get(name) and query[name] not in known[name]}


def _known(areas: Container[str], periods: Container[str]) -> dict[str, Container[str]]:
    """What each parameter of a link may say."""
    return {"area": areas, "period": periods, "compare": COMPARISONS}


def known_periods(warehouse: Warehouse, grain: Grain = "quarter") -> tuple[str, ...]:
    """All periods from the first to the last of which any form reports, oldest first; empty without data.

    Of years to date only those that are over.
    """
    span = warehouse.remember("calendar", lambda: tuple(tuple(row.values()) for row in warehouse.rows(CALENDAR)))
    if not span or span[0][0] is None:
        return ()
    [(first, last)] = span
    known = periods_between(to_grain(first, grain), to_grain(last, grain))
    if grain not in TO_DATE:
        return known
    return tuple(
        period
        for period in known
        if last_month(period) <= last_month(last) and first <= within(period, grain_of(first))[0]
    )


def latest_period(warehouse: Warehouse, grain: Grain = "quarter") -> str | None:
    """The last period of which any form reports, None without data."""
    return next(reversed(known_periods(warehouse, grain)), None)
