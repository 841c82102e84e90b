"""Turns a slide into as many pages as its table needs."""

import re
from dataclasses import replace

from dashboard.meeting.slide import Slide
from dashboard.render.fitting import Setting, table_pages

# How the subtitle of one of several pages ends.
PAGE_WORDS = re.compile(r" · 第 \d+ 页，共 \d+ 页$")


def pieces(slide: Slide, width: float, height: float, setting: Setting) -> list[Slide]:
    """The slide, or several of which each holds the rows that fit; what follows the first says that it goes on."""
    # A matter shows the last of its nodes, which tell how it stands.
    if not slide.is_table_shown or slide.kind == "matter":
        return [slide]
    tables = table_pages(slide.table, width, height, setting)
    if len(tables) == 1:
        return [slide]
    return [
        replace(
            slide,
            key=slide.key if place == 1 else f"{slide.key}-{place}",
            title=slide.title if place == 1 else f"{slide.title}（续）",
            subtitle=f"{slide.subtitle} · 第 {place} 页，共 {len(tables)} 页",
            table=table,
        )
        for place, table in enumerate(tables, 1)
    ]
