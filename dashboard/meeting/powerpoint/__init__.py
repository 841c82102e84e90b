"""Turns a running order into a PowerPoint file; the front door of the folder."""

from dashboard.meeting.powerpoint.deck import to_pptx

__all__ = ["to_pptx"]
