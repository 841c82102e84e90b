"""就业人才: where are hands missing, by which channel are they found, and do talents come and stay?"""

from functools import partial

import streamlit as st

from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, empty_state, finding_text, page_header, table_block
from dashboard.render.web.controls import filter_bar, switch
from dashboard.render.web.show import show_cards, show_further, show_trends, side_by_side
from dashboard.views.employment import labour as employment
from dashboard.views.employment.recruitment import event_table
from dashboard.views.kinds import parts_trend_view, parts_view, ranking_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.several import places_told, told, why_silent
from dashboard.views.park_output.places import units

warehouse = current()
page_header("就业人才", "哪里缺人、缺什么人，靠哪个渠道招到人，人才引不引得来、留不留得住。")
selection = filter_bar(warehouse)
show_cards(warehouse, employment.CARDS, selection)


@contained()
def missing_hands() -> None:
    """Openings against seekers over time; the gap by occupation and by place."""
    with contained():
        finding_text(employment.shortage(warehouse, selection))
    side_by_side(
        partial(lines_view, warehouse, ("job_openings", "job_seekers"), selection),
        partial(employment.ratio_view, warehouse, selection),
    )
    side_by_side(
        partial(parts_view, warehouse, "labour_gap", "occupation", selection),
        partial(employment.parts_heat, warehouse, "openings_per_seeker", "occupation", selection),
    )
    places = places_told(warehouse, "openings_per_seeker", units(warehouse, selection.area_code).places, selection)
    where = [partial(ranking_view, warehouse, "openings_per_seeker", places, selection)] if len(places) > 1 else []
    side_by_side(*where, partial(employment.funnel_view, warehouse, selection))


@st.fragment
@contained()
def channels() -> None:
    """One measure by channel, now and over time."""
    name = switch("渠道比较", employment.CHANNEL_MEASURES, "channel")
    side_by_side(
        partial(parts_view, warehouse, name, "channel", selection, key=f"channel-{name}"),
        partial(employment.by_channel, warehouse, name, selection),
    )


@contained()
def events() -> None:
    """How many recruitment events, what they led to, and the list."""
    side_by_side(
        partial(lines_view, warehouse, employment.EVENT_COUNTS, selection),
        partial(parts_trend_view, warehouse, "recruitment_events", "kind", selection),
    )
    show_trends(warehouse, ("event_enterprises", "intention_hire_rate"), selection, in_a_row=2)
    with contained():
        title, subtitle, table, footer = event_table(warehouse, selection)
        if table.rows:
            table_block("recruitment", title, subtitle, table, footer)


@st.fragment
@contained()
def talents() -> None:
    """One of the four fields of talent work: its figures over time."""
    topic = switch("人才主题", {code: words for code, (words, _) in employment.TOPICS.items()}, "topic")
    names = employment.TOPICS[topic][1]
    show_trends(warehouse, names, selection, in_a_row=3 if len(names) % 3 == 0 else 2)
    if topic == "title" and told(warehouse, ("completed",), selection):
        side_by_side(
            partial(parts_trend_view, warehouse, "completed", "category", selection, key="menu"),
            partial(parts_view, warehouse, "completion_rate", "category", selection, key="menu-rate"),
        )


if told(warehouse, ("job_openings",), selection):
    missing_hands()
    channels()
else:
    why = why_silent(warehouse, "job_openings", "用工供需", selection)
    empty_state("用工供需", why, "在上方换一个区域或时期，或等渠道运营单位上报。")
if told(warehouse, ("recruitment_events",), selection):
    events()
else:
    why = why_silent(warehouse, "recruitment_events", "招聘活动", selection)
    empty_state("招聘活动", why, "在上方换一个区域或时期，或等主办单位上报。")
talents()
show_further(warehouse, (), selection, "employment", "talent")
