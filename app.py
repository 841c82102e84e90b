"""The frame: page configuration, look and navigation. It holds no data."""

import streamlit as st

from dashboard.metrics.versions import current, looking_at
from dashboard.metrics.warehouse import WarehouseUnavailable
from dashboard.render.web.blocks import contained
from dashboard.render.web.follow import follow_theme
from dashboard.render.web.frame import admitted, offered, opened, reader_line
from dashboard.render.web.looking_back import version_looked_at
from dashboard.render.web.looping import follow_show
from dashboard.render.web.spoken import speak_chinese
from dashboard.render.web.theme import PAGE_CSS

TITLE = "三区联创"
ABOUT = "社区、园区、厂区“三区联创”数据看板。数据只留在本机，不向外发送。"

PAGES = {
    "overview": "总览",
    "attention": "关注事项",
    "park_output": "园区产出",
    "employment": "就业人才",
    "incubation": "培训孵化",
    "grid_coverage": "网格治理",
    "party_building": "组织建设",
    "service_lists": "三张清单",
    "community_services": "服务共治",
    "assets_projects": "资产项目",
    "joint_meeting": "联席会议",
    "profile": "区域档案",
    "explore": "自助分析",
    "prefecture": "片区汇总",
    "filing": "数据填报",
    "published_facts": "公开数据与核对",
    "glossary": "指标口径",
}

st.set_page_config(page_title=TITLE, layout="wide", menu_items={"About": ABOUT})
st.html(PAGE_CSS)
follow_theme()
speak_chinese()
account = admitted()
pages = [
    st.Page(
        f"pages/{name}.py", title=label, url_path=name, visibility="visible" if offered(account, name) else "hidden"
    )
    for name, label in PAGES.items()
]


def home() -> None:
    """The bare address leads to the first page, since Streamlit knows its default page by no other name."""
    first = next(page for page in pages if account.opens(page.url_path))
    st.switch_page(first, query_params=st.query_params.to_dict())


page = st.navigation([st.Page(home, title=TITLE, default=True, visibility="hidden"), *pages], position="top")
reader_line(account)
try:
    current()
    # What fails outside of every block of a page ends that page with a message, and no page with a traceback.
    with contained(), looking_at(version_looked_at()), opened(account, page):
        follow_show({name: label for name, label in PAGES.items() if account.opens(name)}, page.url_path)
        page.run()
except WarehouseUnavailable as unavailable:
    # Imported here: a page that only reads never loads the pipeline.
    from pages.first_start import prepare

    prepare(unavailable.reason)
