"""What a person typed → the text that is read: one width, small letters, no signs; nothing of it is ever executed."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, islice

# Nobody asks in more than so many signs; what comes after them is not read.
LONGEST = 120
NUMERALS = {numeral: number for number, numeral in enumerate("零一二三四五六七八九十")} | {"〇": 0, "○": 0, "两": 2}
DASHES = re.compile(r"[-–—−~]+")
BETWEEN = re.compile(r"(?<![0-9a-z%]) +| +(?![0-9a-z])")
# Grids are called by numbers: 三号网格, 第三网格 and 3格 are 3号网格; 前三网格 are three of them.
CHINESE = "(?:[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
# Where a sign or a space stood that is left out.
MARK = "\ue000"
NUMBERED = re.compile(rf"({CHINESE}){MARK}?(?=号)")
GRID = re.compile(rf"(?<![前近共\dp ])第?({CHINESE}|\d{{1,2}}){MARK}?(?:号格|号网格|网格|格)(?![员长覆考治化])")
# 1、2、3号网格 and 1到3号网格 are each of them.
GRIDS = re.compile(
    rf"(?<![\d年月])((?:{CHINESE}|\d{{1,2}})(?:号?(?:[、,，和\-到至]|\s)(?:{CHINESE}|\d{{1,2}}))+)(?:号网格|号格|网格|格)(?![员长覆考治化])"
)
GRID_NUMBER = re.compile(rf"([\-到至])?(?:[、,，和]|\s|号)*({CHINESE}|\d{{1,2}})")
MOST_GRIDS = 12
# 百分之九十五 is 95%, and 九成五 too.
PER_CENT = re.compile(rf"(?:百分之(百|{CHINESE}|零|\d{{1,3}}(?:\.\d+)?)|百分百)")
TENTHS = re.compile(r"([一二两三四五六七八九\d])成([一二三四五六七八九半\d])(?!\d)")
# 不到一半 is below 50%, and 过半 above it.
HALF = re.compile(r"(?<=[到足于过超达少])一半|一半(?=以[上下])|(?<=过)半(?![年月天个])")
HALF_A_YEAR = re.compile(r"(?<=[过满到足于达了])半年(?!报)|(?<![上下近前后])半年(?=以[上内下]|多)")
# 一万二 is 1.2万, and 三千五百 is 3.5千.
AND_MORE = re.compile(
    rf"({CHINESE}|(?<![\d.])\d{{1,4}})(?:(万)([一二三四五六七八九1-9])千?|(千)([一二三四五六七八九1-9])百?|(亿)([一二三四五六七八九1-9])(?:千万)?)"
    r"(?![\d十百千万亿成季月年号.])"
)
# 月均 is on average each month; 连降两季 and 连着两季下降 are 连续两季下降.
EACH_TIME = re.compile("(?<![年本上下个0-9])([月季年])均(?=[一-龥])")
ON_END = re.compile(
    rf"连([涨升增降跌减])了?({CHINESE}|\d{{1,2}})(个?(?:季度?|月|年|期))|({CHINESE}|\d{{1,2}})连([涨升增降跌减])"
)
ONE_BY_ONE = re.compile(rf"(?:连着|接连|一连)(?=了?(?:{CHINESE}|\d))")
MOVED = {**dict.fromkeys("涨升增", "增长"), **dict.fromkeys("降跌减", "下降")}
# A point stands in a number, and % and < and > beside one.
POINT = re.compile(r"(?<=\d)\.(?=\d)")
BESIDE = re.compile(r"[<>](?=\d)|(?<=\d)%")
STOP = re.compile(r"[,，](?!\d)|[;；。?？!！]")
OPENING = re.compile("了?(?:几|多少)[个家名位件项期场次处起支亩]?")
COUNTED = re.compile("^(?:有?多少|几)(?:[个家名位件项期场次处起](?=[一-龥]))?")


# The names of forms and matters are looked through at every question.
@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """The text in small letters and half width, without spaces and signs but a dash, at most `LONGEST` long.

    A space stays between two figures or Latin words, which it keeps apart.
    """
    return "".join(_marked(text).split(MARK))[:LONGEST].strip()


def breaks(text: str) -> frozenset[int]:
    """The places of the `normal` text where a space or a sign was left out."""
    return frozenset(islice(accumulate(map(len, _marked(text).split(MARK))), LONGEST))


def stops(text: str) -> frozenset[int]:
    """The places of the `normal` text where a sign was typed that parts sentences; one between figures parts none."""
    return frozenset(len(normal(text[: found.start()])) for found in STOP.finditer(text[: LONGEST * 4]))


def _marked(text: str) -> str:
    plain = DASHES.sub("-", unicodedata.normalize("NFKC", text[: LONGEST * 4]).lower()).replace("每位", "每名")
    plain = GRIDS.sub(_each_grid, TENTHS.sub(_tenths, PER_CENT.sub(_per_cent, plain)))
    plain = AND_MORE.sub(_and_more, HALF.sub("50%", HALF_A_YEAR.sub("6个月", plain)))
    plain = EACH_TIME.sub(r"平均每\1", ON_END.sub(_on_end, ONE_BY_ONE.sub("连续", plain)))
    meant = {found.start() for pattern in (POINT, BESIDE) for found in pattern.finditer(plain)}
    kept = "".join(sign if place in meant else _kept(sign) for place, sign in enumerate(plain))
    joined = BETWEEN.sub(MARK, " ".join(kept.split()))
    numbered = NUMBERED.sub(lambda found: str(whole(found[1])), joined)
    return GRID.sub(lambda found: f"{whole(found[1])}号网格", numbered)


def _per_cent(found: re.Match[str]) -> str:
    told = found[1] or "百"
    return f"{told}%" if told[0].isdecimal() else f"{100 if told == '百' else whole(told)}%"


def _tenths(found: re.Match[str]) -> str:
    return f"{whole(found[1])}{5 if found[2] == '半' else whole(found[2])}%"


def _and_more(found: re.Match[str]) -> str:
    factor, more = next((found[place], found[place + 1]) for place in (2, 4, 6) if found[place])
    return f"{whole(found[1])}.{whole(more)}{factor}"


def _on_end(found: re.Match[str]) -> str:
    moved, count, unit = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], "期")
    return f"连续{count}{unit}{MOVED[moved]}"


def _each_grid(found: re.Match[str]) -> str:
    """Each grid of a list by its number, those between two as well."""
    numbers: list[int] = []
    for one in GRID_NUMBER.finditer(found[1]):
        number = whole(one[2])
        first = numbers[-1] + 1 if one[1] and numbers and numbers[-1] < number else number
        numbers += range(first, number + 1)
    return " ".join(f"{number}号网格" for number in numbers[:MOST_GRIDS])


def _kept(sign: str) -> str:
    kind = unicodedata.category(sign)[0]
    if sign == "-" or sign == "○" or kind in "LN":
        return sign
    # Signs without width and direction marks join what they stand in; any other sign parts it.
    return "" if unicodedata.category(sign) == "Cf" else " "


def tidy(text: str) -> str:
    """What was typed as it may stand in an address and in the box: one line, no signs that steer, not too long."""
    visible = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in text[: LONGEST * 4])
    return " ".join(visible.split())[:LONGEST].strip()


def is_longer(text: str) -> bool:
    """Whether more was typed than is read."""
    return len(text.strip()) > LONGEST


def whole(text: str) -> int:
    """A number up to 99 in figures or Chinese: `十二` gives 12, `3` gives 3. Raises ValueError or KeyError."""
    if text.isdecimal():
        return int(text)
    tens, is_ten, ones = text.partition("十")
    if not is_ten:
        return NUMERALS[text]
    return 10 * (NUMERALS[tens] if tens else 1) + (NUMERALS[ones] if ones else 0)


def parts(text: str, sign: str = "、") -> tuple[str, ...]:
    """The words of a list as a form says it: the aliases of an area."""
    return tuple(filter(None, (part.strip() for part in text.split(sign))))


def pair(text: str) -> tuple[str, str]:
    """A dimension and a part of it, as the lexicon writes them: `kind=安全隐患`."""
    column, _, part = text.partition("=")
    return column, part


def undone(name: str) -> tuple[str, ...]:
    """The other ways to say a name with 未: 没完成 for 未完成."""
    return tuple(name.replace("未", word) for word in ("没", "没有", "还没", "尚未")) if "未" in name else ()


def without(name: str, beginning: str) -> str:
    """A name without what it begins with."""
    return name.removeprefix(beginning)


def said_of_each(name: str, called: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The other ways to say a name with 亩均, as these are `called`: 每亩税收 for 亩均税收."""
    return tuple(name.replace(per, said) for per, words in called.items() if per in name for said in words)


def counts_in(text: str) -> tuple[tuple[int, int], ...]:
    """From where to where it is asked how many there are: 了几个 of 征集了几个微心愿."""
    return tuple(found.span() for found in OPENING.finditer(text))


def uncounted(word: str) -> str:
    """A word without how many there are of it: 企业 of 多少企业."""
    return COUNTED.sub("", word)


def unended(name: str, endings: tuple[str, ...]) -> str:
    """A name without the first of the endings that it has."""
    return next((name.removesuffix(ending) for ending in endings if name.endswith(ending)), name)
