"""Draws the matters that need attention: the boxes, the table, what lies behind a row, the 督办单; all in the address."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard.metrics.attention import LISTED
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse, WarehouseUnavailable
from dashboard.render.documents import WORD
from dashboard.render.docx import to_notice
from dashboard.render.web.blocks import attention_list, contained, empty_state, finding_text, table_block
from dashboard.render.web.controls import choose
from dashboard.render.web.taking import take_away
from dashboard.text.joined import Measured
from dashboard.views.attention.compared import Compared, Time, compared, earlier_times, matters_at, times
from dashboard.views.attention.items import items
from dashboard.views.attention.listed import (
    Chosen,
    items_table,
    kinds_offered,
    let_through,
    matters_listed,
    matters_table,
    standings_offered,
    units_offered,
)
from dashboard.views.attention.matters import Matter, matters
from dashboard.views.attention.notice import notice
from dashboard.views.leads import LISTS
from dashboard.views.links import address
from dashboard.views.overview.attention import ORDER, attention_items
from dashboard.views.overview.rules import rules_in_words
from dashboard.views.table import Footer

# In the address: the time, the earlier one, what the boxes let through, and the matter that is opened.
AT, AGAINST, KIND, UNIT, STANDING, MATTER = "at", "against", "kind", "unit", "standing", "matter"
NOTHING, NO_TIME = "none", "不对照"
PAGE = "attention"
NOT_READABLE = "对照的数据版本已清理，或由另一版软件生成，不能对照；下面只列当前的事项。"


def show_attention(warehouse: Warehouse, selection: Selection) -> None:
    """The most urgent matters under their number, which leads to the page of all of them."""
    title, lines = attention_items(warehouse, selection)
    whole = address(warehouse, PAGE, selection.to_query()) if lines else ""
    note = rules_in_words(warehouse) + (ORDER if len(lines) == LISTED else "")
    attention_list(lines, title, note, link=whole)


@contained()
def show_matters(warehouse: Warehouse, selection: Selection) -> None:
    """All matters of the selection, against an earlier time where one is chosen."""
    nows, thens = times(warehouse, selection), earlier_times(warehouse, selection)
    boxes = st.container(horizontal=True, vertical_alignment="bottom", key="matter-boxes")
    with boxes:
        at = choose("截至", AT, {code: one.label for code, one in nows.items()})
        against = choose("对照", AGAINST, {NOTHING: NO_TIME} | {code: one.label for code, one in thens.items()})
    seen = nows[at].seen() or (warehouse, selection)
    then = _then(thens.get(against))
    found = compared(matters(*seen), then)
    if not found:
        empty_state("需要关注的事项", attention_items(*seen)[0], "在上方换一个区域或时期。")
        return
    compared_with = thens[against].label if then is not None else ""
    with boxes:
        chosen = _chosen(found, has_standing=bool(compared_with))
    _listed(*seen, let_through(found, chosen), chosen, compared_with)


def _then(time: Time | None) -> tuple[Matter, ...] | None:
    """The matters of the earlier time; None where none is chosen, or it cannot be read, which is said."""
    if time is None:
        return None
    try:
        found = matters_at(time)
    except WarehouseUnavailable:
        found = None
    if found is None:
        finding_text(NOT_READABLE)
    return found


def _chosen(found: tuple[Compared, ...], *, has_standing: bool) -> Chosen:
    return Chosen(
        kind=choose("类型", KIND, kinds_offered(found)),
        unit=choose("责任单位", UNIT, units_offered(found)),
        standing=choose("变化", STANDING, standings_offered(found)) if has_standing else "",
    )


def _listed(
    warehouse: Warehouse, selection: Selection, shown: tuple[Compared, ...], chosen: Chosen, against: str
) -> None:
    """The table of what the boxes let through, the 督办单 of the unit, and what lies behind the row chosen."""
    if not shown:
        empty_state("需要关注的事项", "所选的类型、单位和变化下没有事项。", "换一个类型或单位，或选“全部”。")
        return
    narrowed = (chosen.kind, chosen.unit, chosen.standing)
    listed = matters_listed(warehouse, selection, shown, against, *narrowed)
    codes = [one.matter.key for one in shown]
    told = st.query_params.get(MATTER, "")
    place = codes.index(told) if told in codes else None
    if told and place is None:
        # A matter that is solved, or that the boxes leave out, is not opened.
        st.query_params.pop(MATTER, None)
    # Other rows make another table, which does not keep the number of the row that was chosen in the one before.
    key = "-".join(("matters", *filter(None, (*narrowed, against))))
    # On a phone the table is folded: there the first of them stand above it.
    with st.container(key="matters-first"):
        foremost = [one.matter.lasting_line for one in shown[:LISTED]]
        attention_list(foremost, f"先列{len(foremost)}件" if len(shown) > LISTED else "")
    whole = partial(matters_table, shown, has_standing=bool(against), has_area=True)
    table_block(key, *listed, on_choose=partial(_to_matter, codes), chosen_row=place, whole=whole)
    _notice(warehouse, selection, chosen.unit)
    if place is None:
        finding_text("选中一行，下面逐件列出；选定责任单位，可以下载督办单。")
    else:
        _behind(warehouse, selection, shown[place].matter, listed[-1])


def _to_matter(codes: Sequence[str], row: int | None) -> None:
    """Write the matter of a chosen row into the address; one that is let go leaves it."""
    if row is None:
        st.query_params.pop(MATTER, None)
    else:
        st.query_params[MATTER] = codes[row]


@contained()
def _behind(warehouse: Warehouse, selection: Selection, matter: Matter, footer: Footer) -> None:
    """The single things of a matter, and the way to the page that shows more."""
    told = (matter.line.what, Measured(matter.kind, "、".join(matter.units), matter.asked))
    table_block("matter", *told, items_table(items(warehouse, matter)), footer)
    there = replace(selection, area_code=matter.case.area.area_code).to_query() | LISTS.get(matter.case.rule.metric, {})
    st.page_link(f"pages/{matter.case.rule.page}.py", label=f"到{matter.case.area.name}的页面查看", query_params=there)


def _notice(warehouse: Warehouse, selection: Selection, unit: str) -> None:
    """The button that writes the 督办单 of the chosen unit; none where it has nothing now."""
    told = notice(warehouse, selection, matters(warehouse, selection), unit)
    if told.items:
        take_away(
            f"下载督办单（{unit}，{len(told.items)}件）",
            data=partial(to_notice, told),
            file_name=f"{'演示数据_' if told.is_demo else ''}督办单_{unit}_{told.day}.docx",
            mime=WORD,
            key="notice",
            on_click="ignore",
        )
