"""Declares the pages of what was put into a meeting from other pages; `dashboard/meeting/annexed.py` makes them."""

from dashboard.meeting.declaration import SlideKind

SLIDE = SlideKind(
    name="annexed", place=95, title="放入的分析", is_listed_by_name=True, is_appendix=True, layouts=("chart", "table")
)
