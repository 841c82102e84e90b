"""Turns a running order into an Excel workbook: what it holds, the items in full, and the data of every figure."""

import io
import re
from dataclasses import replace

import xlsxwriter

from dashboard.meeting.slide import RunningOrder, Slide, required
from dashboard.render.package import meeting_day, settled
from dashboard.render.xlsx.exports import TEXT_STAYS_TEXT, add_sheet
from dashboard.views.table import Column, Footer, Table

LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\'\s]+")
ITEM_SHEETS = ("议定事项", "清单新增")
CORRECTED, CORRECTIONS_SHEET = "corrections", "更正"
UNIT_COLUMN = "单位"
AS_SHOWN = "照页面所列，不另设口径"
# What names a sheet, its title, subtitle, table and footer.
Sheet = tuple[str, str, str, Table, Footer]


def to_workbook(order: RunningOrder) -> bytes:
    """A workbook whose first sheet lists the others; each begins with title, unit, source and definition.

    Of a later edition the second sheet tells every correction.
    """
    sheets = [(name, *item) for name, item in zip(ITEM_SHEETS, order.items, strict=False)]
    # What one matter was planned and came to stands with the matters.
    told = [slide for slide in order.slides if slide.rows]
    sheets += [_of_slide(slide) for slide in told if slide.key != CORRECTED]
    named = [(CORRECTIONS_SHEET, _of_slide(slide)) for slide in told if slide.key == CORRECTED]
    named += zip(sheet_names([name for name, *_ in sheets]), sheets, strict=True)
    contents = Table(
        (Column("工作表"), Column("内容"), Column("来源")),
        tuple((name, title, footer.source) for name, (_, title, _, _, footer) in named),
    )
    state = "草稿，数字可能变动" if order.is_draft else "定稿"
    whole = Footer("见各工作表", origins=("demo",) if order.is_demo else (), note=f"{state}；{order.version}")
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, TEXT_STAYS_TEXT) as workbook:
        _add(workbook, "目录", order.title, "", contents, replace(whole, definition="见各工作表"), "见各工作表")
        for name, (_, title, subtitle, table, footer) in named:
            _add(workbook, name, title, subtitle, table, footer, units_of(table))
    return settled(stream.getvalue(), meeting_day(order))


def _of_slide(slide: Slide) -> Sheet:
    return slide.title, slide.title, slide.subtitle, required(slide.table), slide.footer


def _add(
    workbook: xlsxwriter.Workbook, name: str, title: str, subtitle: str, table: Table, footer: Footer, unit: str
) -> None:
    """A sheet of which nobody has to ask what its figures mean, even where the page has no definition of its own."""
    add_sheet(workbook, name, title, subtitle, table, replace(footer, definition=footer.definition or AS_SHOWN), unit)


def units_of(table: Table) -> str:
    """The units of a table's figures in words."""
    if any(column.label == UNIT_COLUMN for column in table.columns):
        return f"各行不同，见“{UNIT_COLUMN}”一列"
    units = dict.fromkeys(column.unit for column in table.columns if column.decimals is not None and column.unit)
    return "、".join(units) or "无（文字）"


def sheet_names(titles: list[str]) -> list[str]:
    """Names that Excel takes: numbered, so that each is another, without its forbidden signs and at most 31 long."""
    return [f"{place:02} {FORBIDDEN.sub(' ', title)}"[:LONGEST_NAME].strip() for place, title in enumerate(titles, 1)]
