"""A sheet of cards, in which each figure stands behind its name → one row a card under one row of headers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import PERIODS, Kind
from etl.shape.across_heads import OTHER_FIGURE
from etl.shape.building import Building
from etl.shape.card_pairs import LABELLED, Pair, others_of, pairs_of
from etl.shape.forms import may_be_said
from etl.shape.table import Table
from etl.validate.header_rows import Row
from etl.validate.headers import columns_named
from etl.validate.titles import other_figures

# A card names so many columns of its form, in so many rows.
FEWEST, FEWEST_ROWS = 3, 2
# The most signs that stand in a cell of such a kind; a text may be of any length.
LONGEST = dict.fromkeys((*PERIODS, Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.INSTANT), 16) | dict.fromkeys(
    (Kind.CHOICE, Kind.CODE), 20
)
# Over the values: which period they are of is for a table to read.
OTHER_TIME = re.compile(r"累计|(?<![本当])[年季]度?末?$|\d月|(?<!\d)20\d\d|[1-4一二三四]季|排名|名次|位次")


@dataclass
class _Card:
    """The pairs of one card, in the order of the sheet; `last` is its last row."""

    pairs: list[Pair] = field(default_factory=list)
    last: int = 0


def cards(rows: Sequence[Row]) -> Table | None:
    """The cards of a sheet as a table, or None where it holds none."""
    found = [(len(names), name) for name, own in _naming(rows).items() if (names := _named(own, name))]
    if not found:
        return None
    name = max(found)[1]
    parted = _parted(rows, name)
    if parted is None:
        return None
    pairs, lines = parted
    columns = {pair.column for pair in pairs if pair.column}
    used_rows = {pair.at[0] for pair in pairs if pair.column}
    dataset = DATASETS[name]
    required = {column.name for column in dataset.columns if column.is_required and not may_be_said(column)}
    if len(columns) < FEWEST or len(used_rows) < FEWEST_ROWS or not columns - set(dataset.key):
        return None
    if len(columns & required) * 2 < len(required) or _explains(pairs, name):
        return None
    return _table(_told_apart(pairs), lines)


def _explains(pairs: Sequence[Pair], dataset: str) -> bool:
    """Whether what stands behind the names tells what belongs there, as the explanations of a blank form do.

    A number, a date or a choice is short; where most that should be one are sentences, nothing was filled in.
    """
    kinds = {column.name: column.kind for column in DATASETS[dataset].columns}
    told = [(pair.value, LONGEST.get(kinds[pair.column])) for pair in pairs if pair.column and pair.value]
    known = [len(clean(value)) > longest for value, longest in told if longest]
    return sum(known) * 2 > len(known)


def _naming(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Form → the rows in which some cell names one of its columns; in no others does it have a pair."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        texts = [text for cell in row[1] if cell and (text := cell.strip())]
        labels = [parts["label"] for text in texts if ":" in clean(text) and (parts := LABELLED.fullmatch(clean(text)))]
        for form in {form for text in (*texts, *labels) for form in columns_named(text)}:
            found[form].append(row)
    return found


def _named(rows: Sequence[Row], dataset: str) -> set[str]:
    """The columns of a form that stand as names in a sheet, each with something behind it."""
    named = (pair for number, cells in rows for pair in pairs_of(number, cells, dataset) or ())
    return {pair.column for pair in named if pair.column and pair.value}


def _parted(rows: Sequence[Row], dataset: str) -> tuple[list[Pair], list[Row]] | None:
    """All pairs of a sheet, and the rows that hold none; None where a row of pairs holds more than pairs."""
    pairs: list[Pair] = []
    lines: list[Row] = []
    for number, cells in rows:
        own = pairs_of(number, cells, dataset)
        if own is None:
            return None
        if own:
            pairs += own
        else:
            lines.append((number, tuple(cells)))
    # What a card says besides between its other pairs: 所在园区 and its value.
    if any(_heads_others(line, pairs) for line in lines):
        return None
    inner = {number: others_of(number, cells) for number, cells in lines if _is_between(number, pairs)}
    found = sorted([*pairs, *(pair for own in inner.values() for pair in own)], key=lambda pair: pair.at)
    return found, [line for line in lines if not inner.get(line[0])]


def _heads_others(line: Row, pairs: Sequence[Pair]) -> bool:
    """Whether a line right above values says that they are of another time, planned or differences."""
    number, cells = line
    if sum(bool(cell and clean(cell)) for cell in cells) < FEWEST_ROWS:
        return False
    below = {pair.value_at[1] for pair in pairs if pair.at[0] == number + 1}
    words = [clean(cells[place - 1] or "") for place in below if place <= len(cells)]
    return any(OTHER_FIGURE.search(word) or OTHER_TIME.search(word) or other_figures(word) for word in words)


def _is_between(number: int, pairs: Sequence[Pair]) -> bool:
    return any(pair.at[0] < number for pair in pairs) and any(pair.at[0] > number for pair in pairs)


def _told_apart(pairs: Sequence[Pair]) -> list[_Card]:
    """The pairs of each card: a new one begins where the first name of the first comes again."""
    first = next(pair.column for pair in pairs if pair.column)
    found: list[_Card] = []
    for pair in pairs:
        if not found or (pair.column == first and any(one.column == first for one in found[-1].pairs)):
            found.append(_Card())
        found[-1].pairs.append(pair)
        found[-1].last = max(found[-1].last, pair.at[0], pair.value_at[0])
    return found


def _table(found: Sequence[_Card], lines: Sequence[Row]) -> Table:
    columns = _columns(found)
    building = Building(min(pair.at[0] for pair in found[0].pairs), lines)
    building.head([(same[0].label, same[0].at) for same in columns])
    for card in found:
        own = {id(pair) for pair in card.pairs}
        pairs = [next((pair for pair in same if id(pair) in own), None) for same in columns]
        building.record(card.last, [(pair.value, pair.value_at) if pair else ("", (card.last, 1)) for pair in pairs])
    several = f"{len(found)} 张卡片" if len(found) > 1 else "一张卡片"
    return building.table(f"表是{several}，每一项按它前面的栏目读入，一张卡片算一行。")


def _columns(found: Sequence[_Card]) -> list[list[Pair]]:
    """The pairs of all cards that have one name; what a card names twice makes two columns of that name."""
    columns: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for card in found:
        names = Counter[str]()
        for pair in card.pairs:
            name = pair.column or clean(pair.label)
            names[name] += 1
            columns[name, names[name]].append(pair)
    return list(columns.values())
