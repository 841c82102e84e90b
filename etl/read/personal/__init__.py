"""Says where a text holds what is a person's: a number, an account, a door, a name; and how a message may quote it.

A text is folded first (`folding`), then each kind is searched for (`numbers`, `papers`, `doors`, `names`). `personal_sql` runs
the same patterns in DuckDB, without the judgement: where it is false, `find_personal` finds nothing.
"""

import re
from collections.abc import Container, Iterable

from etl.read.personal.doors import DOORS
from etl.read.personal.folding import UNUSUAL, fold, visible
from etl.read.personal.headers import PERSONAL_HEADERS
from etl.read.personal.kind import CHINESE_NUMBER
from etl.read.personal.names import LIST_HINT, NAMES, is_person, names_in_list
from etl.read.personal.numbers import NUMBERS
from etl.read.personal.papers import PAPERS
from etl.sql import literal

__all__ = [
    "LIKE_A_NAME",
    "PERSONAL_HEADERS",
    "REMEDY",
    "find_in_title",
    "find_personal",
    "is_personal_header",
    "is_personal_name",
    "personal_sql",
    "quotable",
]

REMEDY = "请删去该列或该值，只报汇总数。"
# What a message says of a cell that holds a name and nothing else, which nobody may show.
LIKE_A_NAME = "像是姓名"
WITHHELD = "（含个人信息，不显示）"
# Names of two characters are as often words.
TWO = 2
PIECES = re.compile("[^\u4e00-\u9fff]+")
KINDS = (*NUMBERS, *PAPERS, *DOORS, *NAMES)
# Bytes of the shortest text that can be personal: two characters, or a door such as 8#502.
SHORTEST = 5
NOT_ASCII = "[^\t\n\r -~]"


def _either(*patterns: str) -> str:
    return "(?im)" + "|".join(patterns)


_HEADER = re.compile(PERSONAL_HEADERS)
_THING = re.compile(
    "(?:阵地|驿站|站点|场所|企业|公司|园区|项目|小区|案例|课程|班级|活动|资产|社区|村|网格|会议|文件|服务队|队伍|党组织|机构)的?名字$"
)
# RE2 keeps the automaton of a small pattern in memory, so there are several. Ordinary codes, numbers and days of plain
# letters pass the first and meet none of the others. A # stands in numbers of doors, too (5#1203).
_UNPLAIN_HINT = _either(
    NOT_ASCII, "[*@#]", "[a-z]{2}", "(?:[0-9oil][^0-9a-z]*){11}", *(kind.hint for kind in NUMBERS if kind.is_short)
)
_NUMBER_HINTS = [
    _either(*(kind.hint for kind in NUMBERS if kind.is_bounded)),
    _either(*(kind.hint for kind in NUMBERS if not kind.is_bounded)),
]
_CHINESE_HINTS = [
    _either(UNUSUAL, CHINESE_NUMBER, *(kind.hint for kind in (*PAPERS, *DOORS))),
    _either(LIST_HINT, *(kind.hint for kind in NAMES)),
]


def find_personal(text: str) -> str | None:
    """What kind of personal data stands somewhere in `text`, as its Chinese label, or None."""
    folded = fold(text)
    found = next((kind.label for kind in KINDS if kind.is_in(folded)), None)
    return found or ("姓名" if names_in_list(folded) else None)


def is_personal_name(text: str, known: Container[str] = frozenset()) -> bool:
    """Whether the whole of `text` is a person's name; never one of the `known` names of areas and units."""
    return is_person(fold(text), known)


def find_in_title(title: str) -> str | None:
    """The same for the name of a file or sheet, in which a name may stand between marks: 企业季报（某某某）, 季报-某某某."""
    pieces = (piece.rstrip("报填交送") for piece in PIECES.split(title) if len(piece) > TWO)
    return find_personal(title) or ("姓名" if any(map(is_personal_name, pieces)) else None)


def is_personal_header(header: str) -> bool:
    """Whether a column of this header holds what is a person's; what a site or an enterprise is called is nobody's."""
    return _HEADER.search(fold(header)) is not None and _THING.search(fold(header)) is None


def personal_sql(*cells: str) -> str:
    """SQL: whether one of the VARCHAR expressions may be personal; false only where `find_personal` finds nothing.

    Ask for all cells of a row at once: the larger patterns, which are slow to compile, then search the row's text.
    """
    long = ", ".join(f"CASE WHEN strlen({cell}) >= {SHORTEST} THEN {cell} END" for cell in cells)
    row = _row(", ".join(cells), ";")
    # CASE, since AND would search the plain rows too.
    return (
        f"CASE WHEN {_matches(_row(long, 'a'), [_UNPLAIN_HINT])} THEN {_matches(row, _NUMBER_HINTS)} OR "
        f"CASE WHEN {_matches(row, [f'{NOT_ASCII}|#'])} THEN {_matches(row, _CHINESE_HINTS)} ELSE false END ELSE false END"
    )


def _row(cells: str, between: str) -> str:
    """SQL of one text of several cells: ^ and $ meet their ends, and nothing is made of two.

    No number passes a semicolon; the eleven digits of the first pattern pass one, but no letter.
    """
    return f"concat_ws(chr(10) || '{between}' || chr(10), {cells})"


def _matches(cell: str, patterns: Iterable[str]) -> str:
    return " OR ".join(f"regexp_matches({cell}, {literal(pattern)})" for pattern in patterns)


def quotable(text: str, most: int = 20) -> str:
    """`text` as a message may quote it: one line of at most `most` characters, nothing invisible, nobody's data."""
    if find_personal(text) or is_personal_name(text):
        return WITHHELD
    line = " ".join(visible(text).split())
    return line if len(line) <= most else f"{line[:most]}…"
