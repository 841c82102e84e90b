"""Makes the empty deck that every meeting is set on: 16:9, one layout, the colours and fonts of the look."""

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from dashboard.meeting.layouts import HEIGHT, MARGIN, WIDTH
from dashboard.render.palette import LIGHT

# In points.
TITLE_TOP, TITLE_HEIGHT = 22, 66
MARKS_WIDTH = 150
TITLE_SIZE, SMALLEST = 26, 14
FONT = "Microsoft YaHei"
TITLE_ONLY = "Title Only"
COLORS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.surface,
    "dk2": LIGHT.second_ink,
    "lt2": LIGHT.ground,
    **{f"accent{place}": color for place, color in enumerate(LIGHT.series, 1)},
    "hlink": LIGHT.series[0],
    "folHlink": LIGHT.second_ink,
}


def blank_deck() -> Deck:
    """A deck without slides whose only layout holds a title, in 16:9, with Chinese fonts for East Asian text."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for layout in [one for one in deck.slide_layouts if one.name != TITLE_ONLY]:
        deck.slide_layouts.remove(layout)
    for holder in (deck.slide_master, deck.slide_layouts[0]):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
                shape.left, shape.top = Pt(MARGIN), Pt(TITLE_TOP)
                shape.width, shape.height = Pt(WIDTH - 2 * MARGIN - MARKS_WIDTH), Pt(TITLE_HEIGHT)
            else:
                shape.element.getparent().remove(shape.element)
    deck.slide_layouts[0].name = "标题与内容"
    _style_titles(deck)
    _style_theme(deck)
    return deck


def _style_titles(deck: Deck) -> None:
    """Titles to the left, in ink, of the look's size."""
    style = deck.slide_master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    properties = style.find(qn("a:defRPr"))
    properties.set("sz", str(TITLE_SIZE * 100))
    properties.set("b", "1")


def _style_theme(deck: Deck) -> None:
    """The look's colours and a Chinese font in the theme, which shapes without a colour or font of their own follow."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    for name, color in COLORS.items():
        slot = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, qn("a:srgbClr")).set("val", color.removeprefix("#"))
    for fonts in theme.iterfind(f".//{qn('a:fontScheme')}/*"):
        for kind in ("a:latin", "a:ea"):
            fonts.find(qn(kind)).set("typeface", FONT)
    part.blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
