"""The head of a page, which stays in view: what the page is, what is chosen, and where its parts are."""

from collections.abc import Collection

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.metrics.areas import area_name
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import demonstration_strip, lead_text, on_paper, page_title, part_heading
from dashboard.render.web.filter_bar import filter_bar, refused_selection
from dashboard.render.web.platform import stay_in_frame
from dashboard.render.web.question import question_line
from dashboard.render.web.swept import swept_address
from dashboard.tables.sources import origins_known
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label

# What stands above the first section that a reader opens.
FIRST_PART = "要点"


def page_head(
    warehouse: Warehouse, title: str, lead: str = "", reads: Collection[str] = ()
) -> tuple[Selection, DeltaGenerator]:
    """Draw title and filter bar and the sentence below; the selection, and the place for the index of the sections."""
    stay_in_frame()
    with st.container(key="page-bar", gap=None):
        line = st.container(key="page-line", horizontal=True, vertical_alignment="center", gap="small")
        index = st.container(key="page-places")
        part_heading(FIRST_PART)
    notices = st.container(key="page-notices", gap=None)
    with notices:
        swept_address()
    with line:
        page_title(title)
        selection = filter_bar(warehouse, notices)
        on_paper(Measured(area_name(warehouse, selection.area_code), period_label(selection.period), selection.against))
        demonstration_strip(origins_known(warehouse))
        question_line(warehouse, selection)
    if lead:
        lead_text(lead)
    return selection, index


def plain_head(warehouse: Warehouse, title: str, lead: str, reads: Collection[str] = ()) -> DeltaGenerator:
    """The head of a page on which nothing is filtered by area and period; the place for the index of the sections."""
    stay_in_frame()
    with st.container(key="page-bar", gap=None):
        with st.container(key="page-line", horizontal=True, vertical_alignment="center", gap="small"):
            page_title(title)
            demonstration_strip(origins_known(warehouse))
            question_line(warehouse)
        index = st.container(key="page-places")
        part_heading(FIRST_PART)
    refused = {name: word for name, word in refused_selection(warehouse).items() if name not in reads}
    swept_address(reads, refused)
    lead_text(lead)
    return index
