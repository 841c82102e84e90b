"""联席会议: what did we promise, and what has moved since?"""

from functools import partial

import streamlit as st

from dashboard.metrics.areas import area_name
from dashboard.metrics.versions import current
from dashboard.render.web.beside import in_rows
from dashboard.render.web.blocks import contained, definition_list, empty_state, reading_block
from dashboard.render.web.controls import choose, switch
from dashboard.render.web.desk import desk
from dashboard.render.web.head import page_head
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import show, show_cards, show_rows
from dashboard.tables.matters import last_day
from dashboard.views.joint_meeting import coordination, matters
from dashboard.views.joint_meeting import meetings as joint_meeting
from dashboard.views.joint_meeting.course import course_rows, meeting_rows

warehouse = current()
selection, index = page_head(
    warehouse, "联席会议", "每季一次的联席会议开了没有、谁来了；议定的事项上次说到哪里，现在到了哪里。"
)
is_joint = joint_meeting.holds_joint_meetings(warehouse, selection.area_code)
names = (joint_meeting.JOINT_CARDS if is_joint else ()) + joint_meeting.CARDS
held = joint_meeting.held_until(warehouse, selection.area_code, selection.period)


@st.fragment
@contained()
def one_meeting() -> None:
    """The chosen meeting, and its matters then and now."""
    choices = joint_meeting.meeting_names(held)
    with st.container(key="which-meeting", horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = choose("会议", "meeting", choices)
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
    in_rows(course_rows, warehouse, selection)()
    by = switch("分组", joint_meeting.BY, "by")
    in_rows(meeting_rows, warehouse, by, selection, is_joint=is_joint)()


@contained()
def cases() -> None:
    """The cases that are held up as examples."""
    day = last_day(warehouse)
    show_cards(warehouse, ("exemplary_cases", "case_replication_rate"), selection)
    if not (day and show_rows("cases", partial(coordination.cases_table, warehouse, selection.area_code, day))):
        empty_state("典型案例", "所选区域还没有上报“典型案例”（未填报）。")


bodies_of = partial(coordination.bodies_table, warehouse, selection.area_code)
meetings_of = partial(joint_meeting.meetings_table, warehouse, selection.area_code, selection.period)
no_meetings = "" if held else "所选区域在这段时间没有上报“联席会议”（未填报）。"
if no_meetings:
    show_cards(warehouse, names, selection)
    empty_state("联席会议", no_meetings, "在上方换一个片区或时期，或报送“联席会议”台账。")
# Each screen tells of one day: that of a meeting, or the end of the quarter.
elif switch("查看", joint_meeting.SCREENS, "screen") == "meeting":
    one_meeting()
else:
    over_time()
sections(
    index,
    Section(
        "meetings",
        "历次会议",
        "何时召开、议定几项、办结几项",
        partial(show_rows, "meetings", meetings_of),
        no_meetings,
    ),
    Section("bodies", "协调机制", "由谁牵头、成员有谁", partial(show_rows, "bodies", bodies_of, is_read=True)),
    Section("cases", "典型案例", "形成多少、推广多少", cases),
    further(warehouse, selection, "meetings"),
)
