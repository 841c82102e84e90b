"""What every slide of a meeting is made from: the meeting, the area, its quarter and the meeting before it."""

from dataclasses import dataclass
from datetime import date

from dashboard.meeting.stage import Stage, stage_of
from dashboard.metrics.ask import Cell, cells
from dashboard.metrics.cut_off import cut_off
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import last_day_of, shift
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.meetings import Meeting, joint_meetings
from dashboard.text.periods import month_day, months_span, period_label
from dashboard.views.joint_meeting.meetings import Span, span

SINCE_LAST, YEAR_EARLIER = "较上次会议", "同比"


@dataclass(frozen=True)
class Context:
    """One meeting as told of one area; `before` is the joint meeting of the same 片区 before it, if there was one."""

    warehouse: Warehouse
    area_code: str
    meeting: Meeting
    before: Meeting | None
    between: Span
    stage: Stage

    @property
    def is_before(self) -> bool:
        """Whether the papers are those before the meeting, of which nothing is decided yet."""
        return self.stage is Stage.BEFORE

    @property
    def quarter(self) -> str:
        """The quarter that the meeting is named after."""
        return self.meeting.named_quarter

    @property
    def selection(self) -> Selection:
        """The area and the quarter, against the year before."""
        return Selection(self.area_code, self.quarter)

    @property
    def earlier_quarter(self) -> str | None:
        """The quarter of the meeting before, None where there was none or it was named after the same quarter."""
        earlier = self.before.named_quarter if self.before else self.quarter
        return earlier if earlier < self.quarter else None

    @property
    def new_since(self) -> date:
        """The last day of which the meeting before could know; before the first meeting, that before the quarter."""
        if self.before:
            return self.between.since
        return last_day_of(shift(self.quarter, -1))


def context(warehouse: Warehouse, area_code: str, meeting: Meeting, stage: Stage | None = None) -> Context:
    """The meeting as told of the area on its day, with the meeting of the same 片区 before it.

    `stage` is the one that the meeting is at, by default.
    """
    if before_its_end := cut_off(meeting.named_quarter, meeting.held_on):
        warehouse = warehouse.as_of(before_its_end)
    own = [one for one in joint_meetings(warehouse, meeting.area_code) if one.area_code == meeting.area_code]
    before = max((one for one in own if one.held_on < meeting.held_on), key=lambda one: one.held_on, default=None)
    between = span(warehouse, own, meeting.meeting_id, "meeting")
    return Context(warehouse, area_code, meeting, before, between, stage or stage_of(meeting))


def quarter_so_far(meeting: Meeting) -> str:
    """What the figures of a quarter are of that was not over on the day of the meeting; empty where it was."""
    unfinished = cut_off(meeting.named_quarter, meeting.held_on)
    if unfinished is None:
        return ""
    begun = f"会议召开时{period_label(meeting.named_quarter)}尚未结束"
    told = f"截至{month_day(unfinished.day)}已填报的数"
    if not unfinished.months:
        return f"{begun}：各项指标为{told}。"
    months = months_span(unfinished.months_of(meeting.named_quarter))
    return f"{begun}：按月填报的指标取{months}，比较也取相同月份；其他指标为{told}。"


def meeting_oddity(meeting: Meeting) -> str:
    """What has to be said of the day of the meeting beside the quarter it is named after; empty where nothing has."""
    quarter = period_label(meeting.named_quarter)
    if meeting.days_before_quarter > 0:
        early = meeting.days_before_quarter
        return f"会议名称为{quarter}，召开于季度首日之前{early}天，请核对会议名称与日期。"
    if so_far := quarter_so_far(meeting):
        return so_far
    if meeting.held_on > last_day_of(shift(meeting.named_quarter, 1)):
        return f"会议名称为{quarter}，召开于季度末之后{meeting.days_after_quarter}天，已过下一季度，请核对。"
    return ""


def cell(given: Context, metric: Metric, quarter: str) -> Cell:
    """The metric of the area in the meeting's quarter, in that of the meeting before or a year earlier."""
    # All are asked for at once, for each question reads the mart anew.
    first = min(filter(None, (shift(given.quarter, -4), given.earlier_quarter)))
    found = cells(given.warehouse, metric, (given.area_code,), grain="quarter", since=first, until=given.quarter)
    return next(one for one in found if one.period == quarter)
