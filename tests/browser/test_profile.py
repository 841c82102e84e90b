"""区域档案 in Chromium: reached by clicks from a map, through its breadcrumb and back; one page of A4 on paper."""

import re

from tests import serving

GRID, VILLAGE, DISTRICT = "35058110120603", "350581101206", "350581101901"
MAP = '[class*="st-key-block-places-map"]'
HEAD = ".profile-head h2"


def test_from_a_map_to_the_profile_up_to_the_district_and_back(address, open_page):
    page = open_page(f"{address}/park_output?area={DISTRICT}&period=2025Q4&spot={VILLAGE}", height=1200)
    page.locator(MAP).first.wait_for()
    page.get_by_role("link", name="看塘后村档案").click()
    page.wait_for_url(f"**/profile?*area={VILLAGE}*")
    page.locator(HEAD, has_text="塘后村").wait_for()
    serving.wait_until_drawn(page)
    assert "period=2025Q4" in page.url
    page.locator(".crumbs a", has_text="宝盖“三区联创”片区").click()
    page.wait_for_url(f"**/profile?*area={DISTRICT}*")
    page.locator(HEAD, has_text="片区").wait_for()
    page.go_back()
    page.locator(HEAD, has_text="塘后村").wait_for()
    page.go_back()
    page.locator(MAP).first.wait_for()


def test_a_name_in_a_table_and_a_matter_lead_to_their_profiles(address, open_page):
    page = open_page(f"{address}/profile?area={VILLAGE}&period=2025Q4&compare=year_earlier&open=parts")
    page.locator(".reading a.way", has_text="塘后村3号网格").click()
    page.wait_for_url(f"**/profile?*area={GRID}*")
    page.locator(HEAD, has_text="塘后村3号网格").wait_for()
    serving.wait_until_drawn(page)
    assert page.locator(".standings .place", has_text="／16").count() >= 5
    page = open_page(f"{address}/overview?area={VILLAGE}&period=2025Q4")
    page.locator(".attention a.aside").first.click()
    page.wait_for_url("**/profile?*")
    page.locator(HEAD).wait_for()


def test_a_neighbour_is_compared_in_one_click(address, open_page):
    page = open_page(f"{address}/profile?area={DISTRICT}&period=2025Q4")
    page.locator(".ways a", has_text="与彭田片区对比").click()
    page.wait_for_url("**/explore?*")
    serving.wait_until_drawn(page)
    asked = page.locator(".asked").inner_text()
    assert "彭田片区" in asked and "宝盖“三区联创”片区" in asked


def test_on_paper_it_is_one_page(address, open_page):
    for code in (DISTRICT, VILLAGE, GRID):
        page = open_page(f"{address}/profile?area={code}&period=2025Q4")
        paper = page.pdf(format="A4", prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1, code
