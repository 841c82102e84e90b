"""网格治理 as a reader meets it, over the demonstration warehouse and over one that holds published figures alone."""

import pytest

from tests.pages.reading import read_page

BAOGAI, PENGTIAN, TANGHOU = "350581101901", "350581100901", "350581101206"
THIRD_GRID, FACTORY, CITY = "35058110120603", "350581101921", "350581000000"


@pytest.fixture
def page(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    return lambda **query: read_page("grid_coverage", **query)


def test_the_published_figures_come_out_at_their_date(page):
    cards = page(area=BAOGAI, period="2024Q4").cards
    assert (cards["网格覆盖率"], cards["网格员"]) == ("100.0%", "87名")


def test_the_page_names_the_late_grid_and_the_standard(page):
    text = page(area=BAOGAI, period="2025Q4").text
    assert "塘后村3号网格最低" in text
    assert "标准：综合网格300–500户、不超过2,500人；专属网格不超过2,500人" in text
    assert "标准为本系统所设" in text


def test_the_rates_say_which_events_they_count(page):
    text = page(area=BAOGAI).text
    assert "同一批受理的事件" in text and "按应办结月份归期" in text


def test_the_metric_of_the_map_comes_from_the_address(page):
    assert (
        "事件平均办结时长（天） · 2025年第四季度 · 24处"
        in page(area=BAOGAI, period="2025Q4", metric="days_to_close").text
    )


def test_a_place_of_the_address_is_held_against_the_others(page):
    assert "塘后村3号网格事件按期办结率" in page(area=BAOGAI, period="2025Q4", spot=THIRD_GRID).text
    assert "由高到低第24位，共24处" in page(area=BAOGAI, period="2025Q4", spot=THIRD_GRID).text


def test_a_place_from_elsewhere_is_not_pointed_out(page):
    assert "由高到低" not in page(area="350581101208", period="2025Q4", spot=THIRD_GRID).text


def test_a_district_without_grids_says_so_and_shows_its_events(page):
    shown = page(area=PENGTIAN, period="2025Q4")
    assert "彭田片区的公开文件未载网格划分" in shown.text
    assert "8个单位受理事件" in shown.text
    assert "网格负荷" not in shown.text and "标准：综合网格" not in shown.text


def test_a_factory_is_shown_the_grids_of_its_park(page):
    assert "卡宾石狮事业部不单设网格" in page(area=FACTORY).text


@pytest.mark.parametrize("area", [CITY, TANGHOU, THIRD_GRID, PENGTIAN, "350581100211", FACTORY])
@pytest.mark.parametrize("period", ["2025Q4", "2025", "2023Q1", "2022Q2"])
def test_every_area_and_period_draws(page, area, period):
    shown = page(area=area, period=period)
    assert not shown.errors
    assert "nan" not in shown.text.lower() and "None" not in shown.text


def test_without_a_comparison_nothing_is_compared(page):
    text = page(area=BAOGAI, period="2025Q4", compare="none").text
    assert "同比" not in text.replace("比上年同期", "") and "上年同期" not in text


def test_published_figures_alone_are_explained(published_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(published_warehouse))
    shown = read_page("grid_coverage")
    assert not shown.errors
    assert "未填报" in shown.text and "演示数据" not in shown.text


def test_patrols_visits_and_reviews_of_the_grids_stand_below(page):
    shown = page(area=BAOGAI, period="2025Q4", part="patrols")
    assert {"入户覆盖率", "关爱走访", "红旗网格占比", "整改网格"} <= set(shown.cards)
    assert "同一户一个月走访几次都计一户，因此不超过100%" in shown.text
    assert "网格考评得分（分）" in shown.text and "按网格考评，不考评个人" in shown.text


def test_the_map_shows_homes_visited_and_scores_where_there_are_grids(page):
    homes = page(area=BAOGAI, period="2025Q4", metric="household_coverage")
    assert "入户覆盖率（%） · 2025年第四季度 · 24处" in homes.text
    scores = page(area=BAOGAI, period="2025Q4", metric="review_score")
    assert "网格考评得分（分） · 2025年第四季度 · 24处" in scores.text


def test_what_is_visited_is_a_switch_in_the_address(page):
    assert "关爱走访（人次） · 按季" in page(area=BAOGAI, period="2025Q4", part="patrols", visits="care_visits").text


def test_a_district_without_grids_has_no_patrols(page):
    shown = page(area=PENGTIAN, period="2025Q4")
    assert "入户覆盖率" not in shown.cards and "网格考评" not in shown.text


def test_the_ledger_names_the_late_events_of_a_grid(page):
    text = page(area=THIRD_GRID, period="2025Q4", open="ledger", events="late").text
    assert "塘后村3号网格超期未办结" in text and "最长的已超期" in text and "不含上报人" in text


def test_the_list_of_the_ledger_stands_in_the_address(page):
    given = {"area": BAOGAI, "period": "2025Q4", "open": "ledger"}
    chosen = page(**given, events="accepted", place=THIRD_GRID, month="2025-11", kind="环境卫生", channel="热线").text
    assert "塘后村3号网格当期受理0件" in chosen and "2025年11月没有当期受理的事件（环境卫生、热线）" in chosen
    # What the address asks for and is not there gives way to the first of a box.
    wrong = page(**given, events="<b>", place="x", month="2020-01", kind="?", sheet="0").text
    assert "超期未办结 · 2025年第四季度 · 宝盖" in wrong


def test_a_long_list_is_told_page_by_page(page):
    given = {"area": BAOGAI, "period": "2025Q4", "open": "ledger", "events": "accepted"}
    assert "第1–100件" in page(**given).text and "第101–200件" in page(**given, sheet="2").text


def test_a_card_leads_to_its_list(demonstration_warehouse, monkeypatch, open_page):
    app = open_page(demonstration_warehouse, "grid_coverage", area=BAOGAI, period="2025Q4", open="")
    cards = next(element.proto.body for element in app.get("html") if 'class="cards"' in element.proto.body)
    assert (
        'href="grid_coverage?area=350581101901&amp;period=2025Q4&amp;compare=year_earlier&amp;open=ledger&amp;events=late"'
        in cards
    )
