"""服务共治 as a reader meets it, over the demonstration warehouse and over one that holds published figures alone."""

import pytest

from tests.pages.reading import read_page

BAOGAI, PENGTIAN, TANGHOU = "350581101901", "350581100901", "350581101206"
CITY, SMART_PARK, GRID, ELSEWHERE = "350581000000", "350581100911", "35058110120603", "350581101201"


@pytest.fixture
def page(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    return lambda **query: read_page("community_services", **query)


def test_the_express_district_has_micro_actions_and_couriers_but_no_points(page):
    shown = page(area=PENGTIAN, period="2025Q4")
    assert shown.cards["四微开展种类"] == "4项"
    assert "快递小哥上报占比" in shown.text and "占快递小哥上报事件的" in shown.text
    assert "文明积分没有上报“文明积分”（未填报）。" in shown.text
    assert "积分兑换率" not in shown.cards


def test_the_park_district_has_points_but_no_micro_actions(page):
    shown = page(area=BAOGAI, period="2025Q4")
    assert "积分兑换率" in shown.cards and "微心愿完成率" not in shown.cards
    assert "四微联动没有上报“四微联动”（未填报）。快递小哥没有快递小哥上报的网格事件。" in shown.text


def test_sites_without_coordinates_are_not_drawn_as_points(page):
    text = page(area=BAOGAI, period="2025Q4").text
    assert "仑后村共享议事厅（演示）最低（2" in text
    assert "13处阵地，7类，1处没有上报服务量" not in text  # one month late is not silent in the quarter
    assert "13处阵地，7类" in text
    assert "其中4处登记在片区，地图上不落在任何单位；公开文件没有载明阵地坐标" in text


def test_the_switches_of_the_address_are_kept(page):
    shown = page(area=BAOGAI, period="2025Q4", metric="team_served", mediation="mediation_days", teams="service_teams")
    assert "服务队服务人次（人次） · 2025年第四季度 · 3处，内含3个厂区" in shown.text
    assert "平均调解用时（天）" in shown.text and "服务队（支）" in shown.text


@pytest.mark.parametrize("area", [CITY, TANGHOU, SMART_PARK, GRID, ELSEWHERE])
@pytest.mark.parametrize("period", ["2025Q4", "2025", "2023Q1", "2022Q2"])
def test_every_area_and_period_draws(page, area, period):
    shown = page(area=area, period=period)
    assert not shown.errors
    assert "nan" not in shown.text.lower() and "None" not in shown.text


def test_published_figures_alone_show_the_sites_and_say_what_is_missing(published_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(published_warehouse))
    shown = read_page("community_services", area=PENGTIAN)
    assert not shown.errors
    assert shown.cards["阵地与服务点"] == "6处"
    assert shown.cards["服务人次"] == "未填报"
    assert "6处阵地，6类，服务量均未填报" in shown.text
    for part in ("多元调解", "文明积分", "服务队伍", "四微联动"):
        assert f"没有上报“{part}”（未填报）" in shown.text
    assert "演示数据" not in shown.text
