"""培训孵化 as a reader meets it, over the demonstration warehouse."""

import pytest

from tests.pages.reading import read_page


@pytest.fixture
def page(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    return lambda **query: read_page("incubation", **query)


def test_the_site_meets_its_published_figures(page):
    shown = page(area="350581100901", period="2025Q4")
    assert "图灵·乘式空间5项公开数字中5项与填报一致" in shown.text
    assert "原文未印年份" in shown.text
    assert shown.cards["累计孵化成功企业"] == "6家"
    assert shown.cards["累计就业岗位"] == "96个"


def test_an_area_without_a_site_says_so_and_shows_its_courses(page):
    shown = page(area="350581101901", period="2025Q4")
    assert "没有孵化阵地上报“孵化成效”（未填报）" in shown.text
    assert "图灵" not in shown.text
    assert "累计就业岗位" not in shown.cards


def test_the_map_says_in_which_places(page):
    shown = page(area="350581100901", period="2025Q4", open="all", metric="jobs_cumulative")
    assert "石狮服装智能制造园累计就业岗位96个" in shown.text


def test_an_area_without_courses_says_so(page):
    assert "没有开课" in page(area="350581101206").text


@pytest.mark.parametrize("period", ["2025Q4", "2024", "2022Q1"])
@pytest.mark.parametrize("by", ["audience", "category"])
def test_every_grouping_and_period_draws(page, period, by):
    shown = page(area="350581100901", period=period, by=by)
    assert not shown.errors
    assert "nan" not in shown.text.lower()
