"""公开数据与核对 in Chromium: a click on a figure opens its words and where they stand."""

from tests import serving


def test_a_click_opens_the_words(address, open_page):
    page = open_page(f"{address}/published_facts?nature=个案")
    details = page.locator(".panel", has=page.locator(".definitions")).last
    assert "一个月销量稳定在5000单以上" in details.inner_text()
    page.locator('[class*="st-key-table-facts"] .stDataFrameGlideDataEditor').first.click(position={"x": 16, "y": 88})
    page.wait_for_function("() => document.body.innerText.includes('月收入2万元以上')")
    serving.wait_until_drawn(page)
    assert "只列出、不作图" in details.inner_text()
