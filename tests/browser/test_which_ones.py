"""“Which ones” by clicks alone: from a number to the events behind it, and to the matters of a unit; each as a link."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests import serving

DISTRICT, GRID = "350581101901", "35058110120603"
LEDGER = '[class*="st-key-block-ledger"]'
MATTERS = '[class*="st-key-block-matters"]'


def query_of(page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def test_the_number_of_matters_leads_to_all_of_them(address, open_page):
    page = open_page(f"{address}/overview?area={DISTRICT}&period=2025Q4")
    title = page.locator("a.whole h3").inner_text()
    page.locator("a.whole").click()
    page.wait_for_url("**/attention?**")
    serving.wait_until_drawn(page)
    assert page.locator(f"{MATTERS} h3").inner_text().split("，")[0].strip() == title.split("，")[0].strip()


def test_a_late_grid_leads_to_its_late_events_and_the_link_opens_the_same(address, open_page):
    page = open_page(f"{address}/overview?area={DISTRICT}&period=2025Q4")
    page.locator(".attention a", has_text="件事件超期未办结").filter(has_text="塘后村3号网格").click()
    page.wait_for_url("**/grid_coverage?**")
    page.wait_for_selector(f"{LEDGER} h3")
    serving.wait_until_drawn(page)
    found = page.locator(f"{LEDGER} h3").inner_text()
    assert "塘后村3号网格超期未办结" in found and "最长的已超期" in found
    link = page.url
    assert query_of(page)["open"] == "ledger" and query_of(page)["events"] == "late"
    other = open_page(link)
    assert other.locator(f"{LEDGER} h3").inner_text() == found


def test_the_lists_of_the_ledger_are_chosen_by_clicks_and_stand_in_the_address(address, open_page):
    page = open_page(f"{address}/grid_coverage?area={GRID}&period=2025Q4&open=ledger")
    before = page.locator(f"{LEDGER} h3").inner_text()
    page.get_by_role("radio", name="当期受理").or_(page.get_by_role("button", name="当期受理")).first.click()
    page.wait_for_function(f"before => document.querySelector('{LEDGER} h3').innerText !== before", arg=before)
    assert "塘后村3号网格当期受理" in page.locator(f"{LEDGER} h3").inner_text()
    assert query_of(page)["events"] == "accepted"


def test_a_card_leads_to_its_list(address, open_page):
    page = open_page(f"{address}/overview?area={DISTRICT}&period=2025Q4")
    page.locator(".card", has_text="超期未办结").locator("a.lead").click()
    page.wait_for_url("**/grid_coverage?**events=late*")
    page.wait_for_selector(f"{LEDGER} h3")
    assert "超期未办结" in page.locator(f"{LEDGER} h3").inner_text()


def test_a_cell_of_the_heat_map_opens_its_list(address, open_page):
    page = open_page(f"{address}/grid_coverage?area={DISTRICT}&period=2025Q4&open=events")
    chart = page.locator('[class*="st-key-block-grid-heat"] .nsewdrag').first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    # The last row in the last month; the bar of the page lies over the first one.
    at = (box["x"] + box["width"] - 12, box["y"] + box["height"] - 14)
    page.mouse.move(*at)
    page.mouse.click(*at)
    page.wait_for_url("**/grid_coverage?**month=2025-12*")
    page.wait_for_selector(f"{LEDGER} h3, .empty")
    asked = query_of(page)
    assert (asked["month"], asked["events"]) == ("2025-12", "missed") and "ledger" in asked["open"].split(",")


@pytest.mark.parametrize("width", [1440, 390])
def test_a_unit_is_chosen_and_its_paper_taken_away(address, open_page, width):
    page = open_page(f"{address}/attention?area={DISTRICT}&period=2025Q4&unit=塘后村", width=width, height=1000)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    with page.expect_download() as taken:
        page.get_by_role("button", name="下载督办单").click()
    assert taken.value.suggested_filename.startswith("演示数据_督办单_塘后村")


def test_a_row_opens_its_single_things_and_the_link_opens_the_same(address, open_page):
    page = open_page(f"{address}/attention?area={DISTRICT}&period=2025Q4&unit=塘后村")
    grid = page.locator(f"{MATTERS} canvas").first
    box = grid.bounding_box()
    page.mouse.click(box["x"] + 16, box["y"] + 52)
    page.wait_for_url("**/attention?**matter=*")
    found = '[class*="st-key-block-matter"]:not([class*="st-key-block-matters"]) h3'
    page.wait_for_selector(found)
    title = page.locator(found).inner_text()
    other = open_page(page.url)
    assert other.locator(found).inner_text() == title
