"""The Word files as they open again: what stands in them, that every number is the order's, and how they are set."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from dashboard.meeting.running_order import running_order
from dashboard.meeting.slide import RunningOrder
from dashboard.metrics.warehouse import current
from dashboard.render.documents import DOCUMENTS
from dashboard.render.docx import to_minutes, to_report
from dashboard.render.unavailable import DocumentUnavailable
from dashboard.store.frozen import freeze, frozen
from tests import small_world

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
HOSTILE = "<w:p>&甲{{ 7*7 }}{% for %}\x07\x0c“引”\n行"
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


def marks(content: bytes) -> str:
    section = opened(content).sections[0]
    return "\n".join(one.text for part in (section.header, section.footer) for one in part.paragraphs)


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
    text = body(to_minutes(running_order(small, "M2")))
    for line in (
        *("甲片区", "2024年第一季度联席会议纪要", "时　　间：2024年4月4日", "地　　点："),
        *("出　　席：应到10家，实到9家，出席率90.0%", "议　　题：2个"),
        "会议议定事项1项，责任单位和办理时限如下。",
        "以前会议议定、上次会议以来办理的事项3项，已销号1项，在办2项。",
        *(
            "一、提请研究事项",
            "（1）明确新的办结时限：通内沟（甲村，乙单位）；超期15天。",
            "研究意见：",
        ),
        *("签　发：＿＿＿＿＿＿＿　　日　期：＿＿＿＿＿＿＿", "主送：", "抄送："),
    ):
        assert line in text.split("\n"), line
    # What is asked for comes before what was decided on it.
    headings = [line for line in text.split("\n") if line[1:2] == "、"]
    assert headings == ["一、提请研究事项", "二、议定事项", "三、结转事项办理情况", "四、会议要求"]
    own, carried = tables(to_minutes(running_order(small, "M2")))
    assert own[1:] == [["1", "办招聘", "甲园", "甲单位", "2024年5月1日前", "新议定"]]
    assert carried[1] == [
        *("1", "通内沟（甲村）", "乙单位", "原定2024年3月20日，调整到2024年5月31日", "30%", "超期15天"),
        "已到节点“方案”",
    ]
    assert [row[1] for row in carried[1:]] == ["通内沟（甲村）", "建支部（甲村）", "修路灯（甲园）"]


def test_the_report_holds_every_sentence_in_order(order):
    lines = [line for line in body(to_report(order)).split("\n") if line]
    wanted = [
        line
        for mark, section in zip("一二三四五六七八九十", order.report, strict=True)
        for line in (f"{mark}、{section.heading}", *section.sentences)
    ]
    first = lines.index(wanted[0])
    assert lines[first : first + len(wanted)] == wanted
    assert lines[:3] == ["宝盖“三区联创”片区", "2025年第四季度联席会议工作汇报", "（2025年12月18日）"]


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
        assert (
            "草稿，数字可能变动" in told
            and "演示数据，非真实统计，不得引用" in told
            and order.version.split("，")[1] in told
        )
        assert order.version not in told and body(write(order)).count(order.version) == 1


def test_what_the_meeting_studied_is_one_clause_each_with_room_for_the_opinion(order):
    lines = body(to_minutes(order)).split("\n")
    first = lines.index("拟提请研究以下10项，研究意见由记录人填写：") + 1
    assert lines[first] == (
        "（1）研究受阻问题：整修园区道路路灯排水（宝盖科技园，镇规划建设办公室）；配套经费未落实，超期170天，未动。"
    )
    assert lines[first + 1 : first + 20 : 2] == ["研究意见："] * 10
    # The report asks in the same words.
    asked = next(section.sentences for section in order.report if section.name == "next")[-10:]
    assert tuple(lines[first : first + 20 : 2]) == asked


def test_the_sources_stand_after_everything_else(order):
    for write, sources in (
        (to_minutes, "联席会议、议定事项、事项进展、网格治理、产出、孵化与党建各表"),
        (to_report, ""),
    ):
        lines = [line for line in body(write(order)).split("\n") if line]
        assert lines[-1] == f"{order.version}。" and lines[-2].startswith(f"数据来源：{sources}")
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
    assert "第 1 版定稿，2024-04-04 17:30" in marks(written[0]) and "草稿" not in marks(written[1])
    freeze(tmp_path, now, datetime(2024, 4, 8, 9, 0))
    assert "更正：第 2 版较第 1 版更正" in body(to_minutes(frozen(tmp_path, "M2").order))


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


def test_sixty_matters_stand_in_a_table_whose_head_is_repeated(tmp_path):
    change = (
        "INSERT INTO core.decisions (decision_id, meeting_id, title, task, area_code, responsible_unit, decided_on,"
        " due_on, plan_changes, origin) SELECT 'X' || i, 'M2', '事项' || i, '发展联手', 'P', '甲单位', '2024-04-04',"
        " '2024-06-01', 0, 'demo' FROM range(60) t(i)"
    )
    content = to_minutes(running_order(current(small_world.publish(tmp_path, change=change)), "M2"))
    assert len(tables(content)[0]) == 1 + 61
    assert {row[1] for row in tables(content)[0]} >= {f"事项{place}" for place in range(60)}
    for table in opened(content).tables:
        assert [bool(row._tr.trPr.findall(qn("w:tblHeader"))) for row in table.rows] == [True] + [False] * (
            len(table.rows) - 1
        )
        assert all(row._tr.trPr.findall(qn("w:cantSplit")) for row in table.rows)


def test_a_meeting_without_matters_has_no_empty_table(tmp_path):
    empty = "DELETE FROM core.decision_updates; DELETE FROM core.decisions"
    content = to_minutes(running_order(current(small_world.publish(tmp_path, change=empty)), "M2"))
    assert tables(content) == []
    text = body(content)
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
    fonts = {
        style.name: (style.element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")), style.font.size)
        for style in document.styles
        if style.name in ("公文标题", "Normal", "Heading 1")
    }
    assert fonts == {"公文标题": ("宋体", Pt(22)), "Normal": ("仿宋", Pt(16)), "Heading 1": ("黑体", Pt(16))}
    normal = document.styles["Normal"]
    assert normal.paragraph_format.line_spacing == Pt(28)
    assert normal.element.pPr.ind.get(qn("w:firstLineChars")) == "200"
    footer = section.footer._element
    assert "PAGE" in "".join(one.text for one in footer.iter(qn("w:instrText")))
    assert section.footer.paragraphs[0].text.startswith("— ")


def test_both_are_on_the_list_of_documents(order):
    assert DOCUMENTS["docx"].write(order) == to_minutes(order)
    assert DOCUMENTS["report"].write(order) == to_report(order)
