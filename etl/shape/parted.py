"""A sheet in which the columns of the same rows stand in parts below each other → one table with all of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from etl.datasets import DATASETS
from etl.parse.numbers import parse_number
from etl.parse.words import clean
from etl.shape.building import Building, Placed
from etl.shape.table import Table
from etl.validate.header_rows import Merged, Row, is_numbering
from etl.validate.headers import column_named

NUMBER, PLACED = re.compile(r"\d+"), re.compile("[一-龥]{1,6}(?:村|社区|园|市场)")
# A header of a part names what the rows are of, and a figure.
FEWEST = 2


@dataclass(frozen=True)
class Part:
    """A row of headers and the records below it, down to the line above the next one."""

    header: Row
    records: tuple[Row, ...]

    def key_of(self, record: Row) -> str:
        """What the first column says that a record is of."""
        return clean(_at(record, self.key))

    @property
    def key(self) -> int:
        """The place of the first column."""
        return next(place for place, cell in enumerate(self.header[1]) if cell and clean(cell))

    @property
    def others(self) -> list[tuple[int, str]]:
        """The places and headers of all other columns."""
        return [
            (place, cell.strip())
            for place, cell in enumerate(self.header[1])
            if cell and clean(cell) and place != self.key
        ]


def parted(rows: Sequence[Row], merged: Sequence[Merged]) -> Table | None:
    """The table of all parts, or None where there are not several with the same rows and other columns of one form."""
    if any(bottom > top for top, _, bottom, _ in merged):
        return None
    parts = _parts(rows)
    if len(parts) < 2 or not _are_alike(parts) or not any(_is_form(name, parts) for name in DATASETS):
        return None
    if _tells_else(rows, parts):
        return None
    first = parts[0].header[0]
    inside = {number for part in parts for number, _ in (part.header, *part.records)}
    building = Building(first, [(number, tuple(cells)) for number, cells in rows if number not in inside])
    building.head(
        [_placed(parts[0].header, parts[0].key), *(_placed(part.header, at) for part in parts for at, _ in part.others)]
    )
    of_key = [{part.key_of(record): record for record in part.records} for part in parts]
    for record in parts[0].records:
        same = [own[parts[0].key_of(record)] for own in of_key]
        figures = [_placed(one, at) for one, part in zip(same, parts, strict=True) for at, _ in part.others]
        building.record(record[0], [_placed(record, parts[0].key), *figures])
    return building.table(f"同样的行分 {len(parts)} 部分填写，各部分的列合成一张表读入。")


def _at(row: Row, place: int) -> str:
    cells = row[1]
    return (cells[place] or "") if place < len(cells) else ""


def _placed(row: Row, place: int) -> Placed:
    return _at(row, place), (row[0], place + 1)


def _parts(rows: Sequence[Row]) -> list[Part]:
    """The rows that are headers of some form and hold no figure, each with the records below it."""
    heads = [place for place, (_, cells) in enumerate(rows) if _is_header(cells)]
    return [
        Part(rows[head], tuple(row for row in rows[head + 1 : end] if _is_record(row[1])))
        for head, end in pairwise([*heads, len(rows)])
    ]


def _is_header(cells: Sequence[str | None]) -> bool:
    texts = [clean(cell) for cell in cells if cell and clean(cell)]
    named = (sum(column_named(name, text) is not None for text in texts) for name in DATASETS)
    return len(texts) >= FEWEST and not any(map(parse_number, texts)) and max(named) >= FEWEST


def _is_record(cells: Sequence[str | None]) -> bool:
    return sum(bool(cell and clean(cell)) for cell in cells) > 1 and not is_numbering(cells)


def _are_alike(parts: Sequence[Part]) -> bool:
    """Whether all parts have the same rows under the same first header, each once, and every other header stands once."""
    keys = [[part.key_of(record) for record in part.records] for part in parts]
    firsts = {clean(_at(part.header, part.key)) for part in parts}
    others = [clean(text) for part in parts for _, text in part.others]
    is_same = all(sorted(own) == sorted(keys[0]) for own in keys) and len(set(keys[0])) == len(keys[0]) > 0
    return is_same and len(firsts) == 1 and len(set(others)) == len(others)


def _tells_else(rows: Sequence[Row], parts: Sequence[Part]) -> bool:
    """Whether a line between the parts tells a number or a place that no line above all of them does: another quarter, another village."""
    lines = {number: "".join(clean(cell) for cell in cells if cell) for number, cells in rows if not _is_record(cells)}
    above = "".join(text for number, text in lines.items() if number < parts[0].header[0])
    last = parts[-1].header[0]
    between = "".join(text for number, text in lines.items() if parts[0].header[0] < number < last)
    return any(said not in above for pattern in (NUMBER, PLACED) for said in pattern.findall(between))


def _is_form(name: str, parts: Sequence[Part]) -> bool:
    """Whether each part has columns of a form, and the parts have none of it twice."""
    named = [[column_named(name, text) for _, text in part.others] for part in parts]
    known = [column for own in named for column in own if column]
    return all(sum(column is None for column in own) <= len(own) // 4 for own in named) and len(set(known)) == len(
        known
    )
