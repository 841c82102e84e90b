"""The two Word files of a meeting: its minutes, to be completed by hand, and its work report."""

from datetime import datetime

from dashboard.meeting.slide import RunningOrder
from dashboard.meeting.stage import Stage
from dashboard.render.docx.template import filled
from dashboard.render.docx.values import minutes_values, report_values, stated_on
from dashboard.render.unavailable import DocumentUnavailable

MINUTES, REPORT = "minutes.docx", "work_report.docx"
NOT_YET = "会议纪要是会后的文件，会前提请稿里没有。请在登记议定事项以后写会后通报稿（--stage after）。"
TOO_OLD = "本次会议定稿时还没有生成工作汇报和纪要所需的内容。请用 --freeze 再定稿一次，另成一版后再写出。"


def to_minutes(order: RunningOrder) -> bytes:
    """The draft of the 会议纪要; equal orders give equal bytes. Raises DocumentUnavailable where the template is wrong."""
    if order.stage == Stage.BEFORE:
        raise DocumentUnavailable(NOT_YET)
    return filled(MINUTES, minutes_values(_whole(order)), f"{order.title}纪要", _day(order))


def to_report(order: RunningOrder) -> bytes:
    """The 工作汇报; equal orders give equal bytes. Raises DocumentUnavailable where the template is wrong."""
    return filled(REPORT, report_values(_whole(order)), f"{order.title}工作汇报", _day(order))


def _whole(order: RunningOrder) -> RunningOrder:
    """The order itself, unless it was closed before orders held a report."""
    if not order.report:
        raise DocumentUnavailable(TOO_OLD)
    return order


def _day(order: RunningOrder) -> datetime:
    return datetime.fromisoformat(stated_on(order))
