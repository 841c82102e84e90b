"""A sheet that holds several tables, below or beside each other → the tables, each at its place."""

from collections.abc import Sequence

from etl.addresses import address
from etl.datasets import DATASETS
from etl.parse.numbers import parse_decimal
from etl.parse.words import clean
from etl.shape.forms import Zone, forms_of, names_any, zones
from etl.shape.table import Table
from etl.validate.header_rows import Merged, Row
from etl.validate.headers import Heading, bare
from etl.validate.reasons import TOTAL

# A line between two tables has no more texts than that.
LINE = 2


def split(rows: Sequence[Row], merged: Sequence[Merged]) -> list[Table]:
    """The tables of a sheet; one without a block where there is nothing to part."""
    placed = [(begin, *one) for begin, part in _below(rows, merged) for one in _beside(part, merged)]
    if len(placed) < 2:
        return [Table(rows, merged)]
    found = [part for _, part, _ in placed]
    blocks = [address(begin, column + 1) for begin, _, column in placed]
    said = f"工作表里有 {len(found)} 张表（{'、'.join(f'{block} 起' for block in blocks)}），分别读取。"
    return [
        Table(trimmed(cells), within(cells, merged), block, said="" if place else said)
        for place, (cells, block) in enumerate(zip(found, blocks, strict=True))
    ]


def _texts(cells: Sequence[str | None]) -> list[str]:
    return list(dict.fromkeys(clean(cell) for cell in cells if cell and clean(cell)))


def trimmed(rows: Sequence[Row]) -> list[Row]:
    """The rows as wide as the table: what lies right of it is another one's."""
    width = max((place for _, cells in rows for place, cell in enumerate(cells, 1) if cell and clean(cell)), default=0)
    return [(number, tuple(cells[:width])) for number, cells in rows]


def within(rows: Sequence[Row], merged: Sequence[Merged]) -> list[Merged]:
    """The merged cells that begin in one of the rows."""
    numbers = {number for number, _ in rows}
    return [span for span in merged if span[0] in numbers]


def _below(rows: Sequence[Row], merged: Sequence[Merged]) -> list[tuple[int, list[Row]]]:
    """The first row of each table and its rows; a header that only comes again at a page break begins none."""
    heads = zones(rows, merged)
    starts: list[int] = []
    for place, zone in enumerate(heads):
        start = _start(rows, zone)
        if not starts or not _goes_on(heads[place - 1], zone, has_title=start < zone.first):
            starts.append(start)
    if len(starts) < 2:
        return [(rows[0][0] if rows else 1, list(rows))]
    ends = [*starts[1:], rows[-1][0] + 1]
    parts = [[row for row in rows if start <= row[0] < end] for start, end in zip(starts, ends, strict=True)]
    parts[0] = [*(row for row in rows if row[0] < starts[0]), *parts[0]]
    begins = [part[0][0] for part in parts]
    common = _common(parts, heads)
    return list(zip(begins, [parts[0], *([*common, *part] for part in parts[1:])], strict=True))


def _common(parts: Sequence[Sequence[Row]], heads: Sequence[Zone]) -> list[Row]:
    """The lines above the first header that are of all tables: all but the last, where each table has one line of its own."""
    lines = [
        [row for row in part if row[0] < zone.first and _texts(row[1])]
        for part, zone in ((part, _first_in(part, heads)) for part in parts)
    ]
    is_alike = all(len(own) == 1 for own in lines[1:]) and len(lines[0]) > 1
    return lines[0][:-1] if is_alike else []


def _first_in(part: Sequence[Row], heads: Sequence[Zone]) -> Zone:
    numbers = {number for number, _ in part}
    return next(zone for zone in heads if zone.first in numbers)


def _goes_on(before: Zone, zone: Zone, *, has_title: bool) -> bool:
    return before.is_like(zone) and not (has_title and zone.lacks())


def _start(rows: Sequence[Row], zone: Zone) -> int:
    """The first of the lines above a header that belong to it: those behind the last gap, or all of them."""
    above = [row for row in rows if row[0] < zone.first]
    lines: list[int] = []
    for number, cells in reversed(above):
        texts = _texts(cells)
        if len(texts) > LINE or any(map(TOTAL.fullmatch, texts)) or _has_figures(texts):
            break
        if lines and number < lines[-1] - 1:
            break
        if not lines and number < zone.first - 1 and len(above) > 1:
            break
        lines.append(number)
    return lines[-1] if lines else zone.first


def _has_figures(texts: Sequence[str]) -> bool:
    """Whether a row of few texts is a record: the last of them is a figure."""
    return bool(texts) and parse_decimal(texts[-1]) is not None


def _beside(rows: list[Row], merged: Sequence[Merged]) -> list[tuple[list[Row], int]]:
    """The rows of each of the tables that stand side by side under one row of headers, and its first column."""
    heads = zones(rows, merged)
    if not heads:
        return [(rows, 0)]
    zone = heads[0]
    width = max(len(cells) for _, cells in rows)
    body = [row for row in rows if row[0] >= zone.first]
    is_filled = [any(place < len(cells) and clean(cells[place] or "") for _, cells in body) for place in range(width)]
    for cuts in (_gaps(is_filled), _repeats(zone.heading), _forms(zone.heading)):
        spans = list(zip(cuts, [*cuts[1:], width], strict=True))
        if len(spans) > 1 and all(_is_form(zone.heading, span) for span in spans):
            return [(cut(rows, zone.first, span), span[0]) for span in spans]
    return [(rows, 0)]


def _gaps(is_filled: Sequence[bool]) -> list[int]:
    """Where a table begins: the first column, and the first behind columns in which nothing stands."""
    return [place for place, filled in enumerate(is_filled) if filled and not (place and is_filled[place - 1])]


def _repeats(heading: Heading) -> list[int]:
    """Where the first header of the row comes again."""
    texts = [bare(options[0]) if options else "" for options in heading.texts]
    first = next(filter(None, texts), "")
    return [place for place, text in enumerate(texts) if text == first] if first else []


def _forms(heading: Heading) -> list[int]:
    """Where another form begins right behind the first: where most headers have a name, and more than in one form."""
    width = len(heading.texts)
    alone = max(len(set(filter(None, heading.columns(name)))) for name in DATASETS)
    if sum(any(map(names_any, texts)) for texts in heading.texts) <= alone:
        return [0]
    named = {place: (_named(heading, (0, place)), _named(heading, (place, width))) for place in range(1, width)}
    # Of several such places the last: a header that neither form knows belongs to the one before it.
    most, cut = max(((sum(both), place) for place, both in named.items() if all(both)), default=(0, 0))
    return [0, cut] if most > alone else [0]


def _named(heading: Heading, span: tuple[int, int]) -> int:
    """How many columns of a span have a name in the form that it is; 0 where it is no whole form."""
    part = _part(heading, span)
    return max((len(set(filter(None, part.columns(name)))) for name in forms_of(part)), default=0)


def _part(heading: Heading, span: tuple[int, int]) -> Heading:
    first, end = span
    texts = tuple(options if first <= place < end else () for place, options in enumerate(heading.texts))
    return Heading(heading.first, heading.last, texts)


def _is_form(heading: Heading, span: tuple[int, int]) -> bool:
    return bool(forms_of(_part(heading, span)))


def cut(rows: Sequence[Row], header: int, span: tuple[int, int]) -> list[Row]:
    """The rows of the columns of `span`; a line above the headers that says nothing here is that of all."""
    first, end = span
    found = []
    for number, cells in rows:
        own = tuple(cell if first <= place < end else None for place, cell in enumerate(cells))
        if any(cell and clean(cell) for cell in own):
            found.append((number, own))
        elif number < header:
            found.append((number, tuple(cells)))
    return found
