"""The documents as they are offered at the desk."""

from streamlit.testing.v1 import AppTest


def offered():
    from dashboard.meeting.slide import RunningOrder
    from dashboard.render.documents import Document
    from dashboard.render.web.desk import handing_over
    from dashboard.text.joined import DataVersion

    order = RunningOrder(meeting_id="M", area_code="D", district_code="D", version=DataVersion("版本"), slides=())
    said = Document(
        "演示文稿 PDF", ".pdf", "application/pdf", lambda _: b"", caution=lambda: "本机缺少字体", note="16:9"
    )
    handing_over._made_first("pdf", said, order)
    handing_over._made_first("a4", Document("汇报", ".pdf", "application/pdf", lambda _: b"", note="A4"), order)


def test_what_comes_out_otherwise_on_this_machine_is_said_where_a_document_is_offered():
    page = AppTest.from_function(offered).run()
    assert not page.exception
    assert [one.label for one in page.button] == ["生成演示文稿 PDF（.pdf）", "生成汇报（.pdf）"]
    said = [one.proto.body for one in page.get("html")]
    assert sum("16:9" in one for one in said) == sum("本机缺少字体" in one for one in said) == 1
