"""What the lines above a table say of all its rows → the period, and the columns that a label there fills."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.addresses import address
from etl.parse.grammar import PARSERS
from etl.parse.words import clean
from etl.schema import PERIODS, Column, Dataset, Kind
from etl.validate.convert import END_OF_YEAR, Done, convert
from etl.validate.filled_in import FILLED_IN
from etl.validate.header_rows import Row
from etl.validate.headers import column_named
from etl.validate.layout import Field
from etl.validate.titles import apart, of_sheet, phrases
from etl.validate.units import without_notes

# 企业：某某公司　季度：2026Q1, several of them in one cell or the value in the next one.
YEARS = "年"
WHOLE_YEAR = re.compile(r"(?<!\d)(20\d\d)年度?(?!\d)")
# Figures of a day are named so; a title that only tells their month or quarter means its last day.
AS_OF = "as_of"
WHOLE = re.compile(r"(?:20)?\d\d年(?:第?[一二三四1-4]季度?|\d{1,2}月(?:份)?|[上下]半年[末底]?)")
HALF = re.compile(r"((?:20)?\d\d)年([上下])半年[末底]?")
ENDS = {"上": "6月", "下": "12月"}
KINDS_OF = re.compile("类别|类型|种类")
# Who sends a form need not be whom it is of.
SENDER = re.compile("单位|部门|人[:：]|盖章")
# A kind of so many characters is no part of another word.
UNMISTAKEN = 3
# The last word of a name of four: 主线 of 活动主线.
HALF_OF_NAME = 2
LABELLED = re.compile(r"(?P<label>[^\s:,，;；]{1,15})\s*:\s*(?P<value>[^:]*?)(?=\s*[;；，]|\s+[^\s:]{1,15}\s*:|$)")


@dataclass(frozen=True)
class Above:
    """A text above the table with its cell."""

    text: str
    cell: str


def tells_sender(text: str) -> bool:
    """Whether a line says who sends the form; 单位：人次 says what its figures are counted in."""
    return bool(SENDER.search(without_notes(text)))


def texts_above(rows: Sequence[Row], first: int) -> list[Above]:
    """Every filled cell above row `first`."""
    return [
        Above(cell.strip(), address(number, place))
        for number, cells in rows
        if number < first
        for place, cell in enumerate(cells, 1)
        if cell and clean(cell)
    ]


def period_above(
    column: Column, lines: Sequence[str], sheet: str, file: str, year: int | None
) -> tuple[Field, str] | None:
    """The column of periods with the one period that a title names, and the words of the title."""
    if column.unit == YEARS:
        return _year_above(column, lines)
    if column.kind not in PERIODS - {Kind.INSTANT}:
        return None
    stated = phrases(lines, sheet, file) or of_sheet(sheet, year) or apart(lines, year, is_day=column.kind is Kind.DATE)
    if column.kind is Kind.DATE:
        stated = [END_OF_YEAR.sub("年12月底", text) for text in stated]
    if column.name.startswith(AS_OF):
        stated = [_at_its_end(text) for text in stated]
    values = {str(value): text for text in stated if (value := PARSERS[column.kind](text, "")) is not None}
    if len(values) != 1:
        return None
    ((value, text),) = values.items()
    return Field(column, -1, column.unit, constant=value), text


def _at_its_end(text: str) -> str:
    """The last day of a month, quarter or half of a year, at which what is counted on a day is counted; else the text."""
    return f"{HALF.sub(lambda match: f'{match[1]}年{ENDS[match[2]]}', text)}底" if WHOLE.fullmatch(text) else text


def _year_above(column: Column, lines: Sequence[str]) -> tuple[Field, str] | None:
    """A column of years with the one year of which a title says that everything below is: 2026年度."""
    told = {match[1]: match[0] for line in lines for match in WHOLE_YEAR.finditer(clean(line))}
    if len(told) != 1:
        return None
    ((year, words),) = told.items()
    return Field(column, -1, column.unit, constant=year), words


def choice_above(
    column: Column, dataset: Dataset, lines: Sequence[str], names: Sequence[str]
) -> tuple[Field, str] | None:
    """A column of kinds with the one kind that a title names, or else a name of sheet or file, and its words.

    The kind stands there with the word of its column (劳资纠纷), or is one of the key and too long to be part of another word.
    """
    if column.kind is not Kind.CHOICE:
        return None
    is_key = column.name in dataset.key
    # 村民需求清单: of whom, and which list.
    others = [one for one in dataset.columns if one.kind is Kind.CHOICE and one is not column]
    thing = KINDS_OF.sub("", column.label)
    things = [*filter(None, [thing, thing[HALF_OF_NAME:]]), *(choice for one in others for choice in one.choices)]
    for texts in (lines, *([name] for name in names)):
        words = [clean(text) for text in texts if not tells_sender(text)]
        found = {choice: text for text in words for choice in column.choices if choice in text}
        found = {one: text for one, text in found.items() if not any(one != other and one in other for other in found)}
        if len(found) > 1:
            return None
        for choice, text in found.items():
            if (
                f"({choice})" in text
                or (is_key and len(choice) >= UNMISTAKEN)
                or any(f"{choice}{word}" in text for word in things)
            ):
                return Field(column, -1, column.unit, constant=choice), text
    return None


def labelled(dataset: Dataset, column: Column, above: Sequence[Above], year: int | None) -> tuple[Field, str] | None:
    """The column with the value that one label above the table gives it, and the words of the sheet."""
    found = {(value, cell): words for name, value, words, cell in labels_above(dataset, above) if name == column.name}
    if len({value for value, _ in found}) != 1:
        return None
    ((text, cell), words) = next(iter(found.items()))
    field = Field(column, -1, column.unit, constant=text, stated_at=cell)
    if column.references:
        return field, words
    value = convert(field, text, year)
    if value is None or not value.text or value.done is Done.YEAR_OR_DAY:
        return None
    return Field(column, -1, column.unit, constant=value.text, stated_at=cell), words


def labels_above(dataset: Dataset, above: Sequence[Above]) -> Iterator[tuple[str, str, str, str]]:
    """(column, value, words, cell) for each label above the table that names a column and is followed by a value."""
    for place, one in enumerate(above):
        for match in LABELLED.finditer(clean(one.text)):
            name = column_named(dataset.name, match["label"])
            # 填报日期 is no day of the figures, unless the form has a column of that very name.
            is_own = name and clean(match["label"]) == dataset.column_of[name].label
            if not name or (FILLED_IN.search(match[0]) and not is_own):
                continue
            if match["value"]:
                yield name, match["value"].strip(), match[0], one.cell
            elif place + 1 < len(above):
                yield (
                    name,
                    clean(above[place + 1].text),
                    f"{match['label']}：{clean(above[place + 1].text)}",
                    above[place + 1].cell,
                )
