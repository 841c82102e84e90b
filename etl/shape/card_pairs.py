"""A row of a card → the names in it, each with the value behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.parse.words import clean
from etl.validate.headers import column_named
from etl.validate.units import unit_word

LABELLED = re.compile(r"(?P<label>[^:]{1,20}):(?P<value>.+)", re.DOTALL)
# What stands before a value and is none of the form's names is a name all the same only in words.
CHINESE = re.compile("[一-龥]{2}")
Place = tuple[int, int]


@dataclass(frozen=True)
class Pair:
    """A name and the value behind it, each with its place (row, column); `column` is that of the form, if any."""

    label: str
    column: str | None
    at: Place
    value: str
    value_at: Place


def pairs_of(number: int, cells: Sequence[str | None], dataset: str) -> list[Pair] | None:
    """The names of a row with the values behind them, which may be empty; none where the row names no column.

    None where something stands there that is neither a name, nor the value of one, nor its unit, or where two names
    stand side by side: what leaves no room for a value is the header of a table.
    """
    found: list[Pair] = []
    label: tuple[int, str, str | None] | None = None
    is_whole = True
    for place, cell in enumerate(cells, 1):
        text = (cell or "").strip()
        if not clean(text):
            continue
        column = column_named(dataset, text)
        if pair := _inside(number, place, text, dataset):
            found += [*_without_value(number, label), pair]
            label = None
        elif column and label and label[2] and place == label[0] + 1:
            return None
        elif column or (label is None and not _is_unit_of(found, text)):
            found += _without_value(number, label)
            is_whole &= label is None or label[2] is not None
            label = (place, text, column)
        elif label:
            is_whole &= label[2] is not None or bool(CHINESE.search(label[1]))
            found.append(Pair(label[1], label[2], (number, label[0]), text, (number, place)))
            label = None
        else:
            found[-1] = replace(found[-1], label=f"{found[-1].label}（{clean(text)}）")
    found += _without_value(number, label)
    is_whole &= label is None or label[2] is not None
    if not any(pair.column for pair in found):
        return []
    return found if is_whole else None


def others_of(number: int, cells: Sequence[str | None]) -> list[Pair]:
    """The pairs of a row that names no column, where names and values take turns in it."""
    filled = [(place, cell.strip()) for place, cell in enumerate(cells, 1) if cell and clean(cell)]
    pairs = list(zip(filled[::2], filled[1::2], strict=False))
    if len(filled) % 2 or not all(CHINESE.search(label) and ":" not in clean(label) for (_, label), _ in pairs):
        return []
    return [Pair(label, None, (number, place), value, (number, at)) for (place, label), (at, value) in pairs]


def _inside(number: int, place: int, text: str, dataset: str) -> Pair | None:
    """A name and its value in one cell: 企业：某某公司."""
    if (parts := LABELLED.fullmatch(clean(text))) and (column := column_named(dataset, parts["label"])):
        return Pair(parts["label"], column, (number, place), parts["value"].strip(), (number, place))
    return None


def _is_unit_of(found: Sequence[Pair], text: str) -> bool:
    return bool(found and found[-1].value and unit_word(text))


def _without_value(number: int, label: tuple[int, str, str | None] | None) -> list[Pair]:
    """The name that waited for a value, where it is one of the form."""
    if label is None or label[2] is None:
        return []
    return [Pair(label[1], label[2], (number, label[0]), "", (number, label[0]))]
