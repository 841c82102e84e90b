"""The documents that a meeting is handed over as: what each is called and which function writes it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.meeting.slide import RunningOrder
from dashboard.meeting.stage import LABELS, Stage
from dashboard.render.docx import to_minutes, to_report
from dashboard.render.html import to_html
from dashboard.render.pdf import deck_caution, lacking, report_caution, to_a4_pdf, to_pdf
from dashboard.render.pptx import to_pptx
from dashboard.render.xlsx.workbook import to_workbook


@dataclass(frozen=True)
class Document:
    """A kind of document: its Chinese name, the end of its file's name, its media type, and what writes it.

    `write` raises DocumentUnavailable where it cannot; `lacking` says beforehand what this machine lacks (empty:
    nothing), `caution` what of it comes out otherwise here, `note` what the document is good for; what `is_slow` takes
    more than a few seconds.
    """

    label: str
    suffix: str
    media_type: str
    write: Callable[[RunningOrder], bytes]
    lacking: Callable[[], str] = str
    caution: Callable[[], str] = str
    note: str = ""
    is_slow: bool = False


FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')
OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = "application/pdf"
WORD = f"{OFFICE}.wordprocessingml.document"
# By the word that the command line knows each by.
DOCUMENTS = {
    "pptx": Document(
        "演示文稿",
        ".pptx",
        f"{OFFICE}.presentationml.presentation",
        to_pptx,
        note="图表、表格、地图在 PowerPoint 里都可以接着改",
    ),
    "docx": Document("会议纪要", ".docx", WORD, to_minutes, note="会后文件：议定事项成句，出席、列席、请假等留空手填"),
    "report": Document("工作汇报", ".docx", WORD, to_report, note="句子里的数字都出自数据，版式在 Word 模板里改"),
    "xlsx": Document(
        "工作簿",
        ".xlsx",
        f"{OFFICE}.spreadsheetml.sheet",
        to_workbook,
        note="全部事项、全部节点和每个主题的数据，可筛选，带单位、来源、口径",
    ),
    "html": Document(
        "单文件网页",
        ".html",
        "text/html",
        lambda order: to_html(order).encode("utf-8"),
        note="放进平板或 U 盘，不联网也能放映、点开明细",
    ),
    "pdf": Document(
        *("演示文稿 PDF", ".pdf", PDF, to_pdf),
        lacking=lacking,
        caution=deck_caution,
        note="16:9，一页一屏",
        is_slow=True,
    ),
    "a4": Document(
        *("工作汇报 PDF", ".pdf", PDF, to_a4_pdf(to_report)),
        lacking=lacking,
        caution=report_caution,
        note="A4，可直接打印",
        is_slow=True,
    ),
}


def document_name(order: RunningOrder, document: Document) -> str:
    """The name of the file: 演示数据 before it where any figure is made up, meeting, kind, whether it is closed."""
    state = "草稿" if order.is_draft else f"定稿第{order.edition}版"
    words = ("演示数据" if order.is_demo else "", order.title, LABELS[Stage(order.stage)], document.label, state)
    return FORBIDDEN.sub("_", "_".join(filter(None, words))) + document.suffix
