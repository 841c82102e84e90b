"""Turns a short series into the small line of a headline card: an SVG image that is light or dark with the page."""

from collections.abc import Sequence
from urllib.parse import quote

from dashboard.render.charts.labels import plot_value
from dashboard.render.palette import DARK, LIGHT, Theme
from dashboard.text.formats import Value

PADDING = 3
Place = tuple[float, float] | None


def sparkline(
    values: Sequence[Value],
    *,
    behind: Sequence[Sequence[Value]] = (),
    target: float | None = None,
    width: int = 96,
    height: int = 28,
) -> str:
    """An `<img>`: a line broken at gaps, a dot at the last value, a dashed line at the target; empty under two values.

    `behind` are other courses over the same periods, grey behind it. An image and not inline SVG, because Streamlit
    cuts inline SVG out of HTML.
    """
    lines = [[plot_value(value) for value in line] for line in (values, *behind)]
    if sum(value is not None for value in lines[0]) < 2:
        return ""
    known = [value for line in lines for value in line if value is not None]
    if target is not None:
        known.append(target)
    low, span = min(known), (max(known) - min(known)) or 1.0

    def level(value: float) -> float:
        return height - PADDING - (value - low) / span * (height - 2 * PADDING)

    def placed(line: Sequence[float | None]) -> list[Place]:
        step = (width - 2 * PADDING) / max(len(line) - 1, 1)
        return [None if value is None else (PADDING + index * step, level(value)) for index, value in enumerate(line)]

    first, *others = map(placed, lines)
    last = next(place for place in reversed(first) if place is not None)
    goal = f'<path class="goal" d="M0 {level(target):.1f}H{width}"/>' if target is not None else ""
    grey = "".join(f'<path class="other" d="{_path(line)}"/>' for line in others)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><style>{_colors(LIGHT)}'
        f"@media (prefers-color-scheme:dark){{{_colors(DARK)}}}</style>"
        f'{goal}{grey}<path class="line" d="{_path(first)}"/><circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="3"/></svg>'
    )
    return f'<img class="sparkline" alt="" width="{width}" height="{height}" src="data:image/svg+xml,{quote(svg)}">'


def _path(line: Sequence[Place]) -> str:
    """The line through the places, broken where there is none."""
    path, is_drawing = "", False
    for place in line:
        if place is not None:
            path += f"{'L' if is_drawing else 'M'}{place[0]:.1f} {place[1]:.1f}"
        is_drawing = place is not None
    return path


def _colors(theme: Theme) -> str:
    """The style rules of one mode; an image takes the colour scheme of the element that holds it."""
    return (
        f"path{{fill:none;stroke:{theme.second_ink};stroke-width:1.5}}"
        f"path.other{{stroke:{theme.others};stroke-width:1}}"
        f"path.goal{{stroke:{theme.others};stroke-dasharray:3 3;stroke-width:1}}circle{{fill:{theme.series[0]}}}"
    )
