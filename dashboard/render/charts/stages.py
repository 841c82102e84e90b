"""Turns the states of things over periods into a strip of squares: one row a thing, one shade and sign a state."""

from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.frame import Figure, figure, top_legend
from dashboard.render.charts.label_axes import label_axis
from dashboard.render.charts.labels import wrapped
from dashboard.render.classes import class_colors
from dashboard.render.palette import NOTE_SIZE, Theme, ink_on
from dashboard.text.formats import absence_word, escape_html
from dashboard.text.periods import period_label
from dashboard.views.charts import stages_height


def stages(
    rows: Sequence[str],
    columns: Sequence[str],
    states: Sequence[Sequence[str | None]],
    theme: Theme,
    *,
    order: Sequence[str],
    signs: Sequence[str],
    marks: Sequence[str] = (),
) -> Figure:
    """Rows by columns (periods), darker the further in `order`; a missing state is an empty cell.

    Each state's sign stands in its cells, so that no colour is needed to read it; the marked rows have bold names.
    """
    colors = class_colors(theme, len(order))
    names = [f"<b>{wrapped(row)}</b>" if row in marks else wrapped(row) for row in rows]
    return figure(
        theme,
        [_state(theme, rows, columns, states, one, *look) for one, *look in zip(order, colors, signs, strict=True)]
        + _blanks(theme, rows, columns, states),
        height=stages_height(len(rows)),
        margin={"l": 8, "r": 8, "t": 36, "b": 40, "pad": 4},
        xaxis=label_axis(columns),
        yaxis={
            "tickmode": "array",
            "tickvals": list(range(len(rows))),
            "ticktext": names,
            "range": [len(rows) - 0.5, -0.5],
            "showgrid": False,
        },
        barmode="overlay",
        bargap=0,
        showlegend=True,
        legend=top_legend() | {"traceorder": "normal"},
    )


def _places(states: Sequence[Sequence[str | None]], wanted: str | None) -> list[tuple[int, int]]:
    return [(row, column) for row, line in enumerate(states) for column, one in enumerate(line) if one == wanted]


def _cells(
    rows: Sequence[str], columns: Sequence[str], places: Sequence[tuple[int, int]], word: str
) -> dict[str, object]:
    """Bars of one column's width that lie in their rows; what a reader is told at each."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row for row, _ in places],
        "base": [column - 0.47 for _, column in places],
        "x": [0.94] * len(places),
        "width": 0.84,
        "customdata": [[escape_html(rows[row]), escape_html(period_label(columns[column]))] for row, column in places],
        "hovertemplate": f"%{{customdata[0]}}<br>%{{customdata[1]}}　<b>{escape_html(word)}</b><extra></extra>",
    }


def _state(
    theme: Theme,
    rows: Sequence[str],
    columns: Sequence[str],
    states: Sequence[Sequence[str | None]],
    state: str,
    color: str,
    sign: str,
) -> dict[str, Any]:
    places = _places(states, state)
    return _cells(rows, columns, places, state) | {
        "name": escape_html(f"{sign} {state}"),
        "text": [escape_html(sign)] * len(places),
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": NOTE_SIZE, "color": ink_on(color)},
        "marker": {"color": color, "line": {"width": 0}},
    }


def _blanks(
    theme: Theme, rows: Sequence[str], columns: Sequence[str], states: Sequence[Sequence[str | None]]
) -> list[dict[str, Any]]:
    """Cells without a state, as an outline with its word in the legend; no trace where there is none."""
    places = _places(states, None)
    if not places:
        return []
    word = absence_word(None)
    return [
        _cells(rows, columns, places, word)
        | {
            "name": word,
            "marker": {"color": theme.surface, "line": {"width": 1, "color": theme.rule}},
        }
    ]
