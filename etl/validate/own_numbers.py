"""A column that is headed 编号 alone → the form's own numbers, where it does more than count the rows."""

from collections.abc import Sequence

from etl.parse.words import clean
from etl.schema import Dataset, Kind
from etl.validate.header_rows import Row
from etl.validate.headers import Heading, bare

NUMBERS = frozenset({"编号", "代码", "台账编号"})


def numbered_by(dataset: Dataset, heading: Heading, index: int, rows: Sequence[Row]) -> str | None:
    """The column of the form's own numbers, if the header at `index` is but 编号 and no other header tells them."""
    own = dataset.column_of[dataset.key[0]]
    if own.kind is not Kind.CODE or own.references or len(dataset.key) > 2:
        return None
    if not any(bare(text) in NUMBERS for text in heading.texts[index]) or own.name in heading.columns(dataset.name):
        return None
    texts = [clean(cells[index] or "") for number, cells in rows if number > heading.last and index < len(cells)]
    told = [text for text in texts if text]
    return own.name if told and not all(text.isdecimal() and len(text) < len("1000") for text in told) else None
