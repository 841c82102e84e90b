"""The presenter's desk on 联席会议: show the meeting, prepare its pages, close it, hand it over; the front door of the folder."""

import streamlit as st

from dashboard.access.roles import Act
from dashboard.meeting.stage import LABELS, Stage, stage_of
from dashboard.metrics.versions import default_folder
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.controls import switch
from dashboard.render.web.desk.closing import close_button
from dashboard.render.web.desk.handing_over import papers
from dashboard.render.web.desk.laid_out import Desk
from dashboard.render.web.desk.preparing import preparing
from dashboard.render.web.desk.presenting import present_button
from dashboard.render.web.taking import may
from dashboard.store.frozen import frozen
from dashboard.store.place import kept_folder, take_over
from dashboard.store.prepared import prepared
from dashboard.tables.meetings import Meeting
from dashboard.text.formats import escape_html

STAGES = {stage.value: words for stage, words in LABELS.items()}
VIEWS = {"closed": "定稿", "latest": "最新数据"}
# In the session: that what lay beside the warehouse was taken over.
TAKEN = "meeting-taken"


def desk(warehouse: Warehouse, meeting: Meeting, area_code: str) -> None:
    """Draw the desk for the meeting as told of the area (its 片区 or one inside it); who looks back prepares nothing."""
    folder = kept_folder()
    if said := take_over(default_folder(), folder).words:
        st.session_state[TAKEN] = said
    with st.container(key="meeting-desk", border=True, gap="xsmall"):
        with st.container(key="meeting-actions", horizontal=True, vertical_alignment="center", gap="small"):
            stage = Stage(switch("会前还是会后", STAGES, "stage", stage_of(meeting).value))
            place = (folder, meeting.meeting_id, area_code, stage)
            one = Desk(warehouse, *place, frozen(*place), prepared(*place))
            is_closed = one.closed is not None and switch("放映哪一稿", VIEWS, "edition") == "closed"
            present_button(one, is_closed=is_closed)
            papers(one, is_closed=is_closed)
            is_open_to_change = not warehouse.is_earlier and may(Act.DECIDE)
            if is_open_to_change:
                close_button(one)
            st.html(f'<p class="note">{state_words(one)}</p>', width="stretch")
        if TAKEN in st.session_state:
            st.html(f'<p class="note">{escape_html(st.session_state[TAKEN])}</p>')
        if is_open_to_change:
            preparing(one)


def state_words(one: Desk) -> str:
    """What stands of the meeting: draft or closed, and what was prepared."""
    said = "草稿，数字随数据更新"
    if one.closed:
        said = f"第{one.closed.edition}版定稿，{one.closed.closed_at:%Y-%m-%d %H:%M}，此后载入的数据不改变它"
    made = one.preparation
    told = (
        f"{len(made.left_out)}页不放",
        f"{len(made.brought_in)}页由附录移入",
        f"{len(made.remarks)}条补充说明",
        f"{len(made.annexed)}项放入附录",
    )
    counts = (made.left_out, made.brought_in, made.remarks, made.annexed)
    touched = [text for text, count in zip(told, counts, strict=True) if count]
    return "；".join((said, *touched))
