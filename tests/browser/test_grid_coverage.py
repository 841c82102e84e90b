"""网格治理 in a browser: map, table and bars share one choice, a switch redraws its own part, and all of it in the address."""

from pathlib import Path

from dashboard.render.web.platform import filled
from tests import serving

BAOGAI, THIRD_GRID, SECOND_GRID = "350581101901", "35058110120603", "35058110120602"
SPOT = '[class*="st-key-block-grid-spot"] h3'
ENDS = '[class*="st-key-block-ends-"]'


def opened(address, open_page, query: str = ""):
    return open_page(
        f"{address}/grid_coverage?area={BAOGAI}&period=2025Q4&compare=year_earlier&open=all{query}", height=1800
    )


def point_at_bar(page, position: int) -> None:
    bar = page.locator(f"{ENDS} .barlayer .point path").nth(position)
    box = bar.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_bar_chooses_for_chart_and_table_and_can_be_let_go(address, open_page):
    page = opened(address, open_page)
    point_at_bar(page, 9)
    page.wait_for_url(f"**spot={THIRD_GRID}*")
    page.locator(SPOT, has_text="塘后村3号网格").wait_for()
    serving.wait_until_drawn(page)
    # The bar that was pointed at is dark, as are the ends that the title names; the others step back.
    fills = page.locator(f"{ENDS} .barlayer .point path").evaluate_all(
        "bars => bars.map(bar => getComputedStyle(bar).fill)"
    )
    assert len(set(fills)) == 2 and fills[9] == fills[0]
    page.get_by_role("button", name="取消选中").click()
    page.wait_for_function("() => !location.search.includes('spot')")
    page.locator(SPOT, has_text="相差").wait_for()


def test_the_map_chooses(address, open_page):
    page = opened(address, open_page)
    page.locator('.map-frame [data-code="35058110120602"]').click()
    page.wait_for_url("**spot=35058110*")
    page.locator(SPOT, has_text="由高到低第").wait_for()


def test_a_row_of_the_table_chooses(address, open_page):
    page = opened(address, open_page)
    table = page.locator(filled('[class*="st-key-block-table-"] :--table'))
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 16, box["y"] + 35 + 17)
    page.wait_for_url("**spot=35058110191101*")
    page.locator(SPOT, has_text="宝盖科技园1号网格").wait_for()


def test_a_link_opens_with_metric_and_place(address, open_page):
    page = opened(address, open_page, f"&metric=days_to_close&spot={SECOND_GRID}")
    assert "塘后村2号网格事件平均办结时长" in page.locator(SPOT).inner_text()
    pressed = page.locator('.st-key-switch-metric [aria-checked="true"]')
    assert pressed.inner_text() == "办结时长"


def test_a_switch_redraws_its_own_part_alone(address, open_page):
    page = opened(address, open_page)
    chart = page.locator('[class*="st-key-block-grid-flow"] .js-plotly-plot')
    chart.evaluate("plot => { plot.dataset.before = 'yes'; }")
    page.locator(".st-key-switch-metric").get_by_role("radio", name="办结率", exact=True).click()
    page.wait_for_url("**metric=closure_rate*")
    page.locator('[class*="st-key-block-map-"] .subtitle', has_text="事件办结率（%）").wait_for()
    assert chart.get_attribute("data-before") == "yes"
    # The picture is made of the chart by the browser alone, which draws nothing anew for it either.
    page.locator('[class*="st-key-data-grid-flow"] button').first.click()
    with page.expect_download() as taken:
        page.get_by_text("图片 SVG").click()
    picture = Path(taken.value.path()).read_text(encoding="utf-8")
    assert "来源：网格事件" in picture and 'class="main-svg"' in picture
    assert chart.get_attribute("data-before") == "yes"
    heat = page.locator('[class*="st-key-block-grid-heat"] .subtitle')
    assert "事件按期办结率（%）" in heat.inner_text()


def test_every_chart_stays_and_is_drawn_once(address, open_page):
    page = opened(address, open_page)
    page.evaluate(
        """() => {
            window.charts = [...document.querySelectorAll('.chart')];
            window.drawn = window.charts.map(() => 0);
            window.charts.forEach((chart, place) => chart.on('plotly_react', () => { window.drawn[place] += 1; }));
        }"""
    )
    page.locator(".st-key-filter-period input").click()
    page.get_by_role("option", name="2025年第三季度", exact=True).click()
    page.wait_for_url("**period=2025Q3*")
    serving.wait_until_drawn(page)
    page.wait_for_timeout(1500)
    assert page.evaluate("() => window.charts.length >= 8 && window.charts.every(chart => chart.isConnected)")
    assert set(page.evaluate("() => window.drawn")) == {1}


def test_definition_and_data_open_without_drawing_anything_anew(address, open_page):
    page = opened(address, open_page)
    block = page.locator('[class*="st-key-block-grid-flow"]').first
    chart = block.locator(".js-plotly-plot")
    chart.evaluate("plot => { plot.dataset.before = 'yes'; }")
    block.locator("summary", has_text="口径").click()
    assert block.get_by_text("当期上报并受理的网格事件").is_visible()
    block.get_by_role("button", name="数据").click()
    page.get_by_role("button", name="下载 Excel").wait_for()
    assert page.locator(filled(":--popover-body table.plain")).count() == 1
    assert chart.get_attribute("data-before") == "yes"


def test_plotly_complains_of_nothing(address, open_page):
    page = opened(address, open_page)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.locator(".st-key-filter-period input").click()
    page.get_by_role("option", name="2025年第三季度", exact=True).click()
    page.wait_for_url("**period=2025Q3*")
    serving.wait_until_drawn(page)
    assert [text for text in said if text.startswith("WARN")] == []


def test_the_data_of_a_block_hang_at_the_right_of_its_foot(address, open_page):
    page = opened(address, open_page)
    block = page.locator('[class*="st-key-block-grid-flow"]').first
    button, source = (
        one.bounding_box() for one in (block.get_by_role("button", name="数据"), block.locator(".source"))
    )
    assert button["x"] >= source["x"] + source["width"]
    # The first line of the words and the button stand on one line.
    assert abs(button["y"] + button["height"] / 2 - (source["y"] + 9)) < 4
