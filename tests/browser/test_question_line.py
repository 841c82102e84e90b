"""The question line in Chromium: `/`, a question, its answer, a word changed, the link followed; bad text is only text."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from dashboard.metrics.catalogue import METRICS
from dashboard.questions.normal import LONGEST
from tests import serving

DISTRICT, TANGHOU = "350581101901", "350581101206"
PAGE = f"grid_coverage?area={DISTRICT}&period=2025Q4&compare=year_earlier"
BOX = ".st-key-question-line input[type=search]"
ANSWER = ".st-key-question-answer"
TITLE = f"{ANSWER} h3"


def ask(page, text: str) -> None:
    page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement !== document.body")
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.locator(TITLE).first.wait_for()
    serving.wait_until_drawn(page)


def address_of(page) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def test_a_question_is_asked_by_keys_answered_and_followed(address, open_page):
    page = open_page(f"{address}/{PAGE}")
    page.locator(".cards").evaluate("cards => cards.dataset.kept = 'yes'")
    ask(page, "塘后村 三季度 及时率 同比")
    assert page.locator(TITLE).first.inner_text().startswith(f"塘后村2025年第三季度{METRICS['on_time_rate'].label}")
    assert "同比" in page.locator(TITLE).first.inner_text()
    words = page.locator(ANSWER).inner_text()
    assert "来源：网格事件" in words and "演示数据" in words and "截至" in words
    assert page.locator(f"{ANSWER} .chart .main-svg").count() >= 1
    assert page.locator(".cards").get_attribute("data-kept") == "yes", "asking draws nothing of the page anew"
    page.get_by_role("link", name="看网格治理").click()
    page.wait_for_url(f"**/grid_coverage?area={TANGHOU}&period=2025Q3*")
    serving.wait_until_drawn(page)
    assert page.locator(ANSWER).count() == 0


def test_a_word_that_was_understood_is_changed_and_the_link_opens_the_same(address, open_page):
    page = open_page(f"{address}/{PAGE}")
    ask(page, "哪个网格超期最多")
    assert "最多的是塘后村3号网格" in page.locator(TITLE).first.inner_text()
    before = page.url
    page.locator(f"{ANSWER} input[aria-label='分组']").click()
    page.get_by_role("option", name="各村", exact=True).click()
    page.wait_for_function("before => location.href !== before", arg=before)
    page.wait_for_function(
        "() => document.querySelector('.st-key-question-answer h3')?.innerText.includes('最多的是塘后村（')"
    )
    copy = open_page(page.url)
    assert copy.locator(TITLE).first.inner_text() == page.locator(TITLE).first.inner_text()


def test_the_next_question_goes_on_from_the_last_and_the_link_has_both(address, open_page):
    page = open_page(f"{address}/{PAGE}")
    ask(page, "塘后村 三季度 及时率")
    box = page.locator(BOX)
    box.fill("那仑后村呢")
    box.press("Enter")
    page.wait_for_function(
        "() => document.querySelector('.st-key-question-answer h3')?.innerText.startsWith('仑后村2025')"
    )
    told = address_of(page)
    assert told["ask"] == "那仑后村呢" and told["after"].startswith("塘后村 2025年第三季度")
    assert f"没有说的沿用上一问：{told['after']}" in page.locator(ANSWER).inner_text()
    copy = open_page(page.url)
    assert copy.locator(TITLE).first.inner_text() == page.locator(TITLE).first.inner_text()
    box.fill("彭田片区 税收 去年")
    box.press("Enter")
    page.wait_for_function("() => !location.search.includes('after=')")
    assert address_of(page)["ask"] == "彭田片区 税收 去年", "a question that is whole stands alone"


@pytest.mark.parametrize("width", [1440, 390])
def test_the_list_behind_an_answer_opens_in_view_and_back_leads_to_the_answer(address, open_page, width):
    page = open_page(f"{address}/{PAGE}&ask={quote('塘后村超期30天以上的事件')}", width=width, height=844)
    title = page.locator(TITLE).first.inner_text()
    assert "超期不低于30天的有" in title
    page.get_by_role("link", name="看清单").first.click()
    page.wait_for_url("**open=ledger*")
    page.wait_for_function(
        "() => Math.abs(document.querySelector('.st-key-section-ledger')?.getBoundingClientRect().top - 200) < 200"
    )
    page.go_back()
    page.locator(TITLE).first.wait_for()
    assert page.locator(TITLE).first.inner_text() == title


def test_a_near_reading_is_taken(address, open_page):
    page = open_page(f"{address}/{PAGE}&ask={quote('办结率')}")
    page.locator(f"{ANSWER} .st-key-question-near button", has_text="事项办结率").click()
    page.wait_for_function(
        "() => document.querySelector('.st-key-question-answer h3')?.innerText.includes('事项办结率')"
    )
    assert "事项办结率" in address_of(page)["ask"]


def test_escape_and_the_word_put_the_answer_away(address, open_page):
    page = open_page(f"{address}/{PAGE}&ask={quote('thc')}")
    assert page.locator(f"{ANSWER} .entries a", has_text="塘后村").count() == 1
    page.keyboard.press("Escape")
    page.locator(ANSWER).wait_for(state="detached")
    assert "ask" not in address_of(page)
    ask(page, "thc")
    page.locator(ANSWER).get_by_role("button", name="关闭").click()
    page.locator(ANSWER).wait_for(state="detached")
    expect(page.locator(BOX)).to_have_value("")


def test_a_slash_in_a_box_is_a_slash(address, open_page):
    page = open_page(f"{address}/glossary")
    box = page.get_by_role("searchbox", name="查找指标")
    box.click()
    page.keyboard.type("人/名")
    assert box.input_value() == "人/名"


@pytest.mark.parametrize(
    "typed",
    [
        "<script>window.bad = 1</script>",
        "<img src=x onerror='window.bad = 1'>",
        "‮率结办 村后塘",
        "[a](javascript:bad)",
        "塘" * 10_000,
    ],
    ids=["script", "image", "right to left", "link", "10 kB"],
)
def test_any_text_in_the_address_is_only_text(address, open_page, typed):
    page = open_page(f"{address}/{PAGE}&ask={quote(typed)}")
    page.locator(ANSWER).wait_for()
    assert page.evaluate("window.bad") is None
    assert page.locator(f"{ANSWER} img, {ANSWER} script").count() == 0
    assert len(address_of(page)["ask"]) <= LONGEST and "‮" not in address_of(page)["ask"]
    assert page.locator(".cards").count() == 1


@pytest.mark.parametrize("name", ["overview", "glossary", "filing", "published_facts"])
def test_the_box_is_on_every_page_and_a_phone_shows_the_answer_whole(address, open_page, name):
    page = open_page(f"{address}/{name}?ask={quote('宝盖科技园 近四季 总产值 分行业')}", width=390, height=844)
    box = page.locator(ANSWER).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] + box["height"] <= 844
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
    assert "宝盖科技园" in page.locator(TITLE).first.inner_text()
