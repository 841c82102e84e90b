"""Turns a running order into Word files, filled into templates that office staff edit; the front door of the folder."""

from dashboard.render.docx.documents import to_minutes, to_report

__all__ = ["to_minutes", "to_report"]
