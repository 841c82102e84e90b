"""Lines of their own that say whom the named figures below are of → the same rows with a column for what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from etl.parse.words import clean
from etl.shape.across import across
from etl.shape.forms import names_any
from etl.shape.table import Table
from etl.validate.grouped import NUMBERED
from etl.validate.header_rows import Merged, Row
from etl.validate.reasons import FOOTNOTE, TOTAL

FEWEST, SEARCHED = 2, 40
# In the corner over the column that is made, where what it holds is told by the form.
CORNER = "名称"


@dataclass(frozen=True)
class _Lined:
    """The rows with the new column in front, and the place in the sheet of each cell that has moved or was made."""

    rows: Sequence[Row]
    merged: Sequence[Merged]
    places: Mapping[tuple[int, int], tuple[int, int]]


def across_lines(rows: Sequence[Row], merged: Sequence[Merged], titles: Sequence[str]) -> Table | None:
    """The table with a record a row, of a sheet in which the figures named at the left come again under each line."""
    lined = _lined(rows, merged)
    table = across(lined.rows, lined.merged, titles) if lined else None
    if lined is None or table is None:
        return None
    places = {own: lined.places.get(place, place) for own, place in table.places.items()}
    return replace(table, places=places, said="单独成行的名称，按它下面各行的内容读入；" + table.said)


def _lined(rows: Sequence[Row], merged: Sequence[Merged]) -> _Lined | None:
    filled = [(number, cells) for number, cells in rows if any(cell and clean(cell) for cell in cells)]
    pairs = zip(filled[:SEARCHED], filled[1:], strict=False)
    head = next((upper[0] for upper, lower in pairs if not _is_line(upper) and _is_line(lower)), None)
    below = [row for row in filled if head is not None and row[0] > head]
    lines = [row for row in below if _is_line(row)]
    texts = {_first(cells) for _, cells in lines}
    if head is None or len(lines) < FEWEST or len(texts) < len(lines) or not _name_figures(below):
        return None
    made: list[Row] = [row for row in rows if row[0] < head]
    places: dict[tuple[int, int], tuple[int, int]] = {}
    told, line = CORNER, head
    for number, cells in (row for row in filled if row[0] >= head):
        if number > head and _is_line((number, cells)):
            told, line = NUMBERED.sub("", _first(cells)), number
            continue
        made.append((number, (told, *cells)))
        places[number, 1] = (line, 1)
        places |= {(number, place + 1): (number, place) for place in range(1, len(cells) + 1)}
    moved = [
        (top, left + (top == head), bottom, right + (top == head)) for top, left, bottom, right in merged if top <= head
    ]
    return _Lined(made, moved, places)


def _first(cells: Sequence[str | None]) -> str:
    return next((clean(cell) for cell in cells if cell and clean(cell)), "")


def _is_line(row: Row) -> bool:
    """Whether a row holds one text in its first cell, and neither a total nor a footnote."""
    texts = [clean(cell) for cell in row[1] if cell and clean(cell)]
    is_first = bool(row[1]) and bool(clean(row[1][0] or ""))
    return len(texts) == 1 and is_first and not TOTAL.fullmatch(texts[0]) and not FOOTNOTE.fullmatch(texts[0])


def _name_figures(below: Sequence[Row]) -> bool:
    """Whether each line stands over rows that all begin with the name of a figure, the same ones under all lines."""
    groups: list[list[str]] = []
    for row in below:
        if _is_line(row):
            groups.append([])
        elif groups and not FOOTNOTE.fullmatch(_first(row[1])):
            groups[-1].append(_first(row[1]))
    return all(group and all(map(names_any, group)) and group[0] == groups[0][0] for group in groups)
