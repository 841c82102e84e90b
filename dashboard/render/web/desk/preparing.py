"""Lets a presenter tick, order and remark the pages; every change is kept at once and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.meeting.annexed import Annexed
from dashboard.meeting.kinds import listed_under
from dashboard.meeting.pace import minutes
from dashboard.meeting.slide import RunningOrder
from dashboard.meeting.stage import Stage
from dashboard.render.html.pages import shown_pages
from dashboard.render.web.components import Arranged, Row, arranging
from dashboard.render.web.desk.laid_out import Desk
from dashboard.store.prepared import (
    LONGEST_REMARK,
    NotKept,
    Preparation,
    in_order,
    is_behind,
    keep,
    steps_to_undo,
    undo,
)
from dashboard.text.formats import escape_html

Place = tuple[Path, str, str, Stage]
NONE: frozenset[str] = frozenset()
# In the session: why a change was not kept.
HINT = "补充说明在放映和材料里都会显示。前面各页不勾的，演示文稿和网页里也没有；附录各页勾上就一起放映；会议纪要、工作汇报和工作簿的事项表按全部数据写。"
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
        st.html(f'<p class="note">{escape_html(length_words(one.latest()))}</p>')
        appendix = frozenset(slide.key for slide in one.made().slides if slide.is_appendix)
        rows = [
            Row(
                slide.key,
                listed_under(slide),
                slide.title,
                is_on=slide.key not in one.preparation.left_out and not is_behind(slide, one.preparation),
                remark=one.preparation.remarks.get(slide.key, ""),
                is_fixed=place == 0,
            )
            for place, slide in enumerate(slides)
        ]
        key = f"arrange-{one.meeting_id}-{one.area_code}-{one.stage}"
        arranging(key, rows, LONGEST_REMARK, partial(_rearranged, one.place, appendix))
        # What the reader saw, by which a change made elsewhere is noticed.
        st.session_state[_seen(one.place)] = one.preparation
        annexed_list(one)
        with st.container(horizontal=True, gap="small"):
            st.button(
                "撤销上一步",
                key="prepare-undo",
                disabled=not steps_to_undo(*one.place),
                on_click=partial(_undo, one.place),
            )
            st.button(
                "汇报版",
                key="prepare-short",
                help="只放前面各页，附录收在后面",
                on_click=partial(_keep, one.place, lambda seen: replace(seen, left_out=NONE, brought_in=NONE)),
            )
            st.button(
                "完整版",
                key="prepare-whole",
                help="附录各页也一起放",
                on_click=partial(_keep, one.place, lambda seen: replace(seen, left_out=NONE, brought_in=appendix)),
            )
            st.button(
                "恢复原样",
                key="prepare-reset",
                disabled=one.preparation.is_plain,
                on_click=partial(
                    _keep, one.place, lambda seen: Preparation(revision=seen.revision, annexed=seen.annexed)
                ),
            )


def annexed_list(one: Desk) -> None:
    """What was put into the meeting from other pages, each with a button that removes it."""
    for place, annexed in enumerate(one.preparation.annexed):
        names = [slide for slide in one.made().slides if slide.key == annexed.key]
        title = names[0].title if names else "这一页在现有数据中已没有内容"
        with st.container(key=f"annexed-{place}", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f'<p class="note">放入的页：{escape_html(title)}</p>')
            st.button(
                "移除", key=f"annexed-remove-{place}", on_click=partial(_remove, one.place, annexed), type="tertiary"
            )


def length_words(order: RunningOrder) -> str:
    """How many pages are shown, how long that takes, and how many stand behind."""
    pages = shown_pages(order)
    shown = [page for page in pages if not page.is_appendix]
    behind = len(pages) - len(shown)
    told = f"放映{len(shown)}页，约{minutes(shown)}分钟"
    return f"{told}；附录{behind}页，放映时不出现，按页号和回车打开。" if behind else f"{told}。"


def _seen(place: Place) -> str:
    return f"prepared-{place[1]}-{place[2]}-{place[3]}"


def _rearranged(place: Place, appendix: frozenset[str], told: Arranged) -> None:
    def changed(seen: Preparation) -> Preparation:
        return replace(
            seen,
            order=told.order,
            left_out=told.off - appendix,
            brought_in=appendix - told.off,
            remarks=told.remarks,
        )

    _keep(place, changed)


def _remove(place: Place, annexed: Annexed) -> None:
    _keep(place, lambda seen: replace(seen, annexed=tuple(one for one in seen.annexed if one != annexed)))


def _undo(place: Place) -> None:
    undo(*place)


def _keep(place: Place, change: Callable[[Preparation], Preparation]) -> None:
    """Keep what the change makes of the preparation that the reader saw, or say why it was not kept."""
    try:
        kept = keep(*place[:3], change(st.session_state[_seen(place)]), place[3])
    except NotKept as error:
        st.session_state[NOTICE] = str(error)
    else:
        st.session_state[_seen(place)] = kept
