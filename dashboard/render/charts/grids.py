"""Turns a table of rows by periods into a heat map of five classes, blank where a value is missing."""

from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.frame import Figure, figure, note
from dashboard.render.charts.label_axes import NARROW_PLOT, label_axis
from dashboard.render.charts.labels import label_of, wrapped
from dashboard.render.classes import class_breaks, class_colors, class_of
from dashboard.render.palette import NOTE_SIZE, Theme, ink_on
from dashboard.render.widths import text_width
from dashboard.text.formats import Value, absence_word, escape_html, is_number, number
from dashboard.text.periods import period_label
from dashboard.views.charts import BESIDE

# Pixels of a row of figures on the widest phone, and what lies between two of them.
WIDEST_ROW, AIR = 312, 2
# From here on a figure is told well enough without decimals.
LONG = 10


def heat(
    rows: Sequence[str],
    columns: Sequence[str],
    values: Sequence[Sequence[Value]],
    theme: Theme,
    *,
    unit: str,
    decimals: int = 0,
    breaks: Sequence[float] | None = None,
    keys: Sequence[str] = (),
    marks: Sequence[str] = (),
) -> Figure:
    """Rows by columns (periods or words) in five classes; a figure stands in each cell, in whole numbers among many.

    `marks` are rows (by their `keys`) and columns: where they meet the cells are framed, and the rows' names are bold.
    `breaks` are the inner class borders; without them the classes lie between round ones and hold about equally many cells.
    The key of a cell is that of its row, or its name where `keys` gives none, and its column.
    """
    known = [float(value) for row in values for value in row if is_number(value)]
    borders = list(breaks) if breaks is not None else class_breaks(known, len(theme.sequential), decimals)
    colors = class_colors(theme, len(borders) + 1)
    count = len(colors)
    texts = _figures(values, unit, decimals, len(columns))
    strong = [key in marks for key in keys or rows]
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
                [
                    f"{key}{BESIDE}{column}",
                    escape_html(name),
                    escape_html(period_label(column)),
                    label_of(value, unit, decimals),
                ]
                for column, value in zip(columns, row, strict=True)
            ]
            for key, name, row in zip(keys or rows, rows, values, strict=True)
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
    cells = _cell_texts(texts, classes, colors) if texts else []
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
        margin={"l": 8, "r": 8, "t": 40, "b": 40, "pad": 4, "autoexpand": False},
        xaxis=label_axis(columns),
        yaxis={
            "tickmode": "array",
            "tickvals": list(range(len(rows))),
            "ticktext": [
                f"<b>{_row_name(name)}</b>" if bold else _row_name(name)
                for name, bold in zip(rows, strong, strict=True)
            ],
            "range": [len(rows) - 0.5, -0.5],
        },
        annotations=[blank] if words else [],
        shapes=_frames(theme, strong, columns, marks),
    )


def _row_name(name: str) -> str:
    return wrapped(name, 9) if len(name) <= 10 else escape_html(name[:9]) + "…"


def _figures(values: Sequence[Sequence[Value]], unit: str, decimals: int, columns: int) -> list[list[str]]:
    """What stands in the cells: without the unit, and in whole per cent, where they would not fit; nothing where none does."""
    shown = "" if unit in ("%", "倍") else unit

    def texts(digits: int, unit: str) -> list[list[str]]:
        return [[number(value, unit, digits) if is_number(value) else "" for value in row] for row in values]

    def widest(rows: list[list[str]]) -> float:
        return max((text_width(text) for row in rows for text in row), default=0)

    fewer = _fewer_digits(values, unit, decimals)
    tried = (texts(decimals, shown), texts(decimals, ""), *(texts(digits, "") for digits in fewer))
    for rows, room in zip(tried, (NARROW_PLOT + 40, NARROW_PLOT + 40, *(WIDEST_ROW for _ in fewer)), strict=True):
        if (widest(rows) + AIR) * columns <= room:
            return rows
    return []


def _fewer_digits(values: Sequence[Sequence[Value]], unit: str, decimals: int) -> list[int]:
    """How many decimals figures that are short of room may have: none where each has two digits before them."""
    is_long = all(abs(float(value)) >= LONG for row in values for value in row if is_number(value) and value)
    return [0] if unit == "%" else [min(decimals, 1), *([0] if is_long else [])]


def _frames(theme: Theme, strong: Sequence[bool], columns: Sequence[str], marks: Sequence[str]) -> list[dict[str, Any]]:
    """A frame around each cell where a marked row meets a marked column; around all of a column that is marked alone."""
    is_whole = not any(strong)
    return [
        {
            "type": "rect",
            "xref": "x",
            "yref": "y",
            "x0": column - 0.48,
            "x1": column + 0.48,
            "y0": row - 0.46,
            "y1": row + 0.46,
            "line": {"color": theme.accent, "width": 2},
        }
        for row, is_strong in enumerate(strong)
        for column, label in enumerate(columns)
        if (is_strong or is_whole) and label in marks
    ]


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
