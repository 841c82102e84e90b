"""Closes the meeting as it stands, after saying what that means and what has changed since the last edition."""

import streamlit as st

from dashboard.meeting.slides.corrections import CORRECTION_COLUMNS
from dashboard.render.web.desk.laid_out import Desk
from dashboard.render.web.taking import recorded_as
from dashboard.store.audit import Did
from dashboard.store.files import now_in_beijing
from dashboard.store.frozen import corrections, freeze
from dashboard.views.table import Table, html_table

CORRECTIONS_SHOWN = 30


def close_button(one: Desk) -> None:
    """The button that closes the meeting, or makes a corrected edition of a closed one."""
    label = "另存更正版" if one.closed else "定稿"
    if st.button(label, key="meeting-close"):
        st.dialog(label, width="large")(_confirm)(one)


def _confirm(one: Desk) -> None:
    """Say what closing means, and what has changed since the last edition; close on a second click."""
    with st.spinner("正在核对……"):
        order = one.latest()
        changes = corrections(one.closed.order, order) if one.closed else ()
    if one.closed:
        if not changes:
            st.html('<p class="finding">最新数据与定稿没有不同，不需要更正。</p>')
            return
        rows = tuple((each.page, each.what, each.before, each.after) for each in changes[:CORRECTIONS_SHOWN])
        rest = len(changes) - len(rows)
        st.html(
            f'<p class="finding">与第{one.closed.edition}版相比有{len(changes)}处不同。存为第{one.closed.edition + 1}'
            f"版后，首页之后先列出这些更正；第{one.closed.edition}版仍然保留。</p>"
            + f'<div class="reading">{html_table(Table(CORRECTION_COLUMNS, rows))}</div>'
            + (f'<p class="note">另有{rest}处，见更正版的“更正”页和工作簿。</p>' if rest else "")
        )
    else:
        st.html(
            f'<p class="finding">定稿把这次会议的{len(order.slides)}页、全部事项和补充说明，连同所用的数据版本存成一个文件。'
            "以后载入的数据不再改变它；要改，只能另存更正版，并写明改了什么。</p>"
        )
    if st.button("确认定稿", type="primary", key="meeting-confirm"):
        freeze(one.folder, order, now_in_beijing())
        recorded_as(Did.CLOSED, f"{order.meeting_id} {order.area_code} {order.stage}")
        st.rerun()
