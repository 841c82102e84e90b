"""Sets the data behind what is drawn on a slide, to be opened over the stage."""

import re

from dashboard.look.tables import Footer, Table, cell_text
from dashboard.meeting.screen.measures import tag, words
from dashboard.meeting.slide import Drill, Slide

CODE = re.compile(r"[0-9A-Za-z-]{4,16}")


def drills_html(slide: Slide, keys: frozenset[str]) -> str:
    """What opens, one template per point; a row that begins with the number of a matter leads to its slide of `keys`."""
    return "".join(_drill(one, keys) for one in slide.drills if _is_reached(slide, one.point))


def _is_reached(slide: Slide, point: str) -> bool:
    """Whether the page has the row of the point, or draws its points."""
    return not slide.is_table_shown or any(point in row for row in slide.table.rows)


def _drill(drill: Drill, keys: frozenset[str]) -> str:
    inner = (_table(drill.table, keys), _foot(drill.footer))
    return tag("template", *inner, class_="drill", data_point=drill.point, data_title=drill.title)


def _table(table: Table, keys: frozenset[str]) -> str:
    kinds = ["number" if column.decimals is not None else None for column in table.columns]
    head = [
        words("th", column.header, class_=kind, scope="col") for column, kind in zip(table.columns, kinds, strict=True)
    ]
    rows = []
    for row in table.rows:
        texts = [cell_text(*pair) for pair in zip(row, table.columns, strict=True)]
        cells = [words("td", text, class_=kind or _kind(text)) for text, kind in zip(texts, kinds, strict=True)]
        key = f"matter-{texts[0]}"
        leads = {"data_show": key, "tabindex": "0", "role": "link"} if key in keys else {}
        rows.append(tag("tr", *cells, **leads))
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows))


def _kind(text: str) -> str | None:
    """Days and numbers of matters stay on one line."""
    return "whole" if CODE.fullmatch(text) else None


def _foot(footer: Footer) -> str:
    told = " · ".join(f"{word}：{text}" for word, text in footer.parts)
    return words("p", told) + (words("p", f"口径：{footer.definition}") if footer.definition else "")
