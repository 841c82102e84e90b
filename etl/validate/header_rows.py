"""The rows of a sheet → which of them belong to its headers: units, numbering, times, parts, the headers in English."""

import re
from collections.abc import Sequence

from etl.parse.words import clean
from etl.validate.units import is_unit_row

Row = tuple[int, tuple[str | None, ...]]
Merged = tuple[int, int, int, int]

# Below one header merged over two columns: of which time each is.
OF_A_TIME = re.compile(
    r"(?:[本当上去前同]?(?:年|季度?|月|期|旬|日|次)|上年|去年)(?:末?数|累计|实际|完成|发生|同期|新增|净增|止|末)?|(?:自年初|年初至今|本年|至本月)?累计数?|(?:上年|去年)?同期数?"
    r"|(?:(?:上年|去年)?同|上年|去年|上)(?:期|月|季度?)(?:数|值|完成)?|变化|差[异额值]|完成[率比]|占比|比重|排名|名次|增量|比(?:上年|上月|上季度?|上期|去年)?(?:同期)?增?减?"
    r"|(?:同|环)比.*|增[长减幅速][率数额]?.*|(?:年度)?(?:计划|目标|任务|指标)数?|实际数?|完成[数量]?|\d{1,2}[-—–~～至]\d{1,2}月(?:累计)?|\d{1,2}月(?:份)?"
)
ENGLISH = re.compile(r"[A-Za-z][A-Za-z .,&/()'%_-]+")
ENGLISH_HEADERS = 3
RULE = re.compile("[:]?[-=_─—]{2,}[:]?")
FIGURE = re.compile(r"-?[\d,.]+[%‰]?")
COUNTED = re.compile(r"[甲乙丙丁戊己庚辛壬癸]|[(]?\d{1,2}[)]?|[A-Za-z]|[①-⑳]|[一二三四五六七八九十]{1,2}")


def is_numbering(cells: Sequence[str | None]) -> bool:
    """Whether a row only numbers the columns: 甲 乙 1 2 3."""
    words = [clean(cell) for cell in cells if cell and clean(cell)]
    if len(words) < 2 or not all(map(COUNTED.fullmatch, words)):
        return False
    numbers = [int(re.sub(r"\D", "", word)) for word in words if re.search(r"\d", word)]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else len(set(words)) == len(words)


def is_of_three(rows: Sequence[Row]) -> bool:
    """Whether rows that are not merged may be one header: the last two leave blanks below the first, and none has a figure."""
    filled = [[bool(cell and clean(cell)) for cell in cells] for _, cells in rows]
    if len(rows) < 3 or not filled[0] or not filled[0][0] or any(cells[:1] == [True] for cells in filled[1:]):
        return False
    return not any(FIGURE.fullmatch(clean(cell)) for _, cells in rows for cell in cells if cell)


def spread(number: int, cells: Sequence[str | None], merged: Sequence[Merged]) -> list[str]:
    """The upper row with each text over all the columns that it is merged over, or, unmerged, over the blanks behind."""
    ranges = {left - 1: right for top, left, bottom, right in merged if top <= number <= bottom}
    texts, last = [], ""
    for place, cell in enumerate(cells):
        if cell and clean(cell):
            last = cell
        elif merged and not any(left <= place < right for left, right in ranges.items()):
            last = ""
        texts.append(last)
    return texts


def tells_times(rows: Sequence[Row], number: int) -> bool:
    """Whether row `number` only says of which time the columns above are (本月, 累计): it is part of the header."""
    words = [clean(cell) for at, cells in rows if at == number for cell in cells if cell and clean(cell)]
    return len(words) >= 2 and all(map(OF_A_TIME.fullmatch, words))


def is_parted(rows: Sequence[Row], number: int, merged: Sequence[Merged]) -> bool:
    """Whether row `number` holds the parts of headers that are merged over it, beside others that reach down into it."""
    cells = next((cells for at, cells in rows if at == number), ())
    if any(FIGURE.fullmatch(clean(cell)) for cell in cells if cell) or is_unit_row(cells) or is_numbering(cells):
        return False
    above = number - 1
    reaches_down = any(top == above and bottom == number and left == 1 for top, left, bottom, _ in merged)
    goes_across = any(top == above == bottom and left < right for top, left, bottom, right in merged)
    return reaches_down and goes_across and sum(bool(cell and clean(cell)) for cell in cells) > 1


def _is_english(cells: Sequence[str | None]) -> bool:
    """Whether a row only says the headers again in English."""
    words = [clean(cell) for cell in cells if cell and clean(cell)]
    return len(words) >= ENGLISH_HEADERS and all(map(ENGLISH.fullmatch, words))


def _is_rule(cells: Sequence[str | None]) -> bool:
    """Whether a row only draws a line below the headers, as tables of plain text do."""
    words = [clean(cell) for cell in cells if cell and clean(cell)]
    return len(words) >= 2 and all(map(RULE.fullmatch, words))


def rows_below(rows: Sequence[Row], last: int) -> tuple[int, tuple[str | None, ...]]:
    """The last row that still belongs to the headers (units, numbering), and the cells of the row of units, if any."""
    units: tuple[str | None, ...] = ()
    for number, cells in rows:
        if number != last + 1:
            continue
        if is_numbering(cells) or _is_english(cells) or _is_rule(cells):
            last = number
        elif not units and is_unit_row(cells):
            last, units = number, cells
        else:
            break
    return last, units
