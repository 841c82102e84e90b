"""The first rows of a sheet → the rows that are its headers, one text a column, whatever stands in one or two rows."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import NUMBERS, Dataset
from etl.validate.loosened import SUBJECTS, of_a_place, parts_of, without_more, without_subject
from etl.validate.said_otherwise import said_otherwise
from etl.validate.units import BRACKETED, BRACKETS, without_unit
from etl.validate.wordings import SENDERS, likely_words, supposed_words, sure_words

# What offices write round the name of a column: 1.总产值, *总产值, 本季总产值.
AROUND = re.compile(
    r"^(?:[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)]?[.、:]|[(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)]|[*★※#])+|^(?:(?:本季度?|当季度?|本月|当月|本期)数?|[季月期]末数)(?=[一-龥]{2})"
)
# In brackets behind a figure's name: the figure of another time, a part of it, or none of what was done.
ANOTHER = re.compile(
    r"上年|去年|同期|同比|环比|上季|上月|上期|前期|年初|计划|目标|任务|预计|预算|增长|增速|增量|增减|占比|比重|累计|其中|人均|月均|平均"
    r"|(?<!含\d)\d岁|不含(?!.{0,3}税)|除外|以来|至今"
)
ENGLISH_BEHIND = re.compile(r"(?<=[一-龥])\s+[A-Za-z][A-Za-z .&/'-]*$")
CHINESE = re.compile("[一-龥]")
MARKS = re.compile(r"[\s*:_·※★①-⑳]|(?<![a-zA-Z])[¹²³]")


@lru_cache(1 << 15)
def bare(header: str) -> str:
    """A header as it is compared: without brackets, units, blanks, marks, numbering and its own words in English."""
    words = MARKS.sub("", ENGLISH_BEHIND.sub("", without_unit(header))).lower()
    return AROUND.sub("", words) or words


def _plain(header: str) -> str:
    return re.sub(r"[\s*:]", "", clean(header)).lower()


def _is_of_another(header: str) -> bool:
    """Whether brackets say that this is another figure than the words before them: 总产值（上年同期）, 总产值（累计）."""
    return any(map(ANOTHER.search, BRACKETED.findall(clean(header).translate(BRACKETS))))


@lru_cache(1 << 15)
def spelt(header: str) -> tuple[str, str]:
    """A header as it is compared, with what stands in brackets and without it."""
    return _plain(header), "" if _is_of_another(header) else bare(header)


# Form → its words for each column that can mean no other one.
SURE = {name: sure_words(dataset, bare) for name, dataset in DATASETS.items()}


def _spellings(dataset: Dataset) -> dict[str, str]:
    """Every comparable spelling of a header → the column's name."""
    spelled = [
        (spelling, column.name)
        for column in dataset.columns
        for spelling in (column.name, *column.aliases, column.label)
    ]
    exact = {form(spelling): name for form in (bare, _plain) for spelling, name in spelled}
    # 党员数 is also headed 党员, and 户籍人口 also 户籍人口数; never where another column is called so.
    counted = {
        other: name
        for spelling, name in exact.items()
        if dataset.column_of[name].kind in NUMBERS
        for other in (f"{spelling}数", spelling.removesuffix("数"))
        if len(other) > 1
    }
    return likely_words(dataset, bare) | SURE[dataset.name] | counted | exact


SPELLINGS = {name: _spellings(dataset) for name, dataset in DATASETS.items()}
# Form → the spellings of its own labels and aliases.
EXACT = {
    name: {
        form(word) for column in dataset.columns for word in (column.label, *column.aliases) for form in (bare, _plain)
    }
    for name, dataset in DATASETS.items()
}
# Form → the words that are only supposed to mean a column.
SUPPOSED = {
    name: {bare(word) for column in dataset.columns for word in supposed_words(column, dataset)}
    - EXACT[name]
    - set(SURE[name])
    for name, dataset in DATASETS.items()
}
# Spelling → the forms with a column so headed → that column.
FORMS_OF: dict[str, dict[str, str]] = {}
for _form, _known in SPELLINGS.items():
    for _spelling, _name in _known.items():
        FORMS_OF.setdefault(_spelling, {})[_form] = _name


@lru_cache(1 << 15)
def columns_named(header: str) -> dict[str, str]:
    """Each form that has a column so headed → that column, by words it is known by or by others that say the same."""
    return said_otherwise(spelt(header)[1]) | _by_name(header)


@lru_cache(1 << 15)
def _by_name(header: str) -> dict[str, str]:
    """What a header names as it stands, or else without its brackets."""
    plain, bared = spelt(header)
    return _loosely(header, bared) | FORMS_OF.get(bared, {}) | FORMS_OF.get(plain, {})


def _loosely(header: str, bared: str) -> dict[str, str]:
    """What a header names once the words are left out that say nothing more; the column must be one of its form."""
    if not bared:
        return {}
    found: dict[str, str] = {}
    for word in without_more(bared):
        found = dict(FORMS_OF.get(word, {})) | found
    if place := of_a_place(bared):
        found = {form: name for form, name in FORMS_OF.get(place, {}).items() if _is_place(form, name)} | found
    for form in SUBJECTS if CHINESE.search(bared) else ():
        for word in (word for one in (bared, *without_more(bared)) for word in without_subject(form, one)):
            if word in SPELLINGS[form]:
                found.setdefault(form, SPELLINGS[form][word])
    return found | _of_parts(header)


def _is_place(form: str, name: str) -> bool:
    """Whether a column holds places: areas, or the sites in them."""
    return DATASETS[form].column_of[name].references in {"areas.area_code", "service_sites.site_code"}


def _of_parts(header: str) -> dict[str, str]:
    """What all words of a header with strokes in it name alike: 网格/项目, 村/园区, 企业/单位."""
    named = [columns_named(part) for part in parts_of(BRACKETED.sub("", header.translate(BRACKETS)), SENT_BY)]
    told: dict[str, set[str]] = {}
    for form, name in (pair for one in named for pair in one.items()):
        told.setdefault(form, set()).add(name)
    # 行业/企业: what is no column of the form groups the rows by what is.
    return {
        form: name
        for form, names in told.items()
        for name in names
        if len(names) == 1 and (all(form in one for one in named) or _is_subject(form, name))
    }


def _is_subject(form: str, name: str) -> bool:
    """Whether a column of the key tells by a register what a row is of."""
    return name in DATASETS[form].key and bool(DATASETS[form].column_of[name].references)


def is_loose(header: str, dataset: str) -> bool:
    """Whether a header names its column only once words are left out."""
    return not any(dataset in FORMS_OF.get(spelling, {}) for spelling in spelt(header))


@lru_cache(1 << 15)
def is_supposed(header: str, dataset: str) -> bool:
    """Whether a header nearly always, but not surely, means its column."""
    is_otherwise = dataset in columns_named(header) and dataset not in _by_name(header)
    return is_otherwise or any(spelling in SUPPOSED[dataset] for spelling in spelt(header))


@lru_cache(1 << 15)
def _gives_way(header: str, dataset: str) -> bool:
    """Whether a header names its column only where no other one does: 队伍 beside 队伍数."""
    is_short = any(f"{spelling}数" in EXACT[dataset] and spelling not in EXACT[dataset] for spelling in spelt(header))
    return is_short or is_loose(header, dataset) or is_supposed(header, dataset)


def column_named(dataset: str, header: str) -> str | None:
    """The column that a header spells, or None."""
    return columns_named(header).get(dataset)


# Columns that only number the rows.
ROW_NUMBERS = frozenset({"序号", "序 号", "行号", "行次", "编号", "No", "No."})


SENT_BY = frozenset(map(bare, SENDERS))
# Beside the names of figures, 单位 is what they are counted in.
UNITS_BESIDE = frozenset({"指标", "指标名称", "项目", "项目名称", "统计指标", "统计项目", "数值", "数量", "计量单位"})


def _is_exact(texts: Sequence[str], dataset: str) -> bool:
    """Whether a header is one that the form declares, and no other word for it."""
    return any(form in EXACT[dataset] for text in texts for form in spelt(text))


def _says(texts: Sequence[str], label: str) -> bool:
    """Whether a header has the name of its column in it: 所属网格."""
    return any(label in clean(text) for text in texts)


@dataclass(frozen=True)
class Heading:
    """Header rows `first` to `last` of a sheet; `texts` holds for every column what it may be called, the best first."""

    first: int
    last: int
    texts: tuple[tuple[str, ...], ...]

    def columns(self, dataset: str) -> list[str | None]:
        """For every column of the sheet the name of the form's column that it is."""
        found = [next((named[dataset] for named in columns if dataset in named), None) for columns in self._named]
        found = self._with_senders(found, DATASETS[dataset])
        areas = {column.name for column in DATASETS[dataset].columns if column.area_levels}
        is_sure = [
            name is not None and (_is_exact(texts, dataset) or _says(texts, DATASETS[dataset].column_of[name].label))
            for name, texts in zip(found, self.texts, strict=True)
        ]
        sure = {name for name, is_so in zip(found, is_sure, strict=True) if name in areas and is_so}
        tight = {
            name
            for name, texts in zip(found, self.texts, strict=True)
            if name and not all(_gives_way(text, dataset) for text in texts)
        }
        # 序号 only counts the rows where another column is the one that it may also mean; so does another word for an area.
        return [
            None
            if name
            and found.count(name) > 1
            and (
                any(text in ROW_NUMBERS for text in texts)
                or (name in sure and not is_so)
                or (name in tight and all(_gives_way(text, dataset) for text in texts))
            )
            else name
            for name, texts, is_so in zip(found, self.texts, is_sure, strict=True)
        ]

    def _with_senders(self, found: list[str | None], dataset: Dataset) -> list[str | None]:
        """The columns found, and 单位 or 填报单位 as that of the areas where no other header tells them."""
        area = next(
            (column.name for column in dataset.columns if column.area_levels and column.name in dataset.key), None
        )
        words = [{bare(text) for text in texts} for texts in self.texts]
        senders = [place for place, texts in enumerate(words) if texts & SENT_BY]
        tells_else = area in found or any(texts & UNITS_BESIDE for texts in words)
        if area is None or len(senders) != 1 or found[senders[0]] or tells_else:
            return found
        return [area if place == senders[0] else name for place, name in enumerate(found)]

    def forms(self, fewest: int) -> list[str]:
        """The forms of which at least so many columns of the sheet have a name."""
        counts = Counter(form for columns in self._named for form in {form for named in columns for form in named})
        return [form for form, count in counts.items() if count >= fewest]

    @cached_property
    def _named(self) -> tuple[tuple[Mapping[str, str], ...], ...]:
        """What each text of each column names in the forms, for every form is tried."""
        return tuple(tuple(filter(None, map(columns_named, texts))) for texts in self.texts)

    def text(self, place: int, dataset: str) -> str:
        """The header over a column, in the words that name it most surely or else in all its words."""
        texts = self.texts[place]
        named = sorted(
            (text for text in texts if column_named(dataset, text)), key=lambda text: is_supposed(text, dataset)
        )
        return named[0] if named else max(texts, key=len, default="")
