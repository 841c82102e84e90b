"""Sets text and rectangles on a page of a deck, with Chinese fonts for East Asian text."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame
from pptx.util import Length, Pt

from dashboard.meeting.layouts import Box
from dashboard.render.fitting import LINE_SPACING
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.template import FONT, SMALLEST


@dataclass(frozen=True)
class Words:
    """A run of text in one style."""

    text: str
    size: int = SMALLEST
    color: str = LIGHT.ink
    is_bold: bool = False


def lengths(box: Box) -> tuple[Length, Length, Length, Length]:
    """The place in the units of the file."""
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)


def color_of(color: str) -> RGBColor:
    """The colour of a token."""
    return RGBColor(*bytes.fromhex(color.removeprefix("#")))


def write(frame: TextFrame, paragraphs: Sequence[Sequence[Words]], *, align: PP_ALIGN = PP_ALIGN.LEFT) -> None:
    """Fill a text frame; Chinese text gets a Chinese font by name, on machines without it the reader's own."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    for place, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = align
        # In points, for fonts differ in what they call a line.
        paragraph.line_spacing = Pt(max(one.size for one in words) * LINE_SPACING)
        for one in words:
            run = paragraph.add_run()
            run.text = one.text
            run.font.size, run.font.bold = Pt(one.size), one.is_bold
            run.font.color.rgb = color_of(one.color)
            run.font.name = FONT
            name_font(run.font._element)


def name_font(properties: etree._Element) -> None:
    """Name the font for East Asian text beside that for Latin text."""
    latin = properties.find(qn("a:latin"))
    latin.addnext(etree.Element(qn("a:ea"), typeface=FONT))


def add_text(
    page: Page | GroupShape,
    box: Box,
    paragraphs: Sequence[Sequence[Words]],
    *,
    name: str,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
) -> TextFrame:
    """The text of a new box without inner margins, on the page or in a group of it."""
    shape = page.shapes.add_textbox(*lengths(box))
    shape.name = name
    frame: TextFrame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    frame.vertical_anchor = anchor
    write(frame, paragraphs, align=align)
    return frame


def add_block(page: Page | GroupShape, box: Box, fill: str, *, name: str, line: str | None = None) -> None:
    """A rectangle without text, on the page or in a group of it."""
    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *lengths(box))
    shape.name = name
    plain(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = color_of(fill)
    if line:
        shape.line.color.rgb, shape.line.width = color_of(line), Pt(0.75)
    else:
        shape.line.fill.background()


def plain(shape: Shape) -> None:
    """Without the shadow and gloss of the theme."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def describe(shape: BaseShape, told: str) -> None:
    """What is read out instead of the shape."""
    next(shape.element.iter(qn("p:cNvPr"))).set("descr", told)
