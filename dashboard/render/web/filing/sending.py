"""报送: files dropped on the page → a proposal that is checked in the background; and the list of those before."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

import etl
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import attention_list, empty_state, source_line
from dashboard.render.web.components import upload_box
from dashboard.render.web.filing.proposal import proposal_view
from dashboard.render.web.filing.words import clock, machine_told, note, say_later, subject
from dashboard.render.web.platform import UploadedFile
from dashboard.render.web.taking import signed_in_as
from dashboard.views.overview.cases import Attention
from dashboard.views.table import Footer

# In the address: which proposal is shown. In the session: how often the box was emptied.
SHOWN, EMPTIED = "filing", "filing-emptied"
LISTED = 12


def sending(warehouse: Warehouse) -> None:
    """The box for files and what was sent before, or the one proposal that the address names."""
    chosen = st.query_params.get(SHOWN, "")
    if chosen and proposal_view(warehouse, chosen):
        return
    _box()
    _earlier()
    source_line(Footer("本机收到的文件与核对结果"))


def _box() -> None:
    """Choose files, say for whom, send."""
    with st.container(key="desk-send", border=True, gap="small"):
        files = upload_box(f"files-{st.session_state.get(EMPTIED, 0)}", "要报送的报表")
        with st.container(key="send-line", horizontal=True, vertical_alignment="bottom", gap="small"):
            # Who signed in sends under the name of the account, so that nobody consents to what is their own.
            sent_by = signed_in_as() or st.text_input(
                "报送单位", key="sent-by", max_chars=40, placeholder="如：某某镇网格办（不写姓名）"
            )
            st.button(
                f"核对{len(files)}个文件" if files else "核对",
                type="primary",
                key="send",
                disabled=not files,
                on_click=partial(_send, [(file.name, file) for file in files], sent_by.strip()),
            )
        note("先核对，不会马上发布：下一步列出哪里要改、会改变什么。含有姓名、电话、身份证号、住址的表不接收。")


def _send(files: Sequence[tuple[str, UploadedFile]], sent_by: str) -> None:
    """Hand the files over and show their proposal."""
    with machine_told(is_click=True):
        try:
            proposal_id = etl.start_proposal([(name, file.getvalue()) for name, file in files], sent_by=sent_by)
        except ValueError as refused:
            say_later(str(refused), is_done=False)
            return
        st.session_state[EMPTIED] = st.session_state.get(EMPTIED, 0) + 1
        st.query_params[SHOWN] = proposal_id


def _earlier() -> None:
    """What was sent before, the newest first; a click opens it."""
    proposals = etl.proposals()
    if not proposals:
        empty_state("还没有报送过", "这里会列出每次报送的文件和结果。", "没有空白表的，先到上方“空白表”下载。")
        return
    items = [
        Attention(
            subject(one),
            who=one.sent_by,
            due=clock(one.created_at),
            state=one.state.label,
            note=one.note,
            link=f"filing?{SHOWN}={one.proposal_id}",
        )
        for one in proposals[:LISTED]
    ]
    rest = len(proposals) - len(items)
    attention_list(items, "已报送", f"更早的{rest}次没有列出。" if rest > 0 else "点文件名看结果、接着处理。")
