"""The first rows of a sheet → every row, and every two or three neighbouring ones, as a possible header."""

import re
from collections.abc import Iterator, Sequence

from etl.parse.words import clean
from etl.validate.header_rows import Merged, Row, is_of_three, spread
from etl.validate.headers import Heading, columns_named

# Below a header merged over what was planned and what was done: the latter is the figure itself.
DONE_BELOW = re.compile(
    r"实际(?:完成)?数?|完成(?:数|量|情况)?|[本当](?:月|季度?|期|年)(?:实际|完成|发生)数?|实绩|实[有配到办]数?|现有数?|已(?:完成|配备|到位)数?"
)
# Below a header beside its parts: the header's own figure, where none of the parts is.
SUM_BELOW = re.compile(r"(?:合|总|共|小)计|总数|总量|全部|总人数")
# Above several headers: the time of all of them, this one or another.
NOW_ABOVE = re.compile(r"[本当](?:月|季度?|期|年)(?:数|实际|完成|发生)?")
OTHER_ABOVE = re.compile(
    r"(?:上年|去年|上月|上季度?|上期|前期)(?:同期|末)?(?:数)?|同期(?:数)?|(?:同|环)比(?:增[长减幅速])?|增[长减幅速][率数额]?"
)
SO_FAR_ABOVE = re.compile(
    r"(?:自?年初|本年|今年|\d{1,2}[-—–~～至]\d{1,2}月)?(?:至今)?累计(?:数)?|\d{1,2}[-—–~～至]\d{1,2}月"
)


def headings(rows: Sequence[Row], merged: Sequence[Merged]) -> Iterator[Heading]:
    """Every row as a possible header, and every two neighbouring rows as one of two rows."""
    for place, (number, cells) in enumerate(rows):
        yield Heading(number, number, tuple((cell.strip(),) if cell and clean(cell) else () for cell in cells))
        if place + 1 < len(rows) and rows[place + 1][0] == number + 1:
            yield Heading(number, number + 1, _joined(number, cells, rows[place + 1][1], merged))
        three = rows[place : place + 3]
        is_tall = any(top <= number and bottom >= number + 2 for top, _, bottom, _ in merged)
        are_next = [at for at, _ in three] == [number, number + 1, number + 2]
        if are_next and (is_tall or (not merged and is_of_three(three))):
            yield Heading(number, number + 2, _joined_three([cells for _, cells in three], number, merged))


def _joined(
    number: int, upper: Sequence[str | None], lower: Sequence[str | None], merged: Sequence[Merged]
) -> tuple[tuple[str, ...], ...]:
    """The texts of two rows over each column: the lower, both, the upper alone where nothing stands below."""
    uppers = spread(number, upper, merged)
    is_now = any(NOW_ABOVE.fullmatch(clean(text)) for text in uppers)
    texts = []
    for place in range(max(len(upper), len(lower))):
        above = (uppers[place] if place < len(uppers) else "").strip()
        below = ((lower[place] if place < len(lower) else "") or "").strip()
        own = ((upper[place] if place < len(upper) else "") or "").strip()
        options = (below, f"{above}{below}", f"{below}{above}") if below and above else (below or own,)
        if below and (OTHER_ABOVE.fullmatch(clean(above)) or (is_now and SO_FAR_ABOVE.fullmatch(clean(above)))):
            # What stands below is the figure of another time.
            options = (f"{above}{below}",)
        elif above and below and (DONE_BELOW.fullmatch(clean(below)) or _is_sum(place, uppers, lower)):
            options = (*options, above)
        texts.append(tuple(dict.fromkeys(option for option in options if option)))
    return tuple(texts)


def _is_sum(place: int, uppers: Sequence[str], lower: Sequence[str | None]) -> bool:
    """Whether the header below is the sum of those beside it, none of which is what stands above them: 合计 男 女."""
    if not SUM_BELOW.fullmatch(clean(lower[place] or "")):
        return False
    own = columns_named(uppers[place]).items()
    parts = [lower[at] or "" for at, above in enumerate(uppers[: len(lower)]) if above == uppers[place] and at != place]
    return not any(own & columns_named(part).items() for part in parts if part)


def _joined_three(
    rows: Sequence[Sequence[str | None]], number: int, merged: Sequence[Merged]
) -> tuple[tuple[str, ...], ...]:
    """The texts of three rows over each column: of the lower two where anything stands in the last, else of the upper."""
    upper, lower = _joined(number, rows[0], rows[1], merged), _joined(number + 1, rows[1], rows[2], merged)
    width = max(len(upper), len(lower))
    padded = [(*texts, *[()] * (width - len(texts))) for texts in (upper, lower)]
    is_filled = [place < len(rows[2]) and bool(clean(rows[2][place] or "")) for place in range(width)]
    return tuple(below if filled else above for above, below, filled in zip(*padded, is_filled, strict=True))
