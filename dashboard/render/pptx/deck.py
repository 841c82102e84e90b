"""Turns a running order into a PowerPoint file whose charts, tables and maps are Office's own and can be edited."""

import io
from collections.abc import Sequence
from itertools import islice

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Page

from dashboard.meeting.layouts import MARGIN, WHOLE, WIDTH, Box
from dashboard.meeting.slide import Headed, RunningOrder, Slide, required
from dashboard.render.fitting import Fitted, fitted
from dashboard.render.notes import foot_line, marks, note_lines
from dashboard.render.paging import pages_of
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.bodies import add_body
from dashboard.render.pptx.template import MARKS_WIDTH, TITLE_HEIGHT, blank_deck
from dashboard.render.pptx.text import Words, add_block, add_text, lengths, write
from dashboard.views.table import Cell

SUBTITLE = Box(MARGIN, 92, WHOLE, 22)
FOOT = Box(MARGIN, 490, WHOLE, 20)
STATE = Box(MARGIN, 510, WHOLE - 70, 20)
NUMBER = Box(WIDTH - MARGIN - 60, 510, 60, 20)
TITLE_SIZES, BIG_TITLE_SIZES = (26, 24, 22, 20, 18), (42, 38, 34, 30)
BIG_LINE = 56


def to_pptx(order: RunningOrder) -> bytes:
    """The running order as a 16:9 deck: titles as outline, notes with source, definition and version of the data."""
    deck = blank_deck()
    for slide in order.slides:
        rows = iter(slide.rows)
        for piece in pages_of(slide):
            whole = tuple(islice(rows, len(piece.rows))) if piece.is_table_shown else ()
            _add(deck, order, piece, [row for row in whole if row not in piece.rows])
    deck.core_properties.title = order.title
    deck.core_properties.comments = order.version
    deck.core_properties.author = ""
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _add(deck: Deck, order: RunningOrder, slide: Slide, cut_rows: Sequence[tuple[Cell, ...]]) -> None:
    """Add a page; its notes have in full the rows that its table has cut."""
    page = deck.slides.add_slide(deck.slide_layouts[0])
    is_cover = slide.layout == "cover"
    title = _title(page, slide, is_cover=is_cover)
    _marks(page, order, slide)
    is_cut = title.is_cut
    # A printed page that is handed on still says what it is of.
    state = f" · {order.version.parts[0]}"
    _line(page, STATE, order.title + state, "数据版本", (14,), tail=state)
    if not is_cover:
        end = slide.subtitle_end
        is_cut |= _line(page, SUBTITLE, f"{slide.subtitle}{end}", "副题", (16, 14), tail=end).is_cut
        is_cut |= _line(page, FOOT, foot_line(slide), "来源", (14,)).is_cut
        _page_number(page)
    is_cut |= add_body(page, slide)
    lines = note_lines(order, slide, is_whole=is_cut)
    lines += ["；".join(map(str, row)) for row in cut_rows if "table" in slide.parts]
    page.notes_slide.notes_text_frame.text = "\n".join(lines)


def _title(page: Page, slide: Slide, *, is_cover: bool) -> Fitted:
    holder = required(page.shapes.title)
    holder.name = "标题"
    if is_cover:
        box = Box(MARGIN, 110, WHOLE, 120)
        holder.left, holder.top, holder.width, holder.height = lengths(box)
        words = fitted(slide.title, box.width, BIG_LINE, BIG_TITLE_SIZES)
        if words.is_cut:
            words = fitted(slide.title, box.width, box.height, BIG_TITLE_SIZES)
    else:
        # However long a matter is called, how it stands is read.
        tail = slide.title.end if isinstance(slide.title, Headed) else ""
        words = fitted(slide.title, WHOLE - MARKS_WIDTH, TITLE_HEIGHT, TITLE_SIZES, tail=tail)
    frame = holder.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if is_cover else MSO_ANCHOR.MIDDLE
    color = LIGHT.late if slide.is_late else LIGHT.ink
    write(frame, [[Words(words.text, words.size, color, is_bold=True)]])
    return words


def _line(page: Page, box: Box, text: str, name: str, sizes: tuple[int, ...], *, tail: str = "") -> Fitted:
    """One line in second ink, whose `tail` is never cut; nothing where there is no text."""
    found = fitted(text, box.width, box.height, sizes, tail=tail)
    if text:
        add_text(page, box, [[Words(found.text, found.size, LIGHT.second_ink)]], name=name)
    return found


def _marks(page: Page, order: RunningOrder, slide: Slide) -> None:
    """草稿 until the meeting is frozen, 演示数据 where any figure of the page is made up."""
    right = WIDTH - MARGIN
    for mark in marks(order, slide):
        wide = 14 * len(mark) + 14
        box = Box(right - wide, 26, wide, 24)
        add_block(page, box, LIGHT.surface, name=f"{mark}框", line=LIGHT.second_ink)
        words = [[Words(mark, color=LIGHT.second_ink, is_bold=True)]]
        add_text(page, box, words, name=mark, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
        right -= wide + 8


def _page_number(page: Page) -> None:
    """The number of the page as a field, which stays true when pages are moved."""
    frame = add_text(page, NUMBER, [[Words("‹#›", color=LIGHT.second_ink)]], name="页码", align=PP_ALIGN.RIGHT)
    run = frame.paragraphs[0].runs[0]._r
    field = etree.Element(qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    run.addprevious(field)
    for child in list(run):
        field.append(child)
    run.getparent().remove(run)
