"""Turns numbers and changes into the words that Chinese readers expect."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal, TypeGuard, overload

from dashboard.metrics.absence import Absence

Value = int | float | Decimal | Absence | None
Kind = Literal["relative", "points", "absolute"]
Direction = Literal["higher", "lower", "neither"]
Tone = Literal["better", "worse", "same", "none"]

ORIGIN_LABELS = {"published": "公开文件", "reported": "单位填报", "demo": "演示数据"}

# As many digits as any float has before and behind its point: a figure far too large is written out, not refused.
EXACT = Context(prec=700)

MINUS = "\u2212"
MYRIADS = ("", "万", "亿", "万亿")
UNSCALED_UNITS = frozenset({"%", "‰", "个百分点", "分", "倍", "年", "天", "小时"})
# Of electricity nobody says 万兆瓦时: ten thousand 兆瓦时 are a thousand 万千瓦时.
LADDERS = {"兆瓦时": ((1, "万千瓦时"), (5, "亿千瓦时"), (9, "万亿千瓦时"))}

# Where Markdown begins to see an address: http(s):, www., and the name before an @.
ADDRESS = re.compile(r"(?:https?|www)(?=[:.])|\S(?=@)", re.I)


@dataclass(frozen=True)
class Written:
    """A number as it is set on the page: the figure in large type, the unit smaller behind it."""

    figure: str
    unit: str = ""

    def __str__(self) -> str:
        return self.figure + self.unit


@dataclass(frozen=True, kw_only=True)
class Change:
    """How a figure moved against an earlier one: sign and word say where to, `tone` says whether that is good.

    `kind` is what the amount is told in, None where the two cannot be held together and the word says why.
    """

    against: str = ""
    sign: str
    word: str
    amount: str = ""
    tone: Tone = "none"
    verdict: str = ""
    kind: Kind | None = None

    @property
    def signed(self) -> str:
        """The amount with its sign: `+2.1个百分点`, `−5.2%`."""
        return {"▲": "+", "▼": MINUS}.get(self.sign, "") + self.amount

    @property
    def text(self) -> str:
        """The whole change as a line: `同比 ▲ 升2.1个百分点`; where less is better the verdict follows (`，向好`)."""
        return f"{self.against}{' ' if self.sign else ''}{self.moved}".strip()

    @property
    def moved(self) -> str:
        """The change without what it is against: `▲ 升2.1个百分点`."""
        return f"{self.sign} {self.word}{self.amount}".strip() + (self.verdict and f"，{self.verdict}")


@overload
def is_number(value: float | Absence | None) -> TypeGuard[float]: ...
@overload
def is_number(value: object) -> TypeGuard[int | float | Decimal]: ...
def is_number(value: object) -> bool:
    """Whether the value is a finite number (an `Absence`, `None`, a truth value or NaN is not)."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    return Decimal(value).is_finite()


def absence_word(value: Value) -> str:
    """The word for a value that is not there; `None` counts as 未填报."""
    return value.value if isinstance(value, Absence) else Absence.NOT_REPORTED.value


def rounded(value: int | float | Decimal, decimals: int) -> Decimal:
    """The number rounded half up as it is printed in decimal digits, never to a negative zero."""
    return EXACT.plus(Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, EXACT))


def _plain(value: Decimal) -> str:
    """Digits with thousands separators and a true minus sign."""
    return f"{value:,f}".replace("-", MINUS)


def written(value: Value, unit: str = "", decimals: int = 0) -> Written:
    """The number with 万 or 亿 from five digits on, one decimal then; `123456, "万元"` gives 12.3 and 亿元.

    Rounding comes first, so 99,999,999 is 1.0亿 and not 10,000.0万. A missing value gives its word and no unit.
    """
    if not is_number(value):
        return Written(absence_word(value))
    exact = Decimal(str(value))
    (_, shown), *larger = _ladder(unit)
    figure = rounded(exact, decimals)
    for power, name in larger:
        if abs(figure) < 10_000:
            break
        figure, shown = rounded(exact.scaleb(-power), 1), name
    return Written(_plain(figure), shown)


def _ladder(unit: str) -> tuple[tuple[int, str], ...]:
    """The unit and the larger ones above it, each with the power of ten by which a figure in it is smaller."""
    if unit in UNSCALED_UNITS:
        return ((0, unit),)
    if unit in LADDERS:
        return ((0, unit), *LADDERS[unit])
    prefix = next((myriad for myriad in ("万亿", "亿", "万") if unit.startswith(myriad)), "")
    steps = MYRIADS[MYRIADS.index(prefix) :]
    return tuple((4 * place, step + unit.removeprefix(prefix)) for place, step in enumerate(steps))


def number(value: Value, unit: str = "", decimals: int = 0) -> str:
    """The number and its unit as one string; a missing value as its word."""
    return str(written(value, unit, decimals))


def percent(value: Value, decimals: int = 1) -> str:
    """A value that is already in percent: 93.4 gives `93.4%`."""
    return number(value, "%", decimals)


def scaled_unit(values: Iterable[int | float], unit: str) -> tuple[int, str]:
    """The larger unit that the values share: by how many powers of ten they are made smaller, and its name."""
    largest = max((abs(Decimal(str(value))) for value in values), default=Decimal(0))
    power, shown = 0, unit
    for above, name in _ladder(unit)[1:]:
        if largest.scaleb(-power) < 10_000:
            break
        power, shown = above, name
    return power, shown


def axis_ticks(values: Sequence[int | float], unit: str) -> tuple[list[str], str]:
    """Tick texts that share one 万/亿 step, and the unit that belongs to all of them."""
    powers, shared = scaled_unit(values, unit)
    return [_plain(Decimal(str(value)).scaleb(-powers).normalize() + 0) for value in values], shared


def change(
    current: Value,
    earlier: Value,
    unit: str = "",
    *,
    kind: Kind | None = None,
    decimals: int | None = None,
    direction: Direction = "neither",
    against: str = "",
) -> Change:
    """How `current` stands to `earlier`: points for a percentage, otherwise relative unless `kind` says another.

    `direction` says what is better, `against` names the comparison (同比, 环比, 较上次会议). From zero or below no
    relative change exists, so the absolute one is given. Where one of the two is missing the change is 不可比.
    One decimal unless told, none for an absolute change in whole numbers.
    """
    if not (is_number(current) and is_number(earlier)):
        return Change(against=against, sign="", word=Absence.NOT_COMPARABLE.value)
    now, before = Decimal(str(current)), Decimal(str(earlier))
    difference = now - before
    kind = kind or ("points" if unit == "%" else "relative")
    if kind == "relative" and before <= 0:
        kind = "absolute"
    if kind == "relative":
        difference = difference / before * 100
    if decimals is None:
        decimals = 0 if kind == "absolute" and difference == difference.to_integral_value() else 1
    unit_of_change = {"relative": "%", "points": "个百分点", "absolute": unit}[kind]
    moved = rounded(difference, decimals)
    if moved == 0:
        return Change(against=against, sign="–", word="持平", tone="same", kind=kind)
    is_up = moved > 0
    is_better = is_up == (direction == "higher")
    return Change(
        against=against,
        sign="▲" if is_up else "▼",
        word="升" if is_up else "降",
        amount=number(abs(moved), unit_of_change, decimals),
        tone="none" if direction == "neither" else "better" if is_better else "worse",
        verdict="" if direction != "lower" else "向好" if is_better else "转差",
        kind=kind,
    )


def escape_html(text: str) -> str:
    """Text from data made safe inside HTML and its attributes."""
    return html.escape(text, quote=True)


def escape_markdown(text: str) -> str:
    """Text from data made safe inside Markdown: no link, image, emphasis, formula or Streamlit directive comes through.

    What looks like an address becomes a link whatever is escaped: a sign of no width takes it apart.
    """
    text = ADDRESS.sub(lambda found: found[0] + "\u2060", text)
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])", r"\\\1", " ".join(text.split()))
