"""就业人才: where are hands missing, by which channel are they found, and do talents come and stay?"""

from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.beside import rows, show_trends, side_by_side
from dashboard.render.web.blocks import contained, empty_state, finding_text
from dashboard.render.web.controls import switch
from dashboard.render.web.head import page_head
from dashboard.render.web.places import where
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import show_cards, show_rows
from dashboard.views.employment import labour, openings
from dashboard.views.employment.recruitment import event_table
from dashboard.views.kinds import parts_trend_view, parts_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.several import told, why_silent
from dashboard.views.park_output.places import unit_ranking

warehouse = current()
selection, index = page_head(
    warehouse, "就业人才", "哪里缺人、缺什么人，靠哪个渠道招到人，人才引不引得来、留不留得住。"
)
show_cards(warehouse, labour.CARDS, selection)
silent = partial(why_silent, warehouse, selection=selection)
missing_hands = rows(
    (
        partial(lines_view, warehouse, ("job_openings", "job_seekers"), selection),
        partial(parts_view, warehouse, "labour_gap", "occupation", selection),
    )
)
met = rows(
    (
        partial(openings.ratio_view, warehouse, selection),
        partial(openings.parts_heat, warehouse, "openings_per_seeker", "occupation", selection),
    ),
    (
        partial(unit_ranking, warehouse, "openings_per_seeker", selection),
        partial(openings.funnel_view, warehouse, selection),
    ),
)
in_places, nowhere = where(warehouse, selection, labour.MAPPED)


@st.fragment
@contained()
def channels() -> None:
    """One measure by channel, now and over time."""
    name = switch("渠道比较", labour.CHANNEL_MEASURES, "channel")
    side_by_side(
        partial(parts_view, warehouse, name, "channel", selection, key=f"channel-{name}"),
        partial(openings.by_channel, warehouse, name, selection),
    )


@contained()
def events() -> None:
    """How many recruitment events, what they led to, and the list."""
    side_by_side(
        partial(lines_view, warehouse, labour.EVENT_COUNTS, selection),
        partial(parts_trend_view, warehouse, "recruitment_events", "kind", selection),
    )
    show_trends(warehouse, ("event_enterprises", "intention_hire_rate"), selection, in_a_row=2)
    show_rows("recruitment", partial(event_table, warehouse, selection))


@st.fragment
@contained()
def talents() -> None:
    """One of the four fields of talent work: its figures over time."""
    topic = switch("人才主题", {code: words for code, (words, _) in labour.TOPICS.items()}, "topic")
    names = labour.TOPICS[topic][1]
    show_trends(warehouse, names, selection, in_a_row=3 if len(names) % 3 == 0 else 2)
    if topic == "title" and told(warehouse, ("completed",), selection):
        side_by_side(
            partial(parts_trend_view, warehouse, "completed", "category", selection, key="menu"),
            partial(parts_view, warehouse, "completion_rate", "category", selection, key="menu-rate"),
        )


no_hands = "" if told(warehouse, ("job_openings",), selection) else silent("job_openings", "用工供需")
no_events = "" if told(warehouse, ("recruitment_events",), selection) else silent("recruitment_events", "招聘活动")
if no_hands:
    empty_state("用工供需", no_hands, "在上方换一个区域或时期，或等渠道运营单位上报。")
else:
    with contained():
        finding_text(labour.shortage(warehouse, selection))
    missing_hands()
if not nowhere:
    in_places()
sections(
    index,
    Section("where", "缺口与对接", "用工供需比逐季、逐岗位，推荐了多少、招到多少", met, no_hands),
    Section("channels", "招工渠道", "各渠道的岗位、推荐、匹配、入职", channels, no_hands),
    Section("events", "招聘活动", "办了几场，达成多少意向、录用多少", events, no_events),
    Section("talents", "人才工作", "引进、留住、职称、政策四个方面", talents),
    further(warehouse, selection, "employment", "talent"),
)
