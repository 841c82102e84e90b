"""指标口径: what exactly a number is, printed from the declarations that it is computed by."""

from functools import partial

import streamlit as st

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import THEMES
from dashboard.metrics.versions import current
from dashboard.render.web.blocks import contained, definition_list, empty_state, reading_block, table_block
from dashboard.render.web.controls import address_of_row, choose, pointed, switch
from dashboard.render.web.head import plain_head
from dashboard.render.web.sections import Section, sections
from dashboard.render.web.show import show_rows
from dashboard.tables.dictionary import forms
from dashboard.tables.sources import origins_known, recorded_on
from dashboard.text.formats import ORIGIN_LABELS
from dashboard.views.glossary import entries
from dashboard.views.pages import page_of
from dashboard.views.table import Footer

THEME_NAMES = {"": "全部", **THEMES}

warehouse = current()
DECLARED = Footer(
    "本系统的指标与报表声明",
    recorded_on(warehouse),
    "指标、报表的名称、定义、算法和单位都由程序所用的声明直接印出；装载记录为现用版本的。",
    origins_known(warehouse),
)
known = {form.name: form for form in forms(warehouse)}
index = plain_head(warehouse, "指标口径", f"{len(METRICS)}个指标、{len(known)}张报表，逐一写明定义、算法和来源。")


@st.fragment
@contained()
def metrics() -> None:
    """The list of metrics with its search, and everything about the chosen one."""
    with st.container(key="filter-metrics", horizontal=True, vertical_alignment="bottom", gap="small"):
        theme = switch("主题", THEME_NAMES, "theme")
        search = st.text_input("查找指标", key="q", placeholder="名称、定义或口径中的字", type="search")
    found = entries.matching(METRICS.values(), theme, search)
    if not found:
        empty_state("没有符合条件的指标", f"没有指标的名称、定义或口径里有“{search}”。", "请换一个词，或选“全部”主题。")
        return
    left, right = st.columns([3, 2])
    with left, contained():
        title = f"{len(found)}个指标" if len(found) == len(METRICS) else f"符合条件的指标{len(found)}个"
        table = entries.metrics_table(found)
        table_block(
            f"metrics-{theme}-{search}",
            title,
            "点选一行看全部口径",
            table,
            DECLARED,
            on_choose=partial(address_of_row, "metric", [one.name for one in found]),
        )
    with right, contained():
        chosen = entries.named(pointed("metric", "指标", entries.named, found[0].label)) or found[0]
        definition_list(chosen.label, entries.metric_details(warehouse, chosen))
        st.page_link(f"pages/{page_of(chosen)}.py", label=f"看{THEMES[chosen.theme]}的图表")


@st.fragment
@contained()
def datasets() -> None:
    """The columns of the form that is chosen."""
    name = choose("看一张报表的指标项", "form", {form.name: form.label for form in known.values()})
    form = known[name]
    title, subtitle = f"{form.label}有{len(form.columns)}个指标项", f"一行是{form.row_is}"
    reading_block(f"columns-{name}", title, subtitle, entries.columns_table(form), DECLARED)


@contained()
def words() -> None:
    """What stands where there is no figure, and what is said of where one comes from."""
    left, right = st.columns(2)
    with left:
        definition_list("没有数字的地方写着为什么", [(str(word), text) for word, text in entries.ABSENCES])
    with right:
        definition_list("每个数字都说明来自哪里", [(ORIGIN_LABELS[origin], text) for origin, text in entries.ORIGINS])


@contained()
def all_forms() -> None:
    """The forms, and the columns of the one that is chosen."""
    with contained():
        rows = entries.forms_table(tuple(known.values()))
        reading_block("forms", f"{len(known)}张报表", "一张报表对应仓库中的一张表", rows, DECLARED)
    datasets()


loads_of = partial(entries.loads_listed, warehouse, DECLARED)
metrics()
sections(
    index,
    Section("words", "符号与数据性质", "未填报、不公开、不可比各是什么意思", words),
    Section("forms", "报表与指标项", "每张报表填什么", all_forms),
    Section("loads", "装载记录", "现用版本装了哪些表、用了多少行", partial(show_rows, "loads", loads_of)),
)
