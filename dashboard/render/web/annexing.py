"""放进会议: puts what the reader looks at behind the appendix of a joint meeting, where its desk can remove it again."""

import streamlit as st

from dashboard.access.roles import Act
from dashboard.meeting.annexed import Annexed
from dashboard.meeting.stage import stage_of
from dashboard.metrics.areas import area
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.controls import word_of
from dashboard.render.web.taking import may
from dashboard.store.place import kept_folder
from dashboard.store.prepared import NotKept, annex
from dashboard.tables.meetings import Meeting, joint_meetings_held
from dashboard.text.formats import escape_html
from dashboard.views.joint_meeting.meetings import meeting_names

CHOSEN, SAID = "annex-meeting", "annex-said"


def annex_panel(warehouse: Warehouse, one: Annexed, area_code: str = "") -> None:
    """The button 放进会议, and behind it the meetings, the newest first; those of the 片区 of `area_code` come before others.

    It is there for those who prepare meetings.
    """
    if not may(Act.DECIDE):
        return
    panel = st.popover("放进会议", key="annex", icon=":material/co_present:", on_change="rerun")
    if panel.open:
        with panel:
            _panel(warehouse, one, area_code)


def _panel(warehouse: Warehouse, one: Annexed, area_code: str) -> None:
    own = area(warehouse, area_code).district_code or area_code if area_code else ""
    held = sorted(joint_meetings_held(warehouse), key=lambda meeting: meeting.held_on, reverse=True)
    held.sort(key=lambda meeting: meeting.area_code != own)
    if not held:
        st.html('<p class="note">台账里还没有召开过的联席会议（未填报）。</p>')
        return
    names = meeting_names(held)
    meetings = {meeting.meeting_id: meeting for meeting in held}
    if st.session_state.get(CHOSEN) not in names:
        st.session_state[CHOSEN] = held[0].meeting_id
    st.selectbox("放进哪次会议的附录", list(names), format_func=word_of(names), key=CHOSEN, filter_mode="contains")
    st.button("放入", key="annex-put", on_click=_put, args=(meetings, one), type="primary")
    if said := st.session_state.pop(SAID, ""):
        st.html(f'<p class="notice" role="status">{escape_html(said)}</p>')


def _put(meetings: dict[str, Meeting], one: Annexed) -> None:
    meeting = meetings[st.session_state[CHOSEN]]
    try:
        annex(kept_folder(), meeting.meeting_id, meeting.area_code, one, stage_of(meeting))
    except NotKept as refused:
        st.session_state[SAID] = str(refused)
    else:
        st.session_state[SAID] = (
            "已放入附录。数字随数据更新，定稿后不再改变；在联席会议页“准备放映”里可以移到前面或移除。"
        )
