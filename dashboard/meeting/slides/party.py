"""Turns party building into a page that is shown, while the other themes stand behind."""

from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.slides.theme import theme_slides_of

SLIDE = SlideKind(
    name="party",
    place=34,
    title="党建",
    section="重点工作",
    is_listed_by_name=True,
    layouts=("chart",),
    make=lambda given: theme_slides_of(given, {"party"}),
)
