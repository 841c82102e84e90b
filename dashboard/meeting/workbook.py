"""Turns a running order into an Excel workbook: what it holds, the items in full, and the data of every figure."""

import io
import re

import xlsxwriter

from dashboard.look.blocks import Column, Footer, Table
from dashboard.look.exports import TEXT_STAYS_TEXT, add_sheet
from dashboard.meeting.slide import RunningOrder

LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\'\s]+")
ITEM_SHEETS = ("议定事项", "清单新增")


def to_workbook(order: RunningOrder) -> bytes:
    """A workbook whose first sheet lists the others; each begins with title, unit, source and definition."""
    sheets = [(name, *item) for name, item in zip(ITEM_SHEETS, order.items, strict=False)]
    # What one matter was planned and came to stands with the matters.
    sheets += [
        (slide.title, slide.title, slide.subtitle, slide.table, slide.footer)
        for slide in order.slides
        if slide.table is not None and slide.table.rows
    ]
    named = list(zip(sheet_names([name for name, *_ in sheets]), sheets, strict=True))
    contents = Table(
        (Column("工作表"), Column("内容"), Column("来源")),
        tuple((name, title, footer.source) for name, (_, title, _, _, footer) in named),
    )
    state = "草稿，数字可能变动" if order.is_draft else "定稿"
    whole = Footer("见各工作表", origins=("demo",) if order.is_demo else (), note=f"{state}；{order.version}")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, TEXT_STAYS_TEXT) as workbook:
        add_sheet(workbook, "目录", order.title, "", contents, whole)
        for name, (_, title, subtitle, table, footer) in named:
            add_sheet(workbook, name, title, subtitle, table, footer)
    return stream.getvalue()


def sheet_names(titles: list[str]) -> list[str]:
    """Names that Excel takes: numbered, so that each is another, without its forbidden signs and at most 31 long."""
    return [f"{place:02} {FORBIDDEN.sub(' ', title)}"[:LONGEST_NAME].strip() for place, title in enumerate(titles, 1)]
