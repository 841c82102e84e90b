"""The Word files as they open again: what stands in them, that every number is the order's, and how they are set."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

from dashboard.meeting.running_order import running_order
from dashboard.meeting.slide import RunningOrder
from dashboard.meeting.stage import Stage
from dashboard.metrics.versions import current
from dashboard.render.documents import DOCUMENTS
from dashboard.render.docx import to_minutes, to_report
from dashboard.render.unavailable import DocumentUnavailable
from dashboard.store.frozen import freeze, frozen
from tests import small_world

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
HOSTILE = "<w:p>&甲{{ 7*7 }}{% for %}\x07\x0c“引”\n行"
# GB/T 9704: the title in 2号小标宋, headings by level, the text in 3号仿宋; none of them bold.
FONTS = {
    "公文标题": ("方正小标宋简体", 22, False),
    "Normal": ("仿宋_GB2312", 16, False),
    "Heading 1": ("黑体", 16, False),
    "Heading 2": ("楷体_GB2312", 16, False),
    "Heading 3": ("仿宋_GB2312", 16, False),
    "Heading 4": ("仿宋_GB2312", 16, False),
    "Footer": ("宋体", 14, False),
}
LATER = "20240716T000000Z-89abcdef"


@pytest.fixture(scope="module")
def order(demonstration):
    return running_order(demonstration, "BG-2025Q4-1")


def opened(content: bytes):
    return Document(io.BytesIO(content))


def body(content: bytes) -> str:
    """Everything that is read in the body, paragraphs and cells in their order."""
    document = opened(content)
    paragraphs = document.element.body.iter(qn("w:p"))
    return "\n".join("".join(text.text or "" for text in one.iter(qn("w:t"))) for one in paragraphs)


def tables(content: bytes) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in opened(content).tables]


def marks(content: bytes, *, even: bool = False) -> str:
    section = opened(content).sections[0]
    parts = (section.even_page_header, section.even_page_footer) if even else (section.header, section.footer)
    return "\n".join(one.text for part in parts for one in part.paragraphs)


def xml(content: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")


def numbers(text: str) -> set[str]:
    return {one.rstrip(",") for one in NUMBER.findall(text)}


def said(order: RunningOrder) -> set[str]:
    """All numbers of the order: of its slides, items and report, days part by part as well."""
    texts = [order.title, repr(order.items), repr(order.report)]
    texts += [repr((one.title, one.subtitle, one.facts, one.table)) for one in order.slides]
    found = numbers(" ".join(texts))
    days = re.findall(r"(\d{4})-(\d\d)-(\d\d)", " ".join(texts))
    return found | {str(int(part)) for day in days for part in day}


def test_the_minutes_of_a_meeting_worked_out_by_hand(small):
    content = to_minutes(running_order(small, "M2"))
    lines = body(content).split("\n")
    head = lines[: lines.index("一、议定事项")]
    assert [line for line in head if line] == [
        *("甲片区", "2024年第一季度联席会议纪要", "时　　间：2024年4月4日", "地　　点：", "主　　持：", "记　　录："),
        *(
            "出　　席：应到10家，实到9家，出席率90.0%",
            "乙单位：",
            "甲单位：",
            "列　　席：",
            "请　　假：",
            "议　　题：2个",
        ),
    ]
    first = lines.index("一、议定事项")
    assert lines[first + 1 : first + 5] == [
        "会议研究议定事项1项：",
        "（一）办招聘。该事项涉及甲园，由甲单位负责，于2024年5月1日前完成。",
        "二、结转事项办理情况",
        "以前会议议定、上次会议以来办理的事项3项，已销号1项，在办2项。",
    ]
    assert "签　发：＿＿＿＿＿＿＿　　日　期：＿＿＿＿＿＿＿" in lines
    # Nothing is asked any more, and nothing is left of the heading.
    assert [line for line in lines if line[1:2] == "、"] == ["一、议定事项", "二、结转事项办理情况", "三、会议要求"]
    assert "研究意见" not in body(content)
    [carried] = tables(content)
    assert carried[1] == [
        *("1", "通内沟\n（甲村）", "乙单位", "原定2024年3月20日\n调整到\n2024年5月31日前"),
        "超期15天，进度30%\n已到节点“方案”",
    ]
    # What is closed needs no progress of 100% and no last node beside its day.
    assert carried[3][3:] == ["2024年2月20日前", "销号（按期）\n2024年2月10日"]
    assert [row[1] for row in carried[1:]] == ["通内沟\n（甲村）", "建支部\n（甲村）", "修路灯\n（甲园）"]


def test_what_a_meeting_decided_has_the_day_that_it_decided_wherever_it_was_moved_since(small):
    order = running_order(small, "M2")
    matters = [
        replace(one, due_on=date(2024, 6, 1), responsible_unit="") if one.meeting_id == "M2" else one
        for one in order.matters
    ]
    assert ("（一）办招聘。该事项涉及甲园，责任单位未填报，于2024年5月1日前完成。") in body(
        to_minutes(replace(order, matters=tuple(matters)))
    ).split("\n")


def test_what_an_earlier_edition_asked_stands_last_with_room_for_the_opinion(demonstration, small):
    asked = running_order(demonstration, "BG-2025Q4-1", stage=Stage.BEFORE).requests
    lines = body(to_minutes(replace(running_order(small, "M2"), requests=asked))).split("\n")
    first = lines.index("四、提请研究事项") + 1
    assert lines[first] == f"拟提请研究以下{len(asked)}项，研究意见由记录人填写："
    assert lines[first + 1] == (
        "（1）研究受阻问题：整修园区道路路灯排水（宝盖科技园，镇规划建设办公室）；配套经费未落实，超期170天，无进展。"
    )
    assert lines[first + 2 : first + 2 + 2 * len(asked) : 2] == ["研究意见："] * len(asked)


def test_days_and_units_fit_their_columns(order):
    """In the table's size a Chinese sign is as wide as the size, a digit half of it; no cell has to break them."""
    document = opened(to_minutes(order))
    size = document.styles["表格正文"].font.size.pt
    [table] = document.tables
    for row in table.rows[1:]:
        for cell in row.cells[2:4]:
            room = cell.width.pt - 2 * 3.5
            for line in cell.text.split("\n"):
                assert sum(size / 2 if sign.isascii() else size for sign in line) <= room, line
    told = re.compile(r"\d{4}年\d+月\d+日")
    lines = [line for row in table.rows for line in row.cells[4].text.split("\n") if told.search(line)]
    assert lines and all(len(line) <= len("原定2025年12月31日") for line in lines)


def test_the_report_holds_every_sentence_in_order(order):
    lines = [line for line in body(to_report(order)).split("\n") if line]
    *parts, notes, annex = order.report
    wanted = [
        line
        for mark, section in zip("一二三四五六七八九十", parts, strict=True)
        for line in (f"{mark}、{section.heading}", *section.sentences)
    ]
    first = lines.index(wanted[0])
    last = first + len(wanted)
    assert lines[first:last] == wanted
    # To whom, by whom and when is left to be written by hand.
    assert lines[:first] == [
        *("宝盖“三区联创”片区", "2025年第四季度联席会议工作汇报", "（2025年12月18日）", "＿＿＿＿＿＿＿＿：")
    ]
    behind = lines[last:]
    assert behind[:3] == ["附件：未报数据清单", "＿＿＿＿＿＿＿＿", "　　　　年　　月　　日"]
    assert behind[3 : 4 + len(notes.sentences)] == ["注：", *notes.sentences]
    assert behind[-4 - len(annex.sentences) : -2] == ["附件", "未报数据清单", *annex.sentences]


def test_the_annex_begins_a_page_and_is_left_out_where_all_was_reported(order):
    heading = next(one for one in opened(to_report(order)).paragraphs if one.text == "附件")
    assert heading.paragraph_format.page_break_before
    whole = replace(order, report=tuple(one for one in order.report if one.name not in ("unreported", "notes")))
    text = body(to_report(whole))
    assert "附件" not in text and "注：" not in text and "署名" not in text


@pytest.mark.parametrize("write", [to_minutes, to_report])
@pytest.mark.parametrize("area", [None, "350581101206"])
def test_every_number_is_one_of_the_order(demonstration, write, area):
    order = running_order(demonstration, "BG-2025Q4-1", area)
    told = body(write(order)).replace(order.version, "")
    text = re.sub(r"^（\d+）|^\d+$", "", told, flags=re.MULTILINE)  # what only counts lines
    found = numbers(text)
    # How many matters there are is counted from their rows.
    counted = {str(count) for count in range(len(order.items[0][2].rows) + 1)}
    assert found <= said(order) | counted, found - said(order) - counted
    assert found


def test_a_draft_and_made_up_figures_are_marked_on_every_page(order):
    for write in (to_minutes, to_report):
        told = marks(write(order))
        for part in (told, marks(write(order), even=True)):
            assert "草稿，数字可能变动" in part and "演示数据，非真实统计，不得引用" in part
            assert "生成" not in part
        assert order.version not in told and body(write(order)).count(order.version) == 1


def test_the_sources_stand_after_the_text_and_the_imprint_last(order):
    for write, sources, to in (
        (to_minutes, "联席会议、议定事项、事项进展", "分送："),
        (to_report, "", "抄送："),
    ):
        lines = [line for line in body(write(order)).split("\n") if line]
        assert lines[-2:] == [to, "（印发机关）　　年　月　日印发"]
        told = lines.index(f"{order.version}。")
        assert lines[told - 1].startswith(f"数据来源：{sources}") and told < len(lines) - 2
    assert "议　　程" not in body(to_minutes(order))


def test_equal_orders_give_equal_bytes_and_the_file_tells_no_writer(order):
    for write in (to_minutes, to_report):
        content = write(order)
        assert content == write(order)
        properties = opened(content).core_properties
        assert order.title in properties.title and properties.author == properties.last_modified_by == ""
        assert properties.created == properties.modified.replace(tzinfo=properties.created.tzinfo)
        assert f"{properties.created:%Y-%m-%d}" == "2025-12-18"
        assert {one.date_time for one in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_closed_meeting_is_written_the_same_for_ever(tmp_path):
    freeze(tmp_path, running_order(current(small_world.publish(tmp_path)), "M2"), datetime(2024, 4, 4, 17, 30))
    first = frozen(tmp_path, "M2").order
    written = [to_minutes(first), to_report(first)]
    change = "UPDATE core.training_courses SET completed = 27 WHERE course_id = 'K2'"
    now = running_order(current(small_world.publish(tmp_path, version=LATER, change=change)), "M2")
    assert [to_minutes(frozen(tmp_path, "M2").order), to_report(frozen(tmp_path, "M2").order)] == written
    assert xml(to_report(now)) != xml(written[1])
    assert "第1版定稿，2024-04-04 17:30" in marks(written[0]) and "草稿" not in marks(written[1])
    freeze(tmp_path, now, datetime(2024, 4, 8, 9, 0))
    assert "更正：第2版较第1版更正" in body(to_minutes(frozen(tmp_path, "M2").order))


def test_an_order_closed_before_there_were_reports_says_what_to_do(order):
    for write in (to_minutes, to_report):
        with pytest.raises(DocumentUnavailable, match="--freeze"):
            write(replace(order, report=()))


def test_text_of_the_data_stays_text(tmp_path):
    title = HOSTILE.replace("'", "''")
    change = f"UPDATE core.decisions SET title = '{title}' WHERE decision_id IN ('D2', 'D3')"
    order = running_order(current(small_world.publish(tmp_path, change=change)), "M2")
    shown = "<w:p>&甲{{ 7*7 }}{% for %}“引” 行"
    for write in (to_minutes, to_report):
        assert shown in body(write(order)) and "49" not in body(write(order))


def test_sixty_matters_are_counted_on_and_no_row_of_a_table_is_torn(tmp_path):
    change = (
        "INSERT INTO core.decisions (decision_id, meeting_id, title, task, area_code, responsible_unit, decided_on,"
        " due_on, plan_changes, origin) SELECT 'X' || i, 'M2', '事项' || i, '发展联手', 'P', '甲单位', '2024-04-04',"
        " '2024-06-01', 0, 'demo' FROM range(60) t(i)"
    )
    content = to_minutes(running_order(current(small_world.publish(tmp_path, change=change)), "M2"))
    lines = body(content).split("\n")
    decided = [line for line in lines if "，由甲单位负责，于2024年" in line]
    assert len(decided) == 61
    assert {line.split("）", 1)[1].split("。")[0] for line in decided} >= {f"事项{place}" for place in range(60)}
    assert decided[60].startswith("（六十一）")
    for table in opened(content).tables:
        assert [bool(row._tr.trPr.findall(qn("w:tblHeader"))) for row in table.rows] == [True] + [False] * (
            len(table.rows) - 1
        )
        assert all(row._tr.trPr.findall(qn("w:cantSplit")) for row in table.rows)


def test_a_meeting_without_matters_has_no_empty_table(tmp_path):
    empty = "DELETE FROM core.decision_updates; DELETE FROM core.decisions"
    content = to_minutes(running_order(current(small_world.publish(tmp_path, change=empty)), "M2", stage=Stage.AFTER))
    assert tables(content) == []
    text = body(content)
    # Nobody is known by name, so that one line is left for all.
    assert "（单位、姓名）：" in text
    assert "本次会议的议定事项还没有登记（未填报）。" in text and "没有以前会议结转的事项，或未填报。" in text


def test_an_area_of_which_nothing_was_decided_is_told_so(demonstration):
    order = running_order(demonstration, "BG-2025Q4-1", "350581101206")
    assert "本次会议没有新议定本区域的事项。" in body(to_minutes(order))
    assert "本次会议没有新议定本区域的事项。" in body(to_report(order))


def test_a_very_long_title_is_told_whole(order):
    named = replace(order, meeting=f"{order.meeting}{'很长' * 300}")
    for write in (to_minutes, to_report):
        assert "很长" * 300 in body(write(named))


@pytest.mark.parametrize("write", [to_minutes, to_report])
def test_it_is_set_as_official_documents_are(order, write):
    document = opened(write(order))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = (section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)
    assert [round(one.mm) for one in margins] == [37, 28, 35, 26]
    fonts = {
        style.name: (style.element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")), style.font.size.pt, style.font.bold)
        for style in document.styles
        if style.name in FONTS
    }
    assert fonts == FONTS
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4"):
        assert document.styles[name].paragraph_format.line_spacing == Pt(28)
        assert document.styles[name].element.pPr.ind.get(qn("w:firstLineChars")) == "200"


@pytest.mark.parametrize("write", [to_minutes, to_report])
def test_pages_are_numbered_at_their_outer_edge(order, write):
    document = opened(write(order))
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        [line] = footer.paragraphs
        assert line.text == "— 1 —" and "PAGE" in "".join(one.text for one in line._p.iter(qn("w:instrText")))
        assert line._p.pPr.jc.get(qn("w:val")) == side
        # One sign away from the edge of the text.
        assert line._p.pPr.ind.get(qn(f"w:{side}Chars")) == "100"
    assert document.styles["Footer"].font.size == Pt(14)


@pytest.mark.parametrize("write", [to_minutes, to_report])
def test_the_imprint_is_fixed_to_the_foot_of_the_last_page(order, write):
    document = opened(write(order))
    frame = document.styles["版记"].element.pPr.find(qn("w:framePr"))
    assert (frame.get(qn("w:vAnchor")), frame.get(qn("w:yAlign"))) == ("margin", "bottom")
    # The empty line after it is what the frame stands on.
    assert [one.style.name for one in document.paragraphs[-3:]] == ["版记", "版记", "末行"]


@pytest.mark.parametrize("write", [to_minutes, to_report])
def test_a_font_that_is_not_there_names_those_that_may_stand_in(order, write):
    table = etree.fromstring(zipfile.ZipFile(io.BytesIO(write(order))).read("word/fontTable.xml"))
    others = {
        one.get(qn("w:name")): one.find(qn("w:altName")).get(qn("w:val"))
        for one in table
        if one.find(qn("w:altName")) is not None
    }
    assert {"宋体", "Noto Serif CJK SC"} <= set(others["方正小标宋简体"].split(","))
    assert others["仿宋_GB2312"].split(",")[0] == "仿宋" and others["楷体_GB2312"].split(",")[0] == "楷体"
    named = {font for font, _, _ in FONTS.values()}
    assert named <= set(others)


def test_both_are_on_the_list_of_documents(order):
    assert DOCUMENTS["docx"].write(order) == to_minutes(order)
    assert DOCUMENTS["report"].write(order) == to_report(order)


def test_the_title_of_one_area_is_broken_before_the_area(demonstration):
    for write, kind in ((to_minutes, "纪要"), (to_report, "工作汇报")):
        lines = body(write(running_order(demonstration, "BG-2025Q4-1", "350581101206"))).split("\n")
        assert lines[:3] == ["宝盖“三区联创”片区", "2025年第四季度联席会议", f"（塘后村）{kind}"]
