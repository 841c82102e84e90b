"""A key that stands only in the first row of its group, with blanks below → the key in each of those rows."""

from collections.abc import Iterator, Sequence

import duckdb

from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.schema import NUMBERS
from etl.validate.grouped import MOST_ROWS, has_gap, put
from etl.validate.layout import Field, Form
from etl.validate.reasons import FOOTNOTE, PART, TOTAL

# One blank is as likely forgotten.
FEWEST_BLANKS = 2
Records = Sequence[tuple[int, Sequence[str]]]


def fill_written_once(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Give the rows below a key that is never repeated that key, in the raw rows of the form; what is said of it.

    The rest of the key tells the rows of each group apart. What else is blank in the same rows goes along.
    """
    if form.read.rows > MOST_ROWS:
        return
    named = [field for field in _fields(form) if field.column.kind not in NUMBERS]
    keys = [field for field in named if field.column.name in form.dataset.key]
    if not any(has_gap(connection, form, field) for field in keys):
        return
    records = list(_records(connection, form))
    own = [field for field in _fields(form) if field.column.name in form.dataset.key]
    blanks = {field.index: _empty(records, field) for field in keys}
    open_keys = [field for field in keys if blanks[field.index]]
    if any(_is_merged(form, key) for key in open_keys) or not _is_written_once(records, open_keys, own):
        return
    # What else every row needs and is blank in the same rows goes along.
    along = [one for one in named if one.column.is_required and _empty(records, one) in blanks.values()]
    for field in dict.fromkeys((*open_keys, *along)):
        texts = _above(records, field)
        if texts:
            put(connection, form, field, texts)
            yield _said(form, field, sorted(texts))


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
