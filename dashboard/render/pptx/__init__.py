"""Turns a running order into a PowerPoint file; the front door of the folder."""

from dashboard.render.pptx.deck import to_pptx

__all__ = ["to_pptx"]
