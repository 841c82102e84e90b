"""What is being asked, in words, with what can be done with it: copy the link, take the rows away, save it as a view."""

from functools import partial
from urllib.parse import urlencode

import streamlit as st

from dashboard.access.roles import Act
from dashboard.meeting.annexed import Annexed
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.annexing import annex_panel
from dashboard.render.web.blocks import contained
from dashboard.render.web.blocks.taken import WORKBOOK
from dashboard.render.web.components import copy_link
from dashboard.render.web.explore.saving import views_panel
from dashboard.render.web.taking import may, take_away
from dashboard.render.xlsx.exports import file_name, to_csv
from dashboard.render.xlsx.workbook import to_xlsx
from dashboard.text.formats import escape_html
from dashboard.views.explore.opened import Opened
from dashboard.views.explore.rows import listed_rows
from dashboard.views.links import VERSION

FILES = (("Excel", to_xlsx, "xlsx", WORKBOOK), ("CSV", to_csv, "csv", "text/csv"))


@contained()
def asked_line(warehouse: Warehouse, shown: Opened) -> None:
    """The sentence of the question, and at its right the link, the files and the views."""
    title, subtitle, table, footer = listed_rows(warehouse, shown)
    with st.container(key="explore-asked", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="asked">{escape_html(title)}</p>')
        version = {VERSION: warehouse.version} if warehouse.is_earlier else {}
        copy_link("explore-copy", urlencode(shown.question.to_query() | version))
        for label, make, suffix, kind in FILES:
            take_away(
                label,
                data=partial(make, title, subtitle, table, footer),
                file_name=file_name(title, footer, suffix),
                mime=kind,
                key=f"explore-{suffix}",
                icon=":material/download:",
                on_click="ignore",
            )
        if not warehouse.is_earlier:
            annex_panel(warehouse, Annexed("explore", shown.question.to_query()))
        views_panel(warehouse, shown.question, is_open_to_change=not warehouse.is_earlier and may(Act.KEEP))
