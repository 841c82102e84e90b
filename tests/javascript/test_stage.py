"""The presentation's scripts, piece by piece: which slide is shown, keys, touch, panels, notes, charts, auto-play."""

import pytest

PLACE = "inside.state.place"


def said(stage) -> str:
    return stage.locator("#said").inner_text()


@pytest.mark.parametrize(
    ("asked", "is_shown", "place"), [(2, True, 2), ("b", True, 1), (3, False, 0), (-1, False, 0), ("none", False, 0)]
)
def test_a_slide_is_shown_by_place_or_key_and_what_is_not_there_changes_nothing(stage, asked, is_shown, place):
    assert stage.evaluate("asked => inside.show(asked)", asked) is is_shown
    assert stage.evaluate(PLACE) == place
    assert stage.evaluate("[...document.querySelectorAll('.slide.shown')].map(one => one.dataset.key)") == [
        "abc"[place]
    ]
    assert stage.evaluate("location.hash") == f"#{'abc'[place]}"


def test_there_is_nothing_before_the_first_slide_and_after_the_last(stage):
    found = stage.evaluate("[inside.back(), inside.next(), inside.next(), inside.next(), inside.state.place]")
    assert found == [False, True, True, False, 2]


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1280, 720, "1"), (1920, 1080, "1.5"), (640, 720, "0.5"), (1280, 360, "0.5")]
)
def test_a_slide_is_as_large_as_the_narrower_side_allows(stage, width, height, scale):
    stage.set_viewport_size({"width": width, "height": height})
    stage.evaluate("inside.fit()")
    assert stage.evaluate("document.documentElement.style.getPropertyValue('--scale')") == scale


def test_a_phone_held_upright_is_told_to_turn_once(stage):
    stage.set_viewport_size({"width": 390, "height": 844})
    stage.evaluate("inside.tellToTurn()")
    assert said(stage) == "横过来看更大"
    stage.evaluate("inside.byId('said').textContent = ''; inside.tellToTurn()")
    assert said(stage) == ""


@pytest.mark.parametrize(("hour", "minute", "text"), [(9, 5, "09:05"), (0, 0, "00:00"), (23, 59, "23:59")])
def test_the_clock(stage, hour, minute, text):
    assert (
        stage.evaluate("([hour, minute]) => inside.clock(new Date(2026, 0, 1, hour, minute))", [hour, minute]) == text
    )


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (65, "1:05"), (3661, "61:01")])
def test_how_long_it_has_been_told_is_counted_from_the_first_step(stage, seconds, text):
    stage.clock.run_for(5_000)
    assert stage.evaluate("inside.elapsed()") == "0:00"
    stage.evaluate("inside.next()")
    stage.clock.fast_forward(seconds * 1000)
    assert stage.evaluate("inside.elapsed()") == text


def test_it_plays_by_itself_from_the_last_slide_to_the_first_and_waits_for_a_panel(stage):
    stage.evaluate("inside.state.seconds = 10; inside.play()")
    assert stage.locator("[data-do=play]").text_content() == "暂停播放"
    stage.clock.run_for(9_800)
    assert stage.evaluate(PLACE) == 0
    stage.clock.run_for(400)
    assert stage.evaluate(PLACE) == 1
    stage.evaluate("inside.openHelp()")
    stage.clock.run_for(30_000)
    assert stage.evaluate(PLACE) == 1
    stage.evaluate("inside.closePanel()")
    stage.clock.run_for(20_500)
    assert stage.evaluate(PLACE) == 0
    stage.evaluate("inside.play()")
    stage.clock.run_for(30_000)
    assert stage.evaluate(PLACE) == 0


def test_an_address_that_cannot_be_read_is_none(stage):
    assert stage.evaluate("history.replaceState(null, '', '#%E0%A4%A'); inside.remembered()") == ""
    assert stage.evaluate("history.replaceState(null, '', '#%E7%94%B2'); inside.remembered()") == "甲"


RENEWED = """keys => inside.renew({
  slides: keys.map(key => document.querySelector('.slide').outerHTML.replaceAll('"a"', `"${key}"`)).join(''),
  data: { title: '新的', version: '2', charts: {} },
})"""


@pytest.mark.parametrize(
    ("keys", "slide"),
    [(["x", "c", "y"], "c"), (["x", "y"], "y"), (["x"], "x")],
    ids=["it has moved", "it is gone", "only one is left"],
)
def test_a_later_state_keeps_the_slide_or_the_place(stage, keys, slide):
    stage.evaluate("inside.show('c')")
    stage.evaluate(RENEWED, keys)
    assert stage.evaluate("[inside.state.slide, document.title]") == [slide, "新的"]


@pytest.mark.parametrize(("origin", "slide"), [("self.origin", "b"), ("'https://elsewhere.example'", "a")])
def test_only_the_page_around_it_may_turn_it(stage, origin, slide):
    stage.evaluate(
        "origin => inside.onMessage({ source: window.parent, origin, data: { kind: 'meeting-show', slide: 'b' } })",
        stage.evaluate(origin),
    )
    assert stage.evaluate("inside.state.slide") == slide


def test_every_key_and_button_does_something(stage):
    assert stage.evaluate("Object.values(inside.KEYS).filter(one => !(one in inside.ACTIONS))") == []
    assert stage.evaluate("[...inside.INSIDE_PANEL].filter(one => !(one in inside.ACTIONS))") == []
    buttons = "[...document.querySelectorAll('[data-do]')].map(one => one.dataset.do)"
    assert stage.evaluate(f"{buttons}.filter(one => !(one in inside.ACTIONS))") == []


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["ArrowRight"], 1),
        ([" ", "PageDown"], 2),
        (["End"], 2),
        (["End", "ArrowUp"], 1),
        (["End", "Home"], 0),
        (["3", "Enter"], 2),
        (["1", "0", "0", "2", "Enter"], 1),  # three digits count: 002
        (["0", "Enter"], 0),
        (["2", "ArrowRight", "Enter"], 1),  # another key forgets the digits
        (["Control+ArrowRight"], 0),
        (["?", "ArrowRight"], 0),  # a panel is open
        (["?", "Escape", "ArrowRight"], 1),
    ],
)
def test_keys(stage, keys, place):
    for key in keys:
        stage.keyboard.press(key)
    assert stage.evaluate(PLACE) == place


def test_digits_say_where_they_lead(stage):
    stage.keyboard.press("1")
    stage.keyboard.press("2")
    assert said(stage) == "第12页，按回车跳转"
    stage.keyboard.press("Enter")
    assert said(stage) == "没有第12页，共3页"


def test_escape_closes_the_panel_then_the_black_screen(stage):
    stage.keyboard.press("b")
    stage.keyboard.press("o")
    found = []
    for _ in range(2):
        stage.keyboard.press("Escape")
        found.append(stage.evaluate("[inside.panel.open, inside.state.isBlank]"))
    assert found == [[False, True], [False, False]]


TOUCHED = """([from, to]) => {
  const at = ([clientX, clientY]) => ({ target: document.body, changedTouches: [{ clientX, clientY }],
    preventDefault() {} });
  inside.onTouchStart(at(from));
  inside.onTouchEnd(at(to));
}"""


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        ((600, 300), (539, 300), 2),  # 61 to the left
        ((600, 300), (540, 300), 1),  # 60 are too few
        ((600, 300), (661, 300), 0),
        ((600, 300), (500, 350), 1),  # as much down as half across
        ((1200, 300), (1200, 300), 2),  # a tap within a tenth of the right edge
        ((100, 300), (100, 300), 0),
        ((128, 300), (128, 300), 1),  # just a tenth
        ((1200, 300), (1189, 300), 1),  # a finger that slid
    ],
)
def test_swipes_and_taps(stage, start, end, place):
    stage.evaluate("inside.show(1)")
    stage.evaluate(TOUCHED, [start, end])
    assert stage.evaluate(PLACE) == place


def test_what_opens_a_panel_closes_it(stage):
    opened = "[inside.panel.open, inside.panel.dataset.name]"
    stage.evaluate("inside.ACTIONS.overview()")
    assert stage.evaluate(opened) == [True, "overview"]
    assert stage.locator("#panel .content").inner_text().split() == ["1甲", "2乙", "3丙"]
    assert stage.evaluate("document.activeElement.dataset.show") == "a"
    stage.evaluate("inside.ACTIONS.help()")
    assert stage.evaluate(opened) == [True, "help"]
    stage.evaluate("inside.ACTIONS.help()")
    assert stage.evaluate("inside.panel.open") is False


def test_the_detail_of_a_point_opens_where_there_is_one(stage):
    stage.evaluate("inside.openDrill(inside.current(), 'p0')")
    assert stage.evaluate("inside.panel.open") is False
    stage.evaluate("inside.openDrill(inside.current(), 'p1')")
    assert stage.evaluate(
        "[inside.byId('panel-title').textContent, inside.panel.querySelector('.content').innerText]"
    ) == [
        "甲的明细",
        "甲一行",
    ]


def test_a_link_in_the_overview_leads_to_its_slide(stage):
    stage.evaluate("inside.openOverview()")
    assert stage.evaluate("inside.follow(document.querySelector('[data-show=c]'))") is True
    assert stage.evaluate("[inside.state.slide, inside.panel.open]") == ["c", False]
    assert stage.evaluate("inside.follow(document.body)") is False


def test_a_chart_is_drawn_once_for_a_theme_and_from_a_copy(stage):
    assert stage.evaluate("drawn.length") == 1
    stage.evaluate("inside.show('b'); inside.show('a')")
    assert stage.evaluate("drawn.length") == 1
    stage.evaluate("inside.toggleScheme()")
    assert stage.evaluate("drawn.map(one => one.layout.height)") == [200, 201]
    assert stage.evaluate("inside.data.charts.a.light.data") == [{"y": [1, 2]}]
    assert stage.evaluate("drawn[0].config.displayModeBar") is False


def test_a_click_on_a_chart_opens_the_detail_of_its_point(stage):
    click = "number => document.querySelector('.shown .plot').heard.plotly_click({ points: [{ pointNumber: number }] })"
    stage.evaluate(click, 0)
    assert stage.evaluate("inside.panel.open") is False
    stage.evaluate(click, 1)
    assert stage.evaluate("inside.byId('panel-title').textContent") == "甲的明细"


def test_all_charts_are_drawn_for_print_and_the_shown_one_again_after(stage):
    stage.evaluate("inside.toggleScheme(); inside.drawAll('light')")
    assert stage.evaluate("drawn.map(one => one.layout.height)") == [200, 201, 200, 200]
    stage.evaluate("inside.drawChart(inside.current())")
    assert stage.evaluate("drawn.at(-1).layout.height") == 201


def test_the_notes_tell_this_slide_the_next_and_the_time(stage):
    with stage.expect_popup() as opened:
        stage.evaluate("inside.openNotes()")
    notes = opened.value
    assert notes.evaluate("['h1', 'h2', 'div'].map(one => document.querySelector(one).textContent)") == [
        "甲",
        "下一页：乙",
        "甲的备注",
    ]
    stage.evaluate("inside.show('c')")
    assert notes.evaluate("['h1', 'h2'].map(one => document.querySelector(one).textContent)") == ["丙", "最后一页"]
    assert notes.evaluate("[...document.querySelectorAll('header b')].map(one => one.textContent)") == [
        "3 / 3",
        "09:05",
        "已讲 0:00",
    ]
