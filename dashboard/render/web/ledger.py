"""Draws the ledger of events: the boxes that choose a list, and the list page by page; all of it in the address."""

import streamlit as st

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import contained, empty_state, finding_text, table_block
from dashboard.render.web.controls import choose, page_told, pager, switch
from dashboard.render.web.linked import SPOT
from dashboard.render.web.sections import open_section
from dashboard.tables.grid_events import Events
from dashboard.views.charts import BESIDE
from dashboard.views.grid_coverage.ledger import LISTS, choices_offered, ledger, periods_offered, places_offered
from dashboard.views.grid_coverage.scope import Scope
from dashboard.views.leads import EVENT_LISTS

# The section of the page, and what stands in the address.
SECTION = "ledger"
LIST, PLACE, MONTH, KIND, CHANNEL, SHEET = "events", "place", "month", "kind", "channel", "sheet"

# In the session: that a cell was pointed at, whose list stands elsewhere on the page.
ASKED = "ledger-asked"


def chosen_events(warehouse: Warehouse, listed: Scope, selection: Selection) -> Events:
    """Draw the boxes; the list that they choose."""
    scope = switch("清单", {name: one.label for name, one in LISTS.items()}, LIST)
    places = places_offered(warehouse, listed, selection)
    pointed = st.query_params.get(SPOT, listed.pointed)
    with st.container(horizontal=True, vertical_alignment="bottom", key="ledger-boxes"):
        return Events(
            scope=scope,
            area_code=choose("地点", PLACE, places, pointed),
            period=choose("月份", MONTH, periods_offered(selection)),
            kind=choose("事件类别", KIND, choices_offered(warehouse, "kind", "全部类别")),
            channel=choose("上报渠道", CHANNEL, choices_offered(warehouse, "channel", "全部渠道")),
        )


def to_list(metric: str, cell: str) -> None:
    """Write into the address the list behind a cell of a heat map, whose key is an area and a month, and open it."""
    place, _, month = cell.partition(BESIDE)
    st.query_params.update({PLACE: place, MONTH: month, LIST: EVENT_LISTS[metric], SHEET: "1"})
    open_section(SECTION)
    st.session_state[ASKED] = True


def list_button(metric: str, place: str | None, period: str) -> None:
    """The button that opens the list behind the figure of the place pointed out, where the figure has one."""
    if place and metric in EVENT_LISTS:
        cell = f"{place}{BESIDE}{period}"
        st.button("看这一处的事件清单 ›", key="to-list", type="tertiary", on_click=to_list, args=(metric, cell))


def follow() -> None:
    """Draw the whole page anew where a cell has asked for its list; stands in the fragment of that picture."""
    if st.session_state.pop(ASKED, False):
        st.rerun()


@st.fragment
@contained()
def show_ledger(warehouse: Warehouse, listed: Scope, selection: Selection) -> None:
    """The events of the list that the reader or the address has chosen, or why there are none."""
    which = chosen_events(warehouse, listed, selection)
    found = ledger(warehouse, which, page_told(SHEET))
    if not found.total:
        empty_state(found.listed[0], found.why, found.todo)
        return
    table_block("ledger", *found.listed, whole=found.whole)
    if found.pages > 1:
        with st.container(horizontal=True, vertical_alignment="center", key="ledger-pages"):
            pager(SHEET, found.page, found.pages)
            finding_text(found.reach)
