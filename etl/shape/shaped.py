"""The rows of a sheet → the tables in it that are read: itself, several, or what its cards say."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from etl.problems import Problem, has_error
from etl.shape.across import across
from etl.shape.blocks import blocks
from etl.shape.cards import cards
from etl.shape.forms import known
from etl.shape.lined import across_lines
from etl.shape.parted import parted
from etl.shape.sections import sectioned
from etl.shape.split import split
from etl.shape.table import Table
from etl.shape.turned import turned
from etl.validate.header_rows import Merged, Row
from etl.validate.layout import Layout

# A sheet of another shape than the blank form's was laid out by hand.
MOST_ROWS, MOST_COLUMNS = 2_000, 120
# Names stand in so many rows of a sheet of cards, and in one or two of a plain table.
FEWEST_ROWS = 2
UNKNOWN = "unknown-form"
Recognised = tuple[Layout | None, list[Problem]]


def shaped(
    rows: Sequence[Row],
    merged: Sequence[Merged],
    titles: Sequence[str],
    recognise: Callable[[Table], Recognised],
) -> list[tuple[Table, Recognised]]:
    """The tables of a sheet, each with what `recognise` takes it for.

    `titles` are the names of the sheet and its file. The sheet as it stands where it is one table, or where no other shape makes forms of all of it.
    """
    whole = Table(rows, merged)
    if (joined := parted(rows, merged)) and _is_sound(found_joined := (joined, recognise(joined))):
        return [found_joined]
    parts = split(rows, merged)
    if len(parts) > 1:
        found = [(part, recognise(part)) for part in parts]
        if all(map(_is_sound, found)):
            return found
    plain = (whole, recognise(whole))
    if (by_lines := sectioned(rows, merged)) and _is_sound(found_there := (by_lines, recognise(by_lines))):
        return [found_there]
    several = sum(known(cells) > 0 for _, cells in rows) >= FEWEST_ROWS
    others = [(other, recognise(other)) for other in (turned(rows), cards(rows)) if other] if several else []
    best = max([plain, *others], key=lambda found: (_is_sound(found), _columns(found)))
    for laid in (across, across_lines):
        if not _is_sound(best) and (other := laid(rows, merged, titles)):
            best = (other, recognise(other))
    if not _is_sound(best) and (side := _beside(rows, merged, titles, recognise)):
        return side
    return [best if _is_sound(best) else next(filter(_is_known, [plain, *others]), plain)]


def _beside(
    rows: Sequence[Row], merged: Sequence[Merged], titles: Sequence[str], recognise: Callable[[Table], Recognised]
) -> list[tuple[Table, Recognised]]:
    """The blocks that stand beside each other in a sheet, where each of them is a form."""
    found: list[tuple[Table, Recognised]] = []
    for block in blocks(rows, merged):

        def of_block(table: Table, at: str = block.block) -> Recognised:
            return recognise(replace(table, block=at))

        own = shaped(block.rows, block.merged, titles, of_block)
        found += [(replace(table, block=block.block), recognised) for table, recognised in own if len(own) == 1]
        if not found or not _is_sound(found[-1]) or len(own) > 1:
            return []
    return found


def _is_known(found: tuple[Table, Recognised]) -> bool:
    """Whether a table is known for some form, so that what it lacks can be said."""
    return all(problem.code != UNKNOWN for problem in found[1][1])


def _columns(found: tuple[Table, Recognised]) -> int:
    """How many columns of its form a table has; a row that is half names and half values names fewer than its sheet."""
    layout = found[1][0]
    return sum(field.index >= 0 for field in layout.fields) if layout else 0


def _is_sound(found: tuple[Table, Recognised]) -> bool:
    """Whether a table is a form whose rows can be judged; whom it is of may still stand in its title."""
    layout, problems = found[1]
    if layout is None or has_error([one for one in problems if one.code != "personal-data"]):
        return False
    return all(column.references for column in layout.absent if column.is_required)
