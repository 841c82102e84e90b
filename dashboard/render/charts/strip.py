"""Turns figures of one kind into a strip of dots on a line, the one that is told of filled: an SVG image."""

from collections.abc import Sequence
from urllib.parse import quote

from dashboard.render.palette import DARK, LIGHT, Theme

RADIUS, OWN_RADIUS = 3.5, 5
MARGIN = OWN_RADIUS + 1


def strip(own: float, others: Sequence[float], *, width: int = 160, height: int = 20) -> str:
    """An `<img>`: the lowest figure at the left, the highest at the right; empty where there are no others.

    An image and not inline SVG, because Streamlit cuts inline SVG out of HTML.
    """
    if not others:
        return ""
    low, high = min((own, *others)), max((own, *others))
    span = high - low
    middle = height / 2

    def place(value: float) -> float:
        """Where a figure stands; all in the middle where they are the same."""
        return MARGIN + ((value - low) / span if span else 0.5) * (width - 2 * MARGIN)

    dots = "".join(f'<circle class="other" cx="{place(one):.1f}" cy="{middle:g}" r="{RADIUS}"/>' for one in others)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><style>{_colors(LIGHT)}'
        f"@media (prefers-color-scheme:dark){{{_colors(DARK)}}}</style>"
        f'<path d="M{MARGIN} {middle:g}H{width - MARGIN}"/>{dots}'
        f'<circle class="own" cx="{place(own):.1f}" cy="{middle:g}" r="{OWN_RADIUS}"/></svg>'
    )
    return f'<img class="strip" alt="" width="{width}" height="{height}" src="data:image/svg+xml,{quote(svg)}">'


def _colors(theme: Theme) -> str:
    """The style rules of one mode; an image takes the colour scheme of the element that holds it."""
    return (
        f"path{{stroke:{theme.rule};stroke-width:1}}"
        f".other{{fill:{theme.ground};fill-opacity:.6;stroke:{theme.others};stroke-width:1.25}}"
        f".own{{fill:{theme.series[0]}}}"
    )
