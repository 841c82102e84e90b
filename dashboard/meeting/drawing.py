"""Sets text, tables, charts and maps on a slide of a deck, all of them such as a reader can go on editing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard.look.blocks import Table
from dashboard.look.charts.frame import text_width
from dashboard.look.formats import is_number, rounded
from dashboard.look.maps.geometry import bounds, fitting_zoom, to_pixels
from dashboard.look.maps.labels import LABEL_SIZE, place_labels
from dashboard.look.tables import cell_text
from dashboard.look.theme import LIGHT, ink_on
from dashboard.meeting.fitting import LINE_SPACING, SMALLEST, height_of
from dashboard.meeting.slide import Chart, MapPicture
from dashboard.meeting.template import FONT

QUARTER = re.compile(r"(?P<year>\d{4}年)第(?P<quarter>.)季度")
KINDS = {
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
}
# A style of PowerPoint's own without lines and fills.
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
CELL_SIDE, CELL_TOP = 5, 4
FULL, NEARLY_FULL = 100, 95
# Freeforms are drawn in tenths of a point.
FINE = 10


@dataclass(frozen=True)
class Box:
    """A place on a page, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def lengths(self) -> tuple[int, int, int, int]:
        """The place in the units of the file."""
        return Pt(self.left), Pt(self.top), Pt(self.width), Pt(self.height)


@dataclass(frozen=True)
class Words:
    """A run of text in one style."""

    text: str
    size: int = SMALLEST
    color: str = LIGHT.ink
    is_bold: bool = False


def color_of(color: str) -> RGBColor:
    """The colour of a token."""
    return RGBColor.from_string(color.removeprefix("#"))


def write(frame: TextFrame, paragraphs: Sequence[Sequence[Words]], *, align: PP_ALIGN = PP_ALIGN.LEFT) -> None:
    """Fill a text frame; Chinese text gets a Chinese font by name, on machines without it the reader's own."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    for place, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = align
        # In points, for fonts differ in what they call a line.
        paragraph.line_spacing = Pt(max(one.size for one in words) * LINE_SPACING)
        for one in words:
            run = paragraph.add_run()
            run.text = one.text
            run.font.size, run.font.bold = Pt(one.size), one.is_bold
            run.font.color.rgb = color_of(one.color)
            run.font.name = FONT
            _east_asian(run.font._element)


def _east_asian(properties: etree._Element) -> None:
    """Name the font for East Asian text beside that for Latin text."""
    latin = properties.find(qn("a:latin"))
    latin.addnext(etree.Element(qn("a:ea"), typeface=FONT))


def add_text(
    page: Page,
    box: Box,
    paragraphs: Sequence[Sequence[Words]],
    *,
    name: str,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
) -> None:
    """A text box without inner margins."""
    shape = page.shapes.add_textbox(*box.lengths)
    shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = anchor
    write(frame, paragraphs, align=align)


def add_block(page: Page, box: Box, fill: str, *, name: str, line: str | None = None) -> None:
    """A rectangle without text."""
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.lengths)
    shape.name = name
    _plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = color_of(fill)
    if line:
        shape.line.color.rgb, shape.line.width = color_of(line), Pt(0.75)
    else:
        shape.line.fill.background()


def _plain(shape) -> None:
    """Without the shadow and gloss of the theme."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def table_widths(table: Table, width: float) -> list[float]:
    """The columns' widths in points: by what they hold, long texts held back so that short ones need not wrap."""
    wants = []
    for place, column in enumerate(table.columns):
        texts = [column.header, *(cell_text(row[place], column) for row in table.rows)]
        widest = max(map(_width, texts))
        wants.append(min(widest, 22 * SMALLEST) + 2 * CELL_SIDE + SMALLEST)
    return [width * want / sum(wants) for want in wants]


def _width(text: str) -> float:
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


def add_chart(page: Page, box: Box, table: Table, chart: Chart, *, name: str) -> None:
    """An Office chart with its numbers inside, as shown in the table; missing numbers are gaps."""
    data = CategoryChartData(number_format=_number_format(table, chart))
    points = [str(row[chart.names]) for row in table.rows]
    _add_categories(data, points)
    for place in chart.values:
        column = table.columns[place]
        numbers = [float(rounded(row[place], column.decimals)) if is_number(row[place]) else None for row in table.rows]
        data.add_series(column.header, numbers)
    shape = page.shapes.add_chart(KINDS[chart.kind], *box.lengths, data)
    shape.name = name
    _style_chart(shape.chart, chart, _number_format(table, chart))
    units = {table.columns[place].unit for place in chart.values}
    values = [one for series in shape.chart.plots[0].series for one in series.values if one is not None]
    if units == {"%"} and values and NEARLY_FULL < max(values) <= FULL:
        # No share is more than the whole, which an axis of its own choice would allow for.
        shape.chart.value_axis.maximum_scale = FULL


def _number_format(table: Table, chart: Chart) -> str:
    decimals = max(table.columns[place].decimals for place in chart.values)
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _add_categories(data: CategoryChartData, points: Sequence[str]) -> None:
    """Quarters under their year, which stands once; other names as they are."""
    found = [QUARTER.fullmatch(point) for point in points]
    if not all(found):
        data.categories = points
        return
    year = None
    for match in found:
        if year is None or year.label != match["year"]:
            year = data.add_category(match["year"])
        year.add_sub_category(f"{match['quarter']}季")


def _style_chart(drawn, chart: Chart, number_format: str) -> None:
    drawn.font.size, drawn.font.name = Pt(SMALLEST), FONT
    drawn.font.color.rgb = color_of(LIGHT.ink)
    _east_asian(drawn.font._element)
    drawn.has_title = False
    drawn.has_legend = len(chart.values) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    values, names = drawn.value_axis, drawn.category_axis
    values.major_gridlines.format.line.color.rgb = color_of(LIGHT.rule)
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = number_format, False
    names.format.line.color.rgb = color_of(LIGHT.second_ink)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    plot = drawn.plots[0]
    if chart.kind == "bar":
        # The first row of the table on top.
        names.reverse_order = True
        values.has_major_gridlines, values.visible = False, False
    if chart.kind != "line":
        values.minimum_scale = 0 if all((one or 0) >= 0 for series in plot.series for one in series.values) else None
        plot.gap_width = 60
    for series, color in zip(plot.series, LIGHT.series, strict=False):
        _style_series(series, color, chart)
        known = [place for place, value in enumerate(series.values) if value is not None]
        every = known if chart.kind == "bar" else known[-1:]
        for place in every:
            label = series.points[place].data_label
            label.has_text_frame = False
            _label(label, number_format, chart)


def _style_series(series, color: str, chart: Chart) -> None:
    if chart.kind == "line":
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = color_of(color), Pt(2.25)
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = color_of(color)
        series.marker.format.line.color.rgb = color_of(color)
        series.marker.size = 6
        return
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = color_of(color)


def _label(label, number_format: str, chart: Chart) -> None:
    """The number at a point."""
    label.font.size, label.font.bold = Pt(SMALLEST), True
    label.position = XL_LABEL_POSITION.ABOVE if chart.kind == "line" else XL_LABEL_POSITION.OUTSIDE_END
    element = label._dLbl
    for kind in ("c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"):
        found = element.find(qn(kind))
        if found is not None:
            found.set("val", "1" if kind == "c:showVal" else "0")


def add_map(page: Page, box: Box, picture: MapPicture) -> None:
    """Each area as a shape of its own, in the colour of its class; name and figure stand where they fit."""
    corners = bounds([shape.rings[0] for shape in picture.shapes])
    # Labels are placed in pixels of a map whose 12 pixels are the smallest type of the deck.
    scale = SMALLEST / LABEL_SIZE
    zoom = fitting_zoom(corners, box.width / scale, box.height / scale)
    left, top = to_pixels((corners[0], corners[3]), zoom)
    right, bottom = to_pixels((corners[2], corners[1]), zoom)
    shift = (
        box.left + (box.width - (right - left) * scale) / 2 - left * scale,
        box.top + (box.height - (bottom - top) * scale) / 2 - top * scale,
    )

    def placed(point: tuple[float, float]) -> tuple[float, float]:
        x, y = to_pixels(point, zoom)
        return x * scale + shift[0], y * scale + shift[1]

    fills = dict(picture.fills)
    for shape in picture.shapes:
        rings = [[placed(point) for point in ring] for ring in shape.rings]
        told = f"{shape.name}：{shape.text or shape.value}"
        _add_area(page, rings, fills[shape.code], name=shape.name, told=told)
    for label in place_labels(picture.shapes, zoom):
        x, y = placed(label.point)
        lines = label.text.split("\n")
        wide, high = max(map(_width, lines)) + 8, len(lines) * SMALLEST * 1.25
        words = [[Words(line, color=ink_on(fills[label.code]))] for line in lines]
        place = Box(x - wide / 2, y - high / 2, wide, high)
        add_text(page, place, words, name=f"标注 {lines[0]}", align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)


def _add_area(page: Page, rings: Sequence[Sequence[tuple[float, float]]], fill: str, *, name: str, told: str) -> None:
    first = [(x * FINE, y * FINE) for x, y in rings[0]]
    builder = page.shapes.build_freeform(*first[0], scale=Pt(1) / FINE)
    builder.add_line_segments(first[1:], close=True)
    for hole in rings[1:]:
        points = [(x * FINE, y * FINE) for x, y in hole]
        builder.move_to(*points[0])
        builder.add_line_segments(points[1:], close=True)
    shape = builder.convert_to_shape()
    shape.name = name
    shape._element.nvSpPr.cNvPr.set("descr", told)
    _plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = color_of(fill)
    shape.line.color.rgb, shape.line.width = color_of(LIGHT.surface), Pt(1)
