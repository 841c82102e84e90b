"""Turns a sum and what is taken from it into floating bars: totals from zero, each change from where the last one ended."""

from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.frame import Figure, figure
from dashboard.render.charts.labels import label_of
from dashboard.render.charts.row_axes import ROW_HEIGHT, behind_axis, row_axis
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.text.formats import escape_html, is_number
from dashboard.views.charts import Step


def waterfall(steps: Sequence[Step], theme: Theme, *, unit: str, decimals: int = 0, is_change: bool = False) -> Figure:
    """One row per step, the figure at the outer end: a total stands on zero, a change hangs on the level before it.

    A missing value is its word; what follows hangs on the last known level. With `is_change` a total is a change too.
    """
    spans = _spans(steps)
    texts = [_text(step, unit, decimals, is_change=is_change) for step in steps]
    ends = [end for span in spans for end in span]
    return figure(
        theme,
        [_bars(theme, steps, spans, texts)],
        height=(ROW_HEIGHT + 10) * len(steps) + 16,
        margin={"l": 8, "r": 8, "t": 8, "b": 8, "pad": 6},
        xaxis=behind_axis(theme, ends, texts),
        yaxis=row_axis([step.name for step in steps]),
        shapes=_joints(theme, steps, spans),
        annotations=[
            _label(theme, row, max(span), text) for row, (span, text) in enumerate(zip(spans, texts, strict=True))
        ],
    )


def _spans(steps: Sequence[Step]) -> list[tuple[float, float]]:
    """Where each step begins and ends."""
    level, spans = 0.0, []
    for step in steps:
        value = float(step.value) if is_number(step.value) else None
        start = 0.0 if step.is_total and value is not None else level
        level = start + (value or 0.0)
        spans.append((start, level))
    return spans


def _text(step: Step, unit: str, decimals: int, *, is_change: bool) -> str:
    text = label_of(step.value, unit, decimals)
    is_signed = is_change or not step.is_total
    return f"+{text}" if is_number(step.value) and is_signed and step.value > 0 else text


def _bars(
    theme: Theme, steps: Sequence[Step], spans: Sequence[tuple[float, float]], texts: Sequence[str]
) -> dict[str, Any]:
    is_any_named = any(step.is_highlighted for step in steps)
    colors = [
        theme.series[0] if step.is_highlighted or (step.is_total and not is_any_named) else theme.sequential[1]
        for step in steps
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(steps))),
        "base": [start for start, _ in spans],
        "x": [end - start for start, end in spans],
        "width": 0.6,
        "customdata": [
            [step.key or step.name, escape_html(step.name), text] for step, text in zip(steps, texts, strict=True)
        ],
        "hovertemplate": "%{customdata[1]}<br><b>%{customdata[2]}</b><extra></extra>",
        "marker": {"color": colors, "line": {"width": 0}},
    }


def _joints(theme: Theme, steps: Sequence[Step], spans: Sequence[tuple[float, float]]) -> list[dict[str, Any]]:
    """A hairline from the end of each step to the next one that hangs on it."""
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "y",
            "x0": end,
            "x1": end,
            "y0": row + 0.3,
            "y1": row + 0.7,
            "line": {"width": 1, "color": theme.second_ink},
        }
        for row, ((_, end), step) in enumerate(zip(spans, steps, strict=True))
        if row + 1 < len(steps) and is_number(step.value)
    ]


def _label(theme: Theme, row: int, end: float, text: str) -> dict[str, Any]:
    return {
        "text": text,
        "showarrow": False,
        "x": max(end, 0.0),
        "xref": "x",
        "xanchor": "left",
        "xshift": 5,
        "y": row,
        "yref": "y",
        "font": {"size": NOTE_SIZE, "color": theme.ink},
    }
