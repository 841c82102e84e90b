"""Sets a slide's chart on a page of a deck as Office's own, with its numbers inside."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart as OfficeChart
from pptx.chart.data import CategoryChartData
from pptx.chart.datalabel import DataLabel
from pptx.chart.series import BarSeries, LineSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from dashboard.meeting.layouts import Box
from dashboard.meeting.slide import required
from dashboard.meeting.slide_parts import Chart
from dashboard.render.charts.scales import digits_of, round_ticks, value_range
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.template import FONT, SMALLEST
from dashboard.render.pptx.text import color_of, describe, lengths, name_font
from dashboard.text.formats import is_number, rounded, scaled_unit
from dashboard.text.periods import in_year
from dashboard.views.table import Cell, Period, Table, code_of

KINDS = {
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
}
FULL, NEARLY_FULL = 100, 95
# The gap between columns against their width in per cent; fewer columns than these are as wide as of so many.
GAP, WIDEST_GAP, FEWEST = 60, 500, 5
CUT = "（纵轴未从0起）"


@dataclass(frozen=True)
class Scale:
    """What the numbers of a chart are written in, as on the pages: tens of thousands or their squares where they are many.

    `powers` of ten they are made smaller by, `unit` what stands at the axis, nothing where it stands with the names.
    """

    powers: int
    decimals: int
    unit: str

    @property
    def number_format(self) -> str:
        """As Office writes it."""
        return "#,##0" + ("." + "0" * self.decimals if self.decimals else "")


def add_chart(
    page: Page, box: Box, table: Table, chart: Chart, *, name: str, told: str, marks: Collection[str] = ()
) -> None:
    """An Office chart with its numbers inside, as shown in the table; missing numbers are gaps; `told` is read out.

    The periods of `marks` carry their figures and stand out; the year before is a grey series before the others.
    """
    scale = _scale_of(table, chart)
    data = CategoryChartData(number_format=scale.number_format)
    _add_categories(data, [row[chart.names] for row in table.rows])
    for place in chart.drawn:
        column = table.columns[place]
        decimals = required(column.decimals)
        values = [row[place] for row in table.rows]
        numbers = [float(rounded(one, decimals).scaleb(-scale.powers)) if is_number(one) else None for one in values]
        data.add_series(replace(column, unit=scale.unit or column.unit).header, numbers)
    shape = page.shapes.add_chart(KINDS[chart.kind], *lengths(box), data)
    shape.name = name
    describe(shape, told)
    marked = [index for index, row in enumerate(table.rows) if code_of(row[chart.names]) in marks]
    _style_chart(shape.chart, chart, scale.number_format, marked)
    drawn = [one for series in shape.chart.plots[0].series for one in series.values if one is not None]
    is_cut = chart.kind == "line" and _scale_axis(shape.chart.value_axis, drawn, scale)
    if scale.unit:
        _add_unit(shape.chart.value_axis, f"{scale.unit}{CUT if is_cut else ''}")
    if scale.unit == "%" and drawn and NEARLY_FULL < max(drawn) <= FULL:
        # No share is more than the whole, which an axis of its own choice would allow for.
        shape.chart.value_axis.maximum_scale = FULL


def _scale_axis(axis: ValueAxis, drawn: Sequence[float], scale: Scale) -> bool:
    """Give an axis of lines the ends that the pages give it; whether it leaves zero out.

    It has the digits by which one line of its grid is told from the next.
    """
    low, high = value_range(drawn, is_zero_based=False)
    ticks = round_ticks(low, high)
    axis.minimum_scale, axis.maximum_scale = ticks[0], ticks[-1]
    axis.major_unit = step = ticks[1] - ticks[0]
    axis.tick_labels.number_format = replace(scale, decimals=digits_of(step, scale.decimals)).number_format
    return not ticks[0] <= 0 <= ticks[-1]


def _scale_of(table: Table, chart: Chart) -> Scale:
    """What the numbers of a chart are written in; bars have their unit in the names of their series."""
    columns = [table.columns[place] for place in chart.values]
    decimals = max(required(column.decimals) for column in columns)
    units = {column.unit for column in columns}
    if len(units) > 1 or chart.kind == "bar":
        return Scale(0, decimals, "")
    cells = [row[place] for row in table.rows for place in chart.drawn]
    known = [abs(float(one)) for one in cells if is_number(one)]
    # Titles write 亿 and 万 from one of them on: where the smallest has one, all points are written as there.
    powers, unit = scaled_unit((min(filter(None, known), default=0.0),), *units)
    return Scale(powers, 1 if powers else decimals, unit)


def _add_categories(data: CategoryChartData, points: Sequence[Cell]) -> None:
    """Quarters under their year, which stands once; other names as they are."""
    quarters = [in_year(point.code) for point in points if isinstance(point, Period)]
    if len(quarters) < len(points) or not all(quarters):
        data.categories = [str(point) for point in points]
        return
    shown = None
    for year, quarter in filter(None, quarters):
        if shown is None or shown.label != year:
            shown = data.add_category(year)
        shown.add_sub_category(quarter)


def _style_chart(drawn: OfficeChart, chart: Chart, number_format: str, marked: Sequence[int]) -> None:
    drawn.font.size, drawn.font.name = Pt(SMALLEST), FONT
    drawn.font.color.rgb = color_of(LIGHT.ink)
    name_font(drawn.font._element)
    drawn.has_title = False
    drawn.has_legend = len(chart.drawn) > 1
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
        plot.gap_width = max(GAP, min(WIDEST_GAP, 100 * FEWEST // len(plot.categories) - 100))
    quiet = [] if chart.earlier is None else [LIGHT.others]
    for order, (series, color) in enumerate(zip(plot.series, (*quiet, *LIGHT.series), strict=False)):
        _style_series(series, color, chart)
        if order < len(quiet):
            continue
        known = [place for place, value in enumerate(series.values) if value is not None]
        every = known if chart.kind == "bar" else sorted({*known[-1:], *marked} & set(known))
        _stand_out(series, chart, marked)
        for place in every:
            label = series.points[place].data_label
            label.has_text_frame = False
            _label(label, number_format, chart)


def _add_unit(axis: ValueAxis, unit: str) -> None:
    """The unit of the axis as its title, which is read without a turn of the head."""
    frame = axis.axis_title.text_frame
    frame.text = unit
    body = frame._txBody.bodyPr
    body.set("rot", "0")
    body.set("vert", "horz")
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.name = Pt(SMALLEST), False, FONT
    font.color.rgb = color_of(LIGHT.second_ink)
    name_font(font._element)


def _style_series(series: BarSeries | LineSeries, color: str, chart: Chart) -> None:
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


def _stand_out(series: BarSeries | LineSeries, chart: Chart, marked: Sequence[int]) -> None:
    """The columns that are not marked in a tint, where some are."""
    if chart.kind != "column" or not marked:
        return
    for place in set(range(len(series.values))) - set(marked):
        fill = series.points[place].format.fill
        fill.solid()
        fill.fore_color.rgb = color_of(LIGHT.sequential[1])


def _label(label: DataLabel, number_format: str, chart: Chart) -> None:
    """The number at a point."""
    label.font.size, label.font.bold = Pt(SMALLEST), True
    label.position = XL_LABEL_POSITION.ABOVE if chart.kind == "line" else XL_LABEL_POSITION.OUTSIDE_END
    element = label._dLbl
    for kind in ("c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"):
        found = element.find(qn(kind))
        if found is not None:
            found.set("val", "1" if kind == "c:showVal" else "0")
