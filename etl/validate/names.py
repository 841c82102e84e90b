"""Names as offices write them → comparable spellings, so that 某镇甲乙村 and 甲乙村民委员会 are the 甲乙村 of the register."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from etl.parse.words import unnumbered

MARKS = re.compile(r"[\s·•,，.。、;；:：'\"“”‘’《》<>()（）\[\]【】\-—–_/\\]")
NUMERALS = {numeral: number for number, numeral in enumerate("零一二三四五六七八九")}
NUMBERED = re.compile(
    r"(?<![\d零一二三四五六七八九十])第*([零一二三四五六七八九十]{1,3}|\d{1,3})(?:号|#)?(?=网格|组|片|期|区)"
)
CODE = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
PROVINCE = re.compile(r"^[一-龥]{2,3}(?:省|自治区)")

# What an area of a kind is also called, behind the stem of its name.
ENDINGS = {
    "社区": (
        *("村", "社区", "村委会", "村民委员会", "村村委会", "村村民委员会", "村两委", "村委", "村社区"),
        *("居委会", "居民委员会", "社区居委会", "社区居民委员会"),
    ),
    "园区": ("园区",),
    "镇": ("镇", "镇政府", "镇人民政府"),
    "市": ("市",),
    "片区": ("片区",),
}
STEM = {"社区": "村|社区", "镇": "镇|乡|街道", "市": "市|县|区", "片区": "片区", "园区": "(?<=园)区"}


def normal(text: str) -> str:
    """A name without blanks, marks and case; numbers of grids as digits: 甲乙村第一网格 is 甲乙村1网格."""
    # A star that stood before a bracket stands at the end once marks are gone.
    bare = unnumbered(MARKS.sub("", unnumbered(text))).lower()
    return NUMBERED.sub(lambda match: str(_number(match[1])), bare)


def _number(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (NUMERALS.get(tens, 1) * 10 if ten else 0) + NUMERALS.get(ones, 0)


@dataclass(frozen=True)
class Area:
    """An area of the register as its names are made from it; `kind` as in `AREA_LEVELS`, `names` the aliases too."""

    code: str
    parent: str | None
    kind: str
    names: tuple[str, ...]


def area_spellings(areas: Sequence[Area]) -> Iterator[tuple[str, str]]:
    """(spelling, code) for every way in which an area is written: with or without the areas round it, 村 or 村民委员会."""
    by_code = {area.code: area for area in areas}
    for area in areas:
        own = _own_names(area)
        chain = _ancestors(area, by_code)
        for ancestor in chain:
            inner = {normal(name) for name in area.names}
            for outer in _own_names(ancestor):
                # 甲乙村1网格 is also 甲乙1网格 and 1网格.
                for name in [name for name in inner if name.startswith(outer) and len(name) > len(outer)]:
                    own |= {
                        name.removeprefix(outer),
                        *(f"{other}{name.removeprefix(outer)}" for other in _own_names(ancestor)),
                    }
        for count in range(len(chain) + 1):
            for chosen in combinations(chain, count):
                for prefix in _prefixes(chosen):
                    yield from ((f"{prefix}{name}", area.code) for name in own)


def _prefixes(chosen: Sequence[Area]) -> Iterator[str]:
    if not chosen:
        yield ""
        return
    for name in {normal(name) for name in chosen[0].names} | {_stem(chosen[0], normal(chosen[0].names[0]))}:
        yield from (f"{name}{rest}" for rest in _prefixes(chosen[1:]))


def _stem(area: Area, name: str) -> str:
    short = re.sub(f"(?:{STEM[area.kind]})$", "", name) if area.kind in STEM else name
    return short if len(short) > 1 else name


def _own_names(area: Area) -> set[str]:
    names = {normal(name) for name in area.names}
    stems = {_stem(area, name) for name in names}
    endings = ENDINGS.get(area.kind, ())
    return names | stems | {f"{stem}{ending}" for stem in stems - names for ending in endings}


def _ancestors(area: Area, by_code: Mapping[str, Area]) -> list[Area]:
    """The areas round an area, the largest first; a circle of parents ends it."""
    chain: list[Area] = []
    parent = by_code.get(area.parent or "")
    while parent and parent not in chain and parent is not area:
        chain.insert(0, parent)
        parent = by_code.get(parent.parent or "")
    return chain


def without_province(text: str) -> str:
    """A normal spelling without the province before it."""
    return PROVINCE.sub("", text)
