"""Sets tables on a page of a deck, cut into as many pieces as there is room for, in rows that stay whole."""

from collections.abc import Sequence

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from dashboard.look.blocks import Table
from dashboard.look.charts.frame import text_width
from dashboard.look.tables import cell_text
from dashboard.look.theme import LIGHT
from dashboard.meeting.powerpoint.fitting import SMALLEST, height_of
from dashboard.meeting.powerpoint.text import Box, Words, write

# A style of PowerPoint's own without lines and fills.
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
CELL_SIDE, CELL_TOP = 5, 4


def table_widths(table: Table, width: float) -> list[float]:
    """The columns' widths in points: short ones as wide as they are, so that no day is broken; long ones share the rest."""
    wants = []
    for place, column in enumerate(table.columns):
        texts = [column.header, *(cell_text(row[place], column) for row in table.rows)]
        wants.append(max(map(width_of, texts)) + 2 * CELL_SIDE + SMALLEST)
    if sum(wants) <= width:
        return [width * want / sum(wants) for want in wants]
    found: dict[int, float] = {}
    for done, place in enumerate(sorted(range(len(wants)), key=wants.__getitem__)):
        share = (width - sum(found.values())) / (len(wants) - done)
        found[place] = min(wants[place], share)
    return [found[place] for place in range(len(wants))]


def width_of(text: str) -> float:
    """The width of a line in points, in the smallest type."""
    return text_width(text, SMALLEST)


def row_height(cells: Sequence[str], widths: Sequence[float]) -> float:
    """The height in points that a row needs."""
    tallest = max(height_of(text, SMALLEST, wide - 2 * CELL_SIDE) for text, wide in zip(cells, widths, strict=True))
    return tallest + 2 * CELL_TOP


def last_rows(table: Table, width: float, height: float) -> Table:
    """As many of the last rows as fit into the height."""
    backwards = table_pages(Table(table.columns, table.rows[::-1]), width, height)[0]
    return Table(table.columns, backwards.rows[::-1])


def table_pages(table: Table, width: float, height: float) -> list[Table]:
    """The table cut into pieces of whole rows that fit into the height, each under the same header."""
    widths = table_widths(table, width)
    header = row_height([column.header for column in table.columns], widths)
    pages, left = [[]], height - header
    for row in table.rows:
        needed = row_height([cell_text(*pair) for pair in zip(row, table.columns, strict=True)], widths)
        if needed > left and pages[-1]:
            pages.append([])
            left = height - header
        pages[-1].append(row)
        left -= needed
    return [Table(table.columns, tuple(rows)) for rows in pages]


def add_table(page: Page, box: Box, table: Table, *, name: str, widths: Sequence[float] | None = None) -> None:
    """A table that a reader can go on editing: header, hairlines, numbers to the right."""
    shape = page.shapes.add_table(len(table.rows) + 1, len(table.columns), *box.lengths)
    shape.name = name
    grid = shape.table
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_TABLE
    grid.horz_banding = False
    widths = widths or table_widths(table, box.width)
    for place, wide in enumerate(widths):
        grid.columns[place].width = Pt(wide)
    texts = [[column.header for column in table.columns]]
    texts += [[cell_text(*pair) for pair in zip(row, table.columns, strict=True)] for row in table.rows]
    for line, row in enumerate(texts):
        grid.rows[line].height = Pt(row_height(row, widths))
        for place, text in enumerate(row):
            is_number_column = table.columns[place].decimals is not None
            _set_cell(grid.cell(line, place), text, is_header=line == 0, is_right=is_number_column)


def _set_cell(cell, text: str, *, is_header: bool, is_right: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(CELL_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(CELL_TOP)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    color = LIGHT.late if text.startswith(("受阻", "超期")) else LIGHT.second_ink if is_header else LIGHT.ink
    align = PP_ALIGN.RIGHT if is_right else PP_ALIGN.LEFT
    write(cell.text_frame, [[Words(text, color=color, is_bold=is_header)]], align=align)
    properties = cell._tc.get_or_add_tcPr()
    line = etree.SubElement(properties, qn("a:lnB"), w=str(Pt(1 if is_header else 0.5)))
    fill = etree.SubElement(line, qn("a:solidFill"))
    shade = LIGHT.second_ink if is_header else LIGHT.rule
    etree.SubElement(fill, qn("a:srgbClr"), val=shade.removeprefix("#"))
