"""The 督办单 as it opens again: all that the unit has, with its days, set as an official paper."""

import io
from datetime import date

from docx import Document

from dashboard.metrics.selection import Selection
from dashboard.render.docx import to_notice
from dashboard.views.attention.items import Item
from dashboard.views.attention.matters import matters
from dashboard.views.attention.notice import Notice, notice

SECOND = Selection("D", "2024Q2")


def test_a_notice_lists_what_the_unit_has_late(small):
    content = to_notice(notice(small, SECOND, matters(small, SECOND), "甲村"))
    paper = Document(io.BytesIO(content))
    text = "\n".join(one.text for one in paper.paragraphs)
    assert "督办单" in text and "甲村：" in text and "共2件，其中已超期1件，最长的已超期17天" in text
    [table] = [[[cell.text for cell in row.cells] for row in one.rows] for one in paper.tables]
    assert table[0] == ["序号", "督办事项", "应办结（起始）日期", "天数", "办理要求"]
    assert table[1] == ["1", "甲村2号网格安全隐患（企业上报）（A4）", "2024-05-04", "超期17天", "逐件限期办结并回报"]
    assert len(table) == 3 and table[2][3] == "本期"
    assert "演示数据" in "".join(one.text for one in paper.sections[0].header.paragraphs)
    assert paper.paragraphs[0].style.name == "公文标题"


def test_equal_notices_give_equal_bytes_and_hostile_text_is_text():
    item = Item(code="{{ 7*7 }}", what="<w:p>&甲\x07", unit="甲", due="2024-05-04", days=3, asked="办结")
    told = Notice("甲<b>", date(2024, 6, 30), "说明。", (item,), "规则", "版本", is_demo=False)
    assert to_notice(told) == to_notice(told)
    [table] = Document(io.BytesIO(to_notice(told))).tables
    assert table.rows[1].cells[1].text == "<w:p>&甲（{{ 7*7 }}）"
