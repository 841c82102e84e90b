"""The sections of a page: only what is open is drawn, the address says which, what is missing says why."""

import pytest
from streamlit.testing.v1 import AppTest

SCRIPT = """
import streamlit as st
from dashboard.render.web.sections import Section, sections

sections(
    st.container(),
    Section("land", "用地", "亩均", lambda: st.text("drawn: land")),
    Section("hands", "用工", "人数", lambda: st.text("drawn: hands")),
    Section("none", "签约", "走到哪", lambda: st.text("drawn: none"), "没有上报“招商投产”（未填报）。"),
    None,
)
"""


@pytest.fixture
def page():
    def run(**query: str) -> AppTest:
        app = AppTest.from_string(SCRIPT)
        app.query_params.update(query)
        return app.run()

    return run


def drawn(app: AppTest) -> list[str]:
    assert not app.exception
    return [text.value for text in app.text]


def test_a_page_opens_with_all_its_sections_closed(page):
    assert drawn(page()) == []


def test_the_address_says_which_are_open(page):
    assert drawn(page(open="hands")) == ["drawn: hands"]
    assert drawn(page(open="hands,land")) == ["drawn: land", "drawn: hands"]
    assert drawn(page(open="all")) == ["drawn: land", "drawn: hands"]


@pytest.mark.parametrize("told", ["nothing", "none", "", ",", "<b>", "land" * 2000])
def test_an_address_that_names_no_section_opens_none(page, told):
    assert drawn(page(open=told)) == []


def test_what_is_missing_stands_in_one_list_with_the_reason(page):
    [missing] = [element.proto.body for element in page().get("html") if "absent-parts" in element.proto.body]
    assert "<b>签约</b>没有上报“招商投产”（未填报）。" in missing
    assert "用地" not in missing


def test_the_index_leads_to_the_sections_that_can_be_opened(page):
    [index] = [part for part in page().get("bidi_component") if part.proto.component_name == "page_index"]
    assert "land" in index.proto.json and "hands" in index.proto.json and "none" not in index.proto.json
