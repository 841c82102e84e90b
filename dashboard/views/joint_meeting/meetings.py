"""Turns meetings into what 联席会议 chooses from and shows of a meeting: its day, who came, which days are compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.metrics.areas import area, area_name
from dashboard.metrics.periods import last_quarter
from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.matters import last_day
from dashboard.tables.meetings import Meeting, joint_meetings, meetings_inside
from dashboard.text.formats import percent
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import origins_in

# Only a 片区, or what holds one, holds joint meetings.
JOINT_CARDS = ("joint_meetings", "joint_meeting_rate", "joint_meeting_lag")
CARDS = (
    "attendance_rate",
    "decision_closure_rate",
    "decision_on_time_rate",
    "decisions_overdue",
    "decision_overdue_days",
)
SCREENS = {"meeting": "一次会议（会议当天）", "quarters": "历季走势（各季末）"}
BASES = {"meeting": "上次会议 → 本次会议", "since": "本次会议 → 最新进展"}
STATES = ("推进中", "未启动", "受阻")
FLOW = ("decisions_made", "decisions_closed", "decisions_open")
TROUBLE = ("decisions_overdue", "decisions_unmoved", "decisions_blocked", "decisions_replanned")
BY = {"task": "按五大任务", "help_mode": "按帮办形式"}


@dataclass(frozen=True)
class Span:
    """The two days between which matters are compared, and what they are called."""

    since: date
    day: date
    since_label: str
    day_label: str


def _named(meeting: Meeting) -> str:
    return f"{period_label(meeting.named_quarter)}联席会议"


def holds_joint_meetings(warehouse: Warehouse, area_code: str) -> bool:
    """Whether joint meetings are held for the area itself, not only for the 片区 around it."""
    return area(warehouse, area_code).level not in ("三区单元", "网格")


def meeting_names(meetings: Sequence[Meeting]) -> dict[str, str]:
    """Meetings to choose from: id → quarter and day, with the 片区 where there are several."""
    several = len({meeting.area_code for meeting in meetings}) > 1
    return {
        meeting.meeting_id: f"{meeting.area_name} · " * several + f"{_named(meeting)}（{meeting.held_on.isoformat()}）"
        for meeting in meetings
    }


def meeting_title(meeting: Meeting) -> str:
    """Which meeting it is: 片区, quarter and day."""
    return f"{meeting.area_name}{_named(meeting)}（{meeting.held_on.isoformat()}）"


def told_of(warehouse: Warehouse, meeting: Meeting, area_code: str) -> str:
    """The area that the meeting's documents are made for: the selected one, or the 片区 where that is not inside it."""
    return area_code if area(warehouse, area_code).district_code == meeting.area_code else meeting.area_code


def held_until(warehouse: Warehouse, area_code: str, period: str) -> tuple[Meeting, ...]:
    """The joint meetings of the area that are named after the period or an earlier one, the latest first."""
    last = last_quarter(period)
    return tuple(meeting for meeting in joint_meetings(warehouse, area_code) if meeting.named_quarter <= last)


def span(warehouse: Warehouse, meetings: Sequence[Meeting], meeting_id: str, basis: str) -> Span:
    """From the meeting before (the day before a first one) to the chosen one, or from that to the last day known."""
    chosen = next(meeting for meeting in meetings if meeting.meeting_id == meeting_id)
    if basis == "since":
        return Span(chosen.held_on, max(chosen.held_on, last_day(warehouse) or chosen.held_on), "本次会议", "最新")
    own = [meeting for meeting in joint_meetings(warehouse, chosen.area_code) if meeting.area_code == chosen.area_code]
    before = [meeting.held_on for meeting in own if meeting.held_on < chosen.held_on]
    # What a first meeting decides is new on its day, not unmoved since.
    since = max(before, default=chosen.held_on - timedelta(days=1))
    return Span(since, chosen.held_on, "上次会议" if before else "会前", "本次会议")


def meeting_words(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """The chosen meeting as (word, text) pairs."""
    present = "未填报"
    if meeting.units_present is not None and meeting.units_expected:
        rate = percent(meeting.units_present / meeting.units_expected * 100)
        present = f"应到{meeting.units_expected}家，实到{meeting.units_present}家，出席率{rate}"
    topics = "未填报" if meeting.topics is None else f"{meeting.topics}个"
    return (
        ("召开", "，".join(filter(None, (meeting.held_on.isoformat(), _when(meeting))))),
        ("出席", present),
        ("议题", topics),
        ("议定", f"{meeting.decisions_listed}项"),
        ("纪要", f"{meeting.minutes_on.isoformat()}上报" if meeting.minutes_on else "未上报"),
        ("说明", meeting.note or ""),
    )


def _when(meeting: Meeting) -> str:
    """How far from the quarter that it is named after the meeting was held; nothing where it was held in it."""
    if meeting.days_before_quarter > 0:
        return f"早于所属季度首日{meeting.days_before_quarter}天，请核对"
    return f"晚于季度末{meeting.days_after_quarter}天" if meeting.days_after_quarter > 0 else ""


@remembered
def meetings_table(warehouse: Warehouse, area_code: str, period: str) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the meetings of every kind named after the period."""
    meetings = [
        meeting for meeting in meetings_inside(warehouse, area_code) if meeting.named_quarter.startswith(period)
    ]
    late = [meeting for meeting in meetings if meeting.days_after_quarter > 0]
    title = f"{period_label(period)}召开会议{len(meetings)}次" + (f"，{len(late)}次晚于季度末" if late else "")
    columns = (
        Column("会议"),
        Column("区域"),
        Column("召开日期"),
        Column("应到", "家", 0),
        Column("实到", "家", 0),
        Column("议题", "个", 0),
        Column("季度末后", "天", 0),
    )
    rows = tuple(
        (
            meeting.kind,
            meeting.area_name,
            meeting.held_on.isoformat(),
            meeting.units_expected,
            meeting.units_present,
            meeting.topics,
            max(meeting.days_after_quarter, 0),
        )
        for meeting in meetings
    )
    origins = origins_in(meeting.origin for meeting in meetings)
    return (
        title,
        Measured("按会议名称中的季度", area_name(warehouse, area_code)),
        Table(columns, rows),
        Footer(
            "联席会议",
            as_of=max((meeting.held_on.isoformat() for meeting in meetings), default=period),
            definition="会议归名称中的季度；季度末后为召开日期晚于该季度末的天数，季内召开的计0天。",
            origins=origins,
        ),
    )
