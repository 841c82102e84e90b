"""网格治理: is every grid covered, and are matters closed?"""

from functools import partial

import streamlit as st

from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, finding_text, map_width, page_header, table_block
from dashboard.render.web.controls import filter_bar, switch
from dashboard.render.web.linked import linked, metric_of_places
from dashboard.render.web.show import show, show_cards, show_further, show_map
from dashboard.views import grid_coverage
from dashboard.views.grid_coverage.shown import CARDS, EVENTS, FURTHER, PATROL_CARDS, STAFF, VISITS
from dashboard.views.kinds import heat_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view

warehouse = current()
page_header("网格治理", "每个网格有没有人管、管不管得过来，群众反映的事按时办结了没有。")
selection = filter_bar(warehouse)
listed = grid_coverage.scope(warehouse, selection.area_code)
show_cards(warehouse, CARDS, selection)
if listed.note:
    finding_text(listed.note)


@st.fragment
@contained()
def where() -> None:
    """One metric of every place on the map, at its two ends and over time; all figures in the table."""
    choice = linked(("map", "ends", "table"), listed.codes, listed.pointed)
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
    with contained():
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


@st.fragment
@contained()
def work() -> None:
    """What the grids do, one part at a time: what is not looked at is not drawn."""
    parts = {"events": ("事件办理", events)} | ({"patrols": ("走访与考评", patrols)} if listed.has_grids else {})
    parts[switch("网格工作", {part: label for part, (label, _) in parts.items()}, "part")][1]()


where()
left, right = st.columns([7, 5])
with left:
    if listed.has_grids:
        show(partial(grid_coverage.load_view, warehouse, listed.places, selection))
    else:
        show(partial(grid_coverage.flow_view, warehouse, selection))
with right:
    if listed.has_grids:
        show(partial(grid_coverage.flow_view, warehouse, selection))
    show(partial(grid_coverage.days_view, warehouse, selection))
work()
show_further(warehouse, FURTHER, selection, "grid", "patrol")
