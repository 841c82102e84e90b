"""Turns a number as Chinese offices write it (`近2000名`, `1.2万元`) into a quantity, and that into a column's unit."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from typing import Literal

from etl.values.words import clean

BEFORE = {
    "约": "approx", "大约": "approx",
    "超": "gt", "超过": "gt", "逾": "gt",
    "近": "lt", "不足": "lt", "不到": "lt",
    "至少": "ge", "不少于": "ge", "不超过": "le",
}  # fmt: skip
BEHIND = {"多": "gt", "余": "gt", "左右": "approx", "以上": "ge", "以下": "le"}
QUALIFIERS = BEFORE | BEHIND
SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}

COUNTERS = (
    *"人名位家个户期次场项件条宗批张份单笔处座栋幢层间套组支所届门班级方类种台辆席分",
    *("人次", "家次", "户次"),
)
# Unit → what it measures, and how many of the measure's first unit it makes. 1 亩 is 2000/3 平方米 by definition, so
# only 亩 as the base keeps every factor finite.
MEASURES = {
    "人": ("人", Decimal(1)), "名": ("人", Decimal(1)), "位": ("人", Decimal(1)),
    "亩": ("亩", Decimal(1)), "公顷": ("亩", Decimal(15)), "平方公里": ("亩", Decimal(1500)),
    "平方米": ("亩", Decimal("0.0015")), "㎡": ("亩", Decimal("0.0015")),
    "千瓦时": ("千瓦时", Decimal(1)), "兆瓦时": ("千瓦时", Decimal(1000)),
    "米": ("米", Decimal(1)), "公里": ("米", Decimal(1000)), "千米": ("米", Decimal(1000)),
}  # fmt: skip
OTHERS = ("元", "%", "度", "年", "月", "个月", "周", "天", "日", "小时", "分钟", "学时", "课时", "个百分点")
UNITS = (*COUNTERS, *MEASURES, *OTHERS)

EXACT = Context(prec=60, traps=[Inexact])


NUMBER = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?"
    r"(?P<digits>-?(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}|[0-9]{1,18})(?:\.[0-9]{1,10})?)"
    r"(?P<more>多|余)?(?P<scale>万|亿)?(?P<still_more>多|余)?"
    rf" ?(?P<unit>{'|'.join(UNITS)})?(?P<behind>{'|'.join(BEHIND)})?"
)
SCALED_UNIT = re.compile(r"(?P<scale>万|亿)?(?P<unit>.*)")


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """A number as written: 超3万人 is 30000, `gt`, 人; `is_scaled` says that a 万 or 亿 is already in `value`."""

    value: Decimal
    qualifier: Literal["eq", "gt", "lt", "ge", "le", "approx"] = "eq"
    unit: str = ""
    is_scaled: bool = False


def parse_number(text: str) -> Quantity | None:
    """The number that `text` states, or None; ranges, numerals (七八), exponents and two qualifiers are refused.

    以上 and 以下 include the number itself (Civil Code, article 1259).
    """
    match = NUMBER.fullmatch(clean(text))
    if match is None:
        return None
    words = [word for word in match.group("before", "more", "still_more", "behind") if word]
    if len(words) > 1:
        return None
    value = Decimal(match["digits"].replace(",", ""))
    return Quantity(
        value=EXACT.multiply(value, SCALES[match["scale"]]) if match["scale"] else value,
        qualifier=QUALIFIERS[words[0]] if words else "eq",
        unit=match["unit"] or "",
        is_scaled=bool(match["scale"]),
    )


def to_unit(quantity: Quantity, unit: str) -> Decimal | None:
    """The value of `quantity` in a column's `unit`, or None where the units do not fit or the result would be rounded.

    A bare number is in the column's unit; 3.2万 without a unit is ambiguous where that unit itself has 万 or 亿.
    A column without a unit takes bare and counted numbers.
    """
    column = SCALED_UNIT.fullmatch(clean(unit))
    if not quantity.unit:
        return None if quantity.is_scaled and column["scale"] else quantity.value
    if not column["unit"]:
        return quantity.value if quantity.unit in COUNTERS and not column["scale"] else None
    measure, factor = MEASURES.get(quantity.unit, (quantity.unit, Decimal(1)))
    wanted, divisor = MEASURES.get(column["unit"], (column["unit"], Decimal(1)))
    if measure != wanted:
        return None
    if column["scale"]:
        divisor *= SCALES[column["scale"]]
    try:
        return EXACT.divide(EXACT.multiply(quantity.value, factor), divisor)
    except Inexact:
        return None


def _plain(text: str, unit: str) -> Decimal | None:
    quantity = parse_number(text)
    return to_unit(quantity, unit) if quantity and quantity.qualifier == "eq" else None


def parse_decimal(text: str, unit: str = "") -> Decimal | None:
    """An unqualified number in `unit` with at most 14 digits before and 6 behind the point (DECIMAL(20,6)), or None."""
    value = _plain(text, unit)
    if value is None or abs(value) >= 10**14 or value != round(value, 6):
        return None
    return round(value, 6)


def parse_integer(text: str, unit: str = "") -> int | None:
    """An unqualified whole number of at most 15 digits in `unit` (12.0 counts as whole), or None."""
    value = _plain(text, unit)
    if value is None or abs(value) >= 10**15 or value != int(value):
        return None
    return int(value)
