"""Turns a running order into a PowerPoint file whose charts, tables and maps are Office's own and can be edited."""

import io
from collections.abc import Collection, Iterator, Sequence
from itertools import count, islice

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Page

from dashboard.meeting.kinds import section_of
from dashboard.meeting.layouts import MARGIN, WIDTH, Box
from dashboard.meeting.slide import RunningOrder, Slide, required
from dashboard.render.fitting import Fitted, fitted
from dashboard.render.notes import foot_end, foot_line, marks, note_lines
from dashboard.render.package import meeting_day, settled
from dashboard.render.paging import end_of, numbered, pages_in
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.bodies import add_body
from dashboard.render.pptx.holders import COVER_TITLE, NUMBER, SOURCE, STATE, SUBTITLE, TAKEN, TITLE, Holder, held
from dashboard.render.pptx.properties import settle
from dashboard.render.pptx.sections import add_sections
from dashboard.render.pptx.template import blank_deck
from dashboard.render.pptx.text import Words, add_block, add_text, write
from dashboard.views.table import Cell

TITLE_SIZES, BIG_TITLE_SIZES = (26, 24, 22, 20, 18), (42, 38, 34, 30)
BIG_LINE = 56
CONTENT_LAYOUT = "内容"


def to_pptx(order: RunningOrder) -> bytes:
    """The running order as a 16:9 deck: titles as outline, notes with source, definition and version of the data.

    Equal orders give equal bytes.
    """
    deck = blank_deck()
    sections: list[str] = []
    titles: set[str] = set()
    for piece, cut_rows in sorted(_pieces(order), key=lambda page: page[0].is_appendix):
        titles.add(_add(deck, order, piece, cut_rows, titles))
        sections.append(section_of(piece))
    add_sections(deck, sections)
    settle(deck, order)
    stream = io.BytesIO()
    deck.save(stream)
    return settled(stream.getvalue(), meeting_day(order))


def _pieces(order: RunningOrder) -> Iterator[tuple[Slide, list[tuple[Cell, ...]]]]:
    """Every page with the rows that its table has cut."""
    for slide, pieces in zip(order.slides, pages_in(order.slides), strict=True):
        rows = iter(slide.rows)
        for piece in pieces:
            whole = tuple(islice(rows, len(piece.rows))) if piece.is_table_shown else ()
            yield piece, [row for row in whole if row not in piece.rows]


def _add(
    deck: Deck, order: RunningOrder, slide: Slide, cut_rows: Sequence[tuple[Cell, ...]], taken: Collection[str]
) -> str:
    """Add a page and give its title, which is none of those `taken`; its notes have in full what its table has cut.

    Its parts come in the order in which they are read out.
    """
    page = _page(deck, slide)
    if slide.is_appendix:
        page._element.set("show", "0")
    title = _title(page, slide, taken)
    is_cut = title.is_cut
    is_cover = slide.layout == "cover"
    if not is_cover:
        end = slide.subtitle_end
        is_cut |= _line(page, SUBTITLE, f"{slide.subtitle}{end}", (16, 14), tail=end).is_cut
    is_cut |= add_body(page, slide)
    if not is_cover:
        is_cut |= _line(page, SOURCE, foot_line(slide), (14,), tail=foot_end(slide)).is_cut
    # A printed page that is handed on still says what it is of.
    state = f" · {order.version.parts[0]}"
    _line(page, STATE, order.title + state, (14,), tail=state)
    _marks(page, order, slide)
    if not is_cover:
        _page_number(page)
    lines = note_lines(order, slide, is_whole=is_cut)
    lines += ["；".join(map(str, row)) for row in cut_rows if "table" in slide.parts]
    required(page.notes_slide.notes_text_frame).text = "\n".join(lines)
    return title.text


def _page(deck: Deck, slide: Slide) -> Page:
    """A page of the slide's layout with its title alone; what it needs of the others follows in order."""
    wanted = TAKEN.get(slide.layout, CONTENT_LAYOUT)
    page: Page = deck.slides.add_slide(deck.slide_layouts.get_by_name(wanted))
    for holder in list(page.placeholders):
        if holder.placeholder_format.idx:
            holder.element.getparent().remove(holder.element)
    return page


def _title(page: Page, slide: Slide, taken: Collection[str]) -> Fitted:
    holder = required(page.shapes.title)
    holder.name = TITLE.name
    # What two titles differ in may have been cut.
    tries = (_fitted_title(slide, number) for number in count(1))
    words = next(one for one in tries if one.text not in taken)
    color = LIGHT.late if slide.is_late else LIGHT.ink
    write(holder.text_frame, [[Words(words.text, words.size, color, is_bold=True)]])
    return words


def _fitted_title(slide: Slide, number: int) -> Fitted:
    """The title as it fits, as the `number`th of its kind."""
    text = numbered(slide.title, number)
    if slide.layout != "cover":
        # However long a matter is called, how it stands is read.
        return fitted(text, TITLE.box.width, TITLE.box.height, TITLE_SIZES, tail=end_of(slide.title, number))
    words = fitted(text, COVER_TITLE.box.width, BIG_LINE, BIG_TITLE_SIZES)
    if words.is_cut:
        words = fitted(text, COVER_TITLE.box.width, COVER_TITLE.box.height, BIG_TITLE_SIZES)
    return words


def _line(page: Page, holder: Holder, text: str, sizes: tuple[int, ...], *, tail: str = "") -> Fitted:
    """One line in second ink in its placeholder, whose `tail` is never cut; nothing where there is no text."""
    found = fitted(text, holder.box.width, holder.box.height, sizes, tail=tail)
    if text:
        write(held(page, holder).text_frame, [[Words(found.text, found.size, LIGHT.second_ink)]])
    return found


def _marks(page: Page, order: RunningOrder, slide: Slide) -> None:
    """草稿 until the meeting is frozen, 演示数据 where any figure of the page is made up; each moves as one."""
    right = WIDTH - MARGIN
    for mark in marks(order, slide):
        wide = 14 * len(mark) + 14
        box = Box(right - wide, 26, wide, 24)
        group = page.shapes.add_group_shape()
        group.name = mark
        add_block(group, box, LIGHT.surface, name=f"{mark}框", line=LIGHT.second_ink)
        words = [[Words(mark, color=LIGHT.second_ink, is_bold=True)]]
        add_text(group, box, words, name=f"{mark}字", align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
        right -= wide + 8


def _page_number(page: Page) -> None:
    """The number of the page as a field, which stays true when pages are moved."""
    frame = held(page, NUMBER).text_frame
    write(frame, [[Words("‹#›", color=LIGHT.second_ink)]], align=PP_ALIGN.RIGHT)
    run = frame.paragraphs[0].runs[0]._r
    field = etree.Element(qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    run.addprevious(field)
    for child in list(run):
        field.append(child)
    run.getparent().remove(run)
