"""Makes the empty deck that every meeting is set on: 16:9, four layouts of one master, the colours and fonts of the look."""

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from dashboard.meeting.layouts import HEIGHT, WIDTH
from dashboard.render.palette import LIGHT
from dashboard.render.pptx.holders import LAYOUTS, MASTER, hold

# In points.
TITLE_SIZE, SMALLEST = 26, 14
FONT = "Microsoft YaHei"
THEME_NAME = "会议材料"
COLORS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.surface,
    "dk2": LIGHT.second_ink,
    "lt2": LIGHT.ground,
    **{f"accent{place}": color for place, color in enumerate(LIGHT.series, 1)},
    "hlink": LIGHT.series[0],
    "folHlink": LIGHT.second_ink,
}
# What the library's own deck brings with it of the machine that it was made on.
PRINTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings"
THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"


def blank_deck() -> Deck:
    """A deck without slides in 16:9, whose master has the layouts of `LAYOUTS`, with Chinese fonts for East Asian text."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    # Of the 4:3 that the library's deck was.
    deck.element.sldSz.attrib.pop("type", None)
    _name_layouts(deck)
    _style_titles(deck)
    _style_theme(deck)
    _drop_foreign(deck)
    return deck


def _name_layouts(deck: Deck) -> None:
    """Keep the library's layouts that are wanted, in the order of `LAYOUTS`, each with its own placeholders."""
    by_name = {layout.name: layout for layout in deck.slide_layouts}
    for name, layout in by_name.items():
        if name not in {one.origin for one in LAYOUTS.values()}:
            deck.slide_layouts.remove(layout)
    hold(deck.slide_master.shapes.element, MASTER)
    listed = deck.slide_master.element.find(qn("p:sldLayoutIdLst"))
    entries = dict(zip((layout.name for layout in deck.slide_layouts), list(listed), strict=True))
    for name, one in LAYOUTS.items():
        layout = by_name[one.origin]
        layout.name = name
        layout.element.set("type", one.kind)
        hold(layout.shapes.element, one.holders)
        listed.append(entries[one.origin])


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
    theme.set("name", THEME_NAME)
    for name, color in COLORS.items():
        slot = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, qn("a:srgbClr")).set("val", color.removeprefix("#"))
    for fonts in theme.iterfind(f".//{qn('a:fontScheme')}/*"):
        for kind in ("a:latin", "a:ea"):
            fonts.find(qn(kind)).set("typeface", FONT)
    part.blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drop_foreign(deck: Deck) -> None:
    """Without the library's thumbnail and the settings of somebody's printer."""
    package = deck.part.package
    for one in list(package.iter_rels()):
        if one.reltype == PRINTER:
            deck.part.drop_rel(one.rId)
        if one.reltype == THUMBNAIL:
            package.drop_rel(one.rId)
