"""Turns what stands otherwise in a later edition of a meeting into a page."""

from collections.abc import Sequence

from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Correction
from dashboard.views.table import Column, Footer, Table

CORRECTION_COLUMNS = tuple(map(Column, ("页", "内容", "原为", "改为")))


def correction_slide(edition: int, changes: Sequence[Correction], origins: tuple[str, ...]) -> Slide:
    """Every correction of the edition, one a row."""
    rows = tuple((one.page, one.what, one.before, one.after) for one in changes)
    return Slide(
        key="corrections",
        title=f"第{edition}版较第{edition - 1}版更正{len(changes)}处",
        subtitle=f"定稿第{edition - 1}版 → 第{edition}版",
        table=Table(CORRECTION_COLUMNS, rows),
        footer=Footer(
            "两版定稿逐项对照", definition="页面上每一处不同各列一行；“无”是那一版没有这一项。", origins=origins
        ),
    )


SLIDE = SlideKind(name="corrections", place=15, title="更正", layouts=("table",))
