"""Words like 低于80%, 超过1亿元 or 5件以上 in a text → what they ask of a figure."""

import re
from collections.abc import Callable
from dataclasses import replace

from dashboard.questions.bounds import FACTORS, NOUGHT, Amount, Limit
from dashboard.questions.normal import CHINESE, whole

UNITS = r"%|个百分点|成|元|亩|家次|人次|件次|平方米|平米|平|兆瓦时|千瓦时|度|天|小时|周|星期|个月|(?<!\d\d)年|[家人件个名户次期处所项起倍分场级支单]|位(?!数)"


NUMBER = rf"\d{{1,12}}(?:\.\d{{1,6}})?|{CHINESE}|零"


SINCE = "不低于|不少于|不小于|至少|达到|超过或等于|大于等于"


UNTIL = "不超过|不高于|不大于|不多于|至多|小于等于"


OVER = "超过|超出|高出|多出|超|大于|高于|多于|突破|破|不止|过"


UNDER = "低于|小于|少于|不到|不足|不满|未达到?|未到|没到|没有达到|没达到|达不到"


# Whether it is so much, or more.
WHETHER_SINCE = "到没到|到不到|达没达到|达不达到|达到没达到|有没有到|有没有达到|是不是到|是不是达到|是否达到|是否到|够不够|够没够|够"


WHETHER_OVER = "过没过|超没超过?|超不超过?|有没有超过?|有没有突破|是不是超过?|是否超过?|破没破|突破没突破"


MEAN = "(?:总体|整体|全市|全镇|全村|全园|(?:全|本|两个)片区|各地|各处|各村|各园区|各网格|片区|园区|村|网格)?(?:的)?(?:平均|均值)(?:水平|值|数)?"


def _written(name: str, *, needs_unit: bool = False, needs_factor: bool = False) -> str:
    """The pattern of an amount; a figure without a unit or a factor may be a month as well."""
    unit = f"(?P<{name}_unit>{UNITS}){'' if needs_unit else '?'}"
    factor = f"(?:个?(?P<{name}_factor>百万|千万|[百千万亿])){'' if needs_factor else '?'}"
    return rf"(?P<{name}_minus>负|-)?(?P<{name}>{NUMBER})(?!位数){factor}{unit}"


def _amount(found: re.Match[str], name: str) -> Amount:
    text = found[name]
    number = float(text) if text[0].isdecimal() else float(whole(text))
    sign = -1 if found[f"{name}_minus"] else 1
    return Amount(sign * number, FACTORS[found[f"{name}_factor"] or ""], found[f"{name}_unit"] or "")


def _between(found: re.Match[str]) -> Limit:
    first, last = _amount(found, "first"), _amount(found, "last")
    # 80-90% is 80% to 90%.
    first = Amount(first.number, last.factor if first.factor == 1 else first.factor, first.unit or last.unit)
    return Limit(found[0], first, last, has_low=True, has_high=True)


def _from(found: re.Match[str]) -> Limit:
    return Limit(found[0], low=_amount(found, "end"), has_low=True)


def _to(found: re.Match[str]) -> Limit:
    return Limit(found[0], high=_amount(found, "end"), has_high=True)


def _above(found: re.Match[str]) -> Limit:
    return Limit(found[0], low=_amount(found, "end"))


def _whether_from(found: re.Match[str]) -> Limit:
    return replace(_from(found), is_whether=True)


def _whether_above(found: re.Match[str]) -> Limit:
    return replace(_above(found), is_whether=True)


def _below(found: re.Match[str]) -> Limit:
    return Limit(found[0], high=_amount(found, "end"))


def _round(found: re.Match[str]) -> Limit:
    return Limit(found[0], low=Amount(1, FACTORS[found["round"]], found["round_unit"] or ""))


def _below_round(found: re.Match[str]) -> Limit:
    return Limit(found[0], high=_round(found).low)


def _exactly(found: re.Match[str]) -> Limit:
    end = _amount(found, "end")
    return Limit(found[0], end, end, has_low=True, has_high=True)


END = _written("end")


PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Limit]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"{_written('first')}[-到至]{_written('last', needs_unit=True)}(?:之间)?", _between),
        (rf"{_written('first')}[-到至]{_written('last', needs_factor=True)}(?:之间)?", _between),
        (rf"(?:{SINCE}){END}", _from),
        (rf"{END}(?:及|或)?(?:以上|之上|或更多)", _from),
        (rf"{_written('end', needs_unit=True)}多(?!少)", _above),
        (
            rf"(?<=[超逾拖]期)[了满]?(?P<end>{NUMBER})(?P<end_minus>)(?P<end_factor>)(?P<end_unit>天|周|星期|个月|年)",
            _from,
        ),
        (rf"(?:{UNTIL}){END}", _to),
        (rf"{END}(?:及|或)?(?:以下|以内|之内|之下)", _to),
        (rf"(?:{WHETHER_SINCE})(?:了)?{END}", _whether_from),
        (rf"到(?:了)?{END}(?=了?没|了?吗)", _whether_from),
        (rf"(?:{WHETHER_OVER})(?:了)?{END}", _whether_above),
        (rf"(?:{OVER}|>)(?:了)?{END}", _above),
        (rf"(?:{UNDER}|<){END}", _below),
        (rf"(?:{OVER}|上|达)(?:了)?(?P<round>百万|千万|[百千万亿])(?P<round_unit>元)?", _round),
        (rf"(?:{UNDER}|<)(?:了)?(?P<round>百万|千万|[万亿])(?P<round_unit>元)?", _below_round),
        (
            rf"(?:等于|正好是?|刚好是?|恰好是?|为|是)(?P<end_minus>负)?(?P<end>{NUMBER})(?P<end_factor>)(?P<end_unit>%)",
            _exactly,
        ),
        (rf"等于{END}", _exactly),
        (r"(?:[为是](?=[零0](?!\d))|等于)(?P<end_minus>负)?(?P<end>[零0])(?P<end_factor>)(?P<end_unit>)", _exactly),
        (r"[为是]负(?:数|值|的)?", lambda found: Limit(found[0], high=NOUGHT)),
        (r"[为是]正(?:数|值|的)", lambda found: Limit(found[0], low=NOUGHT)),
        (rf"(?P<end_minus>负)?(?P<end>{NUMBER})(?P<end_factor>)(?P<end_unit>%)", _exactly),
        (rf"比{MEAN}(?:要|更|还)?(?:高|多|大|好|快)", lambda found: Limit(found[0], mean="above")),
        (rf"比{MEAN}(?:要|更|还)?(?:低|少|小|差|慢)", lambda found: Limit(found[0], mean="below")),
        (rf"(?:在)?{MEAN}(?:以上|之上)", lambda found: Limit(found[0], mean="above")),
        (rf"(?:在)?{MEAN}(?:以下|之下)", lambda found: Limit(found[0], mean="below")),
        (
            rf"(?:离|距离?|与|和|跟|同|较)(?P<told>{MEAN})(?:还|要)?(?=相?差)",
            lambda found: Limit(found["told"], mean="below"),
        ),
        (rf"(?:{OVER}|好于){MEAN}", lambda found: Limit(found[0], mean="above")),
        (rf"(?:{UNDER}|差于){MEAN}", lambda found: Limit(found[0], mean="below")),
    )
)


def limit_at(text: str, start: int) -> tuple[int, Limit] | None:
    """The longest word of a limit that begins at a place of the text: where it ends, and what it asks."""
    best: tuple[int, Limit] | None = None
    for pattern, read in PATTERNS:
        found = pattern.match(text, start)
        if found and (best is None or found.end() > best[0]):
            best = (found.end(), read(found))
    return best
