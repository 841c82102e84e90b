"""Declarations → blank forms: an .xlsx for each dataset, with input rules, notes and a sheet of explanations."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from etl.datasets import DATASETS, referred
from etl.prefill import Prefill, Value
from etl.schema import NUMBERS, Column, Dataset, Kind
from etl.template_words import column_note, example

# For each register its names, each with the level of the area that it stands for, empty in other registers.
Names = Mapping[str, Mapping[str, str]]

EXPLANATIONS, CHOICES, LAST_PERIOD = "填表说明", "选项", "上期数据"
HEADER_ROW, LAST_ROW = 2, 2000
SHORT_LIST = 300
FIRST_DAY, LAST_DAY = date(1949, 10, 1), date(2100, 12, 31)
# Bytes depend on the declarations only.
CREATED = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)

# As text, so that Excel keeps 14-digit codes and does not turn 2024-11 into a day.
NUMBER_FORMATS = {Kind.INTEGER: "0", Kind.DECIMAL: "General", Kind.DATE: "yyyy-mm-dd", Kind.INSTANT: "yyyy-mm-dd hh:mm"}
# How the first cell of the example row begins, by which the reading knows it.
EXAMPLE_MARK = "示例"
NOTICE = (
    "不得填写姓名、电话、身份证号、住址等个人信息；含有个人信息的表不接收。"
    "一个也没有的填 0；没有统计、没有这一项的留空，不填“无”“/”。"
)


def write_templates(folder: Path, names: Names | None = None) -> list[Path]:
    """Write a blank form for every dataset into `folder`; the files, named by the Chinese labels.

    `names` gives for a register the names that may be chosen from, where there are few enough for a list; names of
    areas with their levels.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [write_template(dataset, folder / f"{dataset.label}.xlsx", names or {}) for dataset in DATASETS.values()]


def write_template(dataset: Dataset, path: Path, names: Names) -> Path:
    """Write the blank form of `dataset` to `path`; the same bytes for the same declaration and names."""
    path.write_bytes(template(dataset, names))
    return path


def templates_zip(forms: Mapping[str, bytes]) -> bytes:
    """The forms, by the names of their files, as one archive; Chinese names are marked as UTF-8."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in forms.items():
            archive.writestr(ZipInfo(name, CREATED.timetuple()[:6]), content, ZIP_DEFLATED)
    return stream.getvalue()


def template(dataset: Dataset, names: Names, filled: Prefill | None = None) -> bytes:
    """The form of `dataset`, blank, or with an example row and the rows of `filled`, as an .xlsx."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.set_properties({"title": dataset.label, "created": CREATED})
        title = book.add_format({"bold": True, "font_size": 14})
        plain = book.add_format({"font_color": "#666666"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        header = {"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter", "align": "center"}
        required = book.add_format({**header, "bg_color": "#FCE8D5"})
        optional = book.add_format({**header, "bg_color": "#EDEFF2"})

        sheet = book.add_worksheet(dataset.label)
        explanations = book.add_worksheet(EXPLANATIONS)
        sheet.write_string(0, 0, dataset.label, title)
        sheet.write_string(1, 0, f"每行是{dataset.row_is}。橙色为必填。{NOTICE}", plain)
        sheet.set_row(HEADER_ROW, 36)
        sheet.freeze_panes(HEADER_ROW + 1, 1)
        lists = _lists(dataset, names)
        for place, column in enumerate(dataset.columns):
            cell_format = book.add_format({"num_format": NUMBER_FORMATS.get(column.kind, "@")})
            sheet.set_column(place, place, max(12, 2 * len(column.header) + 2), cell_format)
            sheet.write_string(HEADER_ROW, place, column.header, required if column.is_required else optional)
            sheet.write_comment(HEADER_ROW, place, column_note(column), {"x_scale": 1.6})
            if rule := _input_rule(column, place, list(lists)):
                sheet.data_validation(HEADER_ROW + 1, place, LAST_ROW, place, rule)
        _explain(dataset, explanations, title, wrapped)
        if lists:
            choices = book.add_worksheet(CHOICES)
            for place, (label, words) in enumerate(lists.items()):
                choices.write_column(0, place, (label, *words))
        if filled is not None:
            _fill(book, sheet, dataset, _known(dataset, names), filled)
        sheet.activate()
    return stream.getvalue()


def _fill(
    book: xlsxwriter.Workbook, sheet: Worksheet, dataset: Dataset, known: Mapping[str, Sequence[str]], filled: Prefill
) -> None:
    """The example row under the header, below it the rows of `filled`, and beside them those of the last period."""
    formats = [NUMBER_FORMATS.get(column.kind, "@") for column in dataset.columns]
    pale = {"font_color": "#999999", "italic": True}
    examples = [example(dataset, column, known) for column in dataset.columns]
    _write_row(
        sheet,
        HEADER_ROW + 1,
        [f"{EXAMPLE_MARK}：{examples[0]}", *examples[1:]],
        [book.add_format(pale)] * len(examples),
    )
    plain = [book.add_format({"num_format": shown}) for shown in formats]
    for number, row in enumerate(filled.rows, HEADER_ROW + 2):
        _write_row(sheet, number, row, plain)
    if filled.last:
        last = book.add_worksheet(LAST_PERIOD)
        last.write_string(0, 0, f"{dataset.label}上期数据，行与前表对应，供核对，不读取")
        _write_row(last, HEADER_ROW, [column.header for column in dataset.columns], plain)
        for number, row in enumerate(filled.last, HEADER_ROW + 2):
            _write_row(last, number, row, plain)


def _write_row(sheet: Worksheet, number: int, values: Sequence[Value], formats: Sequence[Format]) -> None:
    for place, (value, shown) in enumerate(zip(values, formats, strict=True)):
        match value:
            case None:
                continue
            case bool():
                sheet.write_string(number, place, "是" if value else "否", shown)
            case str():
                sheet.write_string(number, place, value, shown)
            case date():
                sheet.write_datetime(number, place, value, shown)
            case _:
                sheet.write_number(number, place, value, shown)


def _lists(dataset: Dataset, names: Names) -> dict[str, Sequence[str]]:
    """The lists that drop-downs take from the sheet of choices: header → words."""
    short = {header: known for header, known in _known(dataset, names).items() if 0 < len(known) <= SHORT_LIST}
    chosen = {column.header: column.choices for column in dataset.columns if column.choices}
    return {**chosen, **short}


def _known(dataset: Dataset, names: Names) -> dict[str, list[str]]:
    """The published names that may stand in each referring column: header → names."""
    return {
        column.header: [
            name
            for name, level in names.get(referred(column)[0], {}).items()
            if not column.area_levels or level in column.area_levels
        ]
        for column in dataset.referring
    }


def _input_rule(column: Column, place: int, lists: list[str]) -> dict[str, object] | None:
    """What Excel checks while typing; only what the pipeline would refuse as well is stopped."""
    stop = {"error_title": column.label[:32], "error_message": column_note(column)[:255]}
    warn = {**stop, "error_type": "warning"}
    cell = f"{xl_col_to_name(place)}{HEADER_ROW + 2}"
    if column.header in lists:
        letters = xl_col_to_name(lists.index(column.header))
        source = f"={CHOICES}!${letters}$2:${letters}${SHORT_LIST + 1}"
        return {"validate": "list", "source": source, **(warn if column.references else stop)}
    if column.kind is Kind.BOOLEAN:
        return {"validate": "list", "source": ["是", "否"], **stop}
    if column.kind in NUMBERS:
        low, high = (
            (-1e15 if column.minimum is None else column.minimum),
            (1e15 if column.maximum is None else column.maximum),
        )
        kind = "integer" if column.kind is Kind.INTEGER else "decimal"
        return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high, **warn}
    if column.kind is Kind.DATE:
        last = "=TODAY()" if column.is_past else LAST_DAY
        return {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": last, **warn}
    if column.kind is Kind.QUARTER:
        formula = f'=AND(LEN({cell})=6,MID({cell},5,1)="Q",ISNUMBER(--LEFT({cell},4)),ABS(RIGHT({cell},1)-2.5)<2)'
        return {"validate": "custom", "value": formula, **warn}
    return None


def _explain(dataset: Dataset, sheet: Worksheet, title: Format, wrapped: Format) -> None:
    lines = [
        ("报表", dataset.label),
        ("每行是", dataset.row_is),
        ("用途", dataset.purpose),
        ("数据来源", dataset.source),
        ("不可重复", "、".join(dataset.column_of[name].label for name in dataset.key)),
        ("注意", f"{NOTICE}橙色表头的列必填。"),
        *(("核对", rule.message) for rule in dataset.rules),
    ]
    sheet.set_column(0, 0, 22, wrapped)
    sheet.set_column(1, 1, 90, wrapped)
    sheet.write_string(0, 0, EXPLANATIONS, title)
    for row, (label, text) in enumerate(
        [*lines, ("", ""), *((column.header, column_note(column)) for column in dataset.columns)], start=2
    ):
        sheet.write_string(row, 0, label)
        sheet.write_string(row, 1, text)
