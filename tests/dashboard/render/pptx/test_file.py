"""The deck as a file: whose it is and of which day, layouts, sections, reading order, and what is read out of pictures."""

import io
import zipfile
from datetime import datetime

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from dashboard.meeting.running_order import running_order
from dashboard.render.pptx import to_pptx
from dashboard.render.pptx.sections import NAMESPACE
from tests.tidy_deck import assert_told, described

LATEST, FIRST = "BG-2025Q4-1", "LX-2023Q1-1"


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, LATEST)


@pytest.fixture(scope="module")
def content(order):
    return to_pptx(order)


@pytest.fixture(scope="module")
def deck(content):
    return Presentation(io.BytesIO(content))


@pytest.fixture(scope="module")
def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return {name: held.read(name) for name in held.namelist()}


def test_the_properties_are_those_of_the_meeting_and_nobody_elses(order, deck, parts):
    core = deck.core_properties
    assert core.title == order.title and core.author == core.last_modified_by == order.district
    assert core.created == core.modified == datetime(2025, 12, 18)
    assert (core.revision, core.language, core.subject, core.keywords, core.category) == (1, "zh-CN", "", "", "")
    told = {etree.QName(one).localname: one.text for one in etree.fromstring(parts["docProps/app.xml"])}
    count = str(len(deck.slides))
    assert told == {
        "PresentationFormat": "16:9",
        "Slides": count,
        "Notes": count,
        "HiddenSlides": str(sum(page._element.get("show") == "0" for page in deck.slides)),
        "Company": order.district,
    }
    whole = b"".join(parts.values())
    assert not any(word in whole for word in (b"Steve Canny", b"python-pptx", b"Macintosh", b"screen4x3"))
    assert not [name for name in parts if "thumbnail" in name or "printerSettings" in name]


def test_pages_take_chinese_layouts_of_one_master(order, deck):
    assert [one.name for one in deck.slide_layouts] == ["标题", "章节", "内容", "表格"]
    assert len(deck.slide_masters) == 1
    taken = {page.slide_layout.name for page in deck.slides}
    assert taken == {"标题", "内容", "表格"}
    for page in deck.slides:
        has_table = any(shape.name == "表格" for shape in page.shapes)
        assert (page.slide_layout.name == "表格") == has_table, page.shapes.title.text_frame.text
        # What a page takes of its layout stands where the layout has it, and nothing is left empty.
        for holder in page.placeholders:
            assert holder.element.spPr.find(qn("a:xfrm")) is None and holder.text_frame.text
    for layout in (deck.slide_master, *deck.slide_layouts):
        assert not any(word in etree.tostring(layout.element).decode() for word in ("Click to edit", "level"))


def test_every_page_but_the_first_has_its_number_as_a_field_of_the_layout(deck):
    for place, page in enumerate(deck.slides, 1):
        fields = page.element.findall(f".//{qn('a:fld')}[@type='slidenum']")
        holders = page.element.findall(f".//{qn('p:ph')}[@type='sldNum']")
        assert len(fields) == len(holders) == (place > 1)


def test_sections_follow_the_agenda_and_hold_every_page_once(deck):
    sections = list(deck.element.iter(f"{{{NAMESPACE}}}section"))
    names = [one.get("name") for one in sections]
    assert names == ["首页", "总的情况", "本次议定", "结转事项", "重点工作", "责任分工", "口径说明", "附录"]
    assert len({one.get("id") for one in sections}) == len(sections)
    held = [int(one.get("id")) for one in deck.element.iter(f"{{{NAMESPACE}}}sldId")]
    assert held == [page.slide_id for page in deck.slides]


def test_a_badge_is_one_group(deck):
    for page in deck.slides:
        for mark in ("演示数据", "草稿"):
            [badge] = [shape for shape in page.shapes if shape.name == mark]
            assert [shape.name for shape in badge.shapes] == [f"{mark}框", f"{mark}字"]


def test_every_run_is_chinese_to_a_spelling_checker(parts):
    checked = 0
    for name, part in parts.items():
        if not name.endswith(".xml") or not name.startswith("ppt/"):
            continue
        for run in etree.fromstring(part).iter(qn("a:r"), qn("a:fld")):
            assert run.find(qn("a:rPr")).get("lang") == "zh-CN", (name, etree.tostring(run))
            checked += 1
        assert b'lang="en-US"' not in part, name
    assert checked > 1000


def test_charts_tables_and_maps_are_read_out_by_title_and_ends(order, deck):
    told = described(deck)
    assert len(told) > 25 and all(text.startswith(f"{title}。") for title, text in told)
    theme = order.slide("theme-output")
    ends = [f"{row[1]} " for row in (theme.table.rows[0], theme.table.rows[-1])]
    [text] = [text for title, text in told if title == theme.title]
    assert f"从{ends[0]}" in text and f"到{ends[1]}" in text
    grids = next(slide for slide in order.slides if slide.kind == "map")
    lowest = min((row for row in grids.table.rows if isinstance(row[2], float)), key=lambda row: row[2])
    [text] = [text for title, text in told if title == grids.title]
    assert "最高" in text and f"最低{lowest[0]} {lowest[2]:.1f}%" in text


def test_no_two_pages_share_a_title_and_every_picture_is_read_out(demonstration, deck):
    """Of meetings of which little is known, and of one with sixty matters, see `test_deck`."""
    assert_told(deck)
    assert_told(Presentation(io.BytesIO(to_pptx(running_order(demonstration, FIRST)))))


AROUND = ("标题", "副题", "来源", "数据版本", "演示数据", "草稿", "页码")


def test_a_page_is_read_out_from_its_title_over_its_body_to_its_source(deck):
    for page in deck.slides:
        names = [shape.name for shape in page.shapes]
        body = [place for place, name in enumerate(names) if name not in AROUND]
        before = [name for name in AROUND[:2] if name in names]
        assert names[: len(before)] == before
        assert body == list(range(len(before), len(before) + len(body)))
        assert names[len(before) + len(body) :] == [name for name in AROUND[2:] if name in names]
