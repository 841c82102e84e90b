"""Figures as printed, with what their qualifier leaves open: intervals that are computed with and never sharpened."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Literal, Self

from dashboard.metrics.ends import DOWN, ENDLESS, UP, Combine, End, Number, decimal_of, last_power, over, plain, times

Qualifier = Literal["eq", "gt", "ge", "lt", "le", "approx"]

INCOMPARABLE = "不可比"
WORDS: dict[Qualifier, str] = {"eq": "", "gt": "超", "ge": "至少", "lt": "近", "le": "至多", "approx": "约"}
INDETERMINATE = "两端都没有界限，可以是任何数"


@dataclass(frozen=True)
class Qualified:
    """All the values that a figure may have: from `low` to `high` in `unit`; None is no bound on that side.

    An open side leaves its bound out (超3亿元 is more than 3). `words` keeps how the figure was printed as long as it
    is not computed with. A figure that cannot be told says `why`, and so does everything that is computed from it.
    """

    low: Decimal | None
    high: Decimal | None
    is_low_open: bool = False
    is_high_open: bool = False
    unit: str = ""
    words: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        if self.low is None or self.high is None:
            return
        if self.low > self.high or (self.low == self.high and (self.is_low_open or self.is_high_open)):
            raise ValueError(f"no value lies between {self.low} and {self.high}")

    @classmethod
    def exact(cls, value: Number, unit: str = "") -> Self:
        """A figure without a qualifier."""
        return cls.between(value, value, unit)

    @classmethod
    def between(
        cls,
        low: Number | None,
        high: Number | None,
        unit: str = "",
        *,
        is_low_open: bool = False,
        is_high_open: bool = False,
    ) -> Self:
        """An interval; a side without a bound is always open."""
        return cls(
            None if low is None else decimal_of(low),
            None if high is None else decimal_of(high),
            is_low_open or low is None,
            is_high_open or high is None,
            unit,
        )

    @classmethod
    def of(
        cls,
        value: Number,
        qualifier: Qualifier,
        unit: str = "",
        *,
        low: Number | None = None,
        high: Number | None = None,
    ) -> Self:
        """A figure as printed; 约 takes its bounds from `low` and `high`, or half a unit of its last digit."""
        number = decimal_of(value)
        if qualifier == "approx":
            return cls._about(number, unit, low, high)
        low_end, high_end, is_low_open, is_high_open = {
            "eq": (number, number, False, False),
            "gt": (number, None, True, True),
            "ge": (number, None, False, True),
            "lt": (None, number, True, True),
            "le": (None, number, True, False),
        }[qualifier]
        return cls(low_end, high_end, is_low_open, is_high_open, unit, f"{WORDS[qualifier]}{plain(number)}{unit}")

    @classmethod
    def _about(cls, number: Decimal, unit: str, low: Number | None, high: Number | None) -> Self:
        half = Decimal(1).scaleb(min(last_power(number), 0)) / 2
        bottom = number - half if low is None else decimal_of(low)
        top = number + half if high is None else decimal_of(high)
        if number - bottom != top - number:
            return cls(bottom, top, False, False, unit, f"{plain(bottom)}–{plain(top)}{unit}")
        # 2.00 and 2 are not the same 约: as many digits are printed as the bounds vouch for.
        digits = max(0, -(2 * (top - number)).normalize().adjusted())
        return cls(bottom, top, False, False, unit, f"{WORDS['approx']}{number:.{digits}f}{unit}")

    @classmethod
    def incomparable(cls, why: str, unit: str = "") -> Self:
        """A figure that cannot be told, and the Chinese reason."""
        if not why:
            raise ValueError("an incomparable figure says why")
        return cls(None, None, True, True, unit, INCOMPARABLE, why)

    @property
    def is_incomparable(self) -> bool:
        """Whether nothing is known of the figure: no reason to compute it, or neither end bounded (0 is no bound)."""
        return bool(self.why) or (not self.low and self.high is None)

    @property
    def reason(self) -> str:
        """Why the figure is incomparable, empty where it is not."""
        return self.why or (INDETERMINATE if self.is_incomparable else "")

    def to(self, factor: Number, unit: str) -> "Qualified":
        """The same figure in another unit, `factor` of which make one old unit. Raises unless it is positive."""
        if decimal_of(factor) <= 0:
            raise ValueError(f"a unit is not converted by {factor}")
        return self._combined(Qualified.exact(factor), times, unit)

    def contains(self, number: Number) -> bool:
        """Whether the figure may be `number`."""
        low, high = self._ends
        value = decimal_of(number)
        return (low.value < value or (low.value == value and not low.is_open)) and (
            value < high.value or (value == high.value and not high.is_open)
        )

    def certainly_above(self, other: "Qualified | Number") -> bool:
        """Whether every value of this figure is greater than every value of the other."""
        right = other if isinstance(other, Qualified) else Qualified.exact(other)
        low, high = self._ends[0], right._ends[1]
        return low.value > high.value or (low.value == high.value and (low.is_open or high.is_open))

    def certainly_below(self, other: "Qualified | Number") -> bool:
        """Whether every value of this figure is less than every value of the other."""
        right = other if isinstance(other, Qualified) else Qualified.exact(other)
        return right.certainly_above(self)

    def __neg__(self) -> "Qualified":
        return self._combined(Qualified.exact(-1), times, self.unit)

    def __add__(self, other: "Qualified") -> "Qualified":
        self._must_share_unit(other)
        why = self.why or other.why
        if why:
            return Qualified.incomparable(why, self.unit)
        (low, high), (other_low, other_high) = self._ends, other._ends
        return Qualified._from_ends(
            End(DOWN.add(low.value, other_low.value), low.is_open or other_low.is_open),
            End(UP.add(high.value, other_high.value), high.is_open or other_high.is_open),
            self.unit,
        )

    def __sub__(self, other: "Qualified") -> "Qualified":
        return self + -other

    def __mul__(self, other: "Qualified") -> "Qualified":
        if self.unit and other.unit:
            raise ValueError(f"{self.unit} times {other.unit} has no unit here")
        return self._combined(other, times, self.unit or other.unit)

    def __truediv__(self, other: "Qualified") -> "Qualified":
        """The quotient in `unit/unit` (none where both are the same); 不可比 when the divisor may be zero."""
        unit = "" if self.unit == other.unit else f"{self.unit}/{other.unit}" if other.unit else self.unit
        if other.contains(0) and not self.why and not other.why:
            return Qualified.incomparable("除数可能为零", unit)
        if other.certainly_below(0):
            return (-self)._combined(-other, over, unit)
        return self._combined(other, over, unit)

    def text(self, decimals: int | None = None) -> str:
        """The figure in Chinese notation: as printed, or `<2.96%`, `>500万元`, `65%–100%`, `不可比`.

        With `decimals`, ends are rounded outward, a figure without qualifier to the nearest. A lower end of zero is
        not printed: what is counted here is never negative.
        """
        if self.is_incomparable:
            return INCOMPARABLE
        if self.words and decimals is None:
            return self.words
        if self.low is not None and self.low == self.high:
            return self._rounded(self.low, ROUND_HALF_UP, decimals) + self.unit
        low = "" if self.low is None else self._rounded(self.low, ROUND_FLOOR, decimals)
        high = "" if self.high is None else self._rounded(self.high, ROUND_CEILING, decimals)
        if not high:
            return f"{'>' if self.is_low_open else '≥'}{low}{self.unit}"
        if not self.low:
            return f"{'<' if self.is_high_open else '≤'}{high}{self.unit}"
        return f"{low}%–{high}%" if self.unit == "%" else f"{low}–{high}{self.unit}"

    @staticmethod
    def _rounded(number: Decimal, rounding: str, decimals: int | None) -> str:
        if decimals is None:
            return plain(number)
        return f"{number.quantize(Decimal(1).scaleb(-decimals), rounding=rounding, context=UP):f}"

    @property
    def _ends(self) -> tuple[End, End]:
        return (
            End(-ENDLESS if self.low is None else self.low, self.is_low_open),
            End(ENDLESS if self.high is None else self.high, self.is_high_open),
        )

    @classmethod
    def _from_ends(cls, low: End, high: End, unit: str) -> "Qualified":
        return cls(
            None if low.value.is_infinite() else low.value,
            None if high.value.is_infinite() else high.value,
            low.is_open or low.value.is_infinite(),
            high.is_open or high.value.is_infinite(),
            unit,
        )

    def _combined(self, other: "Qualified", combine: Combine, unit: str) -> "Qualified":
        """The hull of `combine` over all pairs of ends."""
        why = self.why or other.why
        if why:
            return Qualified.incomparable(why, unit)

        def ends(context: Context) -> Iterable[End]:
            found = (combine(context, left, right) for left in self._ends for right in other._ends)
            return (end for end in found if end is not None)

        lowest = min(ends(DOWN), key=lambda end: (end.value, end.is_open))
        highest = max(ends(UP), key=lambda end: (end.value, not end.is_open))
        return Qualified._from_ends(lowest, highest, unit)

    def _must_share_unit(self, other: "Qualified") -> None:
        if self.unit != other.unit:
            raise ValueError(f"{self.unit!r} and {other.unit!r} are not added")
