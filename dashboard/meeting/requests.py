"""Finds what the meeting is asked to study: each matter in trouble, and each case that the rules point at."""

from dashboard.meeting.context import Context
from dashboard.meeting.drills import case_key
from dashboard.meeting.matters import given_matters
from dashboard.meeting.slide_parts import LATE_STATES, Request
from dashboard.tables.matters import Standing
from dashboard.views.joint_meeting.matters import placed
from dashboard.views.joint_meeting.states import main_state
from dashboard.views.overview.attention import foremost_lines

# What a matter in trouble asks of the meeting; the others ask for nothing.
ASKED = {"受阻": "研究受阻问题", "超期": "明确新的办结时限", "无进展": "督促启动，明确下一节点"}
# Of a late matter whose day was moved to one that is still to come.
CONFIRMED = "确认调整后的办结时限"
CASES, PROPOSED = "网格与报表", "限期处理并回报"
ASKS = "提请会议研究"
NOTHING_ASKED = f"按现有数据没有需要{ASKS}的事项"
# Late matters are asked about one by one.
ONE_BY_ONE = ("late_decisions",)


def requests(given: Context) -> tuple[Request, ...]:
    """The matters in the order in which they are listed, then the cases."""
    found = given_matters(given)
    of_matters = (
        _of_matter(one, shown.title)
        for one, shown in zip(found, placed(found), strict=True)
        if main_state(one) in ASKED
    )
    cases = foremost_lines(given.warehouse, given.selection, without=ONE_BY_ONE)
    of_cases = (
        Request(
            key=case_key(case),
            kind=CASES,
            what=f"{PROPOSED}：{line.what}",
            shown=f"{PROPOSED}：{line.what}",
            place="",
            unit=line.who,
            reasons=(f"{line.due}{line.state}",),
            is_late_first=line.state in LATE_STATES,
        )
        for line, case in cases
    )
    return (*of_matters, *of_cases)


def proposal(one: Standing) -> str:
    """What a matter in trouble asks of the meeting: of a late one a new day, unless it has one that is still to come."""
    state = main_state(one)
    return CONFIRMED if state == "超期" and one.due_on > one.day else ASKED[state]


def _of_matter(one: Standing, shown: str) -> Request:
    asked = proposal(one)
    reasons = (one.note, f"超期{one.overdue_days}天" if one.overdue_days else "", "无进展" if one.is_unmoved else "")
    return Request(
        key=one.decision_id,
        kind=main_state(one),
        what=f"{asked}：{one.title}",
        shown=f"{asked}：{shown}",
        place=one.area_name,
        unit=one.responsible_unit,
        reasons=tuple(filter(None, reasons)),
        is_late_first=not one.note and bool(one.overdue_days),
    )
