"""就业人才 as a reader meets it, over the demonstration and over published figures alone."""

import pytest

from tests.pages.reading import read_page

BAOGAI, PENGTIAN = "350581101901", "350581100901"


@pytest.fixture
def page(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    return lambda **query: read_page("employment", **query)


def test_the_page_says_where_hands_are_missing(page):
    shown = page(area=BAOGAI, period="2025Q4")
    assert not shown.errors
    assert "最难招的是设计师" in shown.text and "缺得最多的是缝纫工" in shown.text
    assert "10类岗位中" in shown.text
    assert list(shown.cards)[:4] == ["岗位需求", "求职登记", "用工缺口", "用工供需比"]


def test_the_map_says_in_which_places(page):
    assert "用工缺口：宝盖科技园最多" in page(area=BAOGAI, period="2025Q4").text
    assert "引进人才" in page(area=BAOGAI, period="2025Q4", metric="talent_introduced").text


def test_the_station_is_the_channel_of_the_other_town(page):
    shown = page(area=PENGTIAN, period="2025Q4")
    assert "零工驿站占入职的" in shown.text and "宝盖职聘" not in shown.text


@pytest.mark.parametrize("channel", ["job_openings", "hire_rate", "match_rate", "openings_per_seeker"])
def test_every_measure_of_the_channels_draws(page, channel):
    assert not page(area=BAOGAI, channel=channel).errors


@pytest.mark.parametrize(
    ("topic", "said"),
    [("stay", "引进人才"), ("school", "订单班在读"), ("title", "职称通过率"), ("staff", "从业人员人均产值")],
)
def test_every_topic_shows_its_figures(page, topic, said):
    shown = page(area=BAOGAI, period="2025Q4", topic=topic)
    assert said in shown.text and "nan" not in shown.text.lower()


def test_what_an_area_does_not_report_is_named(page):
    shown = page(area=PENGTIAN, period="2025Q4", topic="title")
    assert "所选区域在这段时间没有上报（未填报）：职称等级申报、职称通过率" in shown.text


@pytest.mark.parametrize("period", ["2022Q1", "2023Q1", "2024"])
def test_every_period_draws(page, period):
    shown = page(area=BAOGAI, period=period)
    assert not shown.errors and "nan" not in shown.text.lower()


def test_without_forms_the_page_says_which_are_awaited(published_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(published_warehouse))
    shown = read_page("employment")
    assert not shown.errors
    assert "没有上报“用工供需”（未填报）" in shown.text and "没有上报“招聘活动”（未填报）" in shown.text
    assert set(shown.cards.values()) == {"未填报"}
