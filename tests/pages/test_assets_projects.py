"""资产项目 as a reader meets it: over the demonstration, with published facts only."""

import pytest

from tests.pages.reading import read_page


@pytest.fixture
def page(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    return lambda **query: read_page("assets_projects", **query)


def test_the_report_s_assets_and_projects_are_told(page):
    shown = page(area="350581100901", period="2025Q4")
    assert not shown.errors
    assert shown.cards["征收面积"] == "89.0亩"
    assert "锦绣花园配套商场等2处至少已12个季度未投入运营" in shown.text
    assert "公开文件写到6件大事，最近一件：锦绣花园小区配套商场经营权被企业拍下" in shown.text
    assert "12月5日，泉州兵象物业管理公司已拍下商场的经营权" in shown.text
    assert "年份推定" in shown.text and "演示数据" in shown.text


def test_what_lags_is_named(page):
    shown = page(area="350581101901", period="2025Q4")
    assert "仑后村演示闲置地块盘活超期" in shown.text
    assert shown.cards["超期未完节点"] == "3个"


def test_an_area_without_approvals_or_land_shows_none(page):
    shown = page(area="350581101208", period="2025Q4", kind="land")
    assert (
        not shown.errors
        and "资产盘活率" in shown.cards
        and "审批提速" not in shown.cards
        and "征收面积" not in shown.cards
    )
    assert "审批节点" not in shown.text


def test_an_area_without_any_of_it_says_so(page):
    shown = page(area="350581100921", period="2025Q4")
    assert "没有上报“资产盘活”（未填报）" in shown.text and "没有上报“项目与帮办”（未填报）" in shown.text
    assert "没有写到所选区域的大事" in shown.text and not shown.cards


@pytest.mark.parametrize("period", ["2025Q4", "2025", "2023Q1", "2022Q1"])
@pytest.mark.parametrize("kind", ["build", "land", "approval"])
def test_every_group_and_period_draws(page, period, kind):
    shown = page(area="350581000000", period=period, kind=kind)
    assert not shown.errors and "nan" not in shown.text.lower()


def test_without_forms_only_what_documents_print_is_told(published_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(published_warehouse))
    shown = read_page("assets_projects", area="350581100901")
    assert not shown.errors and not shown.cards
    assert "未填报" in shown.text and "公开文件写到6件大事" in shown.text and "演示数据" not in shown.text
