"""公开数据与核对: what the documents said, and whether what is reported agrees with it."""

from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard.metrics.areas import areas
from dashboard.metrics.versions import current
from dashboard.render.web.blocks import contained, definition_list, empty_state, reading_block, table_block
from dashboard.render.web.controls import switch
from dashboard.render.web.head import plain_head
from dashboard.render.web.sections import Section, sections
from dashboard.render.web.show import show, show_rows
from dashboard.tables.ratios import derived_ratios
from dashboard.tables.reconciliation import reconcile
from dashboard.tables.registers import checks, documents, published_facts
from dashboard.tables.sources import origins_known, recorded_on
from dashboard.views.kinds.area_map import short_name
from dashboard.views.published_facts import printed as facts_view
from dashboard.views.published_facts import reconciled
from dashboard.views.table import Footer

NOTHING_REPORTED = ("公开数字都在，但对应的报表没有报来。", "报表放进 data/received 并重新生成数据后，这里自动核对。")

warehouse = current()
facts, pairs, papers = published_facts(warehouse), reconcile(warehouse), documents(warehouse)
printed = Footer(facts_view.SOURCE, facts_view.printed_until(facts), facts_view.DEFINITION, origins=("published",))
checked = Footer(reconciled.CHECKED, recorded_on(warehouse), reconciled.RULES, origins=origins_known(warehouse))
derived = replace(printed, definition=reconciled.INTERVALS)
index = plain_head(warehouse, "公开数据与核对", facts_view.documents_lead(papers, facts))


def choose(label: str, key: str, names: dict[str, str]) -> str:
    """A filter of the list; its choice stands in the address."""
    options = [facts_view.EVERY, *names]
    return st.selectbox(label, options, format_func=lambda code: names.get(code, code), key=key, bind="query-params")


@st.fragment
@contained()
def list_of_facts() -> None:
    """The filters, the figures that pass them, and the words of the chosen one."""
    with st.container(key="filter-facts", horizontal=True, vertical_alignment="bottom", gap="small"):
        wanted = facts_view.FactFilter(
            choose("文件", "document", {paper.document_id: paper.title for paper in papers}),
            choose("所在区域", "place", {fact.area_code: fact.area_name for fact in facts}),
            choose("性质", "nature", {fact.fact_nature: fact.fact_nature for fact in facts}),
            st.text_input("查找", key="q", bind="query-params", placeholder="指标、对象或原文中的字", type="search"),
        )
    shown = [fact for fact in facts if wanted.takes(fact)]
    if not shown:
        empty_state("没有符合条件的公开数字", "这几项条件合在一起没有对应的数字。", "请放宽一项条件。")
        return
    left, right = st.columns([7, 3])
    row = None
    with left, contained():
        title = facts_view.facts_title(shown, len(facts))
        table = facts_view.facts_table(shown, pairs)
        row = table_block(f"facts-{wanted}", title, "点选一行看原文与核对", table, printed, is_selectable=True)
    with right, contained():
        fact = shown[row or 0]
        definition_list(f"{fact.fact_id} {fact.measure}", facts_view.fact_details(fact, pairs))


@st.fragment
@contained()
def reconciliation() -> None:
    """The published figures that a form meets, drawn against what the form says."""
    if not reconciled.drawable(pairs):
        empty_state(reconciled.reconciliation_title(pairs), *NOTHING_REPORTED)
        return
    shown = switch("核对哪些数字", {words: words for words in reconciled.SHOWN}, "pairs")
    view = reconciled.reconciliation_view(pairs, shown, names)
    if view:
        show(view)
    else:
        empty_state(reconciled.reconciliation_title(pairs), f"可核对的公开数字里没有{shown}。")


@contained()
def agreement() -> None:
    """Published figures against reported ones, and the rules that every form is held to."""
    reconciliation()
    title, table = reconciled.checks_title(known), reconciled.checks_table(known)
    reading_block("checks", title, "不论结果如何都列出", table, checked)


names = {code: short_name(place) for code, place in areas(warehouse).items()}
known = checks(warehouse)
intervals = partial(reconciled.ratios_listed, derived_ratios(warehouse), derived)
sources = partial(facts_view.documents_listed, papers, facts, printed)
to_read = partial(show_rows, is_read=True)
list_of_facts()
sections(
    index,
    Section("agreement", "填报与公开数字核对", "逐条核对，列出通过与不符", agreement),
    Section("intervals", "由公开数字推算的区间", "只给区间，不作确数", partial(to_read, "ratios", intervals)),
    Section("sources", "文件出处", "公开数字取自哪些文件", partial(to_read, "documents", sources)),
)
