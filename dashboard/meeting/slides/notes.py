"""Turns the rules by which the pages count into the last page that is shown."""

from dashboard.meeting.context import Context, meeting_oddity
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.figures import compared_words, no_comparison
from dashboard.meeting.slide import Slide
from dashboard.meeting.theme_pages import drawn_metric, theme_pages
from dashboard.metrics.metric import THEMES
from dashboard.text.periods import period_label
from dashboard.views.joint_meeting.matters import REGISTER, RULE
from dashboard.views.table import Footer
from dashboard.views.view import origins_in

WITHHELD = "背后的企业或人数太少的数不公开，能由它推算出的数一并不公开。"


def notes_slides(given: Context) -> tuple[Slide, ...]:
    """One page: of which day the figures are, what they are held against, and what was not reported."""
    missing = [THEMES[page.theme] for page in theme_pages(given) if drawn_metric(given, page) is None]
    facts = (
        ("时点", meeting_oddity(given.meeting) or f"各项指标为{period_label(given.quarter)}，事项为会议当天。"),
        ("比较", no_comparison(given) or compared_words(given)),
        ("事项", RULE),
        ("不公开", WITHHELD),
        ("未报", f"{'、'.join(missing)}本季度没有填报。" if missing else "各主题都有填报，个别指标的缺报见附录各页。"),
    )
    return (
        Slide(
            key="notes",
            title="口径说明",
            subtitle="数字怎样计、与什么比、缺什么",
            facts=facts,
            footer=Footer(REGISTER, as_of=given.between.day.isoformat(), origins=origins_in([given.meeting.origin])),
        ),
    )


SLIDE = SlideKind(name="notes", place=38, title="口径说明", section="口径说明", layouts=("notes",), make=notes_slides)
