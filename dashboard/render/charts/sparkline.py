"""Turns a short series into the small line of a headline card: an SVG image that is light or dark with the page."""

from collections.abc import Sequence
from urllib.parse import quote

from dashboard.render.charts.labels import plot_value
from dashboard.render.palette import DARK, LIGHT, Theme
from dashboard.text.formats import Value

PADDING = 3


def sparkline(values: Sequence[Value], *, target: float | None = None, width: int = 96, height: int = 28) -> str:
    """An `<img>`: a line broken at gaps, a dot at the last value, a dashed line at the target; empty under two values.

    An image and not inline SVG, because Streamlit cuts inline SVG out of HTML.
    """
    drawn = [plot_value(value) for value in values]
    known = [value for value in drawn if value is not None]
    if len(known) < 2:
        return ""
    low = min([*known, *([target] if target is not None else [])])
    high = max([*known, *([target] if target is not None else [])])
    span = (high - low) or 1.0
    step = (width - 2 * PADDING) / (len(drawn) - 1)
    place = [
        None
        if value is None
        else (PADDING + index * step, height - PADDING - (value - low) / span * (height - 2 * PADDING))
        for index, value in enumerate(drawn)
    ]
    path, is_drawing = "", False
    for point in place:
        if point is not None:
            path += f"{'L' if is_drawing else 'M'}{point[0]:.1f} {point[1]:.1f}"
        is_drawing = point is not None
    last = next(point for point in reversed(place) if point is not None)
    goal = ""
    if target is not None:
        level = height - PADDING - (target - low) / span * (height - 2 * PADDING)
        goal = f'<path class="goal" d="M0 {level:.1f}H{width}"/>'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><style>{_colors(LIGHT)}'
        f"@media (prefers-color-scheme:dark){{{_colors(DARK)}}}</style>"
        f'{goal}<path class="line" d="{path}"/><circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="3"/></svg>'
    )
    return f'<img class="sparkline" alt="" width="{width}" height="{height}" src="data:image/svg+xml,{quote(svg)}">'


def _colors(theme: Theme) -> str:
    """The style rules of one mode; an image takes the colour scheme of the element that holds it."""
    return (
        f"path{{fill:none;stroke:{theme.second_ink};stroke-width:1.5}}"
        f"path.goal{{stroke:{theme.others};stroke-dasharray:3 3;stroke-width:1}}circle{{fill:{theme.series[0]}}}"
    )
