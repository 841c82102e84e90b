"""Whether a deck is tidy: nothing on anything else, beyond the page or bigger than its box; and all of it told in words."""

import math

from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.util import Pt

from dashboard.render.fitting import LINE_SPACING
from dashboard.render.widths import text_width

# What lies on another on purpose.
LAID_ON = ("标注", "底色", "草稿框", "演示数据框", "进度条", "上次进度", "线")
# Boxes made to the measure of one line, which no estimate that keeps a sign free finds wide enough.
MEASURED = ("标注", "草稿", "演示数据", "页码", "进度")
TABLE_BOTTOM = Pt(490)


def boxes(page) -> list[tuple]:
    """The places of the parts of a page, without what lies on another on purpose."""
    found = []
    for shape in page.shapes:
        is_area = shape._element.find(f".//{qn('a:custGeom')}") is not None
        if is_area or shape.name.startswith(LAID_ON):
            continue
        found.append((shape.name, shape.left, shape.top, shape.left + shape.width, shape.top + shape.height))
    return found


def overlapping(page) -> list[tuple[str, str]]:
    """Pairs of parts that lie on each other."""
    found = boxes(page)
    return [
        (one[0], other[0])
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
    ]


def text_height(frame, width: float) -> float:
    """The estimated height in points of a text frame's paragraphs, whose runs may be of several sizes."""
    tall = 0.0
    for paragraph in frame.paragraphs:
        size = max((run.font.size.pt for run in paragraph.runs), default=0)
        long = sum(text_width(run.text, run.font.size.pt) for run in paragraph.runs)
        before = paragraph.space_before.pt if paragraph.space_before else 0
        tall += max(1, math.ceil(long / (width - size))) * size * LINE_SPACING + before
    return tall


def assert_tidy(deck: Presentation) -> None:
    """Fail with the page and the part that is out of place."""
    for number, page in enumerate(deck.slides, 1):
        assert overlapping(page) == [], number
        for shape in page.shapes:
            assert shape.left >= 0 and shape.top >= 0, (number, shape.name)
            assert shape.left + shape.width <= deck.slide_width, (number, shape.name)
            assert shape.top + shape.height <= deck.slide_height, (number, shape.name)
            if shape.has_table:
                tall = sum(row.height for row in shape.table.rows)
                assert shape.top + tall <= TABLE_BOTTOM, (number, "table", tall)
            if shape.has_text_frame and shape.text_frame.text and not shape.name.startswith(MEASURED):
                tall = text_height(shape.text_frame, shape.width.pt)
                assert tall <= shape.height.pt + 1, (number, shape.name, tall, shape.height.pt, shape.text_frame.text)


def described(deck: Presentation) -> list[tuple[str, str]]:
    """What is read out of every chart, table and map, with the title of its page."""
    return [
        (page.shapes.title.text_frame.text, next(shape.element.iter(qn("p:cNvPr"))).get("descr", ""))
        for page in deck.slides
        for shape in page.shapes
        if shape.has_chart or shape.has_table or shape.name == "地图"
    ]


def assert_told(deck: Presentation) -> None:
    """No two pages share a title, and every chart, table and map is read out."""
    titles = [page.shapes.title.text_frame.text for page in deck.slides]
    assert len(set(titles)) == len(titles) and all(titles)
    assert all(text for _, text in described(deck))
