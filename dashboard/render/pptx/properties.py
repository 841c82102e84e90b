"""Writes into a deck what it is, whose it is and of which day, in which language; nothing of the library that wrote it."""

from datetime import datetime

from lxml import etree
from pptx.opc.package import Part, XmlPart
from pptx.oxml.ns import qn
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.presentation import Presentation as Deck

from dashboard.meeting.slide import RunningOrder
from dashboard.render.package import meeting_day, settled

APP = "/docProps/app.xml"
APP_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
LONGEST = 255
LANGUAGE = "zh-CN"
RUNS, DEFAULTS = ("a:r", "a:fld", "a:br"), ("a:rPr", "a:defRPr", "a:endParaRPr")


def settle(deck: Deck, order: RunningOrder) -> None:
    """Give the deck the properties of its meeting and the language of its text, its charts workbooks of that day."""
    day = meeting_day(order)
    core = deck.core_properties
    core.title, core.comments = order.title[:LONGEST], order.version[:LONGEST]
    core.author = core.last_modified_by = order.district[:LONGEST]
    core.subject = core.keywords = core.category = ""
    core.created = core.modified = day
    core.language, core.revision = LANGUAGE, 1
    for part in deck.part.package.iter_parts():
        if part.partname == APP:
            part.blob = _application(deck, order)
        _settle_part(part, day)


def _settle_part(part: Part, day: datetime) -> None:
    if isinstance(part, EmbeddedXlsxPart):
        part.blob = settled(part.blob, day)
    elif isinstance(part, XmlPart):
        _say_language(part._element)


def _say_language(element: etree._Element) -> None:
    """Chinese as the language of every run, by which a spelling checker leaves it alone."""
    for run in element.iter(*map(qn, RUNS)):
        if run.find(qn("a:rPr")) is None:
            run.insert(0, etree.Element(qn("a:rPr")))
    for properties in element.iter(*map(qn, DEFAULTS)):
        properties.set("lang", LANGUAGE)


def _application(deck: Deck, order: RunningOrder) -> bytes:
    """The counts and the format of the deck."""
    count = len(deck.slides)
    hidden = sum(page.element.get("show") == "0" for page in deck.slides)
    told = {"PresentationFormat": "16:9", "Slides": count, "Notes": count, "HiddenSlides": hidden}
    whole = etree.Element(f"{{{APP_SPACE}}}Properties", nsmap={None: APP_SPACE})
    for name, value in (*told.items(), ("Company", order.district)):
        etree.SubElement(whole, f"{{{APP_SPACE}}}{name}").text = str(value)
    written: bytes = etree.tostring(whole, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
