"""Shows the meeting on the full screen, and keeps it up to date while it is there."""

from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import WarehouseUnavailable
from dashboard.render.html import to_html, update
from dashboard.render.web.blocks import contained
from dashboard.render.web.components import stage
from dashboard.render.web.desk.laid_out import Desk
from dashboard.render.web.theme import current_theme
from dashboard.store.prepared import prepared

WATCH_SECONDS = 10


def present_button(one: Desk, *, is_closed: bool) -> None:
    """The button that shows the meeting on the full screen, kept up to date while it is open."""
    order = partial(one.order, is_closed=is_closed)
    version = f"{one.warehouse.version}-{one.stage}-{one.preparation.revision}"
    if is_closed and one.closed:
        version = f"closed-{one.stage}-{one.closed.edition}"
    scheme = current_theme().name
    is_open = stage(
        f"stage-{one.meeting_id}-{one.area_code}",
        "▶ 放映",
        version,
        document=lambda: to_html(order(), scheme=scheme),
        update=lambda: update(order()),
    )
    # An earlier version of the data stays as it is.
    if is_open and not is_closed and not one.warehouse.is_earlier:
        _watch(one)


@st.fragment(run_every=WATCH_SECONDS)
@contained()
def _watch(one: Desk) -> None:
    """While the meeting is on the screen: draw the page anew once a version was published or a page prepared."""
    try:
        version = current().version
    except WarehouseUnavailable:
        # What is on the screen stays there until there is a version again.
        return
    if version != one.warehouse.version or prepared(*one.place).revision != one.preparation.revision:
        st.rerun()
