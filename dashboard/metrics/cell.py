"""What an answer is made of: the figure of an area in a period, as a frozen value."""

from dataclasses import dataclass

from dashboard.metrics.absence import Absence

Value = float | Absence


@dataclass(frozen=True, slots=True)
class Cell:
    """The figure of an area in a period, of one part of a breakdown or (`part` empty) of the whole.

    `value` is in the metric's unit; `value_high` is set for intervals. `numerator` and `denominator` are
    what it was made from, None where there is none or none may be shown. `as_of` is the last base period that has data
    in it, `base_periods` the number of such base periods: a year made of three quarters says 3.
    """

    area_code: str
    period: str
    part: str
    value: Value
    value_high: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    origins: tuple[str, ...] = ()
    as_of: str | None = None
    base_periods: int = 0
