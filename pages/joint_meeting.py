"""联席会议: what did we promise, and what has moved since?"""

from functools import partial

import streamlit as st

from dashboard.metrics.areas import area_name
from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, definition_list, empty_state, page_header, reading_block
from dashboard.render.web.controls import filter_bar, switch, word_of
from dashboard.render.web.desk import desk
from dashboard.render.web.show import show, show_cards, show_further, show_rows, side_by_side
from dashboard.tables.meetings import last_day
from dashboard.views.joint_meeting import coordination, matters
from dashboard.views.joint_meeting import meetings as joint_meeting
from dashboard.views.kinds import parts_trend_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.stages import stages_view

warehouse = current()
page_header("联席会议", "每季一次的联席会议开了没有、谁来了；议定的事项上次说到哪里，现在到了哪里。")
selection = filter_bar(warehouse)
is_joint = joint_meeting.holds_joint_meetings(warehouse, selection.area_code)
names = (joint_meeting.JOINT_CARDS if is_joint else ()) + joint_meeting.CARDS
held = joint_meeting.held_until(warehouse, selection.area_code, selection.period)


@st.fragment
@contained()
def one_meeting() -> None:
    """The chosen meeting, and its matters then and now."""
    choices = joint_meeting.meeting_names(held)
    with st.container(key="choose-meeting", horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox("会议", list(choices), format_func=word_of(choices), key="meeting", bind="query-params")
        basis = switch("对照", joint_meeting.BASES, "basis")
    meeting = next(one for one in held if one.meeting_id == chosen)
    told_of = joint_meeting.told_of(warehouse, meeting, selection.area_code)
    with contained():
        desk(warehouse, meeting, told_of)
    between = joint_meeting.span(warehouse, held, chosen, basis)
    found, place = matters.listed(warehouse, told_of, between), area_name(warehouse, told_of)
    left, right = st.columns([2, 3])
    with left:
        with contained():
            words = joint_meeting.meeting_words(meeting)
            definition_list(joint_meeting.meeting_title(meeting), words, is_demo=meeting.origin == "demo")
        show(partial(matters.states_view, found, between, place))
    with right:
        show(partial(matters.progress_view, found, between, place))
    if found:
        with contained():
            reading_block("items", *matters.items_table(found, between, place))


@contained()
def over_time() -> None:
    """Meetings and matters over the quarters, as they stood at the end of each."""
    show_cards(warehouse, names, selection)
    side_by_side(
        partial(lines_view, warehouse, joint_meeting.FLOW, selection),
        partial(stages_view, warehouse, "decisions_open", "status", joint_meeting.STATES, selection),
    )
    side_by_side(
        partial(trend_view, warehouse, "decision_closure_rate", selection),
        partial(trend_view, warehouse, "decision_on_time_rate", selection, is_columns=True),
    )
    side_by_side(
        partial(lines_view, warehouse, joint_meeting.TROUBLE, selection),
        partial(matters.units_view, warehouse, selection),
    )
    by = switch("分组", joint_meeting.BY, "by")
    side_by_side(
        partial(parts_view, warehouse, "decision_closure_rate", by, selection),
        partial(parts_trend_view, warehouse, "meetings_held", "kind", selection),
    )
    attendance = partial(trend_view, warehouse, "attendance_rate", selection)
    if is_joint:
        side_by_side(partial(trend_view, warehouse, "joint_meeting_lag", selection, is_columns=True), attendance)
    else:
        show(attendance)


if held:
    # Each screen tells of one day: that of a meeting, or the end of the quarter.
    if switch("查看", joint_meeting.SCREENS, "screen") == "meeting":
        one_meeting()
    else:
        over_time()
    show_rows("meetings", partial(joint_meeting.meetings_table, warehouse, selection.area_code, selection.period))
else:
    show_cards(warehouse, names, selection)
    empty_state(
        "联席会议", "所选区域在这段时间没有上报“联席会议”（未填报）。", "在上方换一个片区或时期，或报送“联席会议”台账。"
    )
show_rows("bodies", partial(coordination.bodies_table, warehouse, selection.area_code), is_read=True)
if day := last_day(warehouse):
    show_cards(warehouse, ("exemplary_cases", "case_replication_rate"), selection)
    show_rows("cases", partial(coordination.cases_table, warehouse, selection.area_code, day))
show_further(warehouse, (), selection, "meetings")
