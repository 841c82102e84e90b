"""Headers across that no form explains → the names of the places, or of what is named within one, that a form needs."""

import re
from collections.abc import Mapping
from dataclasses import replace

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import Column, Kind
from etl.shape.across_heads import CORNER, FIGURES, OTHER_FIGURE, UNITS, Told
from etl.validate.header_rows import OF_A_TIME
from etl.validate.headers import ROW_NUMBERS, column_named

# A number that is no code of a place.
FIGURE = re.compile(r"[-+]?[0-9][0-9.,]{0,7}%?")
NOT_ACROSS = CORNER | FIGURES | UNITS | ROW_NUMBERS | {"备注", "说明"}


def with_places(dataset: str, columns: Mapping[int, Told]) -> dict[int, Told]:
    """The columns with what nobody understands as the names of places, where the form needs a place that no other column tells."""
    keyed = {column_named(dataset, one.key) for one in columns.values() if one.key}
    free = [one for one in needed(dataset) if one.name not in keyed and one.name in DATASETS[dataset].key]
    # What has a name of its own stands within a place, which the title tells.
    lacking = [one for one in free if one.kind is Kind.TEXT] or [one for one in free if one.references]
    unknown = [clean(one.words) for one in columns.values()]
    if len(lacking) != 1 or any(FIGURE.fullmatch(word) or ":" in word for word in unknown):
        return {}
    others = [word for word in unknown if OTHER_FIGURE.search(word) or OF_A_TIME.fullmatch(word)]
    places = [word for word in unknown if word and word not in NOT_ACROSS and word not in others]
    # A register tells a name from a comparison; where there are comparisons alone, nothing stands across.
    if others and not (lacking[0].references and places):
        return {}
    return {
        place: replace(one, of=(*one.of, (lacking[0].name, one.words)), words="")
        if one.words and not one.key and clean(one.words) not in NOT_ACROSS
        else one
        for place, one in columns.items()
    }


def needed(dataset: str) -> list[Column]:
    """The columns that every row of a form needs."""
    return [column for column in DATASETS[dataset].columns if column.is_required]
