"""Turns a chart into the small picture that a phone shows until the reader unfolds the chart."""

from collections.abc import Sequence
from urllib.parse import quote

from dashboard.render.charts.labels import plot_value
from dashboard.render.charts.sparkline import sparkline
from dashboard.render.palette import DARK, LIGHT, Theme
from dashboard.text.formats import Value
from dashboard.views.charts import Bar, Bars, Chart, Columns, Funnel, Season, Trend

WIDTH, HEIGHT = 200, 28
WIDEST, FILLED = 24, 0.7


def glance(chart: Chart) -> str:
    """An `<img>` with the course or the bars of the chart; empty where a small picture would say nothing."""
    match chart:
        case Trend() | Columns():
            return _course(chart)
        case Season():
            return sparkline([value for _, value in chart.points], width=WIDTH)
        case Bars():
            return bars(chart.items)
        case Funnel():
            return bars(chart.stages)
        case _:
            return ""


def _course(chart: Trend | Columns) -> str:
    """The series that matters: the highlighted one, or the first with the others behind it."""
    series = sorted(chart.series, key=lambda one: not one.is_highlighted)
    courses = [[value for _, value in one.points] for one in series]
    behind = [] if any(one.is_highlighted for one in series) else courses[1:]
    return sparkline(courses[0], behind=behind, width=WIDTH) if courses else ""


def bars(items: Sequence[Bar]) -> str:
    """The bars from zero, the marked ones dark; empty under two figures."""
    values: Sequence[Value] = [item.value for item in items]
    drawn = [plot_value(value) for value in values]
    known = [value for value in drawn if value is not None]
    low, high = min([0, *known]), max([0, *known])
    if len(known) < 2 or low == high:
        return ""
    step = min(WIDTH / len(drawn), WIDEST)
    scale = HEIGHT / (high - low)
    rectangles = "".join(
        f'<rect class="{"marked" if item.is_highlighted else "bar"}" x="{place * step:.1f}" width="{step * FILLED:.1f}"'
        f' y="{(high - max(value, 0)) * scale:.1f}" height="{max(abs(value) * scale, 0.5):.1f}"/>'
        for place, (value, item) in enumerate(zip(drawn, items, strict=True))
        if value is not None
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"><style>{_colors(LIGHT)}'
        f"@media (prefers-color-scheme:dark){{{_colors(DARK)}}}</style>{rectangles}</svg>"
    )
    return f'<img class="sparkline" alt="" width="{WIDTH}" height="{HEIGHT}" src="data:image/svg+xml,{quote(svg)}">'


def _colors(theme: Theme) -> str:
    return f"rect.bar{{fill:{theme.others}}}rect.marked{{fill:{theme.series[0]}}}"
