"""版本: every kept version with its forms; one looked at, two compared, and the way back to an earlier one."""

from collections.abc import Sequence

import streamlit as st

import etl
from dashboard.figures.areas import area_name, default_area
from dashboard.figures.reporting import forms
from dashboard.figures.selection import Selection, latest_period
from dashboard.figures.warehouse import Warehouse, WarehouseUnavailable, opened
from dashboard.filing.changing import counts, figures_shown, rows_html, sentence, summary_html
from dashboard.filing.effects import Effect, effects
from dashboard.filing.words import clock, machine_told, note, say_later
from dashboard.look.blocks import Card, Footer, empty_state, headline_cards, reading_block
from dashboard.look.blocks.words import foot_html, heading_html
from dashboard.look.controls import choose
from dashboard.look.formats import ORIGIN_LABELS, period_label
from dashboard.look.tables import Column, Table, html_table
from dashboard.panels import card
from dashboard.panels.overview import headline

SOURCE = Footer("版本文件自带的装载记录")
LISTED_FORMS = 4


def versions(warehouse: Warehouse) -> None:
    """The list of versions, and below it one of them beside the one in use."""
    kept = etl.history()
    notes = {one.version: one for one in etl.proposals() if one.version}
    if not kept:
        empty_state("还没有版本", "第一次发布以后，每个版本都列在这里。")
        return
    labels = forms(warehouse)
    rows = tuple(
        (
            clock(version.built_at, to_second=True),
            "现用" if version.is_published else "",
            notes[version.version].note if version.version in notes else "",
            _what_came(version, labels),
            version.version,
        )
        for version in kept
    )
    columns = tuple(map(Column, ("时间", "状态", "说明", "装载的报表", "版本")))
    reading_block("versions", f"保留着 {len(kept)} 个版本", "最新的在前；较早的自动清理", Table(columns, rows), SOURCE)
    _one(warehouse, kept, labels)


def _what_came(version: "etl.Version", labels: dict[str, str]) -> str:
    """How many forms are in use by origin, and those that people sent, by name."""
    used = [load for load in version.loads if load.rows_used]
    sent = list(dict.fromkeys(labels.get(load.dataset, load.dataset) for load in used if load.origin == "reported"))
    by_origin = {
        label: len({load.dataset for load in used if load.origin == origin}) for origin, label in ORIGIN_LABELS.items()
    }
    told = "，".join(f"{label} {count} 张" for label, count in by_origin.items() if count)
    more = f"等 {len(sent)} 张" if len(sent) > LISTED_FORMS else ""
    return f"{told}：{'、'.join(sent[:LISTED_FORMS])}{more}" if sent else told


@st.fragment
def _one(warehouse: Warehouse, kept: Sequence["etl.Version"], labels: dict[str, str]) -> None:
    """A version chosen to be looked at, what differs from the other chosen one, and the button back to it."""
    names = {
        version.version: f"{clock(version.built_at, to_second=True)}{'（现用）' if version.is_published else ''}"
        for version in kept
    }
    published = next((version.version for version in kept if version.is_published), kept[0].version)
    with st.container(key="desk-version", border=True, gap="small"):
        st.html(heading_html("看一个版本，与另一个比", "列出两个版本之间每张表的变化和随之变动的数字"))
        with st.container(key="filter-versions", horizontal=True, vertical_alignment="bottom", gap="small"):
            earlier = next((version for version in names if version != published), published)
            shown = choose("看哪一版", "version", names, earlier)
            other = choose("与哪一版比", "against", names, published)
            if shown != published and st.button("退回到这一版", key="rollback"):
                st.dialog("退回到这一版", width="large")(_confirm)(shown, published, names[shown])
        version = next(one for one in kept if one.version == shown)
        _loads(version, labels)
        _headline(warehouse, shown)
        if shown != other:
            _difference(warehouse, kept, shown, other, names)
        else:
            note("两边是同一版。")
        st.html(foot_html(SOURCE))


def _loads(version: "etl.Version", labels: dict[str, str]) -> None:
    """The sheets that the version is made of, opened at a click."""
    box = st.expander(f"装载了 {len(version.loads)} 张表", on_change="rerun", key="version-loads")
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
            labels.get(load.dataset, "区域图形"),
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


def _difference(
    warehouse: Warehouse, kept: Sequence["etl.Version"], shown: str, other: str, names: dict[str, str]
) -> None:
    """What became of the rows of the older one of two versions in the newer, and the figures that moved."""
    older, newer = sorted((shown, other))
    with st.spinner("正在比较两个版本……"):
        tables = _compared(older, newer)
        st.html(heading_html(f"从 {names[older]} 到 {names[newer]}：{sentence(tables)}", ""))
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
    with st.spinner("正在比较……"):
        tables = _compared(published, version)
    st.html(
        f'<p class="finding">现用数据将改为 {name} 的一版：{sentence(tables)}。现在的一版仍然保留，再退回一次就能回来。'
        "收到的表格不动：下次发布会重新装载全部表格。</p>" + summary_html(tables)
    )
    if st.button("确认退回", type="primary", key="rollback-confirm"):
        with machine_told():
            done = etl.rollback(version)
            say_later(f"已退回，现用版本 {done.version}。要撤销，再退回到原来的一版。")
            st.rerun()
