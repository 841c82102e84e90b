"""A column under a header that nobody knows, in whose every cell a kind of one column of the form stands → that column."""

from collections.abc import Sequence

from etl.parse.words import clean
from etl.schema import Dataset, Kind
from etl.validate.choices import chosen
from etl.validate.header_rows import FIGURE, Row
from etl.validate.headers import ANOTHER, Heading
from etl.validate.headings import OTHER_ABOVE
from etl.validate.reasons import FOOTNOTE, TOTAL


def chosen_by(dataset: Dataset, heading: Heading, index: int, rows: Sequence[Row], titles: Sequence[str]) -> str | None:
    """The one column of kinds that no header names and of which all cells below the header at `index` are.

    None where a title tells another kind than the cells do.
    """
    header = clean(" ".join(heading.texts[index]))
    # A row of figures is a record, whatever it names besides.
    has_figures = any(FIGURE.fullmatch(clean(text)) for own in heading.texts for text in own)
    if not header or has_figures or ANOTHER.search(header) or OTHER_ABOVE.search(header):
        return None
    named = heading.columns(dataset.name)
    lacking = [column for column in dataset.columns if column.name not in named]
    below = (cells for number, cells in rows if number > heading.last and index < len(cells))
    records = [cells for cells in below if sum(bool(clean(cell or "")) for cell in cells) > 1]
    texts = {text for cells in records if (text := clean(cells[index] or "")) and not TOTAL.fullmatch(text)}
    texts = {text for text in texts if not FOOTNOTE.fullmatch(text)}
    found = [one for one in lacking if one.kind is Kind.CHOICE and texts and all(chosen(one, text) for text in texts)]
    if len(found) != 1:
        return None
    others = set(found[0].choices) - {chosen(found[0], text) for text in texts}
    return None if any(other in clean(title) for other in others for title in titles) else found[0].name
