"""网格治理: is every grid covered, and are matters closed?"""

from functools import partial

import streamlit as st

from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, finding_text, map_width, table_block
from dashboard.render.web.controls import switch
from dashboard.render.web.head import page_head
from dashboard.render.web.linked import linked, metric_of_places
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import in_rows, show, show_cards, show_map
from dashboard.views import grid_coverage
from dashboard.views.grid_coverage.shown import CARDS, EVENTS, FURTHER, PATROL_CARDS, STAFF, VISITS
from dashboard.views.kinds import heat_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view

PICTURES = ("map", "ends", "table")

warehouse = current()
selection, index = page_head(warehouse, "网格治理", "每个网格有没有人管、管不管得过来，群众反映的事按时办结了没有。")
listed = grid_coverage.scope(warehouse, selection.area_code)
show_cards(warehouse, CARDS, selection)
if listed.note:
    finding_text(listed.note)


@st.fragment
@contained()
def where() -> None:
    """One metric of every place on the map, at its two ends and over time."""
    choice = linked(PICTURES, listed.codes, listed.pointed)
    metrics = EVENTS | STAFF if listed.has_grids else EVENTS
    name = metric_of_places(choice, metrics, pointed=listed.pointed, key="grid-where")
    left, right = st.columns([7, 5])
    with left:
        shown = partial(grid_coverage.whole_map, warehouse, name, listed, selection, chosen=choice.spot)
        shown = partial(shown, width=map_width(740), key=choice.keys["map"])
        show_map(shown, on_choose=choice.chooser("map"))
    with right:
        ends = partial(grid_coverage.extremes_view, warehouse, name, listed.places, selection, chosen=choice.spot)
        show(partial(ends, key=choice.keys["ends"]), on_choose=choice.chooser("ends"))
        show(partial(grid_coverage.spot_view, warehouse, name, listed, selection, chosen=choice.spot))


@contained()
def staffing() -> None:
    """All figures of every place in one table; a row that is chosen is pointed out on the map as well."""
    choice = linked(PICTURES, listed.codes, listed.pointed)
    staff, choose = grid_coverage.staffing_list(warehouse, listed, selection), choice.chooser("table")
    table_block(
        choice.keys["table"],
        staff.title,
        staff.subtitle,
        staff.table,
        staff.footer,
        on_choose=lambda row: choose(None if row is None else staff.codes[row]),
        chosen_row=staff.codes.index(choice.spot) if choice.spot in staff.codes else None,
    )


@st.fragment
@contained()
def events() -> None:
    """One rate by place and month, and by kind and channel of the matter."""
    name = switch("事件指标", EVENTS, "rate")
    left, right = st.columns([7, 5])
    with left:
        show(partial(heat_view, warehouse, name, listed.places, selection, key="grid-heat"))
    with right:
        for by in ("kind", "channel"):
            show(partial(parts_view, warehouse, name, by, selection, key=f"grid-{by}"))


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
        name = switch("走访指标", VISITS, "visits")
        show(partial(trend_view, warehouse, name, selection, is_columns=True, height=260, key="grid-visits"))


load = in_rows(grid_coverage.load_rows, warehouse, listed, selection)
no_patrols = "" if listed.has_grids else "所选区域没有划分网格，没有走访与考评。"
where()
sections(
    index,
    Section("load", "任务与力量", "人均任务、受理与办结、平均用时", load),
    Section("events", "事件办理", "逐处逐月，按类别和渠道", events),
    Section("staffing", "网格一览", "每个网格的人员、任务和办理", staffing, is_linked=True),
    Section("patrols", "走访与考评", "巡查、入户、考评得分", patrols, no_patrols),
    further(warehouse, selection, "grid", "patrol", names=FURTHER),
)
