"""A sheet whose names stand down the side, a record a column → the same table with its names across."""

from collections.abc import Sequence

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import PERIODS
from etl.shape.across_heads import FIGURES, UNITS
from etl.shape.building import Building
from etl.shape.table import Table
from etl.validate.header_rows import Row, is_numbering
from etl.validate.headers import column_named, columns_named
from etl.validate.reasons import PART
from etl.validate.said_above import choice_above

FEWEST = 3
# What offices write into the corner between the names at the side and the records across.
CORNER = frozenset((
    "", "指标", "项目", "指标名称", "项目名称", "名称", "内容", "工作内容", "工作项目", "工作指标",
    "统计内容", "栏目", "类别",
))  # fmt: skip


def turned(rows: Sequence[Row]) -> Table | None:
    """The turned table, or None where no names of one form stand down one side with several records beside them."""
    count, name, side = _side(rows)
    if count < FEWEST:
        return None
    body = [(number, cells) for number, cells in rows if _names(number, cells, name, side, rows)]
    width = max(len(cells) for _, cells in body)
    records = [place for place in range(side + 1, width) if sum(_is_filled(cells, place) for _, cells in body) > 1]
    across = [cells[place] or "" for _, cells in body for place in range(side + 1, len(cells))]
    # What stands there is then no record, but the unit and the value of each figure.
    is_listed = any(clean(cell or "") in UNITS | FIGURES for _, cells in body for cell in cells[side + 1 :])
    has_more = is_listed or any(_is_filled(cells, place) for _, cells in body for place in range(side))
    if len(records) < 2 or has_more or any(column_named(name, text) for text in across if text):
        return None
    titles = [cell for number, cells in rows if number < body[0][0] for cell in cells if cell]
    labels = _labels(body, name, side, titles)
    inside = {number for number, _ in body}
    building = Building(body[0][0], [(number, tuple(cells)) for number, cells in rows if number not in inside])
    building.head([(label, (number, side + 1)) for label, (number, _) in zip(labels, body, strict=True)])
    for order, place in enumerate(records, 1):
        own = [((cells[place] or "") if place < len(cells) else "", (number, place + 1)) for number, cells in body]
        building.record(body[0][0] + order, own)
    return building.table("表的栏目在左边，每一列是一条，按列读入。")


def _is_filled(cells: Sequence[str | None], place: int) -> bool:
    return place < len(cells) and bool(clean(cells[place] or ""))


def _side(rows: Sequence[Row]) -> tuple[int, str, int]:
    """How many columns of one form stand below each other, of which form, in which column of the sheet."""
    named: dict[str, dict[int, set[str]]] = {name: {} for name in DATASETS}
    for _, cells in rows:
        for place, cell in enumerate(cells):
            for name, column in columns_named(cell).items() if cell and clean(cell) else ():
                named[name].setdefault(place, set()).add(column)
    sides = [(len(columns), name, place) for name, places in named.items() for place, columns in places.items()]
    return max(sides, key=lambda side: side[0], default=(0, next(iter(DATASETS)), 0))


def _names(number: int, cells: Sequence[str | None], name: str, side: int, rows: Sequence[Row]) -> bool:
    """Whether a row is one of names and records: its side names a column, or it stands right above or among those."""
    if is_numbering(cells) or sum(_is_filled(cells, place) for place in range(len(cells))) < 2:
        return False
    named = [at for at, other in rows if _is_filled(other, side) and column_named(name, other[side] or "")]
    last = max(named)
    # What is a part of the last figure stands below it.
    while any(
        at == last + 1 and _is_filled(other, side) and PART.fullmatch(clean(other[side] or "")) for at, other in rows
    ):
        last += 1
    first = min(named) - 1
    # 甲 乙 丙 number the columns.
    while any(at == first and is_numbering(other) for at, other in rows):
        first -= 1
    return first <= number <= last


def _labels(body: Sequence[Row], name: str, side: int, titles: Sequence[str]) -> list[str]:
    """The names; the corner is the one column that a record needs and that no other row names."""
    texts = [(cells[side] or "").strip() if side < len(cells) else "" for _, cells in body]
    known = {column_named(name, text) for text in texts if text}
    absent = [
        column
        for column in DATASETS[name].columns
        if column.is_required and column.name not in known and not choice_above(column, DATASETS[name], titles, ())
    ]
    # The title may say the period.
    absent = [column for column in absent if column.kind not in PERIODS] or absent
    if len(absent) == 1 and clean(texts[0]) in CORNER:
        texts[0] = absent[0].label
    return texts
