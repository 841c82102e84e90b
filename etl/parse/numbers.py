"""Turns a number as Chinese offices write it (`近2000名`, `1.2万元`) into a quantity, and that into a column's unit."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact
from typing import Literal

from etl.parse.numerals import MYRIADS, NUMERAL_CHARACTERS, PLAIN, parse_digits, parse_numeral
from etl.parse.units import COUNTERS, CURRENCIES, MARKED, SCALES, UNITS, YUAN, measure, split_unit, usual
from etl.parse.words import clean

Qualifier = Literal["eq", "gt", "lt", "ge", "le", "approx"]

BEFORE: dict[str, Qualifier] = {
    "约": "approx", "大约": "approx",
    "超": "gt", "超过": "gt", "逾": "gt",
    "近": "lt", "不足": "lt", "不到": "lt",
    "至少": "ge", "不少于": "ge", "不超过": "le",
}  # fmt: skip
BEHIND: dict[str, Qualifier] = {"多": "gt", "余": "gt", "左右": "approx", "以上": "ge", "以下": "le"}
QUALIFIERS = BEFORE | BEHIND

EXACT = Context(prec=60, traps=[Inexact])
ROUNDING = Context(prec=60, rounding=ROUND_HALF_EVEN, traps=[])

# Minus signs, narrow blanks and apostrophes as Excel, Word and input methods write them.
FOLDED = str.maketrans({"−": "-", "–": "-", "\u2007": " ", "\u2009": " ", "\u202f": " ", "’": "'", "‘": "'", "￥": "¥"})
SCALE = "|".join(SCALES)
# A numeral holds its own 万 and 亿, so a scale follows it only behind 多 or 余 (十多万).
# Bounded, since a run of them could be shared out in too many ways.
BLANKS = " {0,3}"
NUMBER = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?{BLANKS}(?P<sign>[-+负])?(?P<currency>{'|'.join(CURRENCIES)})?{BLANKS}(?P<percent>百分之)?"
    r"(?:(?P<inner_sign>-)?(?:(?P<hundred_millions>[0-9]{1,6})亿(?=[0-9]{1,4}(?:\.[0-9]+)?万))?"
    r"(?P<digits>[1-9][0-9]{0,2}(?P<mark>[, '])[0-9]{3}(?:(?P=mark)[0-9]{3}){0,4}|[0-9]{1,18})"
    rf"(?:[.。](?P<fraction>[0-9]{{1,25}}))?{BLANKS}(?P<more>多|余)?(?P<scale>{SCALE})?"
    rf"|(?P<numeral>[{NUMERAL_CHARACTERS}]+)(?:(?P<more_than_numeral>多|余)(?P<numeral_scale>{SCALE})?)?)"
    rf"(?P<still_more>多|余)?{BLANKS}(?P<unit>{'|'.join(UNITS)})?{BLANKS}(?P<behind>{'|'.join(BEHIND)})?"
)
ACCOUNTING = re.compile(r"\(([0-9][0-9., ']*)\)")
# Marks around a number that change nothing: quotes, an equals sign.
WRAPPED = re.compile(r"=?(?P<quote>[\"“'])?(?P<number>-?[0-9][0-9,]*(?:\.[0-9]+)?)(?(quote)[\"”'])")
BRACKETED_UNIT = re.compile(r"\(([^()0-9]+)\)$")
# 12。 ends as a sentence does, 12. may have lost a digit; 86·5 has the point that an input method writes; 86万5000元 is 865000元.
FULL_STOP = re.compile("(?<=[0-9])。$")
MIDDLE_POINT = re.compile(r"(?<=[0-9])[·・](?=[0-9]+$)")
IN_MYRIADS = re.compile(
    r"(?P<myriads>[0-9]{1,6})万(?:零(?P<few>[0-9]{1,3})|零?(?:(?P<rest>[0-9]{4})|(?P<thousands>[1-9])千))(?=元$)"
)
# Only with as many digits as it moves the point by: 3.50581E+11 has lost the others.
EXPONENT = re.compile(r"(?P<digits>-?[0-9](?:\.(?P<fraction>[0-9]{1,15}))?)[eE]\+?0?(?P<exponent>[0-9]{1,2})")
SPOKEN = re.compile(rf"(?P<whole>[{NUMERAL_CHARACTERS}]+)点(?P<fraction>[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+)")
RENMINBI = re.compile(rf"(?<=[0-9])人民币(?=(?:{SCALE})?元)")
# Marks as often as numbers: a dash, a weight, circles.
DOUBTFUL_ALONE = frozenset("一两〇○")
# 5千 in a column of 万元 may be 5千元 or 5千万元; nobody says 5000万亿元.
LEAST_OF_SMALLER_SCALE = 100


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """A number as written: 超3万人 is 30000, `gt`, 人, and its largest `scale` 万, which is already in `value`.

    The unit is `¥` where only a currency mark says that it is money.
    """

    value: Decimal
    qualifier: Qualifier = "eq"
    unit: str = ""
    scale: str = ""


def decimals_of(number: Decimal) -> int:
    """How many digits stand behind the point: 2 for 3.50, none for 350 or 3.5E+2. Raises ValueError for no number."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{number} has no digits")
    return max(0, -exponent)


def parse_number(text: str) -> Quantity | None:
    """The number that `text` states, or None; ranges, doubtful numerals (七八), two qualifiers are refused.

    (123) is the accountant's -123. 以上 and 以下 include the number itself (Civil Code, article 1259).
    """
    match = NUMBER.fullmatch(_folded(text))
    if match is None:
        return None
    words = [word for word in match.group("before", "more", "more_than_numeral", "still_more", "behind") if word]
    signs = [sign for sign in match.group("sign", "inner_sign") if sign]
    value, scale = _value(match)
    unit = _unit(match, scale)
    if value is None or unit is None or len(words) > 1 or len(signs) > 1:
        return None
    return Quantity(
        value=value.copy_negate() if signs and signs != ["+"] else value,
        qualifier=QUALIFIERS[words[0]] if words else "eq",
        unit=unit,
        scale=scale,
    )


def _folded(text: str) -> str:
    folded = usual(clean(clean(text).translate(FOLDED)))
    if wrapped := WRAPPED.fullmatch(folded):
        folded = wrapped["number"]
    if negative := ACCOUNTING.fullmatch(folded):
        return f"-{negative[1]}"
    spelled = MIDDLE_POINT.sub(".", FULL_STOP.sub("", IN_MYRIADS.sub(_in_myriads, folded)))
    return RENMINBI.sub("", BRACKETED_UNIT.sub(r"\1", _written_out(spelled)))


def _in_myriads(match: re.Match[str]) -> str:
    below = int(match["few"] or match["rest"] or f"{match['thousands']}000")
    return str(int(match["myriads"]) * 10_000 + below)


def _written_out(text: str) -> str:
    """1.2005E3 is 1200.5, and 一千二百点五 is."""
    if (match := EXPONENT.fullmatch(text)) and int(match["exponent"]) <= len(match["fraction"] or ""):
        return f"{Decimal(match['digits']).scaleb(int(match['exponent'])):f}"
    if match := SPOKEN.fullmatch(text):
        whole, fraction = parse_numeral(match["whole"]), parse_digits(match["fraction"])
        return text if whole is None or fraction is None else f"{whole}.{fraction}"
    return text


def _value(match: re.Match[str]) -> tuple[Decimal | None, str]:
    """The unsigned value, None where a numeral is not strictly formed, and the largest scale in it."""
    scale = match["scale"] or match["numeral_scale"] or ""
    factor = SCALES.get(scale, Decimal(1))
    if numeral := match["numeral"]:
        number = None if numeral in DOUBTFUL_ALONE and not match["unit"] else parse_numeral(numeral)
        own = next((myriad for myriad in MYRIADS if myriad in numeral.translate(PLAIN)), "")
        return None if number is None else number * factor, scale or own
    digits = re.sub("[, ']", "", match["digits"]) + (f".{match['fraction']}" if match["fraction"] else "")
    value = EXACT.multiply(Decimal(digits), factor)
    if match["hundred_millions"]:
        return EXACT.add(value, int(match["hundred_millions"]) * SCALES["亿"]), "亿"
    return value, scale


def _unit(match: re.Match[str], scale: str) -> str | None:
    """The unit as written, 元 or ¥ behind a currency, % behind 百分之; None where two of them disagree."""
    unit = match["unit"] or ""
    if match["percent"]:
        return None if unit or match["currency"] else "%"
    if not match["currency"]:
        return unit
    if unit:
        return unit if measure(unit)[0] == YUAN else None
    return YUAN if scale else MARKED


def to_unit(quantity: Quantity, unit: str, context: Context = EXACT) -> Decimal | None:
    """The value of `quantity` in a column's `unit`, or None where the units do not fit or `context` traps the result.

    A bare number is in the column's unit, and 6.04亿 in a column of 万元 is 60400. What may mean two things is None:
    3.2万 or 5千 in a column of 万元, ¥5 in any unit but 元; 1200.5万 there is 1200.5, for nobody says 1200.5万万元. A column without a unit takes bare and counted numbers.
    """
    scale, base = split_unit(usual(clean(unit)))
    try:
        if not quantity.unit:
            return _bare(quantity, scale, base, context)
        if quantity.unit == MARKED:
            return quantity.value if not scale and base == YUAN else None
        if not base:
            return quantity.value if quantity.unit in COUNTERS and not scale else None
        (kind, factor), (wanted, divisor) = measure(quantity.unit, base), measure(base)
        if kind != wanted:
            return None
        divisor *= SCALES.get(scale, Decimal(1))
        return context.divide(context.multiply(quantity.value, factor), divisor)
    except Inexact:
        return None


def _bare(quantity: Quantity, scale: str, base: str, context: Context) -> Decimal | None:
    if not quantity.scale:
        return quantity.value
    if not scale:
        # 5千 in a column of 千瓦时 may be 5 or 5000 of them.
        return None if base.startswith(quantity.scale) else quantity.value
    own, wanted = SCALES[quantity.scale], SCALES[scale]
    if own <= wanted and abs(quantity.value) < own * LEAST_OF_SMALLER_SCALE:
        return None
    return context.divide(quantity.value, wanted)


def _plain(text: str, unit: str, context: Context = EXACT) -> Decimal | None:
    quantity = parse_number(text)
    return to_unit(quantity, unit, context) if quantity and quantity.qualifier == "eq" else None


def parse_decimal(text: str, unit: str = "") -> Decimal | None:
    """An unqualified number in `unit` with at most 14 digits before and 6 behind the point (DECIMAL(20,6)), or None."""
    value = _plain(text, unit)
    if value is None or abs(value) >= 10**14 or value != round(value, 6):
        return None
    return round(value, 6)


def parse_rounded(text: str, unit: str = "", places: int = 6) -> Decimal | None:
    """The same number with as many decimals as it has, rounded half to even to `places`, or None.

    For what `parse_decimal` refuses only because it has too many decimals: quotients that a spreadsheet computed, and
    figures whose conversion into `unit` does not end. Who calls it must say so beside the figure.
    """
    value = _plain(text, unit, ROUNDING)
    if value is None or abs(value) >= 10**14:
        return None
    return value.quantize(Decimal(1).scaleb(-places), context=ROUNDING)


def parse_integer(text: str, unit: str = "") -> int | None:
    """An unqualified whole number of at most 15 digits in `unit` (12.0 counts as whole), or None."""
    value = _plain(text, unit)
    if value is None or abs(value) >= 10**15 or value != int(value):
        return None
    return int(value)
