"""A meeting presented from its one file in Chromium: keys, panels, notes, sizes, and that no request leaves it."""

import re
import time
from dataclasses import replace

import pytest

from dashboard.meeting.running_order import running_order
from dashboard.metrics.versions import current
from dashboard.render.html import to_html, update
from tests import small_world
from tests.browser.conftest import new_tab

LATEST, VILLAGE = "BG-2025Q4-1", "350581101206"
HD, FULL_HD = (1280, 720), (1920, 1080)
SMALLEST = 24
PLACE, SLIDE = "meeting.state.place", "meeting.state.slide"

# Of the slide that is shown: texts smaller than they may be, boxes that reach beyond the stage or their own place, and
# texts or boxes that lie on each other.
FAULTS = """
smallest => {
  const stage = document.querySelector('#stage').getBoundingClientRect(), scale = stage.width / 1280;
  const slide = document.querySelector('.slide.shown'), faults = [], laid = [];
  const isBeyond = (box, around) => box.width && box.height && (box.left < around.left - 1.5 * scale
    || box.top < around.top - 1.5 * scale || box.right > around.right + 1.5 * scale
    || box.bottom > around.bottom + 1.5 * scale);
  for (const element of slide.querySelectorAll('*')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    // Plotly lays what nobody sees around a chart; a text that reaches beyond would be cut.
    if (element.closest('.points, defs, title') || (element.closest('.plot') && !own)) continue;
    // A font asks for more above and below than a line is high: of a figure inside a text its middle is looked at.
    const whole = element.getBoundingClientRect(), middle = new DOMRect(whole.x, whole.y + whole.height / 2, whole.width, 1);
    const box = element.matches('.kept') ? middle : whole, told = element.textContent.slice(0, 30);
    if (isBeyond(box, stage)) faults.push(['beyond the stage', element.tagName, told]);
    if ((own || element.matches('.box')) && box.width && !element.closest('svg, .plot')) {
      // A line of text is as wide as its words; a font asks for more above and below than its signs take.
      const words = document.createRange();
      words.selectNodeContents(element);
      const line = words.getBoundingClientRect(), air = 0.2 * scale * parseFloat(getComputedStyle(element).fontSize);
      const { left, right } = line, [top, bottom] = [line.top + air, line.bottom - air];
      laid.push([element, own ? { left, right, top, bottom } : box, told]);
    }
    const around = element.parentElement.closest('.box');
    if (around && isBeyond(box, around.getBoundingClientRect())) faults.push(['beyond its place', element.tagName, told]);
    if (!own || !box.width) continue;
    let drawn = parseFloat(getComputedStyle(element).fontSize) * scale;
    if (element.closest('.plot')) drawn *= 2;
    if (drawn < smallest - 0.01) faults.push(['small', drawn, told]);
  }
  const isOn = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1.5 * scale
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1.5 * scale;
  laid.forEach(([one, box, told], place) => {
    for (const [other, otherBox, otherTold] of laid.slice(place + 1))
      if (!one.contains(other) && isOn(box, otherBox)) faults.push(['on each other', told, otherTold]);
  });
  return faults;
}
"""


@pytest.fixture(scope="module")
def order(demonstration_warehouse):
    return running_order(current(demonstration_warehouse), LATEST)


@pytest.fixture(scope="module")
def file(order, tmp_path_factory):
    path = tmp_path_factory.mktemp("meeting") / "会议.html"
    path.write_text(to_html(order), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def tab(browser, file):
    """The document in a tab that every test finds at the first slide, in light and without a panel."""
    page = new_tab(browser, *HD, "light")
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.goto(file.as_uri())
    yield page
    assert page.errors == []
    assert [url for url in page.requested if not url.startswith(("file:", "data:", "blob:"))] == []
    page.context.close()


@pytest.fixture
def page(tab):
    resize(tab, *HD)
    tab.evaluate(
        """() => { document.querySelector('#panel').close(); meeting.show(0);
           document.documentElement.dataset.scheme = 'light'; document.activeElement?.blur(); }"""
    )
    return tab


def wait_until(page, condition: str, seconds: float = 10) -> None:
    """Wait for a condition; Playwright's own way would be refused by the policy of the document."""
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        time.sleep(0.03)


def resize(page, width: int, height: int) -> None:
    """Give the window a size and wait until the document has answered it: the stage is fitted by an event."""
    page.set_viewport_size({"width": width, "height": height})
    scale = f"Math.min({width} / 1280, {height} / 720)"
    wait_until(
        page,
        f"innerWidth === {width} && innerHeight === {height}"
        f" && document.documentElement.style.getPropertyValue('--scale') === String({scale})",
    )


def faults(page) -> list:
    found = []
    for place in range(page.evaluate("meeting.state.count")):
        page.evaluate(f"meeting.show({place})")
        found += [(page.evaluate(SLIDE), *fault) for fault in page.evaluate(FAULTS, SMALLEST)]
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [HD, FULL_HD], ids=["1280", "1920"])
def test_nothing_is_small_or_reaches_beyond_the_stage(page, size, scheme):
    resize(page, *size)
    if scheme == "dark":
        page.keyboard.press("d")
    assert page.evaluate("document.documentElement.dataset.scheme") == scheme
    assert page.locator("#stage").bounding_box() == {"x": 0, "y": 0, "width": size[0], "height": size[1]}
    assert faults(page) == []


LONG_REMARK = "本季度没有填报、因此不单列一页的主题：" + "资产与项目、" * 12 + "党建。"


@pytest.mark.parametrize("remarks", [(), ("一句话。",), ("一句话。",) * 2, (LONG_REMARK,), (LONG_REMARK,) * 2])
def test_cards_and_remarks_of_a_village_do_not_lie_on_each_other(browser, demonstration_warehouse, tmp_path, remarks):
    village = running_order(current(demonstration_warehouse), LATEST, VILLAGE)
    cards = replace(next(slide for slide in village.slides if slide.kind == "headlines"), remarks=remarks)
    path = tmp_path / "village.html"
    path.write_text(to_html(replace(village, slides=(replace(cards, is_appendix=False),))), encoding="utf-8")
    opened = new_tab(browser, *HD, "light")
    opened.goto(path.as_uri())
    assert opened.locator(".slide.shown .card").count() == len(cards.headlines) == 8
    assert opened.evaluate(FAULTS, SMALLEST) == []
    # The second of two long ones stands in the notes alone.
    shown = opened.locator(".slide.shown .remarks li").all_inner_texts()
    assert shown == list(remarks[:1] if LONG_REMARK in remarks else remarks)
    assert all(remark in opened.inner_html(".slide.shown template.notes") for remark in remarks)
    opened.context.close()


def test_another_window_is_filled_up_in_the_colour_of_the_ground(page):
    resize(page, 1024, 768)
    assert page.locator("#stage").bounding_box() == {"x": 0, "y": 96, "width": 1024, "height": 576}
    assert not page.evaluate("document.documentElement.scrollHeight > innerHeight")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 248, 245)"


def test_sixty_matters_with_very_long_titles_stay_whole(browser, tmp_path):
    warehouse = current(small_world.publish(tmp_path, change=small_world.SIXTY_MATTERS))
    path = tmp_path / "many.html"
    path.write_text(to_html(running_order(warehouse, "M2")), encoding="utf-8")
    many = new_tab(browser, *HD, "light")
    many.goto(path.as_uri())
    assert faults(many) == []
    many.context.close()


def test_keys_lead_through_the_meeting(page):
    count, shown = page.evaluate("[meeting.state.count, meeting.state.shown]")
    last = shown - 1
    assert count > shown == 12
    steps = [
        *(("ArrowRight", 1), ("PageDown", 2), (" ", 3), ("ArrowLeft", 2), ("PageUp", 1)),
        *(("End", last), ("ArrowRight", last), ("Home", 0), ("ArrowLeft", 0)),
    ]
    for key, place in steps:
        page.keyboard.press(key)
        assert page.evaluate(PLACE) == place, key
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert "放映到此为止" in page.locator("#said.shown").inner_text()
    # The appendix comes by its number alone, and then follows itself.
    for key in ("1", "3", "Enter"):
        page.keyboard.press(key)
    assert page.evaluate(PLACE) == 12
    assert page.locator(".slide.shown .page-number").inner_text() == "附录13"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(PLACE) == 13
    for key in ("1", "2", "Enter"):
        page.keyboard.press(key)
    assert page.evaluate(PLACE) == 11
    assert page.locator(".slide.shown .page-number").inner_text() == f"12 / {last + 1}"
    for key in ("9", "9", "9", "Enter"):
        page.keyboard.press(key)
    assert page.evaluate(PLACE) == 11 and "没有第999页" in page.locator("#said.shown").inner_text()
    # It stands above what the slide says, and is gone with the next key.
    assert page.locator("#said").bounding_box()["y"] < HD[1] * 0.05
    page.keyboard.press("ArrowLeft")
    assert page.locator("#said.shown").count() == 0


def test_the_address_remembers_the_slide(page, file):
    page.evaluate("meeting.show('map')")
    assert page.url.endswith("#map")
    page.reload()
    assert page.evaluate(SLIDE) == "map"


def test_the_screen_goes_black_and_comes_back(page):
    for key in ("b", "."):
        page.keyboard.press(key)
        assert page.locator("#blank").is_visible()
        page.keyboard.press(key)
        assert page.locator("#blank").is_hidden()
    page.keyboard.press("b")
    page.keyboard.press("ArrowRight")
    assert page.locator("#blank").is_hidden() and page.evaluate(PLACE) == 1


def test_the_list_of_slides_leads_to_one(page, order):
    page.keyboard.press("o")
    items = page.locator("#panel li button")
    assert items.count() == page.evaluate("meeting.state.count")
    assert order.slides[1].title in items.nth(1).inner_text()
    items.filter(has_text=next(slide.title for slide in order.slides if slide.kind == "map")).click()
    assert page.evaluate(SLIDE) == "map" and not page.locator("#panel").is_visible()


@pytest.mark.parametrize("key", ["o", "h"])
def test_a_long_panel_keeps_its_title_and_shows_its_last_line(page, key):
    resize(page, 640, 260)
    page.evaluate("meeting.show(meeting.state.count - 1)")
    page.keyboard.press(key)
    panel = page.locator("#panel").bounding_box()
    for scrolled in ("0", "panel.scrollHeight"):
        page.evaluate(f"() => {{ const panel = document.querySelector('#panel'); panel.scrollTop = {scrolled}; }}")
        close = page.locator("#panel header button").bounding_box()
        assert panel["y"] <= close["y"] < panel["y"] + 60
    assert page.evaluate("document.querySelector('#panel').scrollTop") > 0
    last = page.locator("#panel .content > :last-child").bounding_box()
    assert last["y"] + last["height"] <= panel["y"] + panel["height"]
    page.keyboard.press("Escape")


def test_the_list_of_slides_opens_at_the_slide_below_its_title(page):
    resize(page, 640, 260)
    for place in ("0", "meeting.state.count - 1"):
        page.evaluate(f"meeting.show({place})")
        page.keyboard.press("o")
        header, current_item = (page.locator(f"#panel {one}").bounding_box() for one in ("header", "[aria-current]"))
        panel = page.locator("#panel").bounding_box()
        assert header["y"] == pytest.approx(panel["y"], abs=2)
        assert header["y"] + header["height"] <= current_item["y"] + 1
        assert current_item["y"] + current_item["height"] <= panel["y"] + panel["height"]
        page.keyboard.press("Escape")


def test_an_upright_phone_is_asked_to_be_turned_once(browser, file):
    phone = new_tab(browser, 390, 844, "light")
    phone.goto(file.as_uri())
    assert phone.locator("#said.shown").inner_text() == "横过来看更大"
    phone.keyboard.press("ArrowRight")
    resize(phone, 844, 390)
    resize(phone, 390, 844)
    assert phone.locator("#said.shown").count() == 0
    phone.context.close()


def test_the_key_that_opens_a_panel_closes_it_and_escape_closes_a_panel_first(page):
    is_open = "document.querySelector('#panel').open"
    title = "document.querySelector('#panel-title').textContent"
    for key in ("o", "h"):
        page.keyboard.press(key)
        assert page.evaluate(is_open)
        page.keyboard.press(key)
        assert not page.evaluate(is_open)
    page.keyboard.press("o")
    page.keyboard.press("h")
    assert page.evaluate(title) == "按键"
    page.keyboard.press("Escape")
    assert not page.evaluate(is_open)
    # The screen goes black below no panel.
    page.keyboard.press("o")
    page.keyboard.press("b")
    assert page.evaluate("meeting.state.isBlank") and not page.evaluate(is_open)
    page.keyboard.press("b")
    assert not page.evaluate("meeting.state.isBlank")


def test_help_names_the_keys_in_chinese(page):
    page.keyboard.press("h")
    told = page.locator("#panel").inner_text()
    assert "下一页" in told and "黑屏" in told and "备注" in told
    # The arrows belong to the panel while it is open.
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible() and page.evaluate(PLACE) == 0


def test_a_click_on_a_point_opens_what_lies_behind(page, order):
    [slide] = [slide for slide in order.slides if slide.key == "theme-output"]
    page.evaluate("meeting.show('theme-output')")
    column = page.locator(".slide.shown .plot .barlayer .points path").nth(3).bounding_box()
    middle = column["x"] + column["width"] / 2, column["y"] + column["height"] / 2
    page.mouse.move(*middle)
    wait_until(page, "document.querySelector('.slide.shown .hoverlayer').textContent.includes('2024年第四季度')")
    page.mouse.click(*middle)
    page.locator("#panel").wait_for()
    drill = slide.drills[3]
    assert page.locator("#panel-title").inner_text() == drill.title
    told = page.locator("#panel").inner_text()
    assert all(row[0] in told for row in drill.table.rows) and f"口径：{drill.footer.definition}" in told
    assert page.locator("#panel tbody tr").count() == len(drill.table.rows)


@pytest.mark.parametrize("key", ["headlines", "attention", "scoreboard", "map"])
def test_cards_rows_and_areas_open_with_the_keyboard_too(page, order, key):
    [slide] = [slide for slide in order.slides if slide.key == key]
    page.evaluate("key => meeting.show(key)", key)
    first = page.locator(".slide.shown [data-drill]").first
    point = first.get_attribute("data-drill")
    first.focus()
    page.keyboard.press("Enter")
    [drill] = [one for one in slide.drills if one.point == point]
    assert page.locator("#panel-title").inner_text() == drill.title


def test_a_matter_behind_a_state_leads_to_its_slide(page):
    page.evaluate("meeting.show('matters')")
    page.locator(".slide.shown .points button").first.focus()
    page.keyboard.press("Enter")
    row = page.locator("#panel tr[data-show]").first
    key = row.get_attribute("data-show")
    row.click()
    assert page.evaluate(SLIDE) == key and key.startswith("matter-")


def test_the_notes_window_follows_and_leads(page, order):
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    notes = opened.value
    assert notes.inner_text("h1") == order.slides[0].title
    assert notes.inner_text("h2") == f"下一页：{order.slides[1].title}"
    assert order.version in notes.inner_text("body")
    notes.keyboard.press("ArrowRight")
    assert page.evaluate(PLACE) == 1 and notes.inner_text("h1") == order.slides[1].title
    assert "口径：" in notes.inner_text("body")
    page.keyboard.press("ArrowRight")
    assert notes.inner_text("h1") == order.slides[2].title
    assert re.search(r"3 / \d+\s+\d\d:\d\d\s+已讲 \d+:\d\d", notes.inner_text("header"))
    notes.close()


def test_a_blocked_notes_window_is_told(page):
    page.evaluate("window.opened = window.open; window.open = () => null")
    page.keyboard.press("n")
    assert "拦截了备注窗口" in page.locator("#said").inner_text()
    page.evaluate("window.open = window.opened")


def test_the_meeting_plays_by_itself_and_begins_again(page):
    page.evaluate("meeting.show(meeting.state.shown - 1)")
    page.evaluate("meeting.state.seconds = 0.2")
    page.keyboard.press("p")
    wait_until(page, "meeting.state.place === 0")
    page.keyboard.press("p")
    assert page.evaluate("meeting.state.isPlaying") is False
    page.evaluate("meeting.state.seconds = 20")


def test_the_bar_appears_with_the_mouse(page):
    page.mouse.move(300, 300)
    page.mouse.move(310, 310)
    page.locator("#bar.shown").wait_for()
    page.get_by_role("button", name="下一页").click()
    assert page.evaluate(PLACE) == 1
    page.locator("#bar select").select_option("60")
    assert page.evaluate("meeting.state.seconds") == 60
    page.locator("#bar select").select_option("20")


def test_a_finger_leads_through_the_meeting(browser, file):
    tablet = new_tab(browser, 512, 288, "light")
    tablet.goto(file.as_uri())
    tablet.touchscreen.tap(500, 144)
    assert tablet.evaluate(PLACE) == 1
    tablet.touchscreen.tap(10, 144)
    assert tablet.evaluate(PLACE) == 0
    swipe = """([from, to]) => { const at = x => [new Touch({identifier: 1, target: document.body, clientX: x, clientY: 99})];
        document.body.dispatchEvent(new TouchEvent('touchstart', {changedTouches: at(from), bubbles: true}));
        document.body.dispatchEvent(new TouchEvent('touchend', {changedTouches: at(to), bubbles: true})); }"""
    tablet.evaluate(swipe, [300, 100])
    assert tablet.evaluate(PLACE) == 1
    tablet.evaluate(swipe, [100, 300])
    assert tablet.evaluate(PLACE) == 0
    tablet.context.close()


def test_an_update_keeps_the_slide_and_the_theme(page, order):
    page.evaluate("meeting.show('theme-grid')")
    page.keyboard.press("d")
    message = update(order)
    message["slides"] = message["slides"].replace("92.2%", "95.5%")
    message["data"]["title"] = "另一版"
    page.evaluate("message => window.postMessage(message, '*')", message)
    wait_until(page, "document.title === '另一版'")
    assert page.evaluate(SLIDE) == "theme-grid"
    assert page.evaluate("meeting.state.scheme") == "dark"
    assert "95.5%" in page.locator(".slide.shown h2").inner_text()
    assert page.locator(".slide.shown .main-svg").count() > 0
    page.evaluate("window.postMessage({kind: 'meeting-show', slide: 'notes'}, '*')")
    wait_until(page, "meeting.state.slide === 'notes'")
    page.evaluate("message => window.postMessage(message, '*')", update(order))
    wait_until(page, "document.title !== '另一版'")


def test_the_frame_around_the_meeting_is_told(browser, file, tmp_path):
    around = tmp_path / "around.html"
    html = file.read_text(encoding="utf-8").replace("&", "&amp;").replace('"', "&quot;")
    around.write_text(
        f'<script>window.told = []; onmessage = event => told.push(event.data)</script><iframe srcdoc="{html}"></iframe>',
        encoding="utf-8",
    )
    page = new_tab(browser, *HD, "light")
    page.goto(around.as_uri())
    frame = page.frames[1]
    wait_until(frame, "window.meeting")
    frame.evaluate("meeting.next()")
    frame.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
    wait_until(page, "told.length === 2")
    assert page.evaluate("told") == [{"kind": "meeting-slide", "slide": "conclusion"}, {"kind": "meeting-left"}]
    page.evaluate("frames[0].postMessage({kind: 'meeting-show', slide: 'map'}, '*')")
    wait_until(frame, "meeting.state.slide === 'map'")
    page.context.close()


def test_printing_gives_every_slide_a_page(page):
    page.keyboard.press("d")
    content = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == page.evaluate("meeting.state.count")
    # 1280 × 720 pixels in points.
    assert set(re.findall(rb"/MediaBox\s*\[\s*0 0 (\d+)[.\d]* (\d+)", content)) == {(b"960", b"540")}
    assert page.evaluate("document.querySelectorAll('.main-svg').length") > 0
