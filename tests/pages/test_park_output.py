"""园区产出 as a reader meets it, over the demonstration warehouse: figures, switches, and plain words where there are none."""

import pytest

from tests.pages.reading import read_page


@pytest.fixture
def page(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    return lambda **query: read_page("park_output", **query)


def test_the_page_shows_output_tax_and_land(page):
    shown = page(area="350581101901", period="2024Q4")
    assert shown.cards["在册企业"].startswith("2")
    assert {"总产值", "税收", "从业人员", "亩均产值", "企业季报上报率"} <= shown.cards.keys()
    assert "总产值（万元）" in shown.text and "税收（万元）" in shown.text


def test_the_three_measures_of_output_are_never_mixed(page):
    shown = page(area="350581101901", output="revenue", metric="revenue")
    assert "当期营业收入。" in shown.text
    assert "营业收入8期中" in shown.text


@pytest.mark.parametrize("area", ["350581101911", "350581101206", "350581101922", "350581100901", "350581000000"])
@pytest.mark.parametrize("period", ["2025Q4", "2024", "2022Q3"])
def test_every_area_and_period_draws(page, area, period):
    shown = page(area=area, period=period)
    assert not shown.errors
    assert "nan" not in shown.text.lower()


def test_a_grid_is_told_that_output_is_not_divided(page):
    assert "产出不分到网格" in page(area="35058110191103").text


def test_enterprises_that_may_not_be_named_are_counted_only(page):
    shown = page(area="350581101901", period="2025Q4")
    assert "家内部企业按规定不具名" in shown.text


def test_one_factory_is_not_split_into_itself(page):
    shown = page(area="350581101921", period="2025Q4")
    assert "占总产值的100%" not in shown.text and "规上占比100" not in shown.text
    # A document printed its sums of 2023, and of no quarter since.
    assert {shown.cards[name] for name in ("总产值", "税收", "从业人员")} == {"不公开"}
