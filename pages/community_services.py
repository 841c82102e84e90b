"""服务共治: do services reach people?"""

from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.beside import in_rows
from dashboard.render.web.blocks import contained, map_width, table_block
from dashboard.render.web.controls import switch
from dashboard.render.web.head import page_head
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import show, show_cards, show_map
from dashboard.views.community_services import rows as parts
from dashboard.views.community_services import services
from dashboard.views.community_services.sites import site_table
from dashboard.views.kinds import map_view, trend_view

warehouse = current()
selection, index = page_head(
    warehouse, "服务共治", "阵地有没有人来，纠纷调得成不成，积分、服务队和“四微”有没有用起来。"
)
show_cards(warehouse, services.card_names(warehouse, selection), selection)
told = services.told_parts(warehouse, selection)


@st.fragment
@contained()
def where() -> None:
    """One metric by park and village on the map, and by its parts beside it."""
    name = switch("地图指标", {name: label for name, (label, _) in services.WHERE.items()}, "metric")
    left, right = st.columns([6, 6])
    with left:
        drawn = partial(map_view, width=map_width(640), height=520, key="services-map", is_over_time=True)
        show_map(partial(drawn, warehouse, name, "三区单元", selection))
    with right:
        show(partial(services.where_view, warehouse, name, selection))
        show(
            partial(
                trend_view, warehouse, services.COURSES.get(name, name), selection, key="services-course", height=210
            )
        )


@st.fragment
@contained()
def mediation() -> None:
    """Disputes, with one rate of how well and how fast they ended."""
    in_rows(parts.mediation_rows, warehouse, switch("调解指标", services.MEDIATION_RATES, "mediation"), selection)()


@st.fragment
@contained()
def teams() -> None:
    """The service teams by kind: whom they served, how often they went out, how many there are."""
    in_rows(parts.team_rows, warehouse, switch("服务队指标", services.TEAMS, "teams"), selection)()


@contained()
def sites() -> None:
    """The sites one by one, and how much they are used."""
    with contained():
        table_block("sites", *site_table(warehouse, selection))
    in_rows(services.visit_rows, warehouse, selection, told)()


@contained()
def micro() -> None:
    """The small actions, and what became of the wishes."""
    show_cards(warehouse, services.MICRO_CARDS, selection)
    in_rows(parts.micro_rows, warehouse, selection)()


points = in_rows(parts.point_rows, warehouse, selection)
couriers = in_rows(parts.courier_rows, warehouse, selection)
why_not = partial(services.why_untold, told)
where()
sections(
    index,
    Section("sites", "阵地与使用", "每处阵地的面积、服务量、场地时数、托位", sites),
    Section("mediation", "多元调解", "受理多少、调成多少、用了几天", mediation, why_not("mediation")),
    Section("points", "文明积分", "发了多少、兑了多少、谁参加", points, why_not("points")),
    Section("teams", "服务队伍", "队伍、出动、服务人次", teams, why_not("teams")),
    Section("micro", "四微联动", "微行动、微心愿逐季", micro, why_not("micro")),
    Section("couriers", "快递小哥", "上报的网格事件", couriers, why_not("couriers")),
    further(warehouse, selection, "services"),
)
