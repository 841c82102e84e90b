"""Turns a running order, or what a unit has late, into Word files, filled into templates that office staff edit; the front door of the folder."""

from dashboard.render.docx.documents import to_minutes, to_report
from dashboard.render.docx.notices import to_notice

__all__ = ["to_minutes", "to_notice", "to_report"]
