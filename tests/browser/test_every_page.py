"""Every page in a real browser: it draws, fits, stays on the machine and says where its figures come from."""

import ast
from pathlib import Path

import pytest

from dashboard.render.web.platform import filled
from tests import serving, small_world
from tests.browser.conftest import new_tab

ROOT = Path(__file__).resolve().parents[2]
# A laptop in the light, the meeting room in the dark, a phone.
VIEWS = ((1440, "light"), (1920, "dark"), (390, "light"))
# Readers who come together to a server that has just started.
AT_ONCE = 3
GROUNDS = {"light": "rgb(250, 248, 245)", "dark": "rgb(21, 23, 26)"}
LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
ENGLISH_LEFT_OVERS = ("Traceback", "undefined", "NaN", "null", "None", "Loading", "Choose", "Select", "error")


def page_names() -> tuple[str, ...]:
    tree = ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))
    declared = {node.targets[0].id: node.value for node in tree.body if isinstance(node, ast.Assign)}
    return tuple(ast.literal_eval(declared["PAGES"]))


# Sections that open on nothing.
EMPTY_SECTIONS = """() => [...document.querySelectorAll('[class*="st-key-section-"] > :--expander > details[open]')]
  .filter(one => one.querySelector(':scope > :--expander-body').getBoundingClientRect().height < 60)
  .map(one => one.innerText)"""
# Cards with more than a third of a screen's room between their picture and their foot.
HALF_EMPTY = """() => [...document.querySelectorAll(':--stack[class*="st-key-block-"]')].flatMap(block => {
  const foot = block.querySelector('.foot'), chart = block.querySelector('.chart');
  if (!foot || !chart) return [];
  const empty = foot.getBoundingClientRect().top - chart.getBoundingClientRect().bottom;
  return empty > 150 ? [`${block.querySelector('h3').innerText}: ${Math.round(empty)}`] : [];
})"""

# Headings that skip a level below the one before them.
SKIPPING = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(one => one.checkVisibility())
  .filter((one, place, all) => +one.tagName[1] > 1 + (place ? +all[place - 1].tagName[1] : 0))
  .map(one => `${one.tagName} ${one.innerText}`)"""
# What the platform says in English to a screen reader, or where the mouse rests.
ENGLISH_SAID = """() => [...document.querySelectorAll(':--main button, :--main input')]
  .map(one => one.ariaLabel ?? '').filter(said => /^[A-Z][a-z]+[a-z/ ]*(:|$)/.test(said))"""

# In no navigation of a town that has nothing for them, and there under their address.
ONLY_WITH_CONTENT = ("prefecture",)

every_page = pytest.mark.parametrize("name", page_names())


@pytest.fixture(scope="session")
def published_address(published_warehouse):
    with serving.serve(published_warehouse) as (url, _):
        yield url


@pytest.fixture(scope="session")
def empty_address(tmp_path_factory):
    with serving.serve(small_world.publish(tmp_path_factory.mktemp("nothing") / "warehouse", is_empty=True)) as (
        url,
        _,
    ):
        yield url


@pytest.fixture(scope="session")
def mixed_address(tmp_path_factory):
    """Made-up figures beside reported ones."""
    change = "UPDATE meta.loads SET origin = 'reported' WHERE dataset = 'enterprises'"
    with serving.serve(small_world.publish(tmp_path_factory.mktemp("mixed") / "warehouse", change=change)) as (url, _):
        yield url


@every_page
@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_a_page_draws_and_fits_and_no_request_leaves_the_machine(address, visit, name, width, scheme):
    page = visit(f"{address}/{name}?open=all", width=width, scheme=scheme)
    assert page.requested
    assert [url for url in page.requested if not url.startswith(LOCAL)] == []
    assert page.locator(filled(":--exception, :--alert-error")).count() == 0
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0
    main = page.locator(filled(":--main")).inner_text()
    assert not [word for word in ENGLISH_LEFT_OVERS if word in main]
    # A phone shows it once a picture is unfolded.
    assert "来源" in page.locator(filled(":--main")).text_content()
    if width == VIEWS[0][0]:
        assert page.evaluate(filled(EMPTY_SECTIONS)) == []
        assert page.evaluate(filled(HALF_EMPTY)) == []
        assert page.evaluate(SKIPPING) == []
        assert page.evaluate(filled(ENGLISH_SAID)) == []
    ground = page.evaluate(filled("() => getComputedStyle(document.querySelector(':--app')).backgroundColor"))
    assert ground == GROUNDS[scheme]


@every_page
def test_without_demonstration_data_a_page_says_what_is_missing(published_address, visit, name):
    page = visit(f"{published_address}/{name}?open=all")
    assert page.locator(filled(":--exception")).count() == 0
    main = page.locator(filled(":--main")).inner_text()
    assert "演示数据" not in main or name in ("glossary", "published_facts")


@every_page
def test_without_any_data_a_page_says_what_to_do(empty_address, visit, name):
    page = visit(f"{empty_address}/{name}")
    assert page.locator(filled(":--exception")).count() == 0
    main = page.locator(filled(":--main")).inner_text()
    assert "还没有可以展示的数据" in main or name in ("published_facts", "glossary", "filing", "prefecture")


def test_deep_links_are_the_first_thing_a_fresh_server_is_asked_for(demonstration_warehouse, browser):
    """Several at the same time: none of them shows a page without its frame."""
    with serving.serve(demonstration_warehouse) as (address, _):
        tabs = [new_tab(browser, 1440, 900, "light") for _ in range(AT_ONCE)]
        for tab in tabs:
            tab.goto(f"{address}/grid_coverage?period=2025Q3", wait_until="commit")
        for tab in tabs:
            serving.wait_until_drawn(tab)
            assert tab.locator(filled(":--page-link-above")).count() == len(page_names()) - len(ONLY_WITH_CONTENT)
            tab.get_by_text("2025年第三季度").first.wait_for(state="attached")
            tab.context.close()


def test_the_first_start_builds_the_warehouse_before_the_eyes_of_the_user(tmp_path, open_page):
    with serving.serve(tmp_path / "warehouse") as (address, _):
        page = open_page(f"{address}/glossary")
        page.get_by_text("个指标、").first.wait_for(timeout=240_000)
        assert list((tmp_path / "warehouse").glob("*.duckdb"))


@every_page
def test_what_is_all_made_up_says_so_once_and_in_view(address, visit, name):
    page = visit(f"{address}/{name}")
    mark = page.locator(".demonstration")
    assert mark.count() == 1 and mark.inner_text() == "演示数据"
    page.mouse.move(700, 600)
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(300)
    place = mark.bounding_box()
    assert 0 <= place["y"] <= 160
    assert page.locator(".tag.demo:visible").count() == 0


# Cards whose content is wider than they are, and lines of what needs attention that are no wider than a few letters.
SQUEEZED = """() => [...document.querySelectorAll(':--stack[class*="st-key-block-"], .panel')]
  .filter(card => card.getClientRects().length && card.scrollWidth > card.clientWidth + 1)
  .concat([...document.querySelectorAll('.attention .what')].filter(line => line.getBoundingClientRect().width < 150))
  .map(one => one.innerText.slice(0, 40))"""


@pytest.mark.parametrize("name", ["overview", "profile", "park_output"])
def test_at_twice_its_size_a_page_stands_below_each_other(address, visit, name):
    page = visit(f"{address}/{name}", width=720)
    assert page.evaluate(filled(SQUEEZED)) == []
    assert page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") <= 0


# Cards whose foot stands above their picture.
UPSIDE_DOWN = """() => [...document.querySelectorAll(':--stack[class*="st-key-block-"]')].filter(block => {
  const foot = block.querySelector('.foot'), picture = block.querySelector('.chart, .map, .reading, :--table');
  return foot && picture && foot.getBoundingClientRect().top < picture.getBoundingClientRect().bottom - 1;
}).map(block => block.querySelector('h3').innerText)"""

# What lays a ground under the whole sheet, which a printer would fill.
COLOURED_SHEET = """() => [...document.querySelectorAll('body, :--app, :--main, :--content, :--app :--wrapper')]
  .filter(one => one.clientHeight > 800 && getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)')
  .map(one => one.className)"""


@pytest.mark.parametrize("name", ["overview", "party_building", "joint_meeting"])
def test_on_paper_cards_stand_as_on_the_screen_without_what_is_clicked(address, visit, name):
    page = visit(f"{address}/{name}")
    page.emulate_media(media="print")
    try:
        assert page.evaluate(filled(UPSIDE_DOWN)) == []
        assert page.locator(filled(":is(:--choices, :--select-box, .st-key-meeting-desk):visible")).count() == 0
        assert page.evaluate(filled(COLOURED_SHEET)) == []
        # Without it a chart would be cut where the sheet is narrower than the window.
        assert page.locator(".chart .main-svg:not([viewBox])").count() == 0
    finally:
        page.emulate_media(media="screen")


@pytest.mark.parametrize("name", ["overview", "attention", "grid_coverage"])
def test_on_paper_a_page_says_of_where_and_when_it_is(address, visit, name):
    page = visit(f"{address}/{name}?area=350581101206&period=2025Q3&compare=previous")
    told = page.locator(".on-paper")
    assert not told.is_visible(), "the boxes say it on the screen"
    page.emulate_media(media="print")
    try:
        assert told.inner_text().replace(" ", "") == "塘后村·2025年第三季度·环比" and told.is_visible()
    finally:
        page.emulate_media(media="screen")


# Of the first map and the charts that stand with it: their edges.
EDGES = """() => { const edges = (one) => { const { left, right, top, bottom } = one.closest(':--stack[class*="st-key-block-"]').getBoundingClientRect();
    return { left, right, top, bottom }; };
  const map = document.querySelector('.map'), row = [...document.querySelectorAll(':--row')].find(one => one.contains(map));
  return { map: edges(map), charts: [...row.querySelectorAll('.chart')].map(edges) }; }"""


@pytest.mark.parametrize("name", ["grid_coverage", "community_services"])
def test_on_paper_charts_fill_the_sheet_that_a_first_map_would_leave_empty(address, visit, name):
    page = visit(f"{address}/{name}")
    page.emulate_media(media="print")
    try:
        found = page.evaluate(filled(EDGES))
    finally:
        page.emulate_media(media="screen")
    first, second = found["charts"]
    assert first["top"] == second["top"] and first["right"] <= second["left"]
    assert max(first["bottom"], second["bottom"]) <= found["map"]["top"]


def test_where_figures_of_both_kinds_stand_each_made_up_one_is_marked(mixed_address, visit):
    page = visit(f"{mixed_address}/overview")
    assert page.locator(".demonstration").count() == 0
    assert page.locator(".tag.demo:visible").count() >= 4


# How far a printed table reaches beyond the box that it stands in.
BEYOND = """() => [...document.querySelectorAll('.printed table')].map(one =>
  one.getBoundingClientRect().right - one.closest(':--stack').getBoundingClientRect().right)"""


def test_on_paper_a_table_that_scrolls_has_all_its_columns(address, visit):
    page = visit(f"{address}/attention")
    assert page.locator(filled(":--table:visible")).count() and page.locator(".printed:visible").count() == 0
    page.emulate_media(media="print")
    try:
        assert page.locator(filled(":--table:visible")).count() == 0
        beyond = page.evaluate(filled(BEYOND))
        assert beyond and max(beyond) <= 0
    finally:
        page.emulate_media(media="screen")
