"""The last page of editions that were closed before papers told apart what is asked and what was decided."""

from dashboard.meeting.declaration import SlideKind

SLIDE = SlideKind(name="closing", place=100, title="提请议定", section="提请议定", layouts=("table",))
