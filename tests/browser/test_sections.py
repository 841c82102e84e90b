"""The sections of a page in a browser: closed as it opens, drawn when opened, in the address, led to by the index."""

import pytest

from dashboard.render.web.platform import filled
from tests import serving
from tests.browser.test_every_page import every_page

PARK = "park_output?area=350581101901&period=2025Q4"
HEIGHT = filled("() => document.querySelector(':--main').scrollHeight")
FOLD = ".st-key-section-parts > * > details"
FOLD_SUMMARY = f"{FOLD} > summary"
BELOW_THE_BAR = """() => document.querySelector('.st-key-section-parts').getBoundingClientRect().top"""
OPENED_HEIGHT, PHONE_HEIGHT, PHONE_OVERVIEW = 2400, 5000, 2500


@every_page
def test_a_page_is_soon_read(address, visit, name):
    page = visit(f"{address}/{name}")
    assert page.evaluate(HEIGHT) <= OPENED_HEIGHT


@every_page
def test_a_page_is_soon_read_on_a_phone(address, visit, name):
    page = visit(f"{address}/{name}", width=390)
    assert page.evaluate(HEIGHT) <= (PHONE_OVERVIEW if name == "overview" else PHONE_HEIGHT)


def test_a_section_is_drawn_when_it_is_opened_and_stands_in_the_address(address, open_page):
    page = open_page(f"{address}/{PARK}")
    assert page.locator(f"{FOLD} .chart").count() == 0
    page.locator(FOLD_SUMMARY).click()
    page.locator(f"{FOLD} .chart").first.wait_for()
    page.wait_for_url("**open=parts*")
    copy = open_page(page.url)
    assert copy.locator(f"{FOLD} .chart").count() >= 1
    copy.locator(FOLD_SUMMARY).click()
    copy.wait_for_function("() => !location.search.includes('open=')")


def test_the_index_opens_a_section_and_brings_it_below_the_bar(address, open_page):
    page = open_page(f"{address}/{PARK}", height=700)
    page.get_by_role("button", name="产出构成").click()
    page.wait_for_url("**open=parts*")
    page.locator(f"{FOLD} .chart").first.wait_for()
    page.wait_for_function(f"() => {{ const top = ({BELOW_THE_BAR})(); return top > 60 && top < 400; }}")
    assert page.locator(".page-title").bounding_box()["y"] >= 0
    page.wait_for_function("() => true")


def test_all_sections_open_at_once_and_each_is_drawn(address, open_page):
    page = open_page(f"{address}/grid_coverage")
    page.get_by_role("button", name="全部展开").click()
    page.wait_for_function(
        """() => [...document.querySelectorAll('[class*="st-key-section-"] > * > details')]
            .every(one => one.open && one.querySelector('.block-heading, table'))"""
    )
    serving.wait_until_drawn(page)


def test_a_section_without_figures_says_why_in_a_line(address, open_page):
    page = open_page(f"{address}/community_services?area=350581101911")
    absent = page.locator(".absent-parts li")
    assert absent.count() >= 1
    assert "未填报" in absent.first.inner_text() or "没有" in absent.first.inner_text()


@pytest.mark.parametrize("name", ["park_output", "employment"])
def test_a_phone_shows_findings_first_and_pictures_on_demand(address, open_page, name):
    page = open_page(f"{address}/{name}", width=390)
    assert page.locator(".card:visible").count() == 3
    fold = page.locator(".fold summary").first
    block = page.locator(filled(':--stack[class*="st-key-block-"]')).filter(has=fold).first
    assert block.locator(".chart:visible").count() == 0
    fold.click()
    block.locator(".chart .main-svg").first.wait_for(state="visible")
    page.locator(".more-cards summary").first.click()
    assert page.locator(".card:visible").count() > 3
