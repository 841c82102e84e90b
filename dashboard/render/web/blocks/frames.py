"""Turns a figure, a map or a table into a framed block: finding, picture, source, definition, its data to take away."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import streamlit as st

from dashboard.render.alt import described
from dashboard.render.charts.frame import Figure
from dashboard.render.web.blocks.sheet import sheet
from dashboard.render.web.blocks.taken import data_button
from dashboard.render.web.blocks.ways import profile_of
from dashboard.render.web.blocks.words import foot_html, heading_html
from dashboard.render.web.components import chart
from dashboard.render.web.maps import classing_choice
from dashboard.text.formats import escape_html
from dashboard.views.maps import PHONE_WIDTH, Legend, LegendEntry
from dashboard.views.table import Footer, Table, html_table

# Of a table's header and rows in pixels; one that is too long to stand whole shows whole rows, for a cut one looks like the last.
HEADER_HEIGHT, ROW_HEIGHT = 35, 33
LONGEST_WHOLE, OF_A_LONG_ONE = 24, 15
LONG_HEIGHT = HEADER_HEIGHT + ROW_HEIGHT * OF_A_LONG_ONE + 2
LEGEND_BESIDE = (7, 3)
# Rows of a table of sentences that a phone shows without being asked.
READ_AT_ONCE = 3
# Rows of such a table that stand there until the rest is asked for, and how many more it must have; page.css counts them too.
READ_FIRST, READ_MORE = 10, 3
# The largest circle of a legend, its radius in pixels.
LARGEST_CIRCLE = 14


def map_width(wide: int) -> int:
    """The pixels that a map should be fitted for: `wide`, or a phone's width where the browser says it is one."""
    return PHONE_WIDTH if _is_phone() else wide


def _is_phone() -> bool:
    """Whether the browser says that it is a phone's; its window's width is not known here."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def _frame(key: str) -> Any:
    """The container of a block, which page.css finds by its key."""
    return st.container(key=f"block-{key}", border=True, gap="xsmall", height="stretch")


def _words(
    title: str,
    subtitle: str,
    footer: Footer,
    table: Table | None,
    body: str = "",
    *,
    has_tools: bool = False,
    fold: str = "",
) -> None:
    """A block's heading, the HTML of its body if that is words too, and its foot: source and definition.

    `fold` is what stands below the heading on a phone until the reader unfolds the picture.

    All is one element, whose parts page.css lays around the picture: the server sends each element at every click, and
    the browser builds it.
    """
    heading = heading_html(title, subtitle, origins=footer.origins, has_tools=has_tools)
    st.html(heading + fold + body + foot_html(footer, has_data=table is not None))


def fold_html(words: str, glance: str = "") -> str:
    """What a phone shows in place of a picture: the small one of `glance`, and the button that unfolds it.

    page.css hides it elsewhere; the browser alone opens and closes it.
    """
    return f'<div class="fold">{glance}<details><summary>{escape_html(words)}</summary></details></div>'


def _listening(
    widget: str, read: Callable[[Any], Any], on_choose: Callable[[Any], None] | None, *, is_rerun: bool
) -> Any:
    """What a picture does when the reader points at something: tell `on_choose`, only run again, or nothing."""
    if on_choose is not None:
        # Called before the page runs again, so that all of it is drawn with the choice, once.
        return lambda: on_choose(read(st.session_state[widget]))
    return "rerun" if is_rerun else "ignore"


def _row(state: Any) -> int | None:
    """The number of the row that is chosen in a table."""
    rows = state["selection"]["rows"]
    return rows[0] if rows else None


def chart_block(
    key: str,
    title: str,
    subtitle: str,
    figure: Figure,
    footer: Footer,
    *,
    table: Table | None = None,
    on_choose: Callable[[str], None] | None = None,
    glance: str = "",
) -> None:
    """A chart under its finding; `on_choose` is called with the key of a mark that the reader points at.

    `glance` is the small picture that a phone shows until the chart is unfolded.
    """
    with _frame(key):
        _words(title, subtitle, footer, table, fold=fold_html("展开图表", glance))
        chart(f"chart-{key}", figure, described(f"{title}。{subtitle}", table), on_choose)
        data_button(key, title, subtitle, footer, table, drawn_as=f"chart-{key}")


def legend_html(legend: Legend) -> str:
    """The classes of a map with the number of areas in each, or its circles, and what they mean."""
    items = "".join(_entry_html(entry) for entry in legend.entries)
    note = f'<li class="means">{escape_html(legend.note)}</li>' if legend.note else ""
    schematic = '<li class="schematic">示意图，非行政区域界线</li>' if legend.is_schematic else ""
    return f'<ul class="legend">{items}{note}{schematic}</ul>'


def _entry_html(entry: LegendEntry) -> str:
    text = escape_html(entry.text)
    if entry.radius:
        across = max(round(2 * LARGEST_CIRCLE * entry.radius), 4)
        return f'<li><span class="circle" style="width:{across}px;height:{across}px"></span>{text}</li>'
    swatch = (
        f'<span class="swatch{" hatched" if entry.is_missing else ""}" style="background-color:{entry.color}"></span>'
    )
    return f'<li>{swatch}{text}<span class="count">{entry.count}个</span></li>'


def map_block(
    key: str,
    title: str,
    subtitle: str,
    drawing: Callable[[str], None],
    legend: Legend,
    footer: Footer,
    *,
    table: Table | None = None,
    is_legend_beside: bool = False,
    drawn_as: str = "",
) -> None:
    """A map with its counted legend, below it or beside it where height is dear.

    `drawing` draws it, and is given what a screen reader says of it; by the name `drawn_as` a picture of it is taken.
    """
    with _frame(key):
        _words(title, subtitle, footer, table)
        beside = st.columns(LEGEND_BESIDE, vertical_alignment="bottom") if is_legend_beside else [nullcontext()] * 2
        with beside[0]:
            drawing(described(f"{title}。{subtitle}", table))
        with beside[1], st.container(gap="xsmall", key=f"{'legend-beside' if is_legend_beside else 'legend'}-{key}"):
            st.html(legend_html(legend))
            # Circles need no classes.
            if not any(entry.radius for entry in legend.entries):
                classing_choice(key)
        data_button(key, title, subtitle, footer, table, drawn_as=drawn_as)


def table_block(
    key: str,
    title: str,
    subtitle: str,
    table: Table,
    footer: Footer,
    *,
    is_selectable: bool = False,
    on_choose: Callable[[int | None], None] | None = None,
    chosen_row: int | None = None,
    height: int | None = None,
    whole: Callable[[], Table] | None = None,
) -> int | None:
    """A table that can be sorted. Returns the number of the row that the reader chose, if rows can be chosen.

    `on_choose` makes them so and is called with it before the page runs again; `chosen_row` is what a table that is
    drawn under a new key shows as chosen. `whole` gives all rows to take away, where `table` is one page of them.
    """
    is_cut = height is None and len(table.rows) > LONGEST_WHOLE
    count = f"{'本页' if whole else '共'} {len(table.rows)}行，在表内下滑"
    told = f"{subtitle} · {count}" if is_cut else subtitle
    with _frame(key):
        # On paper the table that scrolls and is chosen from is a drawing of what stood on the screen.
        printed = f'<div class="printed">{html_table(table, LONGEST_WHOLE)}</div>'
        _words(title, told, footer, table, printed, has_tools=True, fold=fold_html(f"展开表格（{len(table.rows)}行）"))
        drawn = sheet(table)
        chosen = st.dataframe(
            drawn.data,
            hide_index=True,
            height=height or (LONG_HEIGHT if is_cut else "content"),
            column_config=drawn.columns,
            placeholder=drawn.placeholder,
            key=f"table-{key}",
            on_select=_listening(f"table-{key}", _row, on_choose, is_rerun=is_selectable),
            selection_mode="single-row",
            selection_default={"selection": {"rows": [chosen_row]}} if chosen_row is not None else None,
            alt=described(f"{title}。{subtitle}", table),
        )
        data_button(key, title, subtitle, footer, table, whole)
    return _row(chosen) if is_selectable or on_choose else None


def reading_block(key: str, title: str, subtitle: str, table: Table, footer: Footer) -> None:
    """A table of sentences that is read from end to end: every text is shown in full, on as many lines as it needs.

    Of a long one the first rows stand there, and the browser alone unfolds the rest.
    """
    with _frame(key):
        left = len(table.rows) - READ_FIRST
        more = f'<details class="more-rows"><summary>其余{left}行</summary></details>' if left >= READ_MORE else ""
        rows = f'<div class="reading">{html_table(table, link_of=profile_of)}{more}</div>'
        fold = fold_html(f"展开表格（{len(table.rows)}行）") if len(table.rows) > READ_AT_ONCE else ""
        _words(title, subtitle, footer, table, rows, fold=fold)
        data_button(key, title, subtitle, footer, table)


def words_block(key: str, title: str, subtitle: str, html: str, table: Table, footer: Footer) -> None:
    """A picture that is made of words: its HTML under its finding, with its rows to take away."""
    with _frame(key):
        _words(title, subtitle, footer, table, html)
        data_button(key, title, subtitle, footer, table)
