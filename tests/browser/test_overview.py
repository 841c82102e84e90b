"""总览 in Chromium: the first screen holds what it should, the list leads on, the map's switch redraws only the map."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests import serving

DISTRICT = "350581101901"
BOTTOM = "element => element.getBoundingClientRect().bottom"


def test_the_first_screen_holds_cards_map_and_list(address, open_page):
    page = open_page(f"{address}/overview?area={DISTRICT}", width=1440, height=900)
    for part in (".cards", '[class*="st-key-block-overview-map"]', ".attention"):
        assert page.locator(part).first.evaluate(BOTTOM) <= 900, part


@pytest.mark.parametrize("period", ["2025Q4", "2025Q3"])
def test_a_bar_of_a_target_has_its_word_beside_the_change(address, open_page, period):
    page = open_page(f"{address}/overview?area={DISTRICT}&period={period}", width=1440, height=900)
    words = page.locator(".card:has(.bullet) .verdict")
    assert words.count() == page.locator(".card .bullet").count() > 0
    assert all(word.is_visible() and "年度" in word.inner_text() for word in words.all())
    # It takes no line of its own.
    assert page.locator(".card .against").evaluate_all("all => all.every(one => one.offsetHeight < 30)")


def test_a_phone_tells_for_how_long_each_matter_has_been_late(address, open_page):
    page = open_page(f"{address}/overview?area={DISTRICT}", width=390, height=844)
    told = page.locator(".attention .due")
    assert told.count() == page.locator(".attention li").count() > 0
    for one in told.all():
        box = one.bounding_box()
        assert box and box["width"] > 0 and box["x"] + box["width"] <= 390, one.inner_text()


def test_the_bare_address_leads_to_the_overview_with_its_filter(address, open_page):
    page = open_page(f"{address}/?area={DISTRICT}&period=2024Q4&open=text")
    page.wait_for_url("**/overview?**")
    serving.wait_until_drawn(page)
    assert page.locator('[role="dialog"]').count() == 0
    assert "2024年第四季度" in page.locator(".st-key-briefing").inner_text()


def test_an_item_of_the_list_leads_to_its_page_with_the_filter(address, open_page):
    page = open_page(f"{address}/overview?area={DISTRICT}&period=2024Q4")
    link = page.locator(".attention a").first
    wanted = parse_qs(urlsplit(link.get_attribute("href")).query)
    link.click()
    page.wait_for_url(f"**/*?*area={wanted['area'][0]}*")
    serving.wait_until_drawn(page)
    assert page.locator('input[aria-label="时期"]').input_value() == "2024年第四季度"


def test_the_switch_redraws_the_map_alone(address, open_page):
    page = open_page(f"{address}/overview?area={DISTRICT}")
    heading = page.locator('[class*="st-key-block-overview-map"] h3')
    before = heading.inner_text()
    page.locator(".cards").evaluate("cards => cards.dataset.kept = 'yes'")
    page.get_by_role("radio", name="总产值").or_(page.get_by_role("button", name="总产值")).first.click()
    page.wait_for_function(
        """before => document.querySelector('[class*="st-key-block-overview-map"] h3').innerText !== before""",
        arg=before,
    )
    assert heading.inner_text().startswith("总产值")
    assert page.locator(".cards").get_attribute("data-kept") == "yes"
