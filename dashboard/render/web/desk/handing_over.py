"""Hands the meeting over as documents that are made when they are asked for."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.meeting.slide import RunningOrder
from dashboard.meeting.stage import Stage
from dashboard.render.documents import DOCUMENTS, Document, document_name
from dashboard.render.unavailable import DocumentUnavailable
from dashboard.render.web.desk.laid_out import Desk
from dashboard.render.web.taking import take_away
from dashboard.text.formats import escape_html

# What is written of a meeting that was held.
AFTER_ONLY = frozenset({"docx"})
# In the session: what was made of which order.
MADE = "meeting-made"
DownloadData = bytes | Callable[[], bytes]


def papers(one: Desk, *, is_closed: bool) -> None:
    """The documents, each written when it is asked for."""
    box = st.popover("会议材料", on_change="rerun", key="meeting-papers")
    if not box.open:
        return
    order = one.order(is_closed=is_closed)
    with box:
        for kind, document in DOCUMENTS.items():
            if kind in AFTER_ONLY and order.stage == Stage.BEFORE:
                continue
            lacking = document.lacking()
            if document.is_slow and not lacking:
                _made_first(kind, document, order)
            else:
                _download(kind, document, order, partial(document.write, order), lacking=lacking)


def _download(kind: str, document: Document, order: RunningOrder, data: DownloadData, *, lacking: str = "") -> None:
    take_away(
        f"{document.label}（{document.suffix}）",
        data=b"" if lacking else data,
        file_name=document_name(order, document),
        mime=document.media_type,
        key=f"paper-{kind}",
        on_click="ignore",
        disabled=bool(lacking),
        width="stretch",
    )
    _note(*((lacking,) if lacking else (document.note, document.caution())))


def _note(*texts: str) -> None:
    """What is said under the button of a document."""
    for text in filter(None, texts):
        st.html(f'<p class="note">{escape_html(text)}</p>')


def _made_first(kind: str, document: Document, order: RunningOrder) -> None:
    """A document that takes a while is made at one click, in sight, and taken away at the next."""
    made = st.session_state.get(MADE, {})
    if kind in made and made[kind][0] == order:
        _download(kind, document, order, made[kind][1])
        return
    if st.button(f"生成{document.label}（{document.suffix}）", key=f"make-{kind}", width="stretch"):
        try:
            with st.spinner(f"正在生成{document.label}，可能需要半分钟……"):
                st.session_state[MADE] = {**made, kind: (order, document.write(order))}
        except DocumentUnavailable as error:
            st.warning(error.message)
        else:
            st.rerun(scope="fragment")
    _note(document.note, document.caution())
