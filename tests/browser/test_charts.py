"""A chart in a browser: as wide as its place, drawn by what the server itself serves, and in words where that fails."""

from tests import serving

TREND = '[class*="st-key-block-output-trend"] .chart'


def test_a_chart_is_as_wide_as_its_place_when_the_window_changes(address, open_page):
    page = open_page(f"{address}/park_output?area=350581101901&period=2025Q4")
    before = page.locator(f"{TREND} .main-svg").first.bounding_box()["width"]
    page.set_viewport_size({"width": 1100, "height": 900})
    page.wait_for_function(
        """([chart, before]) => { const place = document.querySelector(chart);
            const drawn = place.querySelector('.main-svg').getBoundingClientRect().width;
            return drawn < before - 50 && Math.abs(drawn - place.getBoundingClientRect().width) <= 1; }""",
        arg=[TREND, before],
    )


def test_a_chart_of_a_page_that_was_left_is_gone(address, open_page):
    page = open_page(f"{address}/park_output?area=350581101901&period=2025Q4")
    page.evaluate("() => { window.chart = document.querySelector('.chart'); }")
    page.get_by_role("link", name="指标口径").click()
    page.wait_for_url("**/glossary*")
    page.wait_for_function("() => !window.chart.isConnected && !window.chart.innerHTML")


def test_where_the_library_cannot_be_fetched_the_chart_says_so(address, browser):
    tab = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    tab.route("**/plotly.min.js*", lambda route: route.abort())
    tab.goto(f"{address}/park_output?area=350581101901&period=2025Q4")
    tab.locator(TREND, has_text="请刷新页面").wait_for()
    tab.unroute("**/plotly.min.js*")
    tab.reload()
    serving.wait_until_drawn(tab)
    assert tab.locator(f"{TREND} .main-svg").first.is_visible()
    tab.context.close()
