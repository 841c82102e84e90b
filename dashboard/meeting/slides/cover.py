"""Turns a meeting and its other slides into the first page."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.slide import Slide
from dashboard.meeting.stage import WHEN, Stage
from dashboard.text.joined import Sources
from dashboard.views.joint_meeting.meetings import meeting_words
from dashboard.views.table import Footer
from dashboard.views.view import origins_in

AGENDA = "议程"
# The minutes come after the meeting; before it nobody has come and nothing is decided.
LEFT_OUT = {Stage.AFTER: ("纪要",), Stage.BEFORE: ("纪要", "出席", "议定")}


def cover_slide(given: Context, title: str, agenda: str, body: Sequence[Slide]) -> Slide:
    """The first page: what the meeting is, who came, and the agenda of the slides behind it."""
    words = [(word, text) for word, text in meeting_words(given.meeting) if text and word not in LEFT_OUT[given.stage]]
    origins = origins_in([given.meeting.origin, *(origin for slide in body for origin in slide.footer.origins)])
    return Slide(
        key="title",
        title=title,
        subtitle=f"{given.meeting.area_name} · {given.meeting.held_on.isoformat()} · {WHEN[given.stage]}",
        facts=(*words, (AGENDA, agenda)),
        footer=Footer(Sources("联席会议"), as_of=given.meeting.held_on.isoformat(), origins=origins),
    )


SLIDE = SlideKind(name="cover", place=10, title="首页", layouts=("cover",))
