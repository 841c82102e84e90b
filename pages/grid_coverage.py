"""网格治理: is every grid covered, and are matters closed?"""

from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.beside import below_each_other, in_rows
from dashboard.render.web.blocks import contained, finding_text, map_width
from dashboard.render.web.controls import switch
from dashboard.render.web.head import page_head
from dashboard.render.web.ledger import follow, list_button, show_ledger, to_list
from dashboard.render.web.linked import linked, linked_table, metrics_of_places
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import show, show_cards, show_map
from dashboard.views import grid_coverage
from dashboard.views.grid_coverage.shown import CARDS, EVENTS, FURTHER, NO_PATROLS, PATROL_CARDS, STAFF, VISITS
from dashboard.views.kinds import heat_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view

PICTURES, PARTS = ("map", "ends", "table"), ("kind", "channel")

warehouse = current()
selection, index = page_head(warehouse, "网格治理", "每个网格有没有人管、管不管得过来，群众反映的事按时办结了没有。")
listed = grid_coverage.scope(warehouse, selection.area_code)
given = (warehouse, listed, selection)
show_cards(warehouse, CARDS, selection)
finding_text(listed.note)


@st.fragment
@contained()
def where() -> None:
    """One metric of every place on the map, at its two ends and over time."""
    follow()
    choice = linked(PICTURES, listed.every_code, listed.pointed)
    metrics = EVENTS | STAFF if listed.has_grids else EVENTS
    name, other = metrics_of_places(choice, metrics, pointed=listed.pointed, key="grid-where")
    told, key, on_map = listed.of(name), choice.keys["map"], choice.chooser("map")
    shown = partial(grid_coverage.whole_map, chosen=choice.spot, width=map_width(640 if other else 740))
    left, right = st.columns([6, 6] if other else [7, 5])
    with left:
        show_map(partial(shown, warehouse, name, listed, selection, key=key), on_choose=on_map)
    with right:
        if other:
            show_map(partial(shown, warehouse, other, listed, selection, key=f"{key}-beside"), on_choose=on_map)
            return
        ends = partial(grid_coverage.extremes_view, warehouse, name, told.places, selection, chosen=choice.spot)
        show(partial(ends, key=choice.keys["ends"]), on_choose=choice.chooser("ends"))
        show(partial(grid_coverage.spot_view, warehouse, name, told, selection, chosen=choice.spot))
        list_button(name, choice.spot, selection.period)


@contained()
def staffing() -> None:
    """All figures of every place in one table; a row that is chosen is pointed out on the map as well."""
    choice = linked(PICTURES, listed.codes, listed.pointed)
    staff = grid_coverage.staffing_list(*given)
    linked_table(choice, "table", (staff.title, staff.subtitle, staff.table, staff.footer), staff.codes)


@st.fragment
@contained()
def events() -> None:
    """One rate by place and month, and by kind and channel of the matter."""
    follow()
    name = switch("事件指标", EVENTS, "rate")
    heat = partial(heat_view, warehouse, name, listed.of(name).places, selection, key="grid-heat")
    left, right = st.columns([7, 5])
    with left:
        show(heat, on_choose=partial(to_list, name))
        finding_text("点一格，这一处这个月的事件列在下面的“事件台账”里。")
    with right:
        below_each_other((partial(parts_view, warehouse, name, by, selection, key=f"grid-{by}") for by in PARTS), heat)


@st.fragment
@contained()
def patrols() -> None:
    """How often grids are patrolled and homes called at, and how the grids were reviewed."""
    show_cards(warehouse, PATROL_CARDS, selection)
    left, right = st.columns([7, 5])
    with left:
        show(partial(heat_view, warehouse, "review_score", listed.places, selection, key="grid-reviews"))
    with right:
        show(partial(lines_view, warehouse, ("patrol_coverage", "household_coverage"), selection, height=260))
        walked = partial(trend_view, warehouse, switch("走访指标", VISITS, "visits"), selection, is_columns=True)
        show(partial(walked, height=260, key="grid-visits"))


where()
sections(
    index,
    Section("load", "任务与力量", "人均任务、受理与办结、平均用时", in_rows(grid_coverage.load_rows, *given)),
    Section("events", "事件办理", "逐处逐月，按类别和渠道", events),
    Section("ledger", "事件台账", "逐件列出，超期的在前", partial(show_ledger, *given)),
    Section("staffing", "网格一览", "每个网格的人员、任务和办理", staffing, is_linked=True),
    Section("patrols", "走访与考评", "巡查、入户、考评得分", patrols, "" if listed.has_grids else NO_PATROLS),
    further(warehouse, selection, "grid", "patrol", names=FURTHER),
)
