"""A table in which lines of their own say of which period, kind or place the rows below are → the same with a column for it."""

import re
from collections.abc import Iterator, Sequence

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import PERIODS, Column, Kind
from etl.shape.across_heads import is_period
from etl.shape.building import Building, Placed
from etl.shape.forms import known, may_be_said
from etl.shape.table import Table
from etl.validate.choices import chosen
from etl.validate.grouped import NUMBERED
from etl.validate.header_rows import Merged, Row
from etl.validate.headers import Heading, column_named
from etl.validate.headings import headings
from etl.validate.reasons import FOOTNOTE, TOTAL
from etl.validate.said_above import choice_above

FEWEST = 2
# A row with so many names is another header; the header stands in one of the first rows.
KNOWN, SEARCHED = 3, 40
Of = tuple[str, Column]
PLACE = re.compile(r"[一-龥]{1,12}(?:村|社区|村委会|居委会|(?<!小)区|园|市场|城|网格)")
SITE = re.compile(r"[一-龥·]{2,16}(?:中心|驿站|空间|窗口|调解室|阵地|基地|站点|服务站|课堂)")


def sectioned(rows: Sequence[Row], merged: Sequence[Merged]) -> Table | None:
    """The table with a column of its sections, or None where the lines below its header are none of one column that it lacks."""
    found = [one for heading in headings(rows[:SEARCHED], merged) for one in _found(heading, rows)]
    if not found:
        return None
    heading, column, lines = max(found, key=lambda one: (_named(one[0], one[1]), one[0].first - one[0].last))
    if any(bottom > top > heading.last for top, _, bottom, _ in merged):
        return None
    return _table(heading, column, rows, lines)


def _found(heading: Heading, rows: Sequence[Row]) -> Iterator[tuple[Heading, Of, dict[int, str]]]:
    """The heading with the column of each form that the lines below it tell, and the lines with their rows."""
    below = ((number, cells) for number, cells in rows if number > heading.last and _texts(cells))
    first = next(below, None)
    if first is None or not _is_line(first[1]):
        return
    body = [first, *below]
    above = [cell for number, cells in rows if number < heading.first for cell in cells if cell]
    if any(known(cells) >= KNOWN for _, cells in body):
        return
    written = {number: NUMBERED.sub("", _texts(cells)[0]) for number, cells in body if _is_line(cells)}
    if len(written) < FEWEST or len(set(written.values())) < len(written):
        return
    for name in heading.forms(FEWEST):
        lines = _without_label(written, name)
        texts = list(lines.values())
        dataset = DATASETS[name]
        named = set(heading.columns(name))
        lacking = [one for one in dataset.columns if one.is_required and one.name not in named]
        told = [one for one in lacking if one.name in dataset.key and all(_tells(one, text) for text in texts)]
        others = [one for one in lacking if one not in told]
        if len(told) == 1 and all(may_be_said(one) or choice_above(one, dataset, above, ()) for one in others):
            yield heading, (name, told[0]), lines


def _without_label(lines: dict[int, str], dataset: str) -> dict[int, str]:
    """The lines without the one label, a name of a column, that stands before each: 服务队类别：青年突击."""
    labels = {label for label, mark, _ in (text.partition(":") for text in lines.values()) if mark}
    is_one = len(labels) == 1 and all(":" in text for text in lines.values())
    if not is_one or column_named(dataset, labels.pop()) is None:
        return lines
    return {number: text.partition(":")[2].strip() for number, text in lines.items()}


def _named(heading: Heading, of: Of) -> int:
    """How many columns of a form a heading names."""
    return len(set(filter(None, heading.columns(of[0]))))


def _texts(cells: Sequence[str | None]) -> list[str]:
    return [clean(cell) for cell in cells if cell and clean(cell)]


def _is_line(cells: Sequence[str | None]) -> bool:
    """Whether a row holds one text, and neither a total nor a footnote."""
    texts = _texts(cells)
    return len(texts) == 1 and not TOTAL.fullmatch(texts[0]) and not FOOTNOTE.fullmatch(texts[0])


def _tells(column: Column, text: str) -> bool:
    if column.area_levels:
        return bool(PLACE.fullmatch(text))
    if column.references == "service_sites.site_code":
        return bool(SITE.fullmatch(text))
    if column.kind is Kind.CHOICE:
        return chosen(column, text) is not None
    return column.kind in PERIODS and is_period(column, text)


def _table(heading: Heading, of: Of, rows: Sequence[Row], lines: dict[int, str]) -> Table:
    """The rows below the header, each with what the line above it says."""
    name, column = of
    building = Building(heading.first, [row for row in rows if row[0] < heading.first])
    width = max(len(cells) for _, cells in rows)
    texts = [heading.text(place, name) for place in range(len(heading.texts))]
    building.head(
        [(column.label, (heading.last, 1)), *((text, (heading.last, at)) for at, text in enumerate(texts, 1))]
    )
    told, line = "", heading.last
    for number, cells in rows:
        if number in lines:
            told, line = lines[number], number
        elif number > heading.last:
            own: list[Placed] = [
                ((cells[at] if at < len(cells) else "") or "", (number, at + 1)) for at in range(width)
            ]
            texts = _texts(cells)
            is_record = len(texts) > 1 and not any(map(TOTAL.fullmatch, texts)) and not FOOTNOTE.fullmatch(texts[0])
            building.record(number, [(told if is_record else "", (line, 1)), *own])
    return building.table(f"单独成行的“{'、'.join(lines.values())}”，按它下面各行的{column.label}读入。")
