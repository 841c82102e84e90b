"""Turns a slide's chart into Plotly figures of both themes, drawn at half their size on the stage."""

from dataclasses import replace

from dashboard.meeting.layouts import LAYOUTS
from dashboard.meeting.slide import Slide
from dashboard.render import charts
from dashboard.render.charts.frame import Figure
from dashboard.render.palette import DARK, LIGHT, Theme
from dashboard.render.stage import scaled
from dashboard.views.charts import Bar, Series
from dashboard.views.table import code_of

# The charts of the pages have type of 12 pixels and are made for the width of a phone.
SCALE = 2
MARGIN_RIGHT = 26
BOX = scaled(LAYOUTS["chart"][0].box)
WIDTH, HEIGHT = int(BOX.width), int(BOX.height)
DRAW = {"line": charts.trend, "column": charts.columns}


def figures(slide: Slide) -> dict[str, Figure]:
    """The slide's chart by the names of the themes."""
    return {theme.name: _figure(slide, theme) for theme in (LIGHT, DARK)}


def names_of(slide: Slide) -> list[str]:
    """The names of what is drawn."""
    return [str(row[slide.chart.names]) for row in slide.table.rows]


def _figure(slide: Slide, theme: Theme) -> Figure:
    chart, table = slide.chart, slide.table
    column = table.columns[chart.values[0]]
    # What lies behind a label is the ground of the slide.
    look = replace(theme, surface=theme.ground)
    measured = {"unit": column.unit, "decimals": column.decimals}
    if chart.kind == "bar":
        [place] = chart.values
        rows = [Bar(name, row[place]) for name, row in zip(names_of(slide), table.rows, strict=True)]
        drawn = charts.bars(rows, look, **measured)
    else:
        names = [code_of(row[chart.names]) for row in table.rows]
        series = [
            Series(table.columns[place].label, tuple(zip(names, (row[place] for row in table.rows), strict=True)))
            for place in chart.values
        ]
        drawn = DRAW[chart.kind](series, look, height=HEIGHT // SCALE, **measured)
    under = drawn["layout"]
    # Half of a figure above the last column stands beyond the plot.
    margin = under["margin"] | {"r": max(under["margin"]["r"], MARGIN_RIGHT)}
    layout = under | {"margin": margin, "width": WIDTH // SCALE, "height": min(under["height"], HEIGHT // SCALE)}
    return {"data": drawn["data"], "layout": layout}
