"""The components' scripts, piece by piece: the list that is arranged, the chart, the full screen, the upload box."""

from pathlib import Path

import pytest

ROWS = """[
  { key: 'cover', text: '封面', group: '', remark: '', is_on: true, is_fixed: true },
  { key: 'one', text: '一', group: '经济', remark: '', is_on: true, is_fixed: false },
  { key: 'two', text: '二', group: '经济', remark: '旧', is_on: false, is_fixed: false },
  { key: 'three', text: '三', group: '治理', remark: '', is_on: true, is_fixed: false },
]"""
DRAW = f"""answered => inside.make({{
  parentElement: place, setTriggerValue, data: {{ rows: {ROWS}, answered, longest: 9 }},
}})"""
KEYS = "[...place.querySelectorAll('li')].map(one => one.dataset.key)"
ON = "[...place.querySelectorAll('li .number')].map(one => one.textContent)"


@pytest.fixture
def arranging(component):
    page = component("arranging")
    page.evaluate(DRAW, 0)
    return page


def test_the_shown_rows_are_counted_and_numbered(arranging):
    assert arranging.locator(".count").inner_text() == "放映3页，共4页"
    assert arranging.evaluate(ON) == ["1", "2", "", "3"]


@pytest.mark.parametrize(
    ("start", "end", "order"),
    [
        (1, 3, ["cover", "two", "three", "one"]),
        (3, 1, ["cover", "three", "one", "two"]),
        (2, 2, ["cover", "one", "two", "three"]),
    ],
)
def test_a_row_moves(arranging, start, end, order):
    moved = f"([from, to]) => {{ const list = {{ rows: {ROWS} }}; inside.move(list, from, to); return list.rows.map(one => one.key) }}"
    assert arranging.evaluate(moved, [start, end]) == order


def test_every_change_is_told_whole_and_counted(arranging):
    arranging.locator("li[data-key=three] button[title=上移]").click()
    assert arranging.evaluate(KEYS) == ["cover", "one", "three", "two"]
    assert arranging.evaluate("told") == [
        ["arranged", {"order": ["one", "three", "two"], "off": ["two"], "remarks": {"two": "旧"}, "change": 1}]
    ]
    arranging.locator("li[data-key=one] input[type=checkbox]").uncheck()
    assert arranging.evaluate("[told[1][1].off, told[1][1].change]") == [["one", "two"], 2]
    assert arranging.evaluate(ON) == ["1", "", "2", ""]


def test_a_remark_is_told_without_space_around_it(arranging):
    arranging.locator("li[data-key=one] .remark").fill(" 新 ")
    arranging.locator("li[data-key=one] .remark").blur()
    assert arranging.evaluate("told[0][1].remarks") == {"one": "新", "two": "旧"}
    assert arranging.locator("li[data-key=one] .remark").get_attribute("maxlength") == "9"


def test_the_cover_stays_first_and_shown(arranging):
    arranging.get_by_text("全部不放").click()
    assert arranging.evaluate(ON) == ["1", "", "", ""]
    assert arranging.evaluate("told[0][1].off") == ["one", "two", "three"]
    assert arranging.locator("li[data-key=cover] .moves").count() == 0
    assert arranging.locator("li[data-key=one] button[title=上移]").is_disabled()
    assert arranging.locator("li[data-key=three] button[title=下移]").is_disabled()


def test_an_answer_that_is_overtaken_changes_nothing(arranging):
    for _ in range(2):
        arranging.locator("li[data-key=three] button[title=上移]").click()
    arranging.evaluate(DRAW, 1)
    assert arranging.evaluate(KEYS) == ["cover", "three", "one", "two"]
    arranging.evaluate(DRAW, 2)
    assert arranging.evaluate(KEYS) == ["cover", "one", "two", "three"]


def test_the_focus_goes_on_with_a_row_and_turns_at_the_end(arranging):
    focus = "[document.activeElement.closest('li').dataset.key, document.activeElement.title]"
    arranging.locator("li[data-key=three] button[title=上移]").press("Enter")
    assert arranging.evaluate(focus) == ["three", "上移"]
    arranging.keyboard.press("Enter")
    assert arranging.evaluate(focus) == ["three", "下移"]


@pytest.mark.parametrize(
    ("start", "end", "order"),
    [("one", "three", ["cover", "two", "one", "three"]), ("three", "one", ["cover", "three", "one", "two"])],
)
def test_a_row_that_is_dropped_stands_before_the_one_it_was_dropped_on(arranging, start, end, order):
    arranging.evaluate(
        """([from, to]) => {
            const line = key => place.querySelector(`li[data-key=${key}]`);
            const carried = new DataTransfer();
            line(from).querySelector('.handle').dispatchEvent(new DragEvent('dragstart', { dataTransfer: carried }));
            line(to).dispatchEvent(new DragEvent('drop', { dataTransfer: carried, cancelable: true }));
        }""",
        [start, end],
    )
    assert arranging.evaluate(KEYS) == order


PLOTLY = """
window.drawn = [];
window.purged = 0;
window.Plotly = {
  react(root, data, layout) {
    window.drawn.push([layout.width, data[0].y[0]]);
    root.on = (name, hear) => { root.hear = hear; };
  },
  purge() { window.purged += 1; },
};
window.send = (value, place, isChoosable = true) => {
  const figure = { data: [{ y: [value] }], layout: { height: 150 } };
  const text = JSON.stringify({ name: 'one', alt: `${value} 家`, is_choosable: isChoosable, figure, library: '' });
  return inside.make({ parentElement: place, data: new TextEncoder().encode(text), setTriggerValue });
};
place.style.width = '400px';
"""


@pytest.fixture
def chart(component):
    page = component("chart")
    page.evaluate(PLOTLY)
    page.evaluate("() => { window.leave = send(1, place); }")
    page.wait_for_function("drawn.length === 1")
    return page


def test_a_chart_is_drawn_as_wide_as_its_place_and_says_what_it_shows(chart):
    assert chart.evaluate("drawn") == [[400, 1]]
    assert chart.locator("[role=figure]").get_attribute("aria-label") == "1 家"
    assert chart.evaluate("document.querySelector('[role=figure]').style.height") == "150px"


def test_the_same_figure_is_not_drawn_again_and_another_in_the_same_place(chart):
    chart.evaluate("() => { send(1, place); send(2, place); }")
    assert chart.evaluate("drawn") == [[400, 1], [400, 2]]
    assert chart.locator("[role=figure]").count() == 1


def test_another_width_draws_it_once(chart):
    chart.evaluate("() => { place.style.width = '300px'; }")
    chart.wait_for_function("drawn.length > 1")
    assert chart.evaluate("drawn") == [[400, 1], [300, 1]]


def test_a_chart_moves_to_its_next_place_and_is_taken_away_where_it_has_none(chart):
    chart.evaluate(
        """() => {
            const next = document.createElement('div');
            next.style.width = '400px';
            document.body.append(next);
            window.stay = send(1, next);
            leave();
        }"""
    )
    chart.wait_for_timeout(1200)
    assert chart.evaluate("[purged, place.childElementCount, drawn.length]") == [0, 0, 1]
    chart.evaluate("() => { stay(); }")
    chart.wait_for_function("purged === 1")


@pytest.mark.parametrize(("is_choosable", "told"), [(True, [["chosen", "P"]]), (False, [])])
def test_a_point_is_told_where_somebody_listens(chart, is_choosable, told):
    chart.evaluate("isChoosable => { send(3, place, isChoosable); }", is_choosable)
    hear = "points => document.querySelector('[role=figure]').hear({ points })"
    chart.evaluate(hear, [{"customdata": ["P"]}])
    chart.evaluate(hear, [{}])
    chart.evaluate(hear, [])
    assert chart.evaluate("told") == told


SHOWN = (
    """(data) => inside.make({ parentElement: place, key: 'k', setTriggerValue, data: { label: '放映', ...data } })"""
)
DOCUMENT = "<p>会议</p><script>onmessage = event => { document.body.textContent = event.data.text; }</script>"


@pytest.fixture
def screen(component):
    page = component("stage")
    # A window without a display has no full screen to leave.
    page.evaluate("() => { Element.prototype.requestFullscreen = undefined; }")
    page.evaluate(SHOWN, {})
    return page


def test_the_button_asks_for_the_document_which_is_shown_once(screen):
    layer = screen.locator(".full-screen-stage")
    assert layer.count() == 0
    screen.get_by_role("button", name="放映").click()
    assert screen.evaluate("told") == [["wanted", True]]
    assert layer.inner_text() == "正在准备…"
    for version in ("1", "1"):
        screen.evaluate(SHOWN, {"document": DOCUMENT, "version": version})
    screen.frame_locator("iframe").get_by_text("会议").wait_for()
    assert screen.evaluate("told.slice(1)") == [["shown", "1"]]


def test_an_update_reaches_the_document_where_its_version_is_another(screen):
    screen.get_by_role("button", name="放映").click()
    screen.evaluate(SHOWN, {"document": DOCUMENT, "version": "1"})
    screen.frame_locator("iframe").get_by_text("会议").wait_for()
    for version in ("1", "2"):
        screen.evaluate(SHOWN, {"update": {"text": f"第 {version} 版"}, "version": version})
    screen.frame_locator("iframe").get_by_text("第 2 版").wait_for()
    assert screen.evaluate("told.slice(1)") == [["shown", "1"], ["shown", "2"]]


@pytest.mark.parametrize("how", ["Escape", "message"])
def test_it_is_left_by_key_or_by_the_document_and_the_page_moves_again(screen, how):
    screen.get_by_role("button", name="放映").click()
    screen.evaluate(SHOWN, {"document": DOCUMENT, "version": "1"})
    screen.frame_locator("iframe").get_by_text("会议").wait_for()
    assert screen.evaluate("document.body.style.overflow") == "hidden"
    screen.evaluate("window.postMessage({ kind: 'meeting-left' }, '*')")  # from elsewhere
    if how == "Escape":
        screen.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))")
    else:
        assert screen.locator(".full-screen-stage").count() == 1
        screen.frames[1].evaluate("parent.postMessage({ kind: 'meeting-left' }, '*')")
    screen.locator(".full-screen-stage").wait_for(state="detached")
    assert screen.evaluate("[document.body.style.overflow, told.at(-1), told.length]") == ["", ["left", True], 3]


BOX = """
<div class="st-key-upload-files"><div id="inner"></div>
<input aria-label="File upload"><button aria-label="Add files"></button><button title="Remove 报表.xlsx"></button>
<button aria-label="Cancel upload of 二.csv"></button><i title="Click to retry upload"></i><b title="别的"></b>
<p role="alert">too large</p></div>
"""


def test_the_upload_box_speaks_chinese_also_of_what_comes_later(component):
    page = component("upload")
    page.evaluate("text => { place.innerHTML = text; }", BOX)
    page.evaluate(
        "() => { window.stop = inside.make({ data: { label: '选择报表' }, parentElement: document.querySelector('#inner') }); }"
    )
    names = (
        "[...place.querySelectorAll('[aria-label], [title]')].map(one => one.getAttribute('aria-label') ?? one.title)"
    )
    chinese = ["选择报表", "再加文件", "去掉 报表.xlsx", "去掉 二.csv", "点一下再传", "别的"]
    assert page.evaluate(names) == chinese
    assert page.locator("[role=alert]").inner_text() == "没有收下：文件太大，或传送中断。"
    later = (
        "name => { const one = document.createElement('i'); one.title = name; place.firstElementChild.append(one); }"
    )
    page.evaluate(later, "Delete 三.xls")
    page.wait_for_function("place.querySelector('i:last-child').title === '去掉 三.xls'")
    page.evaluate("stop()")
    page.evaluate(later, "Delete 四.xls")
    page.wait_for_timeout(50)
    assert page.evaluate("place.querySelector('i:last-child').title") == "Delete 四.xls"


def test_without_its_box_nothing_is_named(component):
    page = component("upload")
    assert page.evaluate("inside.make({ data: { label: '选择报表' }, parentElement: place }) === undefined") is True


PIVOT = """{ heads: ['区域'], columns: ['一季度', '二季度'], order: 'high-1', caption: '表', more: '另有 2 行',
  rows: [
    { heads: ['<b>甲</b>'], is_total: false, cells: [
      { text: '10', bar: 0.5, change: '+1.0%', tone: 'better', is_absent: false },
      { text: '不公开', bar: null, change: '', tone: '', is_absent: true }] },
    { heads: ['合计'], is_total: true, cells: [
      { text: '20', bar: null, change: '', tone: '', is_absent: false },
      { text: '30', bar: null, change: '', tone: '', is_absent: false }] },
  ] }"""


@pytest.fixture
def pivot(component):
    page = component("pivot")
    page.evaluate(f"inside.make({{ parentElement: place, setTriggerValue, data: {PIVOT} }})")
    return page


def test_a_table_of_figures_is_text_with_bars_and_words(pivot):
    assert pivot.locator("tbody th").all_inner_texts() == ["<b>甲</b>", "合计"]
    assert pivot.locator("td").all_inner_texts() == ["10+1.0%", "不公开", "20", "30"]
    assert pivot.locator("td.bar").evaluate_all("all => all.map(one => one.style.getPropertyValue('--share'))") == [
        "50%"
    ]
    assert pivot.locator("td.absent").all_inner_texts() == ["不公开"]
    assert pivot.locator("tr.total").count() == 1 and pivot.locator(".more").inner_text() == "另有 2 行"


@pytest.mark.parametrize(("column", "asked"), [(0, "high-0"), (1, "low-1")])
def test_a_head_asks_for_another_order(pivot, column, asked):
    assert pivot.locator("thead th[aria-sort]").evaluate_all("all => all.map(one => one.ariaSort)") == [
        "none",
        "descending",
    ]
    pivot.locator("thead button").nth(column).click()
    assert pivot.evaluate("told") == [["sorted", asked]]


def test_the_link_is_copied_where_scripts_have_no_clipboard(component):
    page = component("copying")
    page.evaluate("Object.defineProperty(window, 'isSecureContext', { value: false })")
    page.evaluate("document.addEventListener('copy', () => { window.taken = getSelection().toString(); })")
    page.evaluate("inside.make({ parentElement: place, data: { label: '复制链接', query: 'a=1' } })")
    page.locator("button").click()
    page.get_by_text("已复制").wait_for()
    assert page.locator("button").get_attribute("data-link").endswith("?a=1")


PICTURED = """
const chart = document.createElement('div');
chart.dataset.picture = 'chart-one';
chart.picture = async (least) => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg"><rect width="${least}" height="100" fill="#123456"/></svg>`, width: least, height: 100,
});
document.body.append(chart);
inside.make({ parentElement: place, data: {
  of: 'chart-one', stem: '演示数据_总产值', heading: ['<b>甲</b>升', '总产值'], foot: ['来源：企业季报', '注意：演示数据，非真实统计，不得引用'],
  colors: ['#ffffff', '#000000', '#555555'], query: { area: '350581', period: '2024Q1' },
}});
"""


@pytest.fixture
def picture(component):
    page = component("picture")
    page.evaluate(f"() => {{ {PICTURED} }}")
    return page


@pytest.mark.parametrize(("suffix", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_a_picture_is_saved_under_the_name_of_its_data(picture, suffix, begins):
    with picture.expect_download() as taken:
        picture.get_by_text(f"图片 {suffix.upper()}").click()
    assert taken.value.suggested_filename == f"演示数据_总产值.{suffix}"
    assert Path(taken.value.path()).read_bytes().startswith(begins)
    picture.get_by_text("已保存").wait_for()


def test_a_picture_carries_its_words_as_text_and_its_drawing_whole(picture):
    with picture.expect_download() as taken:
        picture.get_by_text("图片 SVG").click()
    svg = Path(taken.value.path()).read_text(encoding="utf-8")
    assert "&lt;b&gt;甲&lt;/b&gt;升" in svg and "注意：演示数据，非真实统计，不得引用" in svg
    # The drawing is as wide as it says, with an edge at both sides, between its words.
    assert 'width="808"' in svg and svg.index("总产值") < svg.index("#123456") < svg.index("来源：")


def test_a_link_says_what_a_plain_address_leaves_out(picture):
    picture.evaluate("() => { history.replaceState(null, '', '/overview?period=2025Q4'); }")
    picture.context.grant_permissions(["clipboard-read", "clipboard-write"])
    picture.get_by_text("复制链接").click()
    picture.get_by_text("已复制").wait_for()
    link = picture.evaluate("navigator.clipboard.readText()")
    assert link.endswith("/overview?period=2025Q4&area=350581")


def test_a_picture_is_copied_where_scripts_have_no_clipboard(picture):
    """As on an intranet without https: what is selected on the page is copied."""
    picture.evaluate("() => { Object.defineProperty(window, 'isSecureContext', { value: false }); }")
    picture.evaluate("() => { document.addEventListener('copy', () => { window.copied = true; }); }")
    picture.get_by_text("复制图片").click()
    picture.get_by_text("已复制").wait_for()
    assert picture.evaluate("window.copied !== undefined")


def test_a_long_text_breaks_where_the_line_ends(picture):
    rows = picture.evaluate("inside.lines('甲'.repeat(25), 10, 400, 100)")
    assert "".join(rows) == "甲" * 25 and len(rows) >= 3
