"""Turns a slide into as many pages as its table needs; all documents take the same ones, so that a page has one number."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count, islice

from dashboard.meeting.slide import Slide, required
from dashboard.meeting.slide_parts import Headed, Late
from dashboard.render.fitting import Setting, table_pages
from dashboard.render.stage import BODY, TABLE, WHOLE, remarks_height
from dashboard.views.table import Cell

LONGEST_CELL, CELL_END = 60, 10


def pages_in(slides: Iterable[Slide]) -> list[list[Slide]]:
    """Of each slide its pages, each under a title that no other page has."""
    taken: set[str] = set()
    found = []
    for slide in slides:
        pages = []
        for page in pages_of(slide):
            title = next(one for number in count(1) if (one := numbered(page.title, number)) not in taken)
            taken.add(title)
            pages.append(page if title == page.title else replace(page, title=title))
        found.append(pages)
    return found


def numbered(title: str, number: int) -> str:
    """The title as the `number`th page has it that would be called so: `锦绣花园（2）：超期 15 天`."""
    if number == 1:
        return title
    if isinstance(title, Headed):
        *heads, state = title.parts
        return Headed(*heads[:-1], f"{heads[-1]}（{number}）", state)
    return f"{title}（{number}）"


def end_of(title: str, number: int) -> str:
    """What is never cut of the title as the `number`th page has it: how a matter stands, and the number."""
    end = title.end if isinstance(title, Headed) else ""
    return end if number == 1 else f"（{number}）{end}"


def pages_of(slide: Slide) -> list[Slide]:
    """The slide as the pages that it takes on the stage."""
    short = _shortened(slide)
    return pieces(short, WHOLE, BODY.height - remarks_height(short.remarks, WHOLE), TABLE)


def pieces(slide: Slide, width: float, height: float, setting: Setting) -> list[Slide]:
    """The slide, or several of which each holds the rows that fit; what follows the first says which it is."""
    # A matter shows the last of its nodes, which tell how it stands.
    if "table" not in slide.parts:
        return [slide]
    # Of a page that stands alone in the show the first piece holds what it can.
    tables = table_pages(required(slide.table), width, height, setting, is_even=not slide.is_brief)
    if len(tables) == 1:
        return [slide]
    keys = iter(slide.row_keys)
    keys_of = [tuple(islice(keys, len(table.rows))) for table in tables]
    return [
        replace(
            slide,
            key=slide.key if place == 1 else f"{slide.key}-{place}",
            title=slide.title if place == 1 else f"{slide.title}（{place}/{len(tables)}）",
            sheet=(place, len(tables)),
            is_appendix=slide.is_appendix or (slide.is_brief and place > 1),
            table=table,
            row_keys=own,
            subjects=tuple(one for one in slide.subjects if one in own),
        )
        for place, (table, own) in enumerate(zip(tables, keys_of, strict=True), 1)
    ]


def _shortened(slide: Slide) -> Slide:
    """The slide without what would make a row of its table fill a page; what opens from the row has the text in full."""
    if not slide.is_table_shown:
        return slide
    rows = tuple(tuple(map(_short, row)) for row in slide.rows)
    return replace(slide, table=replace(required(slide.table), rows=rows))


def _short(cell: Cell) -> Cell:
    """The beginning and the end of a long text, by which rows that begin alike are told apart."""
    if not isinstance(cell, str) or len(cell) <= LONGEST_CELL:
        return cell
    short = f"{cell[: LONGEST_CELL - CELL_END - 1]}…{cell[-CELL_END:]}"
    return Late(short) if isinstance(cell, Late) else short
