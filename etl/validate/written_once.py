"""A key that stands only in the first row of its group, with blanks below → the key in each of those rows."""

from collections.abc import Iterator, Sequence

import duckdb

from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.schema import NUMBERS, Kind
from etl.validate.grouped import MOST_ROWS, put, with_gaps
from etl.validate.layout import Field, Form
from etl.validate.reasons import FOOTNOTE, PART, TOTAL

# One blank is as likely forgotten.
FEWEST_BLANKS, FEWEST_NAMES = 2, 2
Records = Sequence[tuple[int, Sequence[str]]]


def fill_written_once(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Give the rows below a key that is never repeated that key, in the raw rows of the form; what is said of it.

    The rest of the key tells the rows of each group apart. What else is blank in the same rows goes along.
    """
    if form.read.rows > MOST_ROWS:
        return
    named = [field for field in _fields(form) if field.column.kind not in NUMBERS]
    if not with_gaps(connection, form, [field for field in named if field.column.is_required]):
        return
    records = list(_records(connection, form))
    own = [field for field in _fields(form) if field.column.name in form.dataset.key]
    for field in dict.fromkeys(_open(form, records, named, own)):
        texts = _above(records, field)
        put(connection, form, field, texts)
        yield _said(form, field, sorted(texts))


def _open(form: Form, records: Records, named: Sequence[Field], own: Sequence[Field]) -> Iterator[Field]:
    """The columns that every row needs and that are written in the first row of each group alone."""
    blanks = {field.index: _empty(records, field) for field in named}
    lacking = [field for field in named if field.column.is_required and blanks[field.index]]
    keys = [field for field in lacking if field in own]
    details = [field.index for field in own if field not in keys]
    # What groups rows stands left of what tells them apart.
    if any(_is_merged(form, field) or field.index > max(details, default=0) for field in keys):
        return
    if keys and _is_written_once(records, keys, own):
        # What is blank in the same rows goes along.
        yield from keys
        yield from (one for one in lacking if blanks[one.index] in [blanks[key.index] for key in keys])
    elif not keys:
        # The key tells each row apart; what groups them stands left of all else, and comes anew at least once.
        first = min(field.index for field in _fields(form))
        for field in (field for field in lacking if field.index == first):
            is_of_many = _names(records, field) >= FEWEST_NAMES
            is_known = bool(field.column.references) or field.column.kind is Kind.CHOICE
            if is_known and is_of_many and not _is_merged(form, field) and _is_written_once(records, [field], own):
                yield field


def _fields(form: Form) -> list[Field]:
    return [field for field in form.layout.fields if 0 <= field.index < form.layout.width and not field.beside]


def _records(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows below the header that hold several cells and are neither totals nor notes."""
    rows = connection.execute(
        f"FROM {form.raw} WHERE source_row > ? ORDER BY source_row", [form.layout.last_header_row]
    ).fetchall()
    for number, *cells in rows:
        words = [(cell or "").strip() for cell in cells]
        filled = [clean(word) for word in words if clean(word)]
        if len(filled) > 1 and not any(
            TOTAL.fullmatch(word) or PART.fullmatch(word) or FOOTNOTE.fullmatch(word) for word in filled
        ):
            yield number, words


def _is_merged(form: Form, field: Field) -> bool:
    """Whether the sheet merges cells of the column: what it leaves unmerged is then empty."""
    return any(left - 1 == field.index and bottom > top for top, left, bottom, _ in form.read.merged)


def _is_written_once(records: Records, keys: Sequence[Field], own: Sequence[Field]) -> bool:
    """Whether some columns of the key are written in the first row of each group alone, one group within another.

    A name is never repeated in its group, and begins anew with the group round it; the whole key tells all rows apart.
    """
    last: dict[int, str] = {}
    told: set[tuple[str, ...]] = set()
    blanks = 0
    for _, cells in records:
        for place, field in enumerate(keys):
            text = cells[field.index]
            if text == last.get(field.index) or not (text or last.get(field.index)):
                return False
            if text:
                last = {one.index: last[one.index] for one in keys[:place] if one.index in last} | {field.index: text}
            blanks += not text
        rest = [cells[field.index] for field in own if field not in keys]
        whole = (*last.values(), *rest)
        if whole in told or not (any(rest) or any(cells[field.index] for field in keys)):
            return False
        told.add(whole)
    return blanks >= FEWEST_BLANKS


def _names(records: Records, field: Field) -> int:
    return len({cells[field.index] for _, cells in records} - {""})


def _empty(records: Records, field: Field) -> set[int]:
    return {number for number, cells in records if not cells[field.index]}


def _above(records: Records, field: Field) -> dict[int, str]:
    """Each row that leaves the column out → what stands last above it."""
    found, last = {}, ""
    for number, cells in records:
        last = cells[field.index] or last
        if not cells[field.index]:
            found[number] = last
    return found


def _said(form: Form, field: Field, rows: Sequence[int]) -> Problem:
    message = f"“{field.column.label}”只写在每组的第一行，下面空着的各行按上面的读入。"
    cells = [field.address(number) for number in rows]
    return form.problem(cells, message, "如有不同，请逐行填写。", "converted-value", Level.NOTE)
