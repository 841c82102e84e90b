"""What stands behind a block as things to take away: its rows, its files, its picture, and the link to the page."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from dashboard.access.roles import Act
from dashboard.metrics.selection import Selection
from dashboard.render.web.blocks.ways import CHOSEN, FILTERED, profile_of
from dashboard.render.web.components import picture_tools
from dashboard.render.web.taking import may, take_away
from dashboard.render.web.theme import current_theme
from dashboard.render.xlsx.exports import file_name, preamble, to_csv
from dashboard.render.xlsx.workbook import to_xlsx
from dashboard.views.table import Footer, Table, html_table

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def data_button(
    key: str,
    title: str,
    subtitle: str,
    footer: Footer,
    table: Table | None,
    whole: Callable[[], Table] | None = None,
    drawn_as: str = "",
) -> None:
    """The button of what can be taken away, which page.css lays at the right of the foot.

    `whole` gives the rows of the files where the table shows only some of them; `drawn_as` is the name of the chart.
    """
    if table is None:
        return
    data = st.popover("数据", type="tertiary", key=f"data-{key}", on_change="rerun")
    # The table goes to the browser only once somebody opens it. The page runs for it, and draws nothing anew.
    if data.open:
        with data:
            with st.container(horizontal=True, gap="small", key=f"taken-{key}"):
                _files(key, title, subtitle, footer, whole or (lambda: table))
                if drawn_as and may(Act.EXPORT):
                    _picture(drawn_as, title, subtitle, footer)
            st.html(html_table(table, link_of=profile_of))


def _files(key: str, title: str, subtitle: str, footer: Footer, whole: Callable[[], Table]) -> None:
    """The rows as files, which are written when they are asked for."""
    for label, write, suffix, kind in (
        ("下载 Excel", to_xlsx, "xlsx", WORKBOOK),
        ("下载 CSV", to_csv, "csv", "text/csv"),
    ):
        take_away(
            label,
            data=partial(_file, write, title, subtitle, whole, footer),
            file_name=file_name(subtitle or title, footer, suffix),
            mime=kind,
            key=f"{suffix}-{key}",
            on_click="ignore",
        )


def _file(
    write: Callable[[str, str, Table, Footer], bytes],
    title: str,
    subtitle: str,
    whole: Callable[[], Table],
    footer: Footer,
) -> bytes:
    return write(title, subtitle, whole(), footer)


def _picture(drawn_as: str, title: str, subtitle: str, footer: Footer) -> None:
    """The buttons of the picture, which carries its finding and what a file says above its rows, and of the link."""
    theme = current_theme()
    _, *told = preamble(title, "", footer)
    picture_tools(
        drawn_as,
        stem=file_name(subtitle or title, footer, "").rstrip("."),
        heading=(title, subtitle),
        foot=tuple("：".join(line) for line in told),
        colors=(theme.surface, theme.ink, theme.second_ink),
        query=_filtered(),
    )


def _filtered() -> dict[str, str] | None:
    """What the filter of this page has chosen, which a plain address does not say; None on a page without a filter."""
    chosen = st.session_state.get(CHOSEN)
    here = urlsplit(st.context.url or "").path
    return chosen.to_query() if isinstance(chosen, Selection) and st.session_state.get(FILTERED) == here else None
