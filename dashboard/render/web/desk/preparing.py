"""Lets a presenter tick, order and remark the pages; every change is kept at once and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.meeting.kinds import listed_under
from dashboard.render.web.components import Arranged, Row, arranging
from dashboard.render.web.desk.laid_out import Desk
from dashboard.store.prepared import LONGEST_REMARK, NotKept, Preparation, in_order, keep, steps_to_undo, undo

# In the session: why a change was not kept.
HINT = (
    "补充说明在放映和材料里都会显示。不放的页，演示文稿和网页里也没有；会议纪要、工作汇报和工作簿的事项表按全部数据写。"
)
NOTICE = "meeting-notice"


def preparing(one: Desk) -> None:
    """The list of all pages, shut until it is wanted."""
    box = st.expander("准备放映：勾选、换位、写补充说明", on_change="rerun", key="meeting-prepare")
    if not box.open:
        return
    with box:
        if one.closed:
            st.html('<p class="note">本次会议已定稿。在这里改动的是最新数据一稿，另存更正版后才进入定稿。</p>')
        if notice := st.session_state.pop(NOTICE, None):
            st.warning(notice)
        st.html(f'<p class="note">{HINT}</p>')
        slides = in_order(one.made(), one.preparation)
        rows = [
            Row(
                slide.key,
                listed_under(slide),
                slide.title,
                is_on=slide.key not in one.preparation.left_out,
                remark=one.preparation.remarks.get(slide.key, ""),
                is_fixed=place == 0,
            )
            for place, slide in enumerate(slides)
        ]
        key = f"arrange-{one.meeting_id}-{one.area_code}"
        arranging(key, rows, LONGEST_REMARK, partial(_rearranged, one.place))
        # What the reader saw, by which a change made elsewhere is noticed.
        st.session_state[_seen(one.place)] = one.preparation
        with st.container(horizontal=True, gap="small"):
            st.button(
                "撤销上一步",
                key="prepare-undo",
                disabled=not steps_to_undo(*one.place),
                on_click=partial(_undo, one.place),
            )
            st.button(
                "恢复原样",
                key="prepare-reset",
                disabled=one.preparation.is_plain,
                on_click=partial(_keep, one.place, lambda seen: Preparation(revision=seen.revision)),
            )


def _seen(place: tuple[Path, str, str]) -> str:
    return f"prepared-{place[1]}-{place[2]}"


def _rearranged(place: tuple[Path, str, str], told: Arranged) -> None:
    def changed(seen: Preparation) -> Preparation:
        return replace(seen, order=told.order, left_out=told.off, remarks=told.remarks)

    _keep(place, changed)


def _undo(place: tuple[Path, str, str]) -> None:
    undo(*place)


def _keep(place: tuple[Path, str, str], change: Callable[[Preparation], Preparation]) -> None:
    """Keep what the change makes of the preparation that the reader saw, or say why it was not kept."""
    try:
        kept = keep(*place, change(st.session_state[_seen(place)]))
    except NotKept as error:
        st.session_state[NOTICE] = str(error)
    else:
        st.session_state[_seen(place)] = kept
