"""区域档案: one area or one named enterprise, where it stands among its kind, and all that is known of it."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.beside import in_pairs
from dashboard.render.web.blocks import contained, finding_text
from dashboard.render.web.head import page_head
from dashboard.render.web.matters import show_attention
from dashboard.render.web.profile import asked_for, head, recent_events, settle_address, standings_block
from dashboard.render.web.sections import Section, sections
from dashboard.render.web.show import listed, show, show_rows
from dashboard.tables.named_enterprises import EnterpriseRow
from dashboard.views.overview.targets import has_targets, targets_view
from dashboard.views.profile import lists, themes
from dashboard.views.profile.enterprise import course_table
from dashboard.views.profile.facts import facts_of, facts_table
from dashboard.views.profile.history import recent
from dashboard.views.profile.parts import inside
from dashboard.views.profile.standing import among_its_kind, standings_view
from dashboard.views.profile.subject import selected

warehouse = current()
settle_address(warehouse)
chosen, index = page_head(warehouse, "区域档案")
shown = asked_for(warehouse, chosen)
selection = selected(shown, chosen)


@contained()
def standings() -> None:
    """The main figures and their places, beside what needs somebody and what happened last."""
    left, right = st.columns([7, 6])
    with left, contained():
        standings_block(standings_view(warehouse, shown.area, selection), selection)
    with right:
        with contained():
            show_attention(warehouse, selection)
        with contained():
            recent_events(recent(warehouse, selection), "最近的事")


@contained()
def theme(group: themes.Group) -> None:
    """All metrics of a group that have a figure, the words of the others, and its lists where they have rows."""
    with among_its_kind(warehouse, shown.area):
        in_pairs(themes.plots(warehouse, group, shown.area, selection), 1)
        finding_text(themes.silent(warehouse, group, selection))
    for key, make in lists.OF_THEMES.get(group.key, {}).items():
        show_rows(key, partial(make, warehouse, selection), is_read=True)


def themed(group: themes.Group) -> Section:
    """The section of a group of themes."""
    why = themes.missing(warehouse, group, selection.area_code)
    return Section(group.key, group.title, group.tells, partial(theme, group), why)


def rows(key: str, make: lists.ListOf, empty: tuple[str, str]) -> Callable[[], None]:
    """What draws a list of the area, or says why it is empty."""
    return listed(key, partial(make, warehouse, selection), empty, is_read=True)


def facts() -> None:
    """What public documents print of it."""
    show_rows("facts", partial(facts_table, warehouse, shown), is_read=True)


def of_an_area() -> None:
    """The first screen of an area and its sections."""
    standings()
    targets = partial(show, partial(targets_view, warehouse, selection))
    no_targets = "" if has_targets(warehouse, selection) else "没有为所选区域定本年的目标。"
    no_facts = "" if facts_of(warehouse, shown) else "公开文件没有写到所选区域的数字。"
    no_parts = "" if inside(warehouse, selection.area_code) else "没有下一级区域。"
    sections(
        index,
        Section("parts", "下辖区域", "逐个列出主要指标", rows("parts", lists.PARTS, ("", "")), no_parts),
        Section("targets", "年度目标", "完成多少、快慢如何", targets, no_targets),
        *map(themed, themes.GROUPS),
        Section("facts", "公开文件", "文件怎么说，照原文", facts, no_facts),
        Section("history", "大事记", "有日期可查的事", rows("history", lists.HISTORY, lists.NO_HISTORY)),
        Section("gaps", "未报数据", "缺哪些指标，为什么", rows("gaps", lists.GAPS, lists.NO_GAPS)),
    )


def of_an_enterprise(row: EnterpriseRow) -> None:
    """What one enterprise reported, as far as it is public, and what was printed of it."""
    listed("course", partial(course_table, warehouse, row, selection), lists.NO_COURSE, is_read=True)()
    facts()


head(warehouse, shown, selection)
if shown.enterprise:
    of_an_enterprise(shown.enterprise)
else:
    of_an_area()
