"""The address of the page ↔ the question that it asks; nothing that cannot be asked stays in the address."""

from collections.abc import Mapping

import streamlit as st

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import empty_state
from dashboard.render.web.explore.seen import views_seen
from dashboard.render.web.filter_bar import CHOSEN
from dashboard.render.web.looping import CARRIED, LOOP, SECONDS
from dashboard.render.web.question import ASK
from dashboard.text.formats import escape_html
from dashboard.views.explore.offered import area_names, default_question
from dashboard.views.explore.opened import Opened, opened
from dashboard.views.explore.question import PARAMETERS, Question
from dashboard.views.explore.reading import notice, seen
from dashboard.views.links import VERSION

# In the address: a view by its name. In the session: what was replaced, as long as the address asks the same.
VIEW = "view"
# What stands in it beside the question, and is not of this page.
OTHERS = (VERSION, ASK, LOOP, SECONDS)
TOLD = "explore-told"
# What the page reads, and says of it what it replaced.
READ = (*PARAMETERS, VIEW, "area", "period")


def opened_link(warehouse: Warehouse) -> Opened | None:
    """What the address opens, with a notice of whatever was replaced in it; None where there are no data at all.

    An empty address asks about the area that was chosen on another page. An address that was mended is written anew.
    """
    default = default_question(warehouse, _chosen(warehouse))
    if default is None:
        empty_state("还没有可以展示的数据", "没有区域目录或任何一期报表，因此没有可以分析的数。", "请先上报报表。")
        return None
    query = {name: st.query_params[name] for name in st.query_params if name not in _others()}
    asked, where = _asked(warehouse, query)
    shown = opened(warehouse, asked, default)
    _tell(query, shown, where)
    return shown


def _others() -> tuple[str, ...]:
    """What stands in the address beside the question; in a show the choice of the other pages, too."""
    return (*OTHERS, *CARRIED) if LOOP in st.query_params else OTHERS


def write(question: Question | Mapping[str, str]) -> None:
    """Let the address ask the question; only which version is looked at, and what is asked in the question line, stay in it."""
    asked = question.to_query() if isinstance(question, Question) else dict(question)
    st.query_params.from_dict(asked | {name: st.query_params[name] for name in _others() if name in st.query_params})


def _chosen(warehouse: Warehouse) -> Selection | None:
    """What the reader chose on another page, where it can be chosen here."""
    chosen = st.session_state.get(CHOSEN)
    return chosen if isinstance(chosen, Selection) and chosen.area_code in area_names(warehouse) else None


def _asked(warehouse: Warehouse, query: Mapping[str, str]) -> tuple[Mapping[str, str], str]:
    """The parameters that are asked with, and where they stand: in the link itself or in the view that it names."""
    name = query.get(VIEW, "")
    if VIEW not in query:
        return query, "链接"
    for view in views_seen(warehouse):
        if view.name == name:
            return view.query, f"保存的视图“{view.name}”"
    return {}, f"没有叫“{seen(name)}”的视图，可能已删去。链接"


def _tell(query: Mapping[str, str], shown: Opened, where: str) -> None:
    """Say what was replaced, until the address asks something else."""
    mended = shown.question.to_query()
    text = notice(shown.replaced, where)
    if VIEW in query and not text and where.startswith("没有"):
        text = f"{where}改为下面的分析。"
    if text:
        st.session_state[TOLD] = (mended, text)
    if query and dict(query) != mended:
        write(shown.question)
    kept, told = st.session_state.get(TOLD, ({}, ""))
    if told and kept == mended:
        st.html(f'<p class="notice" role="status"><bdi>{escape_html(told)}</bdi></p>')
