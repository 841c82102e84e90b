"""更正记录: cells of received files that are put right without touching the file; each is previewed before it counts."""

from datetime import datetime
from functools import partial

import streamlit as st

import etl
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import empty_state, reading_block, source_line
from dashboard.render.web.blocks.words import heading_html
from dashboard.render.web.filing.proposal import SHOWN
from dashboard.render.web.filing.words import clock, machine_told, note, say_later
from dashboard.tables.reporting import forms
from dashboard.views.table import Column, Footer, Table

REAL = ("reported", "published")
HEADERS = ("序号", "文件", "工作表", "单元格", "原值", "改为", "原因", "时间", "状态")
SOURCE = Footer("更正记录（corrections.csv）", note="原文件不动，读取时按更正记录改读")
WAITING = ("running", "held", "ready", "approval", "failed", "cancelled")
# What is typed for a correction.
BOXES = ("cell", "was", "value", "why")


def corrections(warehouse: Warehouse) -> None:
    """What was corrected, the way to undo it, and a line to add another; both lead to what would change."""
    kept = etl.corrections()
    waiting = {one.correction for one in etl.proposals() if one.correction and one.state in WAITING}
    if kept:
        rows = tuple(
            (
                *(str(number), _file_name(one.file), one.sheet, one.cell, one.was, one.value, one.why),
                clock(datetime.fromisoformat(one.when)),
                ("已撤销" if one.undone else "有效") + ("，待发布" if number in waiting else ""),
            )
            for number, one in enumerate(kept, start=1)
        )
        reading_block(
            "corrections", f"{len(kept)}处更正", "最早的在前", Table(tuple(map(Column, HEADERS)), rows), SOURCE
        )
        valid = {
            number: f"第{number}条：{_file_name(one.file)} {one.sheet} {one.cell}"
            for number, one in enumerate(kept, start=1)
            if not one.undone
        }
        if valid:
            _undo(valid)
    else:
        empty_state(
            "没有更正记录", "收到的表格都按原样读取。", "只有一两格要改、又不便让单位重报时，在下面记一条更正。"
        )
    _add(warehouse)
    source_line(SOURCE)


def _file_name(file: str) -> str:
    """The name of a received file without its folder, which is the same for all."""
    return file.rpartition("/")[2]


def _undo(valid: dict[int, str]) -> None:
    """Choose one of the corrections in force, number → what it is called, and undo it."""
    with st.container(key="undo-line", horizontal=True, vertical_alignment="bottom", gap="small"):
        number = st.selectbox("撤销哪一条", list(valid), key="undo-number", format_func=valid.__getitem__)
        st.button("撤销，先看会改变什么", key="undo", on_click=partial(_undone, number))


def _undone(number: int) -> None:
    with machine_told(is_click=True):
        try:
            _show(etl.start_undoing(number))
        except ValueError as refused:
            say_later(str(refused), is_done=False)


def _show(proposal_id: str) -> None:
    """Go to what comes of it, as for files that were sent."""
    st.query_params["part"] = "send"
    st.query_params[SHOWN] = proposal_id


def _add(warehouse: Warehouse) -> None:
    """File, cell, what stands there, what it should be, and why."""
    received = _received()
    with st.container(key="desk-correct", border=True, gap="small"):
        st.html(
            heading_html("记一条更正", "原值要与文件中的一致，文件换了以后不会误改；记下以后先看会改变什么，再发布")
        )
        if not received:
            note("还没有收到任何表格，没有可以更正的。")
            return
        places = [_place_name(warehouse, load) for load in received]
        place = st.selectbox("文件", range(len(places)), format_func=places.__getitem__, key="correct-file")
        with st.container(horizontal=True, gap="small"):
            st.text_input("单元格", key="correct-cell", placeholder="如 C7", max_chars=10)
            st.text_input("原值", key="correct-was", max_chars=200)
            st.text_input("改为", key="correct-value", max_chars=200)
        st.text_input("原因", key="correct-why", placeholder="如：填报单位来电更正，少写一个零", max_chars=200)
        given = received[place]
        st.button(
            "记下，先看会改变什么", type="primary", key="correct-add", on_click=partial(_added, given.file, given.sheet)
        )


def _place_name(warehouse: Warehouse, load: "etl.Load") -> str:
    """`企业季报：企业季报.xlsx 工作表“一季度”`."""
    label = forms(warehouse).get(load.dataset, "区域图形")
    return f"{label}：{_file_name(load.file)}" + (f" 工作表“{load.sheet}”" if load.sheet else "")


def _received() -> list["etl.Load"]:
    """The sheets in use, but for what is made up for demonstration; what people sent comes first."""
    published = next((version for version in etl.history() if version.is_published), None)
    used = [load for load in published.loads if load.rows_used and load.origin in REAL] if published else []
    return sorted(used, key=lambda load: REAL.index(load.origin))


def _added(file: str, sheet: str) -> None:
    """Keep what stands in the boxes as a correction and show its effect; where it is none, they stay and it is said why."""
    cell, was, value, why = (st.session_state[f"correct-{name}"].strip() for name in BOXES)
    if not (cell and why):
        say_later("请写明单元格和原因。", is_done=False)
        return
    with machine_told(is_click=True):
        try:
            proposal_id = etl.start_correction(file, sheet, cell.upper(), was, value, why)
        except ValueError as refused:
            say_later(str(refused), is_done=False)
            return
        for name in BOXES:
            st.session_state[f"correct-{name}"] = ""
        _show(proposal_id)
