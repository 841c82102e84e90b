"""The list of documents: each has a name of its own, and files are called so that every system takes them."""

from dataclasses import replace

from dashboard.meeting.running_order import running_order
from dashboard.render.documents import DOCUMENTS, document_name


def test_every_document_is_told_from_the_others():
    assert len({document.label for document in DOCUMENTS.values()}) == len(DOCUMENTS)
    assert all(
        document.suffix.startswith(".") and document.note and "/" in document.media_type
        for document in DOCUMENTS.values()
    )


def test_a_file_says_whether_the_meeting_is_closed_and_its_figures_made_up(small):
    order = running_order(small, "M2", "P")
    pptx = DOCUMENTS["pptx"]
    demo = "演示数据_" if order.is_demo else ""
    assert document_name(order, pptx) == f"{demo}甲片区2024年第一季度联席会议（甲园）_通报稿_演示文稿_草稿.pptx"
    closed = replace(order, is_draft=False, edition=2, district="", meeting='甲:片区 "一季度"/会议')
    assert document_name(closed, pptx) == f"{demo}甲_片区_一季度_会议_通报稿_演示文稿_定稿第2版.pptx"
