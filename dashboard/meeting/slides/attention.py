"""Turns what the declared rules point at into a page, the most pressing first."""

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import case_drills, case_key
from dashboard.meeting.requests import ONE_BY_ONE
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import state_cell
from dashboard.metrics.areas import area_name
from dashboard.text.periods import period_label
from dashboard.views.overview.attention import foremost_lines, title_without
from dashboard.views.overview.rules import rules_in_words
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import as_of_words

MATTERS_APART = "议定事项逐项另列。"
ATTENTION_COLUMNS = tuple(map(Column, ("事项", "责任", "截至", "状态")))


def attention_slides(given: Context) -> tuple[Slide, ...]:
    """What the declared rules point at in the quarter, the most pressing first."""
    title = title_without(given.warehouse, given.selection, ONE_BY_ONE)
    found = foremost_lines(given.warehouse, given.selection, without=ONE_BY_ONE)
    rules = rules_in_words(given.warehouse)
    rows = tuple((one.what, one.who, one.due, state_cell(one.state)) for one, _ in found)
    slide = Slide(
        key="attention",
        title=title,
        subtitle=f"{period_label(given.quarter)} · {area_name(given.warehouse, given.area_code)}",
        remarks=() if rows else (rules,),
        table=Table(ATTENTION_COLUMNS, rows),
        row_keys=tuple(case_key(case) for _, case in found),
        drills=case_drills(given, without=ONE_BY_ONE),
        footer=Footer(
            "网格治理、产出、孵化与党建各表",
            as_of=as_of_words(given.warehouse, given.quarter),
            definition=f"{rules}{MATTERS_APART}",
            origins=("demo",) if any(one.is_demo for one, _ in found) else (),
        ),
    )
    return (slide,)


SLIDE = SlideKind(
    name="attention",
    place=90,
    title="需要关注",
    section="需要关注",
    is_appendix=True,
    layouts=("table",),
    make=attention_slides,
)
