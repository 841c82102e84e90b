"""A sheet whose blocks stand beside each other, each under a caption of its own → the blocks."""

from collections.abc import Sequence

from etl.addresses import address
from etl.parse.words import clean
from etl.shape.split import cut, trimmed, within
from etl.shape.table import Table
from etl.validate.header_rows import Merged, Row

# A block has so many columns at least: the names of figures and the figures.
NARROWEST = 2


def blocks(rows: Sequence[Row], merged: Sequence[Merged]) -> list[Table]:
    """The blocks of a sheet from left to right; empty where it is one block."""
    body = [(number, cells) for number, cells in rows if sum(map(_is_filled, cells)) > 1]
    if not body:
        return []
    width = max(len(cells) for _, cells in rows)
    starts = _by_gaps(body, width) if len(_by_gaps(body, width)) > 1 else _by_names(body)
    if len(starts) < 2:
        return []
    spans = list(zip(starts, [*starts[1:], width], strict=True))
    if any(end - first < NARROWEST for first, end in spans):
        return []
    first = body[0][0]
    return [
        Table(trimmed(own), within(own, merged), address(first, span[0] + 1))
        for span in spans
        if (own := cut(rows, first, span))
    ]


def _is_filled(cell: str | None) -> bool:
    return bool(cell and clean(cell))


def _by_gaps(body: Sequence[Row], width: int) -> list[int]:
    """The columns behind those in which nothing stands."""
    filled = [any(place < len(cells) and _is_filled(cells[place]) for _, cells in body) for place in range(width)]
    return [place for place, own in enumerate(filled) if own and not (place and filled[place - 1])]


def _by_names(body: Sequence[Row]) -> list[int]:
    """The columns at which the texts of one row begin again: 指标 数量 指标 数量."""
    for _, cells in body:
        texts = [clean(cell or "") for cell in cells]
        starts = [place for place, text in enumerate(texts) if text and text == texts[0]]
        if len(starts) > 1 and all(
            texts[first:end] == texts[: starts[1]] for first, end in zip(starts, [*starts[1:], len(texts)], strict=True)
        ):
            return starts
    return []
