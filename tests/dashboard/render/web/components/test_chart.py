"""What a chart hands to the browser: the figure as it is, its words, and whether somebody listens."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.render.web.components import chart

FIGURE = {"data": [{"type": "bar", "x": [1, 2]}], "layout": {"height": 200}}


def page(value: float, is_choosable: bool):
    from dashboard.render.web.components import chart as draw

    figure = {"data": [{"type": "bar", "x": [1, value]}], "layout": {"height": 200}}
    draw("chart-one", figure, "甲最多。企业数", (lambda key: None) if is_choosable else None)


def sent(app: AppTest) -> dict:
    [element] = app.get("bidi_component")
    return json.loads(element.proto.bytes)


@pytest.mark.parametrize("is_choosable", [False, True])
def test_the_browser_gets_the_figure_its_words_and_where_the_library_lies(is_choosable):
    app = AppTest.from_function(page, args=(2, is_choosable), default_timeout=60).run()
    assert not app.exception
    told = sent(app)
    assert told["figure"] == FIGURE and told["alt"] == "甲最多。企业数" and told["is_choosable"] is is_choosable
    # From this server: no address of another one.
    assert told["library"].startswith("component/") and "/plotly.min.js?" in told["library"]


def test_a_chart_that_is_listened_to_keeps_its_identity_when_its_content_changes():
    before, after = (AppTest.from_function(page, args=(value, True), default_timeout=60).run() for value in (2, 3))
    assert before.get("bidi_component")[0].proto.id == after.get("bidi_component")[0].proto.id


def test_a_number_that_is_none_is_refused():
    with pytest.raises(ValueError, match="not JSON compliant"):
        chart("one", {"data": [{"x": [float("nan")]}], "layout": {"height": 200}}, "甲")
