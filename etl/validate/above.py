"""What stands over the figures of a sheet → the units that it notes for the whole table, and what must not stand there."""

import re
from collections.abc import Iterator, Sequence

from etl.addresses import address
from etl.parse.words import clean
from etl.read.personal import find_personal, is_personal_header, quotable
from etl.validate.header_rows import Row
from etl.validate.headers import Heading
from etl.validate.titles import is_signature
from etl.validate.units import stated_in_title

# A line of its own below the figures: 注：金额单位为万元, 2.单位：元, 说明：本表以万元为单位.
UNIT_NOTE = re.compile(
    r"[*※★]*(?:注|备注|附注|说明|填[表报]说明|以上|本表|表中|上表|金额|计量|[(]?\d{1,2}[.、)]|[(])?.*(?:单位|元)"
)
# Characters of a word of the sheet that a message may repeat.
ECHOED = 20


def noted(texts: Sequence[str], places: Sequence[str]) -> tuple[list[str], list[tuple[str, str, str]]]:
    """The units that texts note, each with its cell in `places`, and what is wrong with them: (message, remedy, cell)."""
    stated = [stated_in_title(text) for text in texts]
    wrong = [
        (
            f"表上写的单位“{word[:ECHOED]}”看不懂，不知道数字按什么单位读。",
            "请改成元、万元、亿元、人、家等单位，或在每一列的表头写明单位。",
            cell,
        )
        for cell, one in zip(places, stated, strict=True)
        for word in one.unclear
    ]
    units = list(dict.fromkeys(unit for one in stated for unit in one.units))
    money = [unit for unit in units if unit.endswith("元")]
    if len(money) > 1:
        message = f"表上写了两种金额单位：{'、'.join(money)}。"
        wrong.append((message, "请只保留一种，或在每一列的表头写明单位。", ""))
    return units, wrong


def units_below(rows: Sequence[Row], header: int) -> tuple[list[str], list[str]]:
    """The footnotes below a table that speak of units (注：金额单位为万元), and their cells."""
    found = [
        (texts[0], address(number, 1 + next(place for place, cell in enumerate(cells) if cell and clean(cell))))
        for number, cells in rows
        if number > header and len(texts := list(dict.fromkeys(cell for cell in cells if cell and clean(cell)))) == 1
        if UNIT_NOTE.match(clean(texts[0])) and stated_in_title(texts[0]).units
    ]
    return [text for text, _ in found], [cell for _, cell in found]


def note_places(rows: Sequence[Row], header: int) -> list[str]:
    """For each row above row `header` the cell that speaks of units, or its first one."""
    places = []
    for number, cells in rows:
        if number < header:
            filled = {index: cell for index, cell in enumerate(cells) if cell and cell.strip()}
            first = next((index for index, cell in filled.items() if "单位" in cell), next(iter(filled), 0))
            places.append(address(number, first + 1))
    return places


def personal_above(heading: Heading, rows: Sequence[Row], dataset: str) -> Iterator[tuple[str, str]]:
    """(message, cell) of each personal header, and of each personal number above the table."""
    for index, texts in enumerate(heading.texts):
        if any(is_personal_header(text) or find_personal(text) for text in texts):
            shown = quotable(heading.text(index, dataset))
            yield f"“{shown}”是个人信息，本系统不接收。", address(heading.last, index + 1)
    for number, cells in rows:
        for index, text in enumerate(cells if number < heading.first else ()):
            if text and (kind := find_personal(text)) and not is_signature(text, kind):
                yield f"这一格含有{kind}，是个人信息，本系统不接收。", address(number, index + 1)
