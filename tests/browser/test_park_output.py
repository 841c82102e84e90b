"""园区产出 in a browser: what is pointed at in the ranking stands in the address, and its own chart follows."""

from tests import serving

PARK = "350581101911"
RANKING = '[class*="st-key-block-places-ranking"]'
SPOT = '[class*="st-key-block-places-spot"] h3'


def test_a_bar_that_is_pointed_at_is_followed_and_can_be_let_go(address, open_page):
    page = open_page(f"{address}/park_output?area=350581101901&period=2025Q4", height=1200)
    # Of the whole area the trend stands at the top of the page already.
    assert page.locator(SPOT).count() == 0
    # By how much they rose: the park comes second.
    bar = page.locator(f"{RANKING} .barlayer .point path").nth(1)
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(f"**spot={PARK}*")
    page.locator(SPOT, has_text="宝盖科技园").wait_for()
    page.get_by_role("button", name="取消选中").click()
    page.wait_for_function("() => !location.search.includes('spot')")
    page.locator(SPOT).wait_for(state="detached")


def test_the_measure_of_output_stands_in_the_address(address, open_page):
    page = open_page(f"{address}/park_output?area=350581101901&period=2025Q4")
    page.get_by_role("radio", name="营业收入").first.click()
    page.wait_for_url("**output=revenue*")
    serving.wait_until_drawn(page)
    assert "营业收入" in page.locator('[class*="st-key-block-output-trend"] h3').inner_text()
    assert page.locator("text=当期营业收入。").count() == 1
