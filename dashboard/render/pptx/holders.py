"""The placeholders of a deck's master and of its layouts: what stands where on every page that takes the layout."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide as Page
from pptx.util import Pt

from dashboard.meeting.layouts import BODY, MARGIN, WHOLE, WIDTH, Box
from dashboard.meeting.slide import required

TITLE_TOP, TITLE_HEIGHT, MARKS_WIDTH = 22, 66, 150
SLIDE_NUMBER = "sldNum"


@dataclass(frozen=True)
class Holder:
    """A placeholder: what PowerPoint calls its kind, by which number pages refer to it, its name, place and type."""

    kind: str
    number: int
    name: str
    box: Box
    size: int
    is_second: bool = True
    align: str = "l"
    anchor: str = "t"
    is_bold: bool = False


@dataclass(frozen=True)
class Layout:
    """A layout: which one of the library's it is made of, what PowerPoint calls its kind, and what it holds."""

    origin: str
    kind: str
    holders: tuple[Holder, ...]


TITLE = Holder(
    *("title", 0, "标题", Box(MARGIN, TITLE_TOP, WHOLE - MARKS_WIDTH, TITLE_HEIGHT), 26),
    is_second=False,
    anchor="ctr",
    is_bold=True,
)
COVER_TITLE = replace(TITLE, kind="ctrTitle", box=Box(MARGIN, 110, WHOLE, 120), size=42, anchor="b")
SECTION_TITLE = replace(TITLE, box=Box(MARGIN, 190, WHOLE, 90), size=38, anchor="b")
SUBTITLE = Holder("body", 13, "副题", Box(MARGIN, 92, WHOLE, 22), 16)
CONTENT = Holder("obj", 1, "正文", BODY, 18, is_second=False)
SOURCE = Holder("body", 14, "来源", Box(MARGIN, 490, WHOLE, 20), 14)
STATE = Holder("ftr", 11, "数据版本", Box(MARGIN, 510, WHOLE - 70, 20), 14)
NUMBER = Holder(SLIDE_NUMBER, 12, "页码", Box(WIDTH - MARGIN - 60, 510, 60, 20), 14, align="r")
MASTER = (TITLE, replace(CONTENT, kind="body"), STATE, NUMBER)
LAYOUTS = {
    "标题": Layout(
        *("Title Slide", "title"),
        (COVER_TITLE, Holder("subTitle", 1, "事实", Box(MARGIN, 249, WHOLE, 237), 20), STATE, NUMBER),
    ),
    "章节": Layout(
        *("Section Header", "secHead"),
        (SECTION_TITLE, Holder("body", 1, "说明", Box(MARGIN, 290, WHOLE, 120), 20), STATE, NUMBER),
    ),
    "内容": Layout("Title and Content", "obj", (TITLE, SUBTITLE, CONTENT, SOURCE, STATE, NUMBER)),
    "表格": Layout("Title Only", "tbl", (TITLE, SUBTITLE, replace(CONTENT, kind="tbl"), SOURCE, STATE, NUMBER)),
}
# Which of them a slide of the meeting takes by its own layout; all others take 内容.
TAKEN = {"cover": "标题", "section": "章节", "table": "表格"}


def hold(tree: etree._Element, holders: Sequence[Holder]) -> None:
    """Put the placeholders of a master or a layout in the place of those that there are."""
    for old in tree.findall(qn("p:sp")):
        tree.remove(old)
    for number, holder in enumerate(holders, 2):
        tree.append(_element(holder, number))


def held(page: Page, holder: Holder) -> SlidePlaceholder:
    """The page's own of a placeholder of its layout, behind all that the page has so far."""
    page.shapes.clone_placeholder(required(page.slide_layout.placeholders.get(holder.number)))
    found: SlidePlaceholder = page.placeholders[holder.number]
    found.name = holder.name
    return found


def _element(holder: Holder, number: int) -> etree._Element:
    left, top, width, height = (int(Pt(one)) for one in _numbers(holder.box))
    color = "tx2" if holder.is_second else "tx1"
    what = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
        if holder.kind == SLIDE_NUMBER
        else f"<a:r><a:rPr/><a:t>{holder.name}</a:t></a:r>"
    )
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{holder.name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{holder.kind}" idx="{holder.number}"/></p:nvPr>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{holder.anchor}">'
        f'<a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{holder.align}">'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{holder.size * 100}" b="{int(holder.is_bold)}"><a:solidFill><a:schemeClr val="{color}"/>'
        f"</a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle><a:p>{what}</a:p></p:txBody></p:sp>"
    )


def _numbers(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.width, box.height
