"""Turns a slide's chart into Plotly figures of both themes, drawn at half their size on the stage."""

from dataclasses import replace

from dashboard.meeting.layouts import LAYOUTS
from dashboard.meeting.slide import Slide, required
from dashboard.render import charts
from dashboard.render.charts.frame import Figure
from dashboard.render.palette import DARK, LIGHT, Theme
from dashboard.render.stage import scaled
from dashboard.text.joined import named_by
from dashboard.views.charts import Bar, Series
from dashboard.views.table import as_value, code_of

# The charts of the pages have type of 12 pixels and are made for the width of a phone.
SCALE = 2
MARGIN_RIGHT = 26
BOX = scaled(LAYOUTS["chart"][0].box)
WIDTH, HEIGHT = int(BOX.width), int(BOX.height)


def figures(slide: Slide) -> dict[str, Figure]:
    """The slide's chart by the names of the themes."""
    return {theme.name: _figure(slide, theme) for theme in (LIGHT, DARK)}


def names_of(slide: Slide) -> list[str]:
    """The names of what is drawn."""
    place = required(slide.chart).names
    return [str(row[place]) for row in slide.rows]


def _over_time(slide: Slide, series: list[Series], names: list[str], look: Theme, unit: str, decimals: int) -> Figure:
    """Lines or columns in which the periods that the title names are marked; the year before as ticks across columns."""
    chart, table = required(slide.chart), required(slide.table)
    marks, height = named_by(slide.title), HEIGHT // SCALE
    if chart.kind == "line":
        return charts.trend(series, look, unit=unit, decimals=decimals, height=height, marks=marks)
    before = () if chart.earlier is None else tuple(as_value(row[chart.earlier]) for row in table.rows)
    ticks = tuple(zip(names, before, strict=False))
    return charts.columns(series, look, unit=unit, decimals=decimals, height=height, marks=marks, ticks=ticks)


def _figure(slide: Slide, theme: Theme) -> Figure:
    chart, table = required(slide.chart), required(slide.table)
    column = table.columns[chart.values[0]]
    # What lies behind a label is the ground of the slide.
    look = replace(theme, surface=theme.ground)
    decimals = required(column.decimals)
    if chart.kind == "bar":
        [place] = chart.values
        rows = [Bar(name, as_value(row[place])) for name, row in zip(names_of(slide), table.rows, strict=True)]
        drawn = charts.bars(rows, look, unit=column.unit, decimals=decimals)
    else:
        names = [code_of(row[chart.names]) for row in table.rows]
        series = [
            Series(
                table.columns[place].label,
                tuple(zip(names, (as_value(row[place]) for row in table.rows), strict=True)),
            )
            for place in chart.values
        ]
        drawn = _over_time(slide, series, names, look, column.unit, decimals)
    under = drawn["layout"]
    # Half of a figure above the last column stands beyond the plot.
    margin = under["margin"] | {"r": max(under["margin"]["r"], MARGIN_RIGHT)}
    layout = under | {"margin": margin, "width": WIDTH // SCALE, "height": min(under["height"], HEIGHT // SCALE)}
    return {"data": drawn["data"], "layout": layout}
