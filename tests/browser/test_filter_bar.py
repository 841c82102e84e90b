"""The filter bar in a browser: it cascades, stands in the address, follows from page to page, works by keyboard alone."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests import serving

BAOGAI, PENGTIAN = "350581101901", "350581100901"
TANGHOU, THIRD_GRID = "350581101206", "35058110120603"


def box(page, key: str):
    return page.locator(f".st-key-filter-{key}")


def shown(page, key: str) -> str:
    return box(page, key).locator("input").input_value()


def pick(page, key: str, option: str) -> None:
    before = page.url
    # On a phone the line of boxes is pushed sideways first; an open list would close on that.
    box(page, key).scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    box(page, key).locator("input").click()
    page.get_by_role("option", name=option, exact=True).click()
    # Every choice stands in the address once the server has heard of it.
    page.wait_for_function("before => location.href !== before", arg=before)
    serving.wait_until_drawn(page)


def address_of(page) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def test_a_wider_choice_leaves_no_finer_one_behind(address, open_page):
    page = open_page(f"{address}/grid_coverage?area={THIRD_GRID}&period=2025Q4&compare=year_earlier")
    assert [shown(page, key) for key in ("district", "zone", "grid")] == [
        "宝盖“三区联创”片区",
        "塘后村",
        "塘后村3号网格",
    ]
    pick(page, "zone", "仑后村")
    assert shown(page, "grid") == "全部网格"
    assert address_of(page)["area"] == "350581101208"
    pick(page, "district", "彭田片区")
    assert shown(page, "zone") == "全部园区、村、厂区"
    assert address_of(page)["area"] == PENGTIAN
    box(page, "zone").locator("input").click()
    options = page.get_by_role("option").all_inner_texts()
    assert "彭田村" in options and "塘后村" not in options


def test_the_choice_follows_to_the_next_page_and_back(address, open_page):
    page = open_page(f"{address}/grid_coverage")
    assert address_of(page) == {}
    pick(page, "zone", "塘后村")
    pick(page, "period", "2025年第三季度")
    pick(page, "compare", "环比")
    wanted = {"area": TANGHOU, "period": "2025Q3", "compare": "previous"}
    assert address_of(page) == wanted
    page.get_by_role("link", name="总览").first.click()
    page.wait_for_url("**compare=previous*")
    serving.wait_until_drawn(page)
    assert "/grid_coverage" not in page.url
    assert address_of(page) == wanted
    assert (shown(page, "zone"), shown(page, "period"), shown(page, "compare")) == ("塘后村", "2025年第三季度", "环比")


def test_a_copied_link_opens_the_same_view(address, open_page):
    page = open_page(f"{address}/grid_coverage")
    pick(page, "zone", "仑后村")
    copy = open_page(page.url)
    assert shown(copy, "zone") == "仑后村"
    headings = "() => [...document.querySelectorAll('.block-heading h3')].map(heading => heading.innerText)"
    assert copy.evaluate(headings) == page.evaluate(headings)


def test_the_button_back_takes_the_last_choice_back(address, open_page):
    page = open_page(f"{address}/grid_coverage?area={BAOGAI}&period=2025Q4&compare=year_earlier")
    pick(page, "period", "2025年第一季度")
    page.go_back()
    page.wait_for_url("**period=2025Q4*")
    page.wait_for_function("() => document.querySelector('.st-key-filter-period input').value === '2025年第四季度'")


def test_the_bar_works_by_keyboard_alone(address, open_page):
    page = open_page(f"{address}/grid_coverage")
    box(page, "period").locator("input").focus()
    # Opens the list on the option after the chosen one.
    page.keyboard.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**period=2025Q3*")
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)
    assert page.evaluate("() => !!document.activeElement.closest('.st-key-filter-compare')")


@pytest.mark.parametrize("width", [390, 768, 1440, 1920])
def test_no_box_is_cut_off(address, open_page, width):
    page = open_page(f"{address}/grid_coverage?area={THIRD_GRID}", width=width)
    for key in ("district", "zone", "grid", "period", "compare"):
        place = box(page, key).bounding_box()
        # A phone has them in one line, which is pushed sideways.
        assert place["x"] >= 0 and (place["x"] + place["width"] <= width or width == 390)
        assert place["width"] >= 120


def test_going_back_and_forth_shows_what_was_there(address, open_page):
    page = open_page(f"{address}/grid_coverage")
    newest = shown(page, "period")
    pick(page, "period", "2025年第三季度")
    page.go_back()
    page.wait_for_function(
        "newest => document.querySelector('.st-key-filter-period input').value === newest", arg=newest
    )
    assert address_of(page) == {}
    page.go_forward()
    page.wait_for_url("**period=2025Q3*")
    serving.wait_until_drawn(page)
    assert shown(page, "period") == "2025年第三季度"
    page.get_by_role("link", name="培训孵化").first.click()
    page.wait_for_url("**/incubation?*period=2025Q3*")
    serving.wait_until_drawn(page)
    assert shown(page, "period") == "2025年第三季度"


def test_a_link_to_what_is_not_there_says_so_once(address, open_page):
    page = open_page(f"{address}/grid_coverage?area=999&period=2031Q1", width=390)
    notice = page.locator(".notice")
    assert "区域“999”、时期“2031Q1”" in notice.inner_text()
    assert notice.bounding_box()["x"] + notice.bounding_box()["width"] <= 390
    page.goto(f"{address}/grid_coverage?area=999")
    serving.wait_until_drawn(page)
    pick(page, "compare", "环比")
    assert notice.count() == 0
