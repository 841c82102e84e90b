"""Turns what the meeting decided, and what it is asked to decide, into its last page."""

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import case_drills, matter_drills
from dashboard.meeting.matters import nothing_decided
from dashboard.meeting.requests import ASKED, CASES, ONE_BY_ONE, requests
from dashboard.meeting.slide import Late, Request, Slide, state_cell
from dashboard.text.formats import period_label, period_short
from dashboard.views.joint_meeting.matters import listed, placed
from dashboard.views.joint_meeting.states import main_state
from dashboard.views.overview.attention import foremost_lines
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import origins_in

CLOSING_COLUMNS = tuple(map(Column, ("类别", "事项", "责任单位", "依据")))
OWN = "本次议定"


def closing_slides(given: Context) -> tuple[Slide, ...]:
    """What the meeting decided and what it is asked to decide, each with the reason that the data give."""
    found = placed(listed(given.warehouse, given.area_code, given.between))
    own = [one for one in found if one.meeting_id == given.meeting.meeting_id]
    asked = requests(given)
    cases = [line for line, _ in foremost_lines(given.warehouse, given.selection, without=ONE_BY_ONE)]
    shown = [one for one in found if one in own or main_state(one) in ASKED]
    rows = [(OWN, one.title, one.responsible_unit, f"{one.original_due_on.isoformat()} 前办结") for one in own]
    rows += [(state_cell(one.kind), one.shown, one.unit, _reasons(one)) for one in asked]
    said = [f"提请会议议定 {len(asked)} 项" if asked else "按现有数据没有需要提请议定的事项"]
    said += [f"本次会议已登记议定 {len(own)} 项"] if own else []
    slide = Slide(
        key="closing",
        title="；".join(said),
        subtitle="受阻提请协调，超期重定时限，未动督促" + ("；其余按规则列出" if cases else ""),
        remarks=() if own else (f"{nothing_decided(given)}。",),
        table=Table(CLOSING_COLUMNS, tuple(rows)),
        row_keys=(*(one.decision_id for one in own), *(one.key for one in asked)),
        drills=(*matter_drills(given, shown), *case_drills(given, without=ONE_BY_ONE)),
        footer=Footer(
            "议定事项、事项进展及各表",
            as_of=_as_of(given, has_cases=bool(cases)),
            definition="本次议定是本次会议登记的事项；提请议定的是受阻、超期、未动的事项，以及按规则需要关注的事项。",
            origins=origins_in([*(one.origin for one in found), *("demo" for one in cases if one.is_demo)]),
        ),
    )
    return (slide,)


def _reasons(one: Request) -> str:
    """Why a matter is asked about, or how a case stands and since when."""
    text = ("，" if one.kind == CASES else "；").join(one.reasons)
    return Late(text) if one.is_late_first else text


def _as_of(given: Context, *, has_cases: bool) -> str:
    """The day of the matters, and the period of the other rows where there are any."""
    day = period_label(given.between.day.isoformat())
    # One line of the screen has room for no more.
    is_later = has_cases and given.warehouse.cut_off is None
    return f"{day}，其余{period_short(given.quarter)}末" if is_later else day


SLIDE = SlideKind(
    name="closing",
    place=100,
    title="提请议定",
    section="提请议定",
    layouts=("table",),
    make=closing_slides,
)
