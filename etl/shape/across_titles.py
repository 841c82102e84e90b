"""The lines above a table in which no header names a figure → the one figure of a form that they name or count."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import NUMBERS, Column
from etl.shape.across_heads import OTHER_FIGURE
from etl.validate.units import fitting, stated_in_header, stated_in_title
from etl.validate.wordings import supposed_words

# Other names of so few characters are as often parts of other words.
SHORT = 2
Spellings = Sequence[tuple[str, Column]]


@lru_cache(1 << 14)
def figure_in(dataset: str, text: str) -> str:
    """The one figure of a form that a title names, with its unit in brackets behind it; empty where there is not one.

    What is only supposed to mean a figure counts where the title names none outright.
    """
    words = clean(text).replace(DATASETS[dataset].label, "")
    if OTHER_FIGURE.search(words):
        return ""
    return next(filter(None, (_named(spellings, words) for spellings in _spellings(dataset))), "")


@cache
def _spellings(dataset: str) -> tuple[Spellings, Spellings]:
    """The names of the figures of a form, made comparable: those that are sure, and those that are supposed."""
    figures = [column for column in DATASETS[dataset].columns if column.kind in NUMBERS]
    surely = tuple(
        (clean(word), one)
        for one in figures
        for word in (one.label, *(word for word in one.aliases if len(word) > SHORT))
    )
    # What is no part of the figure's own name stands in titles of anything: 企业, 活动.
    supposed = tuple(
        (clean(word), one) for one in figures for word in supposed_words(one, DATASETS[dataset]) if word in one.label
    )
    return surely, supposed


def _named(spellings: Spellings, words: str) -> str:
    names = {spelling: column for spelling, column in spellings if spelling in words}
    longest = [one for one in names if not any(one != other and one in other for other in names)]
    if len({names[one].name for one in longest}) != 1:
        return ""
    remark = re.search(re.escape(longest[0]) + r"(\([^()]{1,8}\))", words)
    has_unit = remark and fitting(stated_in_header(remark[0]).units, names[longest[0]])
    return remark[0] if remark and has_unit else longest[0]


def figure_counted(dataset: str, texts: Sequence[str]) -> str:
    """The one figure of a form that is counted in the one unit which titles note, with it: 单位：人次."""
    units = {unit for text in texts for unit in stated_in_title(text).units}
    own = [column for column in DATASETS[dataset].columns if column.kind in NUMBERS and column.unit in units]
    return own[0].header if len(units) == 1 and len(own) == 1 and own[0].is_required else ""
