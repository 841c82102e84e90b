"""Turns a meeting into the sentences of its work report; the front door of the folder."""

from dashboard.meeting.report.sections import report

__all__ = ["report"]
