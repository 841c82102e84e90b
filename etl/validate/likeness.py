"""A header that names no column of a form → how much it looks like one that does, and the answers that settle it."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from etl.parse.words import clean
from etl.schema import Column
from etl.validate.layout import Unread

# A header may be meant as a column from this likeness on.
LIKE = 0.4
NOT_THIS_TIME = "这一列本期没有"


def is_column(column: Column) -> str:
    """The answer that says that a column of the sheet is `column`."""
    return f"是“{column.header}”"


def likeness(header: str, column: Column) -> float:
    """How much a header looks like the name of a column: 0 for nothing in common, 1 for the same."""
    words = clean(header).lower()
    spelled = (column.label, *column.aliases)
    return max(SequenceMatcher(None, words, spelling).ratio() for spelling in spelled) if words else 0.0


def may_be(column: Column, unread: Sequence[Unread]) -> bool:
    """Whether a column of the sheet that is none of the form's might be `column`."""
    return any(not one.header or likeness(one.header, column) >= LIKE for one in unread)


def missing(columns: Sequence[Column], header_row: int) -> tuple[str, str]:
    """Message and remedy for required columns that a sheet lacks: one cause, however many they are."""
    names = "、".join(f"“{column.header}”" for column in columns)
    return f"缺少必填的列{names}。", f"请在第 {header_row} 行的表头中补上{names}并填写。"
