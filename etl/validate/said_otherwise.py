"""A header in words that no list has → the column of a form that says the same in other words: 带动新增岗位, 巡查走访次数.

A header and the name of a column say the same when, without the words that say nothing more, the same words are left in
whatever order, those counted as one that offices exchange (`same_words`). What is counted must be the column's: 参与人数 is no
参加人次.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache, reduce

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import NUMBERS, Column, Dataset, Kind
from etl.validate.field_words import FIELD_WORDS
from etl.validate.loosened import SUBJECTS
from etl.validate.same_words import FILLERS, IN_ANY_FORM, IN_ONE_FORM, NEUTRAL, NEUTRAL_IN

LONGEST = 16
SHORTEST = 2
WHETHER = "是否"
# The words of a group are written as one sign, which no text has.
FIRST_SIGN = 0xE000
COUNTED = ("数量", "总数", "总量", "数合计", "数总计", "合计", "总计", "数", "量")
COUNTER = re.compile(f"(人次|家次|户次|个次|件次|[人名家件场次个项支栋幢单笔期处条所批])?(?:{'|'.join(COUNTED)})?$")
# As it is asked: 报了多少人, 来了几家企业, 几个支部参加.
HOW_MANY = re.compile("(?:一共|总共)?(?:多少(?=.)|几(?:个|家|支|所)(?=[一-龥]{2})|几(?=[人名家件场次个支栋天]))")
FEW_OF = re.compile("^几([人名家])([一-龥]{2,})$")
# What may be counted in place of each other.
ALIKE = (
    *({"人", "名"}, {"人次"}, {"家", "户", "个"}, {"家次", "个次", "次"}, {"次", "场", "期", "个"}),
    *({"件", "个", "项", "条", "处", "家"}, {"单", "笔", "件", "个"}, {"支", "个"}, {"栋", "幢"}, {"所", "家", "个"}),
)
Said = frozenset[str]


@lru_cache(1 << 15)
def said_otherwise(header: str) -> dict[str, str]:
    """Each form that says in other words what a bare header says → its column."""
    header = HOW_MANY.sub("", FEW_OF.sub(r"\2\1", header))
    signs = set(header)
    if not SHORTEST <= len(header) <= LONGEST:
        return {}
    forms = (form for form in DATASETS if signs <= _alphabet(form))
    named = ((form, _named(form, header) or _named(form, _without_neutral(form, header))) for form in forms)
    return {form: name for form, name in named if name}


def says_the_name(form: str, column: Column, remark: str) -> bool:
    """Whether a remark in brackets says again what the name of its column says: 网格长（在岗）, 孵化成功（毕业）企业."""
    said = _said(form, clean(remark))
    return bool(said) and any(said <= _said(form, name) for name in _names(column, DATASETS[form]))


def _without_neutral(form: str, header: str) -> str:
    """A header without the words between others that its form says anyhow: 走访辖区企业."""
    return reduce(lambda words, one: words.replace(one, ""), NEUTRAL_IN.get(form, ()), header)


@cache
def _alphabet(form: str) -> frozenset[str]:
    """Every character of the words that a form knows: a header with any other one says something else."""
    names = (name for column in DATASETS[form].columns for name in _names(column, DATASETS[form]))
    counters = (one for alike in ALIKE for one in alike)
    return frozenset("".join((*names, *counters, *COUNTED, *_in_any_form().words, *_signs(form).words)))


def _named(form: str, header: str) -> str | None:
    """The one column of a form that says what the header says; of several, the one of what the header counts."""
    counter, stem = _counted(header)
    others = _columns(form, are_figures=False).get(_said(form, header), set()) or _answered(form, header)
    names = _columns(form, are_figures=True).get(_said(form, stem), set()) | others
    fitting = [name for name in names if name in others or _counts(DATASETS[form].column_of[name], counter)]
    return fitting[0] if len(fitting) == 1 and (counter or len(names) == 1) else None


def _answered(form: str, header: str) -> set[str]:
    """The columns of yes and no that a header asks for: 用地与产值是否同口径."""
    asked = header.replace(WHETHER, "", 1)
    names = _columns(form, are_figures=False).get(_said(form, asked), set()) if asked != header else set()
    return {name for name in names if DATASETS[form].column_of[name].kind is Kind.BOOLEAN}


def _counts(column: Column, counter: str) -> bool:
    """Whether a column counts what a header says it counts; a header that says nothing may count anything."""
    return counter in {"", column.unit} or any({counter, column.unit} <= alike for alike in ALIKE)


@cache
def _columns(form: str, *, are_figures: bool) -> dict[Said, set[str]]:
    """What the names of the columns of a form say, of its figures or of all others → the columns that say it."""
    found: dict[Said, set[str]] = {}
    for column in (column for column in DATASETS[form].columns if column.kind is not Kind.CODE):
        for name in _names(column, DATASETS[form]) if (column.kind in NUMBERS) == are_figures else ():
            if said := _said(form, _counted(name)[1] if are_figures else name):
                found.setdefault(said, set()).add(column.name)
    return found


def _names(column: Column, dataset: Dataset) -> Iterator[str]:
    """The names of a column; which part of another figure it is, its form says anyhow."""
    words = FIELD_WORDS.get(dataset.name, {}).get(column.name, ())
    yield from (clean(name).removeprefix("其中") for name in (column.label, *column.aliases, *words))


def _said(form: str, words: str) -> Said:
    """What words say: one sign for each group of words and for each character beside."""
    return frozenset(_signs(form).write(_in_any_form().write(words)))


def _counted(name: str) -> tuple[str, str]:
    """What the name of a figure says it counts, and the words before it, of which two signs at least are left."""
    words = _in_any_form().write(name)
    match = COUNTER.search(words)
    for at, counter in ((match.start(), match[1] or ""), (match.end(1), "")) if match and match[0] else ():
        if at >= SHORTEST:
            return counter, words[:at]
    return "", words


class Instead:
    """Words, and what is written in place of each, the longest first."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        self._pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))

    def write(self, text: str) -> str:
        """The text with what stands for its words in their place."""
        return self._pattern.sub(lambda match: self.words[match[0]], text)


@cache
def _in_any_form() -> Instead:
    return Instead(dict.fromkeys(FILLERS, "") | {word: group[0] for group in IN_ANY_FORM for word in group})


@cache
def _signs(form: str) -> Instead:
    """A sign for the words of each group of a form, and nothing for those that say nothing."""
    groups = enumerate(IN_ONE_FORM.get(form, ()), FIRST_SIGN)
    signs = {_in_any_form().write(word): chr(sign) for sign, group in groups for word in group}
    return Instead(dict.fromkeys((*NEUTRAL, *SUBJECTS.get(form, ()), *NEUTRAL_IN.get(form, ())), "") | signs)
