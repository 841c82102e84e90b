"""组织建设 as a reader meets it, over the demonstration and over published figures alone."""

import pytest

from tests.pages.reading import read_page

BAOGAI, PENGTIAN = "350581101901", "350581100901"
INTERVAL = "20个党组织中13个已明确挂钩领导，7个未明确，覆盖率在65%到100%之间"


@pytest.fixture
def page(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    return lambda **query: read_page("party_building", **query)


def test_the_page_shows_the_organizations_of_the_plan(page):
    shown = page(area="350581101911", period="2024Q4")
    assert not shown.errors
    assert shown.cards["党组织"] == "41个" and shown.cards["党员"] == "254名"
    assert INTERVAL in shown.text


def test_the_share_covered_is_of_enterprises_and_not_of_branches(page):
    # 14 on their own and 44 joined of 213 in the park; the branches are 41.
    assert page(area="350581101911", period="2024Q4").cards["组织覆盖率"] == "27.2%"


def test_the_estate_of_the_report_has_all_four_levels(page):
    shown = page(area=PENGTIAN, period="2025Q4")
    assert "1个小区中1个四级完整" in shown.text
    assert "“挂钩联系”没有所选区域在这段时间的内容（本期无此项）" in shown.text


@pytest.mark.parametrize("by", ["kind", "theme_line"])
@pytest.mark.parametrize("period", ["2025Q4", "2024", "2022Q1"])
def test_every_grouping_and_period_draws(page, by, period):
    shown = page(area=BAOGAI, by=by, period=period)
    assert not shown.errors and "nan" not in shown.text.lower()


def test_the_annex_stands_without_any_form(published_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(published_warehouse))
    shown = read_page("party_building", area=BAOGAI)
    assert not shown.errors
    assert INTERVAL in shown.text and "没有上报“两个覆盖”（未填报）" in shown.text
    assert set(shown.cards.values()) == {"未填报"}
