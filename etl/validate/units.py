"""What a sheet says of its units, wherever it says so → the unit of each column of numbers, or why there is none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from etl.parse.numbers import ROUNDING, parse_number, to_unit
from etl.parse.units import SCALES, UNITS, split_unit, usual
from etl.parse.words import clean
from etl.schema import NUMBERS, Column

BRACKETED = re.compile(r"\(([^()]*)\)")
BRACKETS = str.maketrans("【】[]〔〕{}「」", "()()()()()")
# 单位 as a word of its own: 填报单位, 责任单位 and 单位名称 name an office.
NOTE = re.compile(
    r"(?:(?<![一-龥])(?:数据|人数|人口|面积|数量)?|金额|计量|货币)单位(?!名称|代码|性质|类别|负责|盖章|地址|\(盖|数)"
    r"(?:均|都|一律|统一|全部)?[为是按]?[:\s]*([^\s()，。;；]*)"
)
# 产值、税收均为元; 以万元为单位; 金额按万元计. Not 亿元以上企业.
STATED_MONEY = re.compile(
    r"(?:(?:单位|金额|均|都|一律|统一|全部)[为是按以用]|[以按](?=[^以按,，。]{1,8}(?:为(?:计量)?单位|(?:计[算量]?|统计|填[报写列])(?:[,，。;；)]|$))))"
    r"((?:人民币)?(?:[千百十]?万|亿|[千百十])?元)(?!以|及|左右|的)"
)
OFFICE = re.compile(r"[镇乡村局办委园所站厂会市区部组队院校处科室]$|社区|公司|中心|街道|政府|集团|片区|支部")
# 元/月, 万元/亩, 件/人 and 元/吨 are no sums, whatever stands behind the stroke.
PER = re.compile(r"([^\s/(,，;；:：]{1,4})[/每]([^\s/)元,，;；]{1,4})")
PARTED = re.compile(r"[、,/和及或|]")
MONEY = re.compile(rf"(?:人民币|RMB|CNY)?(?:[(]?人民币[)]?)?((?:{'|'.join(SCALES)})?元|[万亿]|百万|千万)")
# A short remark in brackets behind a column of numbers is its unit, known or not, unless it is one of these.
REMARK = re.compile(
    r"现价|可比价|不变价|当[季月年期]|本[季月年期]|累计|[必选可]填|可空|[年季月期]末|时点|不?含.*|截至.*|按.*|.*口径|.*(?<![指系倍])数|其中.*|社区|[村居]民?|[园厂]区|市场|[0-9.、]+|[一二三四五六七八九十]{1,2}"
)
LIKE_A_UNIT = re.compile(
    r"[元圆吨度瓦亩米%‰股磅箱时尺寸斤克煤方升里顷双桶柜]$|[指系倍]数$|^[A-Za-z]{1,4}$|^[A-Za-z]+[·.*^²³0-9][A-Za-z0-9]*$"
)
SHORT_REMARK = 3
AT_END = re.compile(
    rf"(?<=\S\S)[\s/_:,，-]+((?:人民币)?(?:[百千]?[万亿]?元|[万亿]|[百千]?[万亿]?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})))$"
)
# 成交额万元, 面积㎡, 分成%: no other word ends so.
UNIT_BEHIND = re.compile(r"(?<=[一-龥])(?:(?:人民币)?[百千]?[万亿]元|㎡|m[2²]|%|平方米|平米)$")
POST, POSTS = "岗位", {"个"}
SMALL_PRINT = re.compile(r"(?<=.)[\s(]*(?:注|备注|说明|填报说明|口径):.*", re.DOTALL)
NO_UNIT = frozenset({"", "/", "-", "—", "单位", "计量单位", "无"})


@lru_cache(1 << 15)
def unit_word(text: str) -> str | None:
    """The unit that `text` is, in one spelling (`万` is 万元, 人民币亿元 is 亿元), or None where it is none."""
    word = usual(re.sub(r"\s", "", clean(text)).removeprefix("单位").lstrip(":"))
    if match := MONEY.fullmatch(word):
        return match[1] if match[1].endswith("元") else f"{match[1]}元"
    # 2026年 is a time, and no unit.
    one = None if word[:1].isdecimal() else parse_number(f"1{word}")
    return word if word and one and one.unit else None


def factor(unit: str, own: str) -> Decimal | None:
    """How many of a column's `own` unit one `unit` is (of 亩 in 平方米 to 60 digits), or None where they do not measure the same."""
    if unit == own:
        return Decimal(1)
    one = parse_number(f"1{unit}")
    return to_unit(one, own, ROUNDING) if one and one.unit else None


@dataclass(frozen=True)
class Stated:
    """What a text says of units: those that are understood, and words in their place that are not."""

    units: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


def stated_in_title(text: str) -> Stated:
    """The units that a title, a line above the table or a sheet's name states: `单位：人、亿元`, `（万元）`, `人民币亿元`."""
    words = re.sub(r"\s*([、,/])\s*", r"\1", clean(text).translate(BRACKETS))
    units: list[str] = []
    unclear: list[str] = []
    for match in NOTE.finditer(words):
        parts = [part for part in PARTED.split(match[1]) if part]
        known = [unit_word(part) for part in parts]
        if any(unit is None and OFFICE.search(part) for part, unit in zip(parts, known, strict=True)):
            continue
        units += [unit for unit in known if unit]
        unclear += [part for part, unit in zip(parts, known, strict=True) if unit is None]
    units += filter(None, (unit_word(match[1]) for match in STATED_MONEY.finditer(words)))
    for part in (*BRACKETED.findall(words), words.removeprefix("金额").lstrip(":")):
        unit = unit_word(part)
        if unit and unit.endswith("元") and part not in ("元",):
            units.append(unit)
    return Stated(tuple(dict.fromkeys(units)), tuple(dict.fromkeys(unclear)))


def without_notes(text: str) -> str:
    """A text as it is compared, without the notes of units in it."""
    return NOTE.sub(lambda note: "" if note[1] and all(map(unit_word, PARTED.split(note[1]))) else note[0], clean(text))


def stated_in_header(header: str) -> Stated:
    """The unit that a header states in brackets or behind a blank or stroke: `总产值（亿元）`, `总产值 亿元`, `总产值/亿元`."""
    words = clean(header).translate(BRACKETS)
    units: list[str] = []
    unclear: list[str] = []
    for remark in BRACKETED.findall(words):
        parts = [part for part in re.split(r"[、,，/;；\s]|单位:?", usual(remark)) if part]
        known = [part if part in SCALES else unit for part in parts if (unit := unit_word(part))]
        if _is_rate(usual(remark)):
            unclear.append(remark)
            continue
        units += known
        if not known and any(map(_may_be_unit, parts)):
            unclear.append(remark)
    if match := AT_END.search(BRACKETED.sub("", words)):
        units += filter(None, [unit_word(match[1])])
    elif match := UNIT_BEHIND.search(BRACKETED.sub("", words).strip()):
        units += filter(None, [unit_word(match[0])])
    return Stated(tuple(dict.fromkeys(units)), tuple(unclear))


def _is_rate(remark: str) -> bool:
    """Whether a remark divides one unit by another: 元/月, 件/人; 千瓦时/万千瓦时 does not."""
    return any(
        (unit := unit_word(one)) and factor(unit_word(other) or other, unit) is None
        for one, other in PER.findall(remark)
    )


def of_column(stated: Stated, column: Column | None) -> Stated:
    """What a header states of its own column: 户籍人口（万） is in 万人; 万 alone is 万元 where no column is known."""
    base = split_unit(column.unit)[1] if column and column.kind in NUMBERS and column.unit else "元"
    return replace(stated, units=tuple(f"{unit}{base}" if unit in SCALES else unit for unit in stated.units))


def _may_be_unit(remark: str) -> bool:
    return bool(LIKE_A_UNIT.search(remark)) or (len(remark) <= SHORT_REMARK and not REMARK.fullmatch(remark))


def without_unit(header: str) -> str:
    """A header as it is compared: without brackets, the unit behind it, and a note in small print: 注：含外协."""
    words = BRACKETED.sub("", SMALL_PRINT.sub("", clean(header).translate(BRACKETS)))
    return UNIT_BEHIND.sub("", AT_END.sub("", words.strip()))


def is_unit_row(cells: Sequence[str | None]) -> bool:
    """Whether a row below the headers holds units alone."""
    words = [clean(cell).strip("()") for cell in cells if cell and clean(cell)]
    return any(map(unit_word, words)) and all(word in NO_UNIT or unit_word(word) for word in words)


@dataclass(frozen=True)
class InForce:
    """The unit of a column's bare numbers and how many of the column's own it makes; `carried` from which header.

    `instead` is another unit, of which each counts one of the column's own.
    Where there is no such unit, an `unclear` word or a `contradiction` of two units tells why.
    """

    unit: str
    factor: Decimal = Decimal(1)
    carried: str = ""
    unclear: str = ""
    contradiction: tuple[str, str] | None = None
    instead: str = ""


def fitting(units: Iterable[str], column: Column) -> str | None:
    """The first of some units that measures what `column` does."""
    return next((unit for unit in units if factor(unit, column.unit) is not None), None)


def in_force(column: Column, header: Stated, below: Stated, notes: Sequence[str], carried: tuple[str, str]) -> InForce:
    """The unit of a column: what its header says, the row below, a note over the table, the money header beside it.

    `notes` are the units of the notes, `carried` the unit of money in force to the left and the header that states it.
    """
    own = column.unit
    if column.kind not in NUMBERS:
        return InForce(own)
    if unclear := [word for word in header.unclear if word != own]:
        return InForce(own, unclear=unclear[0])
    explicit = (*header.units, *below.units)
    if explicit and fitting(explicit, column) is None and own:
        # 服务人次（人） is no other figure than 服务人次（人次）; a post that is offered is one for one person.
        is_short = column.label.endswith(own) and all(unit in own and unit != own for unit in explicit)
        is_post = own == "人" and POST in column.label and set(explicit) <= POSTS
        return InForce(own, instead=explicit[0]) if is_post else InForce(own, unclear="" if is_short else explicit[0])
    said = fitting(explicit, column)
    noted = fitting(notes, column)
    if said and (rival := _rival(said, explicit, noted, own)):
        return InForce(own, contradiction=(said, rival))
    unit, source = said or noted, ""
    if unit is None and own.endswith("元") and factor(carried[0], own) is not None:
        unit, source = carried
    times = factor(unit, own) if unit and own else None
    return InForce(own) if not unit or times is None else InForce(unit, times, source if unit != own else "")


def _rival(said: str, explicit: Iterable[str], noted: str | None, own: str) -> str | None:
    """Another unit that is stated beside `said` for the same column: in the header, or of another size in a note."""
    rival = next((unit for unit in explicit if factor(unit, own) is not None and unit != said), None)
    return rival or (noted if noted and factor(said, own) != factor(noted, own) else None)
