"""The rows and columns of an answer as a block: figures with bars, changes, words for what is missing, totals below."""

import streamlit as st

from dashboard.metrics.warehouse import Warehouse
from dashboard.render.alt import described
from dashboard.render.web.blocks import contained
from dashboard.render.web.blocks.words import foot_html, heading_html
from dashboard.render.web.components import PivotCell, PivotRow, PivotSheet, pivot_table
from dashboard.render.web.explore.asking import sort_by
from dashboard.text.formats import absence_word, is_number, rounded
from dashboard.text.periods import period_short
from dashboard.views.explore.opened import Opened
from dashboard.views.explore.pivot import Figure, Line, Pivot, change_text
from dashboard.views.explore.rows import listed_rows

MOST_ROWS, MOST_COLUMNS, WIDE = 300, 80, 4
# More rows than these are seen by scrolling in the table.
SEEN_AT_ONCE = 16
TITLE = "数值表"


@contained()
def rows_block(warehouse: Warehouse, shown: Opened) -> None:
    """The table in its frame; what does not find room in it is in the files."""
    _, subtitle, table, footer = listed_rows(warehouse, shown)
    with st.container(key="block-explore-rows", border=True, gap="xsmall"):
        count = len(shown.pivot.lines)
        told = f"{subtitle} · 共{count}行，在表内下滑" if count > SEEN_AT_ONCE else subtitle
        st.html(heading_html(TITLE, told, origins=footer.origins) + foot_html(footer))
        pivot_table(
            "explore-rows", pivot_sheet(shown, described(f"{TITLE}：{subtitle}", table)), sort_by(shown.question)
        )


def pivot_sheet(shown: Opened, caption: str) -> PivotSheet:
    """The pivot as it is written on the page."""
    pivot = shown.pivot
    highest = _highest(pivot)
    is_wide = len(pivot.columns) > WIDE
    left_out = [
        f"{count} {word}"
        for count, word in ((len(pivot.lines) - MOST_ROWS, "行"), (len(pivot.columns) - MOST_COLUMNS, "列"))
        if count > 0
    ]
    return PivotSheet(
        heads=pivot.heads,
        columns=tuple(
            period_short(column.key) if is_wide and not column.is_total and column.key else column.label
            for column in pivot.columns[:MOST_COLUMNS]
        ),
        rows=tuple(_row(pivot, line, highest) for line in pivot.lines[:MOST_ROWS]),
        order=shown.question.order,
        caption=caption,
        more=f"另有{'、'.join(left_out)}，请下载查看。" if left_out else "",
    )


def _highest(pivot: Pivot) -> dict[str, float]:
    """The highest figure of each metric that has no negative one, totals left out: the whole length of a bar."""
    known: dict[str, list[float]] = {}
    for line in pivot.lines:
        for column, figure in zip(pivot.columns, line.figures, strict=True):
            if is_number(figure.value) and not (line.is_total or column.is_total):
                known.setdefault(figure.metric.name, []).append(float(figure.value))
    return {
        name: max(values) for name, values in known.items() if len(values) > 1 and min(values) >= 0 and max(values) > 0
    }


def _row(pivot: Pivot, line: Line, highest: dict[str, float]) -> PivotRow:
    # Where rows are of different metrics, each says its unit.
    is_named = "metric" in pivot.axes
    heads = tuple(
        f"{head.label}（{line.figures[0].metric.unit}）" if is_named and axis == "metric" else head.label
        for axis, head in zip(pivot.axes, line.heads, strict=True)
    )
    pairs = list(zip(pivot.columns, line.figures, strict=True))[:MOST_COLUMNS]
    cells = tuple(
        _cell(pivot, figure, None if line.is_total or column.is_total else highest.get(figure.metric.name))
        for column, figure in pairs
    )
    return PivotRow(heads, cells, line.is_total)


def _cell(pivot: Pivot, figure: Figure, highest: float | None) -> PivotCell:
    if not is_number(figure.value):
        return PivotCell(absence_word(figure.value), is_absent=True)
    change = figure.change
    return PivotCell(
        f"{rounded(figure.value, figure.metric.decimals):,f}",
        bar=float(figure.value) / highest if highest else None,
        change=change_text(figure) if pivot.is_compared else "",
        tone=change.tone if change else "",
    )
