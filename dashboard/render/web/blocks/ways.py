"""Turns names of areas and enterprises into links to their profiles, in the period that the reader looks at."""

import streamlit as st

from dashboard.metrics.areas import area
from dashboard.metrics.versions import current
from dashboard.text.formats import escape_html
from dashboard.views.links import PROFILE, profile, profile_query
from dashboard.views.table import Area, Enterprise

CARRIED = ("period", "compare")
# In the session: what the filter has chosen, and the path of the page that has a filter.
CHOSEN, FILTERED = "selection", "selection-page"


def carried() -> dict[str, str]:
    """The period and the comparison of the address, so that a link keeps them; none where they are the usual ones."""
    return {name: st.query_params[name] for name in CARRIED if name in st.query_params}


def profile_of(cell: Area | Enterprise) -> str:
    """The link to the profile of what a cell of a table names."""
    if isinstance(cell, Enterprise):
        return profile(current(), cell.area_code, carried(), cell.name)
    return profile(current(), cell.code, carried())


def profile_link(area_code: str) -> None:
    """A link to the profile of an area that goes there without leaving the session."""
    warehouse = current()
    st.page_link(
        f"pages/{PROFILE}.py",
        label=f"看{area(warehouse, area_code).name}档案",
        query_params=profile_query(warehouse, area_code, carried()),
    )


def way_html(name: str, link: str) -> str:
    """A name that leads somewhere; plain text without a link."""
    text = escape_html(name)
    return f'<a class="way" href="{escape_html(link)}">{text}</a>' if link else text
