"""Turns figures of lists and services into a page of cards."""

from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.slides.digest import SERVICES, digest_slide

SLIDE = SlideKind(
    name="services",
    place=33,
    title=SERVICES.name,
    section="重点工作",
    is_listed_by_name=True,
    layouts=("cards",),
    make=lambda given: filter(None, (digest_slide(given, SERVICES),)),
)
