"""Finds the decided matters that a meeting tells of, with what was reported of each, and turns them into its records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.meeting.context import Context
from dashboard.meeting.slide_parts import Matter
from dashboard.tables.matters import Standing, early_reports, steps
from dashboard.tables.milestones import Step
from dashboard.views.joint_meeting.matters import listed, placed
from dashboard.views.joint_meeting.states import MAIN_STATES, main_state, state_words

# What a meeting is asked about one by one.
PRESSING = ("受阻", "超期", "无进展")


@dataclass(frozen=True)
class Told:
    """The matters of a meeting, blocked and late ones first, closed ones last.

    `steps` are the reports on each by its number; `early` the days of reports older than the matter itself, which are
    said and not counted. `fresh` is what the meeting has just decided and nobody has told anything of yet.
    """

    found: tuple[Standing, ...]
    steps: Mapping[str, Sequence[Step]]
    early: Mapping[str, Sequence[date]]
    fresh: tuple[Standing, ...]

    @property
    def pages(self) -> tuple[Standing, ...]:
        """The matters that have a page of their own, with the place in the title of those that share it."""
        return tuple(one for one in placed(self.found) if one not in self.fresh)


def given_matters(given: Context) -> tuple[Standing, ...]:
    """The matters that the papers tell of: before the meeting nothing that it is about to decide."""
    found = listed(given.warehouse, given.area_code, given.between)
    return tuple(one for one in found if not (given.is_before and one.meeting_id == given.meeting.meeting_id))


def carried(given: Context) -> tuple[Standing, ...]:
    """The matters that earlier meetings decided."""
    return tuple(one for one in given_matters(given) if one.meeting_id != given.meeting.meeting_id)


def told_matters(given: Context) -> Told:
    """The matters of the meeting; looked up once a meeting."""
    key = ("told matters", given.area_code, given.meeting.meeting_id, given.stage)
    return given.warehouse.remember(key, lambda: _told_matters(given))


def _told_matters(given: Context) -> Told:
    found = sorted(
        given_matters(given),
        key=lambda one: (MAIN_STATES.index(main_state(one)), one.original_due_on, one.decision_id),
    )
    told = steps(given.warehouse, [one.decision_id for one in found], given.between.day)
    early = early_reports(given.warehouse, list(told))
    fresh = tuple(one for one in placed(found) if _is_fresh(given, one) and one.decision_id not in early)
    return Told(tuple(found), told, early, fresh)


def _is_fresh(given: Context, one: Standing) -> bool:
    """Whether the meeting decided the matter on its day, and nobody has told anything of it yet."""
    is_own = one.meeting_id == given.meeting.meeting_id and one.decided_on == given.meeting.held_on
    return is_own and one.is_open and one.updated_on == one.decided_on and not one.progress_pct


def open_words(still: Sequence[Standing]) -> str:
    """How many matters are open, and how many of them are blocked, late or unmoved: `在办7项，其中5项受阻、超期或无进展`."""
    pressing = sum(main_state(one) in PRESSING for one in still)
    if not pressing:
        return f"在办{len(still)}项"
    which = ("" if pressing == 1 else "均") if pressing == len(still) else f"其中{pressing}项"
    return f"在办{len(still)}项，{which}受阻、超期或无进展"


def nothing_decided(given: Context) -> str:
    """That the meeting decided nothing for the area that is told of, or that nobody registered anything; empty before it."""
    if given.is_before:
        return ""
    is_elsewhere = given.area_code != given.meeting.area_code and given.meeting.decisions_listed > 0
    return "本次会议没有新议定本区域的事项" if is_elsewhere else "本次会议的议定事项还没有登记（未填报）"


def nothing_listed(given: Context) -> str:
    """That there is no matter of earlier meetings to tell of; nor one of this meeting, where there is none."""
    own = "" if given_matters(given) else nothing_decided(given)
    return f"{'；'.join(filter(None, ('台账里没有这次会议以前议定、至今在办的事项', own)))}。"


def days_compared(given: Context) -> str:
    """The day of the meeting, and that of the meeting before."""
    between = given.between
    if given.before is None:
        return f"{between.day_label}{between.day.isoformat()} · 没有上次会议可以对照"
    return f"{between.since_label}{between.since.isoformat()} → {between.day_label}{between.day.isoformat()}"


def matter_records(given: Context) -> tuple[Matter, ...]:
    """The matters as documents tell them, in the order in which they are listed."""
    return tuple(_record(one) for one in given_matters(given))


def _record(one: Standing) -> Matter:
    return Matter(
        decision_id=one.decision_id,
        meeting_id=one.meeting_id,
        title=one.title,
        area_name=one.area_name,
        responsible_unit=one.responsible_unit,
        original_due_on=one.original_due_on,
        due_on=one.due_on,
        closed_on=one.closed_on,
        progress_pct=one.progress_pct,
        state=state_words(one),
        is_pressing=main_state(one) in PRESSING,
        note=one.note or "",
        node=one.node or "",
        next_node=one.next_node or "",
        next_due_on=one.next_due_on,
        next_planned_on=one.following.planned_on if one.following else None,
    )


def late_node_days(one: Standing) -> int:
    """How long the latest of its late nodes is late; 0 where none is."""
    return one.late_nodes[0].late_days(one.day) if one.late_nodes else 0
