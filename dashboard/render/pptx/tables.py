"""Sets tables on a page of a deck: header, hairlines, numbers to the right."""

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.table import _Cell
from pptx.util import Pt

from dashboard.meeting.layouts import Box
from dashboard.meeting.slide import required
from dashboard.meeting.slide_parts import Late
from dashboard.render.fitting import Setting, row_height, table_pages, table_widths
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.template import SMALLEST
from dashboard.render.pptx.text import Words, describe, lengths, write
from dashboard.views.table import Table, cell_text

# A style of PowerPoint's own without lines and fills.
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
SETTINGS = tuple(Setting(size, side=5, top=4) for size in (18, 17, 16, 15, SMALLEST))
SETTING = SETTINGS[-1]


def roomy(table: Table, box: Box) -> Setting:
    """The largest type in which the table fits into its place, the smallest where it fits in none."""
    fits = (one for one in SETTINGS if len(table_pages(table, box.width, box.height, one)) == 1)
    return next(fits, SETTING)


def add_table(page: Page, box: Box, table: Table, *, name: str, told: str, setting: Setting = SETTING) -> None:
    """A table that a reader can go on editing: header, hairlines, numbers to the right; `told` is read out first."""
    shape = page.shapes.add_table(len(table.rows) + 1, len(table.columns), *lengths(box))
    shape.name = name
    describe(shape, told)
    grid = shape.table
    required(grid._tbl.tblPr).find(qn("a:tableStyleId")).text = PLAIN_TABLE
    grid.horz_banding = False
    widths = table_widths(table, box.width, setting)
    for place, wide in enumerate(widths):
        grid.columns[place].width = Pt(wide)
    texts = [[column.header for column in table.columns]]
    texts += [[cell_text(*pair) for pair in zip(row, table.columns, strict=True)] for row in table.rows]
    inks = [[LIGHT.second_ink] * len(table.columns)]
    inks += [[LIGHT.late if isinstance(cell, Late) else LIGHT.ink for cell in row] for row in table.rows]
    for line, row in enumerate(texts):
        grid.rows[line].height = Pt(row_height(row, widths, setting))
        for place, text in enumerate(row):
            words = Words(text, setting.size, color=inks[line][place], is_bold=line == 0)
            align = PP_ALIGN.LEFT if table.columns[place].decimals is None else PP_ALIGN.RIGHT
            _set_cell(grid.cell(line, place), words, setting, align, is_header=line == 0)


def _set_cell(cell: _Cell, words: Words, setting: Setting, align: PP_ALIGN, *, is_header: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(setting.side)
    cell.margin_top = cell.margin_bottom = Pt(setting.top)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    write(cell.text_frame, [[words]], align=align)
    properties = cell._tc.get_or_add_tcPr()
    line = etree.SubElement(properties, qn("a:lnB"), w=str(Pt(1 if is_header else 0.5)))
    fill = etree.SubElement(line, qn("a:solidFill"))
    shade = LIGHT.second_ink if is_header else LIGHT.rule
    etree.SubElement(fill, qn("a:srgbClr"), val=shade.removeprefix("#"))
