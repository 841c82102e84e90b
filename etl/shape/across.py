"""A sheet in which periods, kinds or places stand across, or a figure a row → the same figures, one record a row."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from etl.addresses import place_of
from etl.datasets import DATASETS
from etl.parse.numbers import parse_decimal
from etl.parse.words import clean, is_placeholder
from etl.shape.across_heads import heads
from etl.shape.across_plan import Body, Cells, Plan, figure_named, plan_of
from etl.shape.building import Building, Placed
from etl.shape.table import Table
from etl.validate.header_rows import Merged, Row, is_numbering
from etl.validate.headers import column_named
from etl.validate.reasons import FOOTNOTE
from etl.validate.said_above import labels_above, texts_above
from etl.validate.units import stated_in_header, unit_word

# A header stands in one of the first rows.
SEARCHED = 40
SHOWN = 3
Place = tuple[int, int]


def across(rows: Sequence[Row], merged: Sequence[Merged], titles: Sequence[str]) -> Table | None:
    """The table with a record a row, or None where nothing of the kind, or more than one reading of it, is there.

    `titles` are the names of the sheet and of its file; a figure that no header names may be told by them.
    """
    # One row that says everything is the header, whatever the one above it adds.
    every = sorted(heads(rows[:SEARCHED], merged), key=lambda head: (head[1], -head[0]))
    for has_places, (first, last, words) in product((False, True), every):
        above = [cell for number, cells in rows if number < first for cell in cells if cell]
        body = _body(rows, merged, last)
        told = [*above, *titles]
        plans = [plan_of(name, (first, last), words, body, told, has_places=has_places) for name in DATASETS]
        found = [(plan, table) for plan in plans if plan and (table := _table(plan, rows, body, merged))]
        if found:
            most = max(len(plan.columns()) for plan, _ in found)
            best = [table for plan, table in found if len(plan.columns()) == most]
            return best[0] if len(best) == 1 else None
    return None


def _body(rows: Sequence[Row], merged: Sequence[Merged], last: int) -> Body:
    """The filled cells of the rows below a header by their places; a cell merged downwards stands in all its rows.

    The row right below that only numbers the columns (甲 乙 丙 1 2) is none of them, nor is one of notes or signatures.
    """
    body = {
        number: {place: cell.strip() for place, cell in enumerate(cells) if cell and clean(cell)}
        for number, cells in rows
        if number > last and not (number == last + 1 and is_numbering(cells)) and not _is_signed(cells)
    }
    for top, left, bottom, _ in merged:
        text = body.get(top, {}).get(left - 1)
        for number in range(top + 1, bottom + 1) if text else ():
            body.setdefault(number, {})[left - 1] = text or ""
    return sorted(body.items())


def _is_signed(cells: Sequence[str | None]) -> bool:
    """Whether a row begins as a note or a signature does, and has no figure: 填表人：, 审核人：."""
    texts = [clean(cell) for cell in cells if cell and clean(cell)]
    return bool(texts) and bool(FOOTNOTE.fullmatch(texts[0])) and all(parse_decimal(text) is None for text in texts)


def _table(plan: Plan, rows: Sequence[Row], body: Body, merged: Sequence[Merged]) -> Table | None:
    places = {place for place, _ in plan.data}
    if any(top > plan.last and places & set(range(left - 1, right)) for top, left, _, right in merged):
        return None
    records = [(number, cells) for number, cells in body if any(_is_figure(cells, place) for place in places)]
    inside = {number for number, _ in records} | set(range(plan.first, plan.last + 1))
    building = Building(plan.first, [(number, tuple(cells)) for number, cells in rows if number not in inside])
    if not records:
        return None
    made = _by_name(plan, records) if plan.names >= 0 else _by_column(plan, records)
    if made is None:
        return None
    figures, found = made
    labels = [(header, (plan.last, place + 1)) for place, header in plan.keys]
    stated = _stated(plan, rows)
    of = [(DATASETS[plan.dataset].column_of[name].label, (plan.last, 1)) for name, _ in (plan.of[0] if plan.of else ())]
    building.head(
        [*((label, at) for label, _, at in stated), *labels, *of, *((header, (plan.last, 1)) for header in figures)]
    )
    for number, cells in found:
        building.record(number, [*((text, at) for _, text, at in stated), *cells])
    return building.table(_said(plan), wrong=tuple(_wrong_sums(plan, records)))


def _stated(plan: Plan, rows: Sequence[Row]) -> list[tuple[str, str, Place]]:
    """Where no column tells anything but figures: what labels above the table say of all of them."""
    if plan.keys or any(plan.of):
        return []
    found: dict[str, dict[str, Place]] = {}
    for name, text, _, cell in labels_above(DATASETS[plan.dataset], texts_above(rows, plan.first)):
        column, row = place_of(cell)
        found.setdefault(DATASETS[plan.dataset].column_of[name].label, {})[text] = (row, column)
    return [(label, *next(iter(told.items()))) for label, told in found.items() if len(told) == 1]


def _said(plan: Plan) -> str:
    if len(plan.data) == 1:
        return "表里一行是一项指标，按一行一条读入。"
    shown = [" ".join(text for _, text in of) for of in plan.of]
    more = f"等 {len(shown)} 项" if len(shown) > SHOWN else ""
    return f"表里“{'、'.join(shown[:SHOWN])}”{more}横着排，按一行一条读入。"


def _is_figure(cells: Cells, place: int) -> bool:
    return place in cells and not is_placeholder(cells[place])


def _keys(plan: Plan, number: int, cells: Cells) -> list[Placed]:
    return [(cells.get(place, ""), (number, place + 1)) for place, _ in plan.keys]


def _by_column(plan: Plan, records: Body) -> tuple[list[str], list[tuple[int, list[Placed]]]] | None:
    """The headers of the figures, and a record for each row and each thing that stands across."""
    headers: dict[str, str] = {}
    for _, one in plan.data:
        words = one.figure or plan.figure
        if headers.setdefault(column_named(plan.dataset, words) or "", words) != words:
            return None
    places = {(one.of, column_named(plan.dataset, one.figure or plan.figure)): place for place, one in plan.data}
    found = []
    for of in plan.of:
        own = [places.get((of, name)) for name in headers]
        at = next(place for place in own if place is not None)
        told: list[Placed] = [(text, (plan.last, at + 1)) for _, text in of]
        for number, cells in records:
            if not any(place is not None and _is_figure(cells, place) for place in own):
                continue
            figures: list[Placed] = [
                ("" if place is None else cells.get(place, ""), (number, (at if place is None else place) + 1))
                for place in own
            ]
            found.append((number, [*_keys(plan, number, cells), *told, *figures]))
    return list(headers.values()), found


def _by_name(plan: Plan, records: Body) -> tuple[list[str], list[tuple[int, list[Placed]]]] | None:
    """The same where each row is one figure: the rows of one key, which stand below each other, make a record."""
    headers: dict[str, str] = {}
    groups: list[tuple[list[Placed], dict[str, tuple[int, Cells]]]] = []
    for number, cells in records:
        name = figure_named(plan.dataset, cells.get(plan.names, ""))
        header = _with_unit(cells.get(plan.names, ""), cells.get(plan.units, ""))
        if name is None or stated_in_header(headers.setdefault(name, header)) != stated_in_header(header):
            return None
        keys = _keys(plan, number, cells)
        goes_on = groups and (not any(_told(plan, keys)) or _told(plan, keys) == _told(plan, groups[-1][0]))
        if not goes_on:
            groups.append((keys, {}))
        if name in groups[-1][1]:
            return None
        groups[-1][1][name] = (number, cells)
    found = []
    for of in plan.of:
        place, told = _across(plan, of)
        for keys, rows in groups:
            if not any(_is_figure(cells, place) for _, cells in rows.values()):
                continue
            first = next(iter(rows.values()))[0]
            figures: list[Placed] = [
                (rows[name][1].get(place, ""), (rows[name][0], place + 1)) if name in rows else ("", (first, place + 1))
                for name in headers
            ]
            found.append((max(number for number, _ in rows.values()), [*keys, *told, *figures]))
    return list(headers.values()), found


def _told(plan: Plan, keys: Sequence[Placed]) -> list[str]:
    """What the columns of the form tell of a row; remarks beside its figures are none of them."""
    named = [bool(column_named(plan.dataset, header)) for _, header in plan.keys]
    return [text for (text, _), is_named in zip(keys, named, strict=True) if is_named]


def _across(plan: Plan, of: tuple[tuple[str, str], ...]) -> tuple[int, list[Placed]]:
    place = next(place for place, one in plan.data if one.of == of)
    return place, [(text, (plan.last, place + 1)) for _, text in of]


def _with_unit(figure: str, unit: str) -> str:
    return f"{figure}（{clean(unit)}）" if unit_word(unit) and not stated_in_header(figure).units else figure


def _wrong_sums(plan: Plan, records: Body) -> Iterator[Place]:
    """The cells of columns of sums that are neither the sum of all figures of their kind nor of those behind the last sum."""
    figures = {place: column_named(plan.dataset, one.figure) for place, one in plan.data}
    for number, cells in records:
        values = {place: parse_decimal(cells[place]) for place in figures if _is_figure(cells, place)}
        for place, words in plan.sums:
            kind = column_named(plan.dataset, words)
            own = {at: value for at, value in values.items() if figures[at] == kind}
            before = max((other for other, _ in plan.sums if other < place), default=-1)
            stated = parse_decimal(cells.get(place, ""))
            if stated is None or not own or None in own.values():
                continue
            near = [value for at, value in own.items() if value and before < at < place]
            if stated not in (sum(filter(None, own.values()), Decimal(0)), sum(near, Decimal(0))):
                yield number, place + 1
