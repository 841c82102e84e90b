"""Turns the tokens of a theme into the layout that every Plotly figure begins with."""

from typing import Any

from dashboard.render.palette import FONT_FAMILY, NOTE_SIZE, Theme


def plotly_template(theme: Theme) -> dict[str, Any]:
    """Plotly layout defaults of the look: system type, hairline grid, no frame, no legend, no mode bar, no dragging."""
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "automargin": False,
        # Labels are thinned where the axis is made; otherwise Plotly measures each to see whether it leaves the picture.
        "ticklabeloverflow": "allow",
        "fixedrange": True,
        "gridcolor": theme.rule,
        "tickfont": {"size": NOTE_SIZE, "color": theme.second_ink},
        "title": {"font": {"size": NOTE_SIZE, "color": theme.second_ink}, "standoff": 8},
    }
    return {
        "layout": {
            "font": {"family": FONT_FAMILY, "size": NOTE_SIZE, "color": theme.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "colorway": [*theme.series, theme.others],
            "margin": {"l": 8, "r": 8, "t": 16, "b": 8, "pad": 4},
            "separators": ".,",
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": theme.surface,
                "bordercolor": theme.rule,
                "align": "left",
                "font": {"family": FONT_FAMILY, "size": 13, "color": theme.ink},
            },
            "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": theme.second_ink, "activecolor": theme.ink},
            "xaxis": axis,
            "yaxis": axis,
        }
    }
