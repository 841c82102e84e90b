"""版本: every kept version with its forms; one looked at, two compared, and the way back to an earlier one."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

import etl
from dashboard.access.roles import Act
from dashboard.metrics.areas import area_name, default_area
from dashboard.metrics.selection import Selection, latest_period
from dashboard.metrics.versions import opened
from dashboard.metrics.warehouse import Warehouse, WarehouseUnavailable
from dashboard.render.web.blocks import empty_state, headline_cards, reading_block
from dashboard.render.web.blocks.words import foot_html, heading_html
from dashboard.render.web.controls import choose
from dashboard.render.web.filing.changing import counts, figures_shown, rows_html, sentence, summary_html
from dashboard.render.web.filing.effects import Effect, effects
from dashboard.render.web.filing.words import clock, machine_told, note, overtaken_told, say_later
from dashboard.render.web.taking import may, recorded_as
from dashboard.store.audit import Did
from dashboard.tables.reporting import forms
from dashboard.text.formats import ORIGIN_LABELS, escape_html
from dashboard.text.periods import period_label
from dashboard.views.kinds import card
from dashboard.views.kinds.cards import Card
from dashboard.views.links import VERSION
from dashboard.views.overview.headlines import headline
from dashboard.views.table import Column, Footer, Table, html_table

SOURCE = Footer("版本文件自带的装载记录")
LISTED_FORMS = 4
SHAPES = "区域图形"


def versions(warehouse: Warehouse) -> None:
    """The list of versions, and below it one of them beside the one in use."""
    kept = etl.history()
    if not kept:
        empty_state("还没有版本", "第一次发布以后，每个版本都列在这里。")
        return
    notes = {one.version: one.note or one.about for one in etl.proposals() if one.version}
    labels, times = forms(warehouse), version_times(kept)
    rows = tuple(
        (
            times[version.version],
            "现用" if version.is_published else "",
            notes.get(version.version, ""),
            what_came(version.loads, labels),
        )
        for version in kept
    )
    columns = tuple(map(Column, ("时间", "状态", "说明", "装载的报表")))
    reading_block("versions", f"保留着{len(kept)}个版本", "最新的在前；较早的自动清理", Table(columns, rows), SOURCE)
    _one(warehouse, kept, version_names(kept, times, notes), labels)


def version_times(kept: Sequence["etl.Version"]) -> dict[str, str]:
    """When each version was made, to the minute; to the second where two were made within one."""
    minutes = Counter(clock(version.built_at) for version in kept)
    return {
        version.version: clock(version.built_at, to_second=minutes[clock(version.built_at)] > 1) for version in kept
    }


def version_names(kept: Sequence["etl.Version"], times: Mapping[str, str], notes: Mapping[str, str]) -> dict[str, str]:
    """What people call a version: its time, whether it is in use, and the note that it was published with."""
    return {
        version.version: times[version.version]
        + ("（现用）" if version.is_published else "")
        + (f" {notes[version.version]}" if notes.get(version.version) else "")
        for version in kept
    }


def what_came(loads: Sequence["etl.Load"], labels: Mapping[str, str]) -> str:
    """How many sheets are in use by origin, and the forms that people sent, by name."""
    used = [load for load in loads if load.rows_used]
    sent = list(dict.fromkeys(labels.get(load.dataset, load.dataset) for load in used if load.origin == "reported"))
    counts = Counter(load.origin for load in used)
    by_origin = [f"{label}{counts[origin]}张" for origin, label in ORIGIN_LABELS.items() if counts[origin]]
    shapes = [f"{SHAPES}{counts['']}份"] if counts[""] else []
    told = "，".join(by_origin + shapes)
    more = f"等{len(sent)}张" if len(sent) > LISTED_FORMS else ""
    return f"{told}；单位填报的是{'、'.join(sent[:LISTED_FORMS])}{more}" if sent else told


@st.fragment
def _one(
    warehouse: Warehouse, kept: Sequence["etl.Version"], names: Mapping[str, str], labels: Mapping[str, str]
) -> None:
    """A version chosen to be looked at, what differs from the other chosen one, and the button back to it."""
    published = next((version.version for version in kept if version.is_published), kept[0].version)
    with st.container(key="desk-version", border=True, gap="small"), overtaken_told():
        st.html(heading_html("看一个版本，与另一个比", "列出两个版本之间每张表的变化和随之变动的数字"))
        earlier = next((version for version in names if version != published), published)
        with st.container(key="filter-versions", horizontal=True, vertical_alignment="bottom", gap="small"):
            shown = choose("看哪一版", "look", names, earlier)
            other = choose("与哪一版比", "against", names, published)
        if shown != published:
            with st.container(key="version-ways", horizontal=True, vertical_alignment="center", gap="small"):
                st.page_link(
                    "pages/overview.py",
                    label="用这一版打开各页",
                    query_params={VERSION: shown},
                )
                # Who looks back only looks.
                if not warehouse.is_earlier and may(Act.MANAGE) and st.button("退回到这一版", key="rollback"):
                    st.dialog("退回到这一版", width="large")(_confirm)(shown, published, names[shown])
        version = next(one for one in kept if one.version == shown)
        _loads(version, labels)
        _headline(warehouse, shown)
        if shown != other:
            _difference(warehouse, shown, other, names)
        else:
            note("两边是同一版。")
        st.html(foot_html(SOURCE))


def _loads(version: "etl.Version", labels: Mapping[str, str]) -> None:
    """The sheets that the version is made of, opened at a click."""
    used = sum(bool(load.rows_used) for load in version.loads)
    told = "都在采用" if used == len(version.loads) else f"采用{used}份，其余已被替代或撤下"
    box = st.expander(f"装载了{len(version.loads)}份表和图形，{told}", on_change="rerun", key="version-loads")
    if not box.open:
        return
    columns = (
        *map(Column, ("文件", "工作表", "报表", "数据性质")),
        Column("行数", decimals=0),
        Column("采用", decimals=0),
        Column("装载时间"),
    )
    rows = tuple(
        (
            load.file,
            load.sheet,
            labels.get(load.dataset, SHAPES),
            ORIGIN_LABELS.get(load.origin, ""),
            load.rows,
            load.rows_used,
            clock(load.loaded_at),
        )
        for load in version.loads
    )
    with box:
        st.html(f'<div class="reading">{html_table(Table(columns, rows))}</div>')


def _headline(warehouse: Warehouse, version: str) -> None:
    """The headline figures of 总览 as the version has them, opened at a click."""
    box = st.expander("这一版的主要数字", on_change="rerun", key="version-figures")
    if not box.open:
        return

    def made() -> tuple[str, tuple[Card, ...]]:
        with opened(etl.version_file(version)) as earlier:
            area_code, period = default_area(earlier), latest_period(earlier)
            if area_code is None or period is None:
                return "", ()
            selection = Selection(area_code, period)
            told = f"{area_name(earlier, area_code)}，{period_label(period)}"
            return told, tuple(card(earlier, name, selection) for name in headline(earlier, selection))

    with box:
        try:
            told, cards = warehouse.remember(("version-cards", version), made)
        except WarehouseUnavailable as unavailable:
            empty_state("这一版不能在页面上看", unavailable.message, "可以退回到这一版，或重新生成。")
            return
        if not cards:
            note("这一版里还没有任何一期报表。")
            return
        note(told)
        headline_cards(cards)


def _difference(warehouse: Warehouse, shown: str, other: str, names: Mapping[str, str]) -> None:
    """What became of the rows of the older one of two versions in the newer, and the figures that moved."""
    older, newer = sorted((shown, other))
    with st.spinner("正在比较两个版本……"):
        tables = _compared(older, newer)
        st.html(heading_html(f"两版之间：{sentence(tables)}", f"从{names[older]}到{names[newer]}"))
        if not tables:
            return
        st.html(summary_html(tables))
        for table in tables:
            box = st.expander(f"{table.label}：{counts([table])}", on_change="rerun", key=f"compared-{table.dataset}")
            if box.open:
                with box:
                    st.html(rows_html(table))
        try:
            moved = _moved(warehouse, older, newer, tuple(table.dataset for table in tables))
        except WarehouseUnavailable:
            note("其中一版由另一版软件生成，页面上的数字不能比较。")
        else:
            figures_shown(moved, "前", "后")


@st.cache_data(max_entries=8, show_spinner=False)
def _compared(older: str, newer: str) -> tuple["etl.TableChange", ...]:
    return etl.compare(older, newer)


def _moved(warehouse: Warehouse, older: str, newer: str, datasets: tuple[str, ...]) -> tuple[Effect, ...]:
    def made() -> tuple[Effect, ...]:
        with opened(etl.version_file(older)) as before, opened(etl.version_file(newer)) as after:
            return effects(before, after, datasets)

    return warehouse.remember(("moved", older, newer, datasets), made)


def _confirm(version: str, published: str, name: str) -> None:
    with st.spinner("正在比较……"), machine_told():
        tables = _compared(published, version)
    st.html(
        f'<p class="finding">{escape_html(rollback_words(name, tables))}</p>' + (summary_html(tables) if tables else "")
    )
    if st.button("确认退回", type="primary", key="rollback-confirm"):
        with machine_told():
            etl.rollback(version)
            recorded_as(Did.WENT_BACK, version)
            say_later(f"已退回到{name}的一版。要撤销，再退回到原来的一版。")
            st.rerun()


def rollback_words(name: str, tables: Sequence["etl.TableChange"]) -> str:
    """What going back to a version comes to, in words."""
    if not tables:
        return f"{name}的一版与现用的一版数据相同：退回以后，页面上的数字不变。"
    return (
        f"现用数据将改为{name}的一版：{sentence(tables)}。现在的一版仍然保留，再退回一次就能回来。"
        "收到的表格不动：下次发布会重新装载全部表格。"
    )
