"""Turns what was planned and what was done into rows over time: a broad band to the planned day, a thin bar to the day it was done."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.render.charts.frame import Figure, figure, note
from dashboard.render.charts.label_axes import NARROW_PLOT
from dashboard.render.charts.row_axes import row_axis
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import escape_html
from dashboard.text.periods import period_ticks
from dashboard.views.charts import Span

ROW = 38
FEWEST_LABELS = 3


def schedule(spans: Sequence[Span], theme: Theme, *, until: date, since: date | None = None) -> Figure:
    """One row per span from its start (or `since`, where that is later), with its text behind it; `until` is the day of the data, a dashed line."""
    first = min((span.started_on for span in spans), default=until)
    first = max(first, since) if since else first
    last = max([until, first, *(max(span.planned_on, span.done_on or span.planned_on) for span in spans)])
    length = (last - first).days or 1
    texts = [escape_html(span.text) for span in spans]
    room = length * min(0.55, (max(map(text_width, texts), default=0) + 16) / NARROW_PLOT)
    rows = list(range(len(spans)))
    told = [
        [span.key or span.name, escape_html(span.name), escape_html(_days(span)), text]
        for span, text in zip(spans, texts, strict=True)
    ]

    def lane(
        name: str, starts: Sequence[int], lengths: Sequence[int | None], width: float, color: object
    ) -> dict[str, Any]:
        return {
            "type": "bar",
            "orientation": "h",
            "name": name,
            "y": rows,
            "base": starts,
            "x": lengths,
            "width": width,
            "customdata": told,
            "hovertemplate": "%{customdata[1]}<br>%{customdata[2]}<br><b>%{customdata[3]}</b><extra></extra>",
            "marker": {"color": color, "line": {"width": 0}},
        }

    starts = [max(0, (span.started_on - first).days) for span in spans]
    planned = [max(1, (span.planned_on - first).days - start) for span, start in zip(spans, starts, strict=True)]
    reached = [span.done_on or (until if span.is_begun else None) for span in spans]
    done = [max(1, (day - first).days - start) if day else None for day, start in zip(reached, starts, strict=True)]
    ends = [start + max(plan, did or 0) for start, plan, did in zip(starts, planned, done, strict=True)]
    today = (until - first).days
    places = [
        _beside(end, today, (length + room) * (text_width(text) + 16) / NARROW_PLOT)
        for end, text in zip(ends, texts, strict=True)
    ]
    tones = {"better": theme.series[0], "worse": theme.worse, "late": theme.late, "none": theme.sequential[2]}
    return figure(
        theme,
        [
            lane("计划", starts, planned, 0.66, theme.sequential[0]),
            lane("实际", starts, done, 0.3, [tones[span.tone] for span in spans]),
        ],
        height=ROW * len(spans) + 72,
        barmode="overlay",
        margin={"l": 8, "r": 8, "t": 24, "b": 40, "pad": 6},
        xaxis=_days_axis(first, last) | {"range": [-length * 0.01, length + room]},
        yaxis=row_axis([span.name for span in spans], bold=[span.is_highlighted for span in spans])
        | {"showgrid": False},
        shapes=[
            {
                "type": "line",
                "xref": "x",
                "yref": "paper",
                "x0": today,
                "x1": today,
                "y0": 0,
                "y1": 1,
                "line": {"width": 1, "dash": "dash", "color": theme.second_ink},
            }
        ],
        annotations=[
            note(
                theme, f"截至{until:%Y-%m-%d}", x=today, xref="x", xanchor="right", y=1, yref="paper", yanchor="bottom"
            ),
            *(
                note(theme, text, x=place, xref="x", xanchor="left", xshift=5, y=row, yref="y", bgcolor=theme.surface)
                | {"font": {"size": NOTE_SIZE, "color": theme.late if span.tone == "late" else theme.ink}}
                for row, (span, text, place) in enumerate(zip(spans, texts, places, strict=True))
            ),
        ],
    )


def _beside(end: int, today: int, wide: float) -> int:
    """Where a text so wide begins: behind its bar, or behind the line of today that would cross it there."""
    return today if end < today < end + wide else end


def _days(span: Span) -> str:
    done = f"，完成{span.done_on:%Y-%m-%d}" if span.done_on else ""
    return f"计划{span.planned_on:%Y-%m-%d}{done}"


def _days_axis(first: date, last: date) -> dict[str, Any]:
    """An axis of days since `first`, with a line at the quarters that leave room for their names on a phone."""
    begins = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in (1, 4, 7, 10)
        if first <= date(year, month, 1) <= last
    ]
    step = next((step for step in (1, 2, 4, 8) if len(begins) <= FEWEST_LABELS * step + step), 8)
    # From the first January on, so that every label of a wide axis is a year's first quarter.
    anchor = next((place for place, day in enumerate(begins) if day.month == 1), 0) % step
    shown = begins[anchor::step]
    texts = period_ticks([f"{day.year}Q{(day.month + 2) // 3}" for day in shown])
    return {
        "tickmode": "array",
        "tickvals": [(day - first).days for day in shown],
        "ticktext": texts,
        "tickangle": 0,
        "showgrid": True,
        "zeroline": False,
    }
