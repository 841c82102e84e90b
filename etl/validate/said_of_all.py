"""What stands round a table → the column that its form lacks, as it is said of all rows at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from etl.schema import Column, Dataset
from etl.validate.header_rows import Row
from etl.validate.layout import Field, Source, Unread
from etl.validate.likeness import may_be
from etl.validate.said_above import Above, choice_above, labelled, period_above
from etl.validate.said_below import period_below
from etl.validate.titles import phrases


@dataclass(frozen=True)
class Round:
    """The lines above a table, with what its upper headers tell (`told`), and the rows of the sheet, of which `last` is its header's last."""

    lines: Sequence[str]
    told: Sequence[str]
    above: Sequence[Above]
    rows: Sequence[Row]
    last: int
    source: Source


def said_of_all(
    dataset: Dataset, column: Column, around: Round, unread: Sequence[Unread], year: int | None
) -> tuple[Field, str] | None:
    """The column with what a label, a title, a note or the name of a kind says of all rows, and the words that do."""
    sheet, file = around.source.sheet, around.source.file
    found = labelled(dataset, column, around.above, year) or period_above(column, around.told, sheet, file, year)
    if not found and not phrases(around.told, sheet, file):
        found = period_below(column, around.rows, around.last, year)
    if found or may_be(column, unread):
        return found
    return choice_above(column, dataset, around.lines, (sheet, PurePath(file).stem))
