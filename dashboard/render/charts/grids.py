"""Turns a table of rows by periods into a heat map of five classes, blank where a value is missing."""

from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.frame import NARROW_PLOT, Figure, figure, label_axis, label_of, note, wrapped
from dashboard.render.classes import class_breaks, class_colors, class_of
from dashboard.render.palette import NOTE_SIZE, Theme, ink_on
from dashboard.render.widths import text_width
from dashboard.text.formats import Value, absence_word, escape_html, is_number, number, period_label


def heat(
    rows: Sequence[str],
    columns: Sequence[str],
    values: Sequence[Sequence[Value]],
    theme: Theme,
    *,
    unit: str,
    decimals: int = 0,
    breaks: Sequence[float] | None = None,
) -> Figure:
    """Rows by columns (periods or words) in five classes; figures stand in the cells where a phone has room for them.

    `breaks` are the inner class borders; without them the classes lie between round ones and hold about equally many cells.
    """
    known = [float(value) for row in values for value in row if is_number(value)]
    borders = list(breaks) if breaks is not None else class_breaks(known, len(theme.sequential), decimals)
    colors = class_colors(theme, len(borders) + 1)
    count = len(colors)
    texts = [
        [number(value, "" if unit == "%" else unit, decimals) if is_number(value) else "" for value in row]
        for row in values
    ]
    widest = max((text_width(text) for row in texts for text in row), default=0)
    has_room = (widest + 6) * len(columns) <= NARROW_PLOT + 40
    words = list(dict.fromkeys(absence_word(value) for row in values for value in row if not is_number(value)))
    classes = [[class_of(float(value), borders) if is_number(value) else None for value in row] for row in values]
    trace = {
        "type": "heatmap",
        "x": list(range(len(columns))),
        "y": list(range(len(rows))),
        "z": classes,
        "zmin": -0.5,
        "zmax": count - 0.5,
        "colorscale": [[edge / count, color] for index, color in enumerate(colors) for edge in (index, index + 1)],
        "xgap": 2,
        "ygap": 2,
        "hoverongaps": True,
        "customdata": [
            [
                [name, escape_html(name), escape_html(period_label(column)), label_of(value, unit, decimals)]
                for column, value in zip(columns, row, strict=True)
            ]
            for name, row in zip(rows, values, strict=True)
        ],
        "hovertemplate": "%{customdata[1]}<br>%{customdata[2]}　<b>%{customdata[3]}</b><extra></extra>",
        "colorbar": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "bottom",
            # The note of what is blank stands at its right.
            "len": 0.62 if words else 1,
            "thickness": 10,
            "outlinewidth": 0,
            "tickmode": "array",
            "tickvals": [index + 0.5 for index in range(len(borders))],
            "ticktext": _border_texts(borders, unit, decimals),
            "tickfont": {"size": NOTE_SIZE, "color": theme.second_ink},
            "ticks": "",
            "tickangle": 0,
            "ypad": 6,
            "xpad": 0,
        },
    }
    cells = _cell_texts(texts, classes, colors) if has_room else []
    blank = note(
        theme,
        f"空白：{'、'.join(words)}" if words else "",
        x=1,
        xref="paper",
        xanchor="right",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=12,
    )
    return figure(
        theme,
        [trace, *cells],
        height=max(120, 26 * len(rows) + 92),
        margin={"l": 8, "r": 8, "t": 40, "b": 40, "pad": 4},
        xaxis=label_axis(columns),
        yaxis={
            "tickmode": "array",
            "tickvals": list(range(len(rows))),
            "ticktext": [wrapped(name, 9) if len(name) <= 10 else escape_html(name[:9]) + "…" for name in rows],
            "range": [len(rows) - 0.5, -0.5],
        },
        annotations=[blank] if words else [],
    )


def _border_texts(borders: Sequence[float], unit: str, decimals: int) -> list[str]:
    """The class borders as short as they can be, for a phone: no decimals where all are whole, % at the last alone."""
    shown = decimals if any(border % 1 for border in borders) else 0
    texts = [number(border, "", shown) for border in borders]
    return [*texts[:-1], f"{texts[-1]}%"] if texts and unit == "%" else texts


def _cell_texts(
    texts: Sequence[Sequence[str]], classes: Sequence[Sequence[int | None]], colors: list[str]
) -> list[dict[str, Any]]:
    """The figures in the cells, one trace for each ink; Plotly's own choice of ink is too faint on the middle classes."""
    by_ink: dict[str, list[tuple[int, int, str]]] = {}
    for row, (line, kinds) in enumerate(zip(texts, classes, strict=True)):
        for column, (text, kind) in enumerate(zip(line, kinds, strict=True)):
            if kind is not None:
                by_ink.setdefault(ink_on(colors[kind]), []).append((column, row, text))
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [column for column, _, _ in cells],
            "y": [row for _, row, _ in cells],
            "text": [text for _, _, text in cells],
            "textfont": {"size": NOTE_SIZE, "color": ink},
            "hoverinfo": "skip",
        }
        for ink, cells in by_ink.items()
    ]
