"""Puts the pages of a deck into PowerPoint's sections, by the parts of the meeting that they belong to."""

from collections.abc import Sequence
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

# Where PowerPoint of 2010 and later keeps what the format of 2007 has no word for.
NAMESPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"
PLACE = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def add_sections(deck: Deck, names: Sequence[str]) -> None:
    """Sections of the deck, `names` being that of each of its pages; pages of one name that follow each other share it."""
    whole = deck.element
    extensions = etree.SubElement(whole, qn("p:extLst"))
    extension = etree.SubElement(extensions, qn("p:ext"), uri=PLACE)
    listed = etree.SubElement(extension, f"{{{NAMESPACE}}}sectionLst", nsmap={"p14": NAMESPACE})
    pages = zip(names, (str(page.slide_id) for page in deck.slides), strict=True)
    for number, (name, group) in enumerate(groupby(pages, key=lambda pair: pair[0])):
        mark = str(uuid5(NAMESPACE_URL, f"section {number} {name}")).upper()
        section = etree.SubElement(listed, f"{{{NAMESPACE}}}section", name=name, id=f"{{{mark}}}")
        inside = etree.SubElement(section, f"{{{NAMESPACE}}}sldIdLst")
        for _, page in group:
            etree.SubElement(inside, f"{{{NAMESPACE}}}sldId", id=page)
