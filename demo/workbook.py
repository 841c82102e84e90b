"""Rows of a form → the file that a town would fill: a workbook with title and header rows, or a CSV of events."""

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from demo.rows import Row
from etl.schema import Dataset

CREATED = datetime(2026, 1, 1)
TITLE = "演示数据（{label}，由程序按固定种子自动生成，不是真实统计）"


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)


def write_csv(path: Path, dataset: Dataset, rows: list[Row]) -> None:
    """Write `rows` as UTF-8 with BOM, so that Excel opens them; the header row comes first."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.header for column in dataset.columns])
        writer.writerows([_text(row[column.name]) for column in dataset.columns] for row in rows)


def write_workbook(path: Path, dataset: Dataset, rows: list[Row]) -> None:
    """Write `rows` below a title row that says what they are; the same rows give the same bytes."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": CREATED, "title": TITLE.format(label=dataset.label)})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(dataset.label)
        sheet.write_string(0, 0, TITLE.format(label=dataset.label), book.add_format({"bold": True, "font_size": 14}))
        headers = [column.header for column in dataset.columns]
        sheet.write_row(1, 0, headers, book.add_format({"bold": True, "bottom": 1}))
        sheet.freeze_panes(2, 1)
        sheet.set_column(0, len(headers) - 1, 16)
        for number, row in enumerate(rows, start=2):
            for place, column in enumerate(dataset.columns):
                value = row[column.name]
                if isinstance(value, date):
                    sheet.write_datetime(number, place, value, day)
                elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
                    sheet.write_number(number, place, value)
                elif value is not None:
                    sheet.write_string(number, place, _text(value))
