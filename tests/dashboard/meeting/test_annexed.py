"""What is put into a meeting is a page of its appendix, with the figures of the version that is told."""

import pytest

from dashboard.meeting.annexed import Annexed, with_annexed
from dashboard.meeting.running_order import running_order
from dashboard.metrics.absence import Absence
from dashboard.render.documents import DOCUMENTS
from dashboard.tables.meetings import joint_meetings_held
from dashboard.views.profile.subject import named

OUTPUT = {"metrics": "gross_output", "areas": "F", "level": "self", "from": "2024Q1", "to": "2024Q2"}
EVENTS = {"metrics": "events_accepted", "areas": "D", "level": "self", "by": "kind", "from": "2024-04", "to": "2024-05"}


@pytest.fixture
def order(small):
    return running_order(small, "M2")


def added(small, order, *annexed):
    return with_annexed(small, order, annexed).slides[len(order.slides) :]


def test_a_question_is_a_picture_and_its_rows_behind_the_appendix(small, order):
    """F has E1 alone, which is public: 120 and 130."""
    picture, rows = added(small, order, Annexed("explore", OUTPUT))
    assert picture.is_appendix and rows.is_appendix and (picture.layout, rows.layout) == ("chart", "table")
    assert [row[picture.chart.values[0]] for row in picture.rows] == [120, 130]
    assert rows.rows[-1][-1] == 250 and picture.title and picture.footer.source


def test_what_made_a_change_keeps_its_own_rows(small, order):
    picture, rows = added(small, order, Annexed("explore", EVENTS | {"chart": "causes"}))
    assert {row[0]: row[-1] for row in picture.rows} == {"环境卫生": 1, "安全隐患": -1}
    assert rows.rows[-1][0] == "合计" and rows.rows[-1][-1] == 0


def test_what_may_not_be_shown_is_not_shown_there_either(small, order):
    [*_, rows] = added(small, order, Annexed("explore", OUTPUT | {"areas": "P", "by": "industry"}))
    assert Absence.NOT_DISCLOSED in {cell for row in rows.rows for cell in row}


def test_a_profile_is_a_page_and_an_area_that_is_gone_is_none(small, order):
    [page] = added(small, order, Annexed("profile", {"area": "P", "period": "2024Q2", "compare": "year_earlier"}))
    assert "甲园" in page.name and page.rows
    assert added(small, order, Annexed("profile", {"area": "<b>gone</b>"})) == ()


def test_an_enterprise_is_a_page_while_it_may_be_named(demonstration):
    told = next(iter(named(demonstration, "350581101911", "2025Q4")))
    query = {"area": "350581101911", "period": "2025Q4", "of": told}
    order = running_order(demonstration, joint_meetings_held(demonstration)[0].meeting_id)
    [page] = added(demonstration, order, Annexed("profile", query))
    assert page.name == f"企业档案：{told}" and page.rows and page.footer.source
    assert added(demonstration, order, Annexed("profile", query | {"of": "演示未公开<b>001号"})) == ()


def test_a_link_that_asks_for_what_is_gone_says_so(small, order):
    [*_, rows] = added(small, order, Annexed("explore", OUTPUT | {"metrics": "gone"}))
    assert any("已改为" in remark for remark in rows.remarks)


def test_every_kind_of_document_takes_the_pages(small, order):
    told = with_annexed(small, order, [Annexed("explore", OUTPUT), Annexed("explore", EVENTS | {"chart": "causes"})])
    for kind in ("pptx", "html", "xlsx"):
        assert DOCUMENTS[kind].write(told)
