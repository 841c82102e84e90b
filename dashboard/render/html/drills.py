"""Sets the data behind what is drawn on a slide, to be opened over the stage."""

import re
from collections.abc import Mapping

from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Drill
from dashboard.render.html.parts import rows_html
from dashboard.render.html.tags import tag, words
from dashboard.views.table import Cell, Footer

CODE = re.compile(r"[0-9A-Za-z-]{4,16}")


def drills_html(slide: Slide, pages: Mapping[str, str]) -> str:
    """What opens, one template per point; a row that tells of a subject leads to its slide of `pages`.

    `pages` are the keys of slides by their subjects.
    """
    return "".join(_drill(one, pages) for one in slide.drills if _is_reached(slide, one.point))


def _is_reached(slide: Slide, point: str) -> bool:
    """Whether the page has the row of the point, or draws its points."""
    return not slide.is_table_shown or point in slide.row_keys


def _drill(drill: Drill, pages: Mapping[str, str]) -> str:
    inner = (_table(drill, pages), _foot(drill.footer))
    return tag("template", *inner, class_="drill", data_point=drill.point, data_title=drill.title)


def _table(drill: Drill, pages: Mapping[str, str]) -> str:
    leads = [_leading(pages.get(subject)) for subject in drill.leads] or [{}] * len(drill.table.rows)
    return tag("table", rows_html(drill.table, _kind, leads))


def _leading(key: str | None) -> dict[str, str]:
    return {"data_show": key, "tabindex": "0", "role": "link"} if key else {}


def _kind(cell: Cell, kind: str | None) -> str | None:
    """Days and numbers of matters stay on one line."""
    return kind or ("whole" if isinstance(cell, str) and CODE.fullmatch(cell) else None)


def _foot(footer: Footer) -> str:
    told = " · ".join(f"{word}：{text}" for word, text in footer.parts)
    return words("p", told) + (words("p", f"口径：{footer.definition}") if footer.definition else "")
