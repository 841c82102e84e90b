"""自助分析 in a browser: a question built by clicks, its link opened anew, rows in another order, a view that is saved."""

import pytest

from dashboard.render.web.platform import filled
from tests import serving
from tests.browser.conftest import new_tab

BAOGAI = "350581101901"
ROWS = ".st-key-explore-rows table"
ASKED = ".st-key-explore-asked .asked"


def box(page, name):
    return page.locator(f".st-key-explore-box-{name}")


def choose(page, name: str, option: str) -> None:
    """Choose an option of a box by typing and clicking."""
    field = box(page, name).locator("[role=combobox], input").first
    field.click()
    page.keyboard.type(option)
    page.get_by_role("option", name=option, exact=True).first.click()
    serving.wait_until_drawn(page)


def apply(page) -> None:
    page.locator(".st-key-explore-apply button").click()
    serving.wait_until_drawn(page)


def shown(page) -> dict[str, object]:
    """Everything of the answer that a reader reads, and what the boxes say."""
    return {
        "asked": page.locator(ASKED).inner_text(),
        "rows": page.locator(ROWS).inner_text(),
        "titles": page.locator('[class*="st-key-block-explore-"] h3').all_inner_texts(),
        "kind": page.locator(
            ".st-key-explore-kind [aria-checked=true], .st-key-explore-kind [aria-pressed=true]"
        ).all_inner_texts(),
        "boxes": [
            page.locator(".st-key-explore-bar [role=combobox]").nth(place).input_value()
            for place in range(page.locator(".st-key-explore-bar [role=combobox]").count())
        ],
    }


@pytest.fixture
def page(address, open_page):
    return open_page(f"{address}/explore", height=1800)


def test_a_question_is_built_by_clicks_and_its_link_opens_exactly_so(address, browser, page):
    assert "总产值" in page.locator(ASKED).inner_text()
    choose(page, "metrics", "受理事件 · 网格")
    page.keyboard.press("Escape")
    choose(page, "level", "各网格")
    choose(page, "compare", "同比")
    # Nothing is asked before 应用.
    assert "受理事件" not in page.locator(ASKED).inner_text() and "metrics" not in page.url
    apply(page)
    page.locator(ASKED, has_text="受理事件，同比").wait_for()
    page.locator(f"{ROWS} thead button").nth(1).click()
    page.wait_for_url("**sort=high-1*")
    serving.wait_until_drawn(page)
    page.locator(".st-key-explore-copy button").click()
    page.get_by_text("已复制").wait_for()
    link = page.locator(".st-key-explore-copy button").get_attribute("data-link")
    first = shown(page)
    assert first["rows"].count("\n") > 20
    fresh = new_tab(browser, 1440, 1800, "light")
    fresh.goto(link)
    serving.wait_until_drawn(fresh)
    assert shown(fresh) == first
    assert fresh.locator(".notice").count() == 0
    fresh.context.close()


def test_another_picture_is_drawn_at_once_and_stands_in_the_link(address, open_page):
    page = open_page(
        f"{address}/explore?metrics=gross_output&areas={BAOGAI}&level=self&by=industry&from=2024Q1&to=2025Q4"
    )
    assert "堆叠图（建议）" in page.locator(".st-key-explore-kind").inner_text()
    page.get_by_text("热力图", exact=True).click()
    page.wait_for_url("**chart=heat*")
    serving.wait_until_drawn(page)
    assert page.locator('[class*="st-key-block-explore-heat"] .main-svg').count() > 0


def test_the_way_back_leads_to_the_question_before(address, open_page):
    page = open_page(
        f"{address}/explore?metrics=enterprises&areas={BAOGAI}&level=zone&from=2024Q1&to=2025Q4&compare=none"
    )
    before = page.locator(ASKED).inner_text()
    choose(page, "compare", "环比")
    apply(page)
    page.locator(ASKED, has_text="环比").wait_for()
    page.go_back()
    page.wait_for_function(f"() => document.querySelector('{ASKED}').innerText === {before!r}")


def test_a_view_is_saved_put_on_the_overview_and_opened_from_there(address, open_page):
    page = open_page(f"{address}/explore?metrics=enterprises&areas={BAOGAI}&level=zone&from=2024Q1&to=2025Q4")
    asked = page.locator(ASKED).inner_text()
    page.locator(".st-key-explore-views button").click()
    page.locator(".st-key-explore-view-name input").fill("<i>各园企业</i>")
    page.keyboard.press("Enter")
    page.locator(".st-key-explore-save button").click()
    page.get_by_text("已保存为“<i>各园企业</i>”").wait_for()
    page.locator(".st-key-explore-view-0").get_by_role("button", name="放到总览").click()
    page.locator(".st-key-explore-view-0").get_by_role("button", name="从总览取下").wait_for()
    overview = open_page(f"{address}/overview")
    link = overview.get_by_role("link", name="<i>各园企业</i>")
    link.click()
    serving.wait_until_drawn(overview)
    overview.locator(ASKED, has_text=asked).wait_for()
    overview.locator(".st-key-explore-views button").click()
    overview.locator(".st-key-explore-view-0").get_by_role("button", name="删除").click()
    overview.get_by_text("还没有保存的视图").wait_for()


@pytest.mark.parametrize(
    "query",
    [
        "metrics=" + "x" * 10_000,
        "metrics=<script>document.title='taken'</script>&areas=%E2%80%AEabc",
        "by=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&level=nowhere&view=none",
        "from=9999-99&to=0000Q0&rows=metric&columns=metric&sort=high-999&chart=pie&compare=all",
    ],
)
def test_any_link_opens_a_sensible_view_and_nothing_of_it_stays(address, open_page, query):
    page = open_page(f"{address}/explore?{query}")
    page.locator(".notice").wait_for()
    assert page.locator(ROWS).inner_text()
    assert page.title() != "taken" and page.locator(filled(":--exception")).count() == 0
    for word in ("xxx", "script", "onerror", "abc", "nowhere", "none&", "9999", "pie", "999"):
        assert word not in page.url
