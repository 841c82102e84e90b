"""One proposal from its checking to its publication: progress, findings, what it would change, and what to do."""

from functools import partial

import streamlit as st

import etl
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import contained, reading_block
from dashboard.render.web.blocks.words import heading_html
from dashboard.render.web.components import upload_box
from dashboard.render.web.filing.answering import recheck
from dashboard.render.web.filing.boundaries import boundaries
from dashboard.render.web.filing.changing import changes
from dashboard.render.web.filing.findings import findings
from dashboard.render.web.filing.publishing import publishing
from dashboard.render.web.filing.words import clock, machine_told, overtaken_told, say, subject, to_do
from dashboard.tables.reporting import forms
from dashboard.text.formats import escape_html, escape_markdown
from dashboard.views.table import Column, Footer, Table

SHOWN = "filing"
WATCH_SECONDS = 1.0
CHECKABLE = ("held", "failed", "cancelled")
CORRECTABLE = ("held", "ready", "failed", "cancelled")
WITH_CHANGES = ("ready", "approval")
ACCOUNT = ("文件", "工作表", "认作"), ("有内容的行", "载入", "不计入", "未通过")


def proposal_view(warehouse: Warehouse, proposal_id: str) -> bool:
    """Draw the proposal; False, with a word, where there is none of that id."""
    try:
        proposal = etl.proposal(proposal_id)
    except LookupError:
        say("链接里的这次报送已经不在，可能已被清理。")
        return False
    _head(proposal)
    if proposal.state == "running":
        _watch(proposal_id)
        return True
    with contained():
        _account(warehouse, proposal)
    with contained():
        boundaries(proposal)
    with contained():
        findings(warehouse, proposal)
    if proposal.state in WITH_CHANGES:
        with contained(), overtaken_told():
            changes(warehouse, proposal)
        publishing(proposal)
    if proposal.state in CORRECTABLE and not proposal.correction:
        _send_again(proposal)
    return True


def _head(proposal: "etl.Proposal") -> None:
    """What it is, how it stands, and the ways out of it."""
    kind = "late" if proposal.state in ("held", "failed") else ""
    about = " · ".join(filter(None, (clock(proposal.created_at), proposal.sent_by, subject(proposal))))
    brought = "更正" if proposal.correction else f"{len(proposal.files)}个文件"
    with st.container(key="filing-head", border=True, gap="xsmall"):
        st.html(
            f'<div class="filing-state"><h3>{escape_html(proposal.state.label)}</h3><span class="tag {kind}">{brought}</span>'
            f'<p class="note">{escape_html(about)}</p></div><p class="finding">{to_do(proposal)}</p>'
        )
        with st.container(horizontal=True, gap="small"):
            st.button("← 返回报送", key="filing-back", on_click=_leave)
            if proposal.state in CHECKABLE:
                st.button("重新核对", key="filing-recheck", on_click=partial(_recheck, proposal.proposal_id))
            if proposal.state in (*CORRECTABLE, "approval"):
                st.button("作废", key="filing-discard", on_click=partial(_discard, proposal.proposal_id))


@st.fragment(run_every=WATCH_SECONDS)
def _watch(proposal_id: str) -> None:
    """How far the checking is; the page is drawn anew once it has ended."""
    with overtaken_told():
        if etl.proposal(proposal_id).state != "running":
            st.rerun()
    share, text = etl.proposal_progress(proposal_id)
    with st.container(key="desk-running", border=True, gap="small"):
        # A file's name is in the text, which the bar would take for markup.
        st.progress(min(max(share, 0.0), 1.0), text=escape_markdown(text))
        st.button("取消核对", key="filing-cancel", on_click=partial(_cancel, proposal_id))


def _account(warehouse: Warehouse, proposal: "etl.Proposal") -> None:
    """What every sheet was taken for, and that each of its rows is accounted for."""
    if not proposal.loads:
        return
    labels = forms(warehouse)
    rows = []
    for load in proposal.loads:
        refused = load.rows if load.status == "refused" else 0
        counts = (load.rows_in, load.rows - refused, load.rows_left_out, refused)
        taken_for = labels.get(load.dataset, "认不出" if load.status == "refused" else "")
        rows.append((load.file, load.sheet, taken_for, *counts, load.status.label))
    texts, numbers = ACCOUNT
    columns = (*map(Column, texts), *(Column(name, decimals=0) for name in numbers), Column("结果"))
    known = [load for load in proposal.loads if load.dataset]
    read = sum(load.status != "refused" for load in known)
    reading_block(
        "filing-account",
        f"{len({load.file for load in proposal.loads})}个文件、{len(proposal.loads)}张工作表：认出{len(known)}张，读入{read}张",
        "每一行都有去处：有内容的行 = 载入 + 不计入 + 未通过",
        Table(columns, tuple(rows)),
        Footer(
            "本次报送的文件",
            note="不计入的是合计、说明、重复的表头等，原因写在下面的提示里；一张表有一处错误，整张表都不载入",
        ),
    )


def _send_again(proposal: "etl.Proposal") -> None:
    """A box for the corrected files, which take the place of those of the same name."""
    with st.container(key="desk-again", border=True, gap="small"):
        st.html(
            heading_html(
                "还要改？" if proposal.state == "ready" else "改好了？",
                "把改好的文件放在这里：文件名相同的替换原来的一份，其余照旧，一起重新核对",
            )
        )
        files = upload_box(f"again-{proposal.proposal_id}", "改好的报表")
        if st.button("替换并重新核对", key="filing-again", type="primary", disabled=not files):
            with machine_told():
                st.query_params[SHOWN] = etl.revise_proposal(
                    proposal.proposal_id, [(file.name, file.getvalue()) for file in files]
                )
                st.rerun()


def _leave() -> None:
    st.query_params.pop(SHOWN, None)


def _recheck(proposal_id: str) -> None:
    with machine_told(is_click=True):
        recheck(proposal_id)


def _cancel(proposal_id: str) -> None:
    with machine_told(is_click=True):
        etl.cancel_proposal(proposal_id)


def _discard(proposal_id: str) -> None:
    with machine_told(is_click=True):
        etl.discard_proposal(proposal_id)
        _leave()
