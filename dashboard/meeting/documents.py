"""The documents that a meeting is handed over as: what each is called and which function writes it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.meeting.pdf import lacking, to_pdf
from dashboard.meeting.powerpoint import to_pptx
from dashboard.meeting.screen import to_html
from dashboard.meeting.slide import RunningOrder
from dashboard.meeting.workbook import to_workbook


@dataclass(frozen=True)
class Document:
    """A kind of document: its Chinese name, the end of its file's name, its media type, and what writes it.

    `lacking` says what this machine lacks to write it (empty: nothing), `note` what a reader should know of it; what
    `is_slow` takes more than a few seconds.
    """

    label: str
    suffix: str
    media_type: str
    write: Callable[[RunningOrder], bytes]
    lacking: Callable[[], str] = str
    note: str = ""
    is_slow: bool = False


FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')
OFFICE = "application/vnd.openxmlformats-officedocument"
# By the word that the command line knows each by.
DOCUMENTS = {
    "pptx": Document("演示文稿", ".pptx", f"{OFFICE}.presentationml.presentation", to_pptx),
    "xlsx": Document("工作簿", ".xlsx", f"{OFFICE}.spreadsheetml.sheet", to_workbook),
    "pdf": Document("演示文稿 PDF", ".pdf", "application/pdf", to_pdf, lacking=lacking, is_slow=True),
    "html": Document("单文件网页", ".html", "text/html", lambda order: to_html(order).encode("utf-8")),
}


def document_name(order: RunningOrder, document: Document) -> str:
    """The name of the file: 演示数据 before it where any figure is made up, the meeting, whether it is closed."""
    words = ("演示数据" if order.is_demo else "", order.title, "草稿" if order.is_draft else "定稿")
    return FORBIDDEN.sub("_", "_".join(filter(None, words))) + document.suffix
