"""Turns what the meeting is asked to decide into one page: the matter, what blocks it, what might be done, who, until when."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import case_drills, case_key, matter_drills
from dashboard.meeting.matters import given_matters
from dashboard.meeting.requests import ASKED, ASKS, CASES, NOTHING_ASKED, ONE_BY_ONE, PROPOSED, proposal, requests
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Late, Request
from dashboard.render.paging import pages_of
from dashboard.tables.matters import Standing
from dashboard.views.joint_meeting.matters import placed
from dashboard.views.joint_meeting.states import main_state
from dashboard.views.overview.attention import foremost_lines
from dashboard.views.overview.cases import Attention
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import origins_in

ASK_COLUMNS = tuple(map(Column, ("提请事项", "卡在哪里", "建议", "责任单位", "时限")))
# Behind what blocks a matter, where any unit has written what might be done.
OPTIONS, OPTIONS_PLACE = Column("备选方案"), 2
NEXT_MEETING = "下次会议前"
NO_OPTIONS = "未填报"


def asks_slides(given: Context) -> tuple[Slide, ...]:
    """One page before the meeting, as many as its matters take; after it nothing is asked any more.

    Matters are asked about one by one; cases of grids and reports fill the last page and stand behind in full.
    """
    if not given.is_before:
        return ()
    asked = requests(given)
    least = max(1, sum(one.kind != CASES for one in asked))
    needed = _asks_slide(given, asked, least)
    most = len(pages_of(needed))
    fuller = (_asks_slide(given, asked, count) for count in range(len(asked), least, -1))
    return (next((one for one in fuller if len(pages_of(one)) <= most), needed),)


def pages_asked(given: Context) -> int:
    """How many pages what is asked takes; none after the meeting."""
    return sum(len(pages_of(one)) for one in asks_slides(given))


def _asks_slide(given: Context, asked: Sequence[Request], count: int) -> Slide:
    """What is asked, with the first `count` of it in rows."""
    matters = {one.decision_id: one for one in placed(given_matters(given))}
    shown, left = asked[:count], len(asked[count:])
    lines = {
        case_key(case): line for line, case in foremost_lines(given.warehouse, given.selection, without=ONE_BY_ONE)
    }
    rows = tuple(
        _of_matter(one, matters[one.key]) if one.key in matters else _of_case(one, lines[one.key]) for one in shown
    )
    options = tuple(matters[one.key].options or NO_OPTIONS if one.key in matters else "—" for one in shown)
    cases = sum(one.kind == CASES for one in asked)
    of_those = f"：事项{len(asked) - cases}项，网格与报表{cases}项" if cases and cases < len(asked) else ""
    return Slide(
        key="asks",
        layout="table",
        subjects=tuple(one.key for one in asked),
        title=f"{ASKS}{len(asked)}项{of_those}" if asked else NOTHING_ASKED,
        subtitle="受阻的研究问题，超期的明确时限，无进展的督促启动，其余限期处理",
        remarks=(f"另有{left}项网格与报表事项列在附录“需要关注”。",) if left else (),
        table=_with_options(rows, options),
        row_keys=tuple(one.key for one in shown),
        drills=(
            *matter_drills(given, [one for key, one in matters.items() if main_state(one) in ASKED]),
            *case_drills(given, without=ONE_BY_ONE),
        ),
        is_appendix=not asked,
        footer=Footer(
            "议定事项、事项进展及各表",
            as_of=given.between.day.isoformat(),
            definition="提请研究的是受阻、超期、无进展的事项，以及按规则需要关注的网格与报表；时限为事项现定期限，已到的由会议重定。",
            origins=origins_in(
                (*(one.origin for one in matters.values()), *("demo" for line in lines.values() if line.is_demo))
            ),
        ),
    )


def _with_options(rows: tuple[tuple[str, ...], ...], options: tuple[str, ...]) -> Table:
    """The rows; with the column of options where any of them has some."""
    if not set(options) - {"—", NO_OPTIONS}:
        return Table(ASK_COLUMNS, rows)
    place = OPTIONS_PLACE
    return Table(
        (*ASK_COLUMNS[:place], OPTIONS, *ASK_COLUMNS[place:]),
        tuple((*row[:place], told, *row[place:]) for row, told in zip(rows, options, strict=True)),
    )


def _reason(asked: Request) -> str:
    reasons = "；".join(asked.reasons)
    return Late(reasons) if asked.is_late_first else reasons


def _of_case(asked: Request, line: Attention) -> tuple[str, ...]:
    return line.what, _reason(asked), PROPOSED, asked.unit, NEXT_MEETING


def _of_matter(asked: Request, matter: Standing) -> tuple[str, ...]:
    is_over = matter.due_on <= matter.day
    due = "由会议重定" if is_over else f"{matter.due_on.isoformat()}前"
    return matter.title, _reason(asked), proposal(matter), asked.unit, due


SLIDE = SlideKind(
    name="asks",
    place=13,
    title="提请研究",
    section="提请研究",
    counted="项",
    layouts=("table",),
    make=asks_slides,
)
