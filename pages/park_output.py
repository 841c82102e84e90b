"""园区产出: what do the parks and factories produce, on how much land, and how does it grow?"""

from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.beside import in_pairs, in_rows, side_by_side
from dashboard.render.web.blocks import contained, empty_state
from dashboard.render.web.controls import switch
from dashboard.render.web.head import page_head
from dashboard.render.web.outputs import measure, told_apart
from dashboard.render.web.places import where
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import listed, show, show_cards
from dashboard.views.kinds.parts import is_split
from dashboard.views.park_output import places as parks
from dashboard.views.park_output.causes import output_causes, why_not
from dashboard.views.park_output.land import DOTS, land_views
from dashboard.views.park_output.named_enterprises import enterprise_table
from dashboard.views.park_output.pipeline import has_pipeline, pipeline_rows
from dashboard.views.view import Making

NO_LAND = ("亩均产值", "所选区域本期没有用地与产值同口径、又可以公开的数。", "选更大的区域或别的时期。")
NOBODY_NAMED = ("企业名单", "到所选时期，所选区域没有可以具名（已公开、企业同意）的企业。")

warehouse = current()
selection, index = page_head(warehouse, "园区产出", "园区、村和厂区产出多少、纳税多少、用了多少地，比以前是升是降。")
show_cards(warehouse, parks.CARDS, selection)


@st.fragment
@contained()
def output() -> None:
    """One of the three output measures over time, beside tax."""
    side_by_side(*parks.output_trends(warehouse, measure("output"), selection))


def grown(name: str) -> Making:
    """How output and tax grew, for what the page shows over time already."""
    return partial(parks.output_growth, warehouse, name if name in parks.OUTPUTS else "gross_output", selection)


@st.fragment
@contained()
def land() -> None:
    """Land against output beside the workforce; the workforce alone where no land can be compared."""
    views = land_views(warehouse, selection)
    left, right = st.columns(2)
    with left:
        show(views[switch("一点是", {dots: DOTS[dots] for dots in views}, "dots")]) if views else empty_state(*NO_LAND)
    with right:
        in_pairs(parks.workforce(warehouse, selection), 1)


enterprises = listed("enterprises", partial(enterprise_table, warehouse, selection), NOBODY_NAMED)
parts = partial(told_apart, "parts", parks.output_parts, warehouse, selection, is_split)
changed = partial(told_apart, "causes", output_causes, warehouse, selection)
if why := parks.missing(warehouse, selection):
    empty_state("产出、税收与从业人员", why, "在上方换一个区域或时期。")
else:
    output()
in_places, nowhere = where(warehouse, selection, parks.MAPPED, height=485, instead=grown)
if not nowhere:
    in_places()
no_pipeline = "" if has_pipeline(warehouse, selection) else "所选区域没有上报“招商投产”（未填报）。"
sections(
    index,
    Section(
        "parts",
        "产出构成",
        "按规模和行业分，现在和逐季",
        parts,
        why,
    ),
    Section(
        "causes",
        "归因",
        "谁带来了变化：按行业、区域、规模",
        changed,
        why_not(selection, why),
    ),
    Section("land", "用地与用工", "亩均产值、从业人员、规上占比", land, why),
    Section("pipeline", "签约到纳统", "招商项目走到哪一步", in_rows(pipeline_rows, warehouse, selection), no_pipeline),
    Section("enterprises", "企业名单", "已公开、企业同意具名的", enterprises),
    further(warehouse, selection, "output", names=parks.FURTHER),
)
