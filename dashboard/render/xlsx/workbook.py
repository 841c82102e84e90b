"""Turns a running order, or one table of a page, into an Excel workbook that is the same for the same data."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from xlsxwriter import Workbook

from dashboard.meeting.slide import RunningOrder, Slide, required
from dashboard.render.package import NO_DAY, meeting_day, settled
from dashboard.render.xlsx.sheets import Styles, add_sheet
from dashboard.views.table import Column, Footer, Table

LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\'\s]+")
# As orders hold them, and as the workbook has them.
ITEMS, ITEM_SHEETS = ("全部事项", "清单新增", "全部节点"), ("全部事项", "全部节点", "清单新增")
UNIT_COLUMN = "单位"
CORRECTED, CORRECTIONS_SHEET = "corrections", "更正"
CONTENTS, IN_EACH = "目录", "见各工作表"
AS_SHOWN = "照页面所列，不另设口径"
# Neither a formula nor a link is made of text.
TEXT_STAYS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass(frozen=True)
class Sheet:
    """A sheet of the workbook: what it is called, and what stands on it."""

    name: str
    title: str
    subtitle: str
    table: Table
    footer: Footer


def to_workbook(order: RunningOrder) -> bytes:
    """A workbook whose first sheet leads to the others: all matters and all their nodes, new entries, a sheet per theme.

    Each begins with title, unit, source and definition. Of a later edition the second sheet tells every correction.
    """
    sheets = _sheets(order)
    contents = Table(
        (Column("工作表"), Column("内容"), Column("来源")),
        tuple((one.name, one.title, one.footer.source) for one in sheets),
    )
    state = "草稿，数字可能变动" if order.is_draft else "定稿"
    whole = Footer(IN_EACH, "", IN_EACH, ("demo",) if order.is_demo else (), f"{state}；{order.version}")
    stream = io.BytesIO()
    with Workbook(stream, TEXT_STAYS_TEXT) as workbook:
        workbook.set_properties({"title": order.title, "author": order.district, "company": order.district})
        styles = Styles(workbook)
        names = [one.name for one in sheets]
        add_sheet(styles, CONTENTS, order.title, "", contents, whole, IN_EACH, links=names)
        for one in sheets:
            # Nobody has to ask what the figures mean, even where the page has no definition of its own.
            footer = replace(one.footer, definition=one.footer.definition or AS_SHOWN)
            add_sheet(styles, one.name, one.title, one.subtitle, one.table, footer, units_of(one.table))
    return settled(stream.getvalue(), meeting_day(order))


def to_xlsx(title: str, subtitle: str, table: Table, footer: Footer) -> bytes:
    """A workbook with one sheet: the preamble, then the table; it tells no day of its own."""
    stream = io.BytesIO()
    with Workbook(stream, TEXT_STAYS_TEXT) as workbook:
        add_sheet(Styles(workbook), "数据", title, subtitle, table, footer)
    return settled(stream.getvalue(), NO_DAY)


def _sheets(order: RunningOrder) -> list[Sheet]:
    """The sheets behind the contents, each under another name."""
    items: Mapping[str, tuple[str, str, Table, Footer]] = dict(zip(ITEMS, order.items, strict=False))
    listed = {row for _, _, table, _ in items.values() for row in table.rows}
    # What one matter was planned and came to stands with all nodes, and the first entries of a list with all of it.
    told = [one for one in order.slides if one.rows and one.layout != "matter" and not listed.issuperset(one.rows)]
    found = [_of_slide(slide, CORRECTIONS_SHEET) for slide in told if slide.key == CORRECTED]
    found += [Sheet(name, *items[name]) for name in ITEM_SHEETS if name in items]
    found += [_of_slide(slide, slide.name or slide.title) for slide in told if slide.key != CORRECTED]
    names = sheet_names(one.name for one in found)
    return [replace(one, name=name) for one, name in zip(found, names, strict=True)]


def _of_slide(slide: Slide, name: str) -> Sheet:
    return Sheet(name, slide.title, slide.subtitle, required(slide.table), slide.footer)


def units_of(table: Table) -> str:
    """The units of a table's figures in words."""
    if any(column.label == UNIT_COLUMN for column in table.columns):
        return f"各行不同，见“{UNIT_COLUMN}”一列"
    units = dict.fromkeys(column.unit for column in table.columns if column.decimals is not None and column.unit)
    return "、".join(units) or "无（文字）"


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that Excel takes: each another, also but for capitals, without its forbidden signs and at most 31 long."""
    seen = Counter({CONTENTS: 1})
    found = []
    for name in wanted:
        plain = FORBIDDEN.sub(" ", name).strip() or "数据"
        short = plain[:LONGEST_NAME]
        while seen[short.casefold()]:
            seen[plain.casefold()] += 1
            end = f" {seen[plain.casefold()]}"
            short = f"{plain[: LONGEST_NAME - len(end)]}{end}"
        seen[short.casefold()] += 1
        found.append(short)
    return found
