"""关注事项 as a reader meets it: as many matters as the overview counts, what an address chooses, and empty states."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.reading import read_page
from tests.serving import REPOSITORY

BAOGAI, THIRD_GRID, CITY = "350581101901", "35058110120603", "350581000000"


@pytest.fixture
def page(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    return lambda name="attention", **query: read_page(name, **query)


def counted(text: str) -> int:
    return int(re.search(r"需要关注的事项(\d+)件", text)[1])


def test_the_page_lists_as_many_as_the_overview_counts(page):
    given = {"area": BAOGAI, "period": "2025Q4"}
    assert counted(page(**given).text) == counted(page("overview", **given).text)


def test_the_boxes_stand_in_the_address(page):
    given = {"area": BAOGAI, "period": "2025Q4"}
    narrowed = page(**given, unit="塘后村", kind="事件超期积压", against="period", standing="继续").text
    assert "2025年第四季度 · 宝盖“三区联创”片区 · 事件超期积压 · 塘后村 · 继续 · 对照2025年第三季度末" in narrowed
    assert counted(narrowed) < counted(page(**given).text)


@pytest.mark.parametrize(
    "wrong", [{"unit": "<b>"}, {"kind": "x"}, {"against": "version-x"}, {"at": "meeting-0"}, {"standing": "?" * 2000}]
)
def test_what_an_address_asks_for_in_vain_gives_way_to_all(page, wrong):
    given = {"area": BAOGAI, "period": "2025Q4"}
    shown = page(**given, **wrong)
    assert not shown.errors and counted(shown.text) == counted(page(**given).text)


@pytest.mark.parametrize(("area", "period"), [(CITY, "2025"), (THIRD_GRID, "2025Q3"), (BAOGAI, "2022Q2")])
def test_every_area_and_period_is_told(page, area, period):
    shown = page(area=area, period=period, against="period")
    assert not shown.errors and "没有画出来" not in shown.text and "nan" not in shown.text.lower()


def test_where_nothing_was_reported_the_page_says_so(page):
    assert "没有可供判断的填报数据" in page(area="350581100211", period="2022Q2").text


def test_the_rules_stand_below_with_their_limits(page):
    text = page(area=BAOGAI, period="2025Q4").text
    assert "10条规则全部启用" in text and "低于80%，到期满10件" in text


def test_a_matter_that_is_opened_stands_in_the_address_with_its_single_things(page):
    given = {"area": BAOGAI, "period": "2025Q4", "matter": f"overdue-overdue_open-{THIRD_GRID}"}
    text = page(**given).text
    assert "事件超期积压 · 塘后村 · 逐件限期办结并回报" in text and "选中一行" not in text
    assert "选中一行" in page(**given | {"matter": "<b>"}).text


def test_what_the_boxes_cannot_choose_is_told_and_leaves_the_address(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    app = AppTest.from_file(str(REPOSITORY / "pages" / "attention.py"), default_timeout=60)
    bad = {"unit": "<b>nobody</b>", "kind": "x" * 500, "against": "gone", "matter": "gone"}
    for name, text in bad.items():
        app.query_params[name] = text
    app.run()
    assert not app.exception and not set(bad) & set(app.query_params)
    said = "".join(element.proto.body for element in app.get("html"))
    assert "责任单位“&lt;b&gt;nobody&lt;/b&gt;”现在没有或不能选择，已改为全部单位" in said and "x" * 30 not in said
