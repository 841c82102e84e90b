"""The filter bar without a browser: the cascade, the address, and what is kept from page to page."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.metrics.versions import current
from dashboard.render.web import controls
from dashboard.render.web.filter_bar import EVERY_GRID, NO_GRIDS, levels
from dashboard.render.web.known_boxes import is_known
from tests.pages.reading import words
from tests.serving import REPOSITORY

CITY, BAOGAI, PENGTIAN = "350581000000", "350581101901", "350581100901"
PARK, TANGHOU, THIRD_GRID = "350581101911", "350581101206", "35058110120603"

NO_PAGES = ("first_start", "presenting")
PAGES = sorted(page.stem for page in (REPOSITORY / "pages").glob("*.py") if page.stem not in NO_PAGES)

SCRIPT = """
import streamlit as st
from dashboard.metrics.versions import current
from dashboard.render.web.filter_bar import filter_bar
chosen = filter_bar(current(), st.container())
st.text(f"{chosen.area_code} {chosen.period} {chosen.comparison}")
"""


@pytest.fixture
def bar(demonstration_warehouse, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))

    def run(**query: str) -> AppTest:
        app = AppTest.from_string(SCRIPT, default_timeout=60)
        for key, value in query.items():
            app.query_params[key] = value
        return app.run()

    return run


def told(app: AppTest) -> list[str]:
    return app.text[0].value.split()


def pick(app: AppTest, key: str, value: str) -> AppTest:
    return app.selectbox(key=f"filter-{key}").set_value(value).run()


def test_the_boxes_of_a_grid(demonstration_warehouse):
    district, zone, grid = levels(current(demonstration_warehouse), THIRD_GRID)
    assert (district.picked, zone.picked, grid.picked) == (BAOGAI, TANGHOU, THIRD_GRID)
    assert list(grid.names)[0] == TANGHOU and grid.names[TANGHOU] == EVERY_GRID
    assert len(grid.names) == 1 + 9
    assert list(district.names) == [CITY, BAOGAI, PENGTIAN] or list(district.names) == [CITY, PENGTIAN, BAOGAI]


def test_a_unit_without_grids_says_so(demonstration_warehouse):
    _, zone, grid = levels(current(demonstration_warehouse), "350581100211")
    assert zone.picked == "350581100211"
    assert list(grid.names.values()) == [NO_GRIDS]


def test_everything_offers_no_units(demonstration_warehouse):
    district, zone, grid = levels(current(demonstration_warehouse), CITY)
    assert district.picked == CITY and len(zone.names) == 1 and len(grid.names) == 1


def test_a_plain_address_stays_plain_until_something_is_chosen(bar):
    app = bar()
    assert told(app) == [BAOGAI, "2025Q4", "year_earlier"]
    assert app.query_params == {}
    app = pick(app, "period", "2025Q3")
    assert app.query_params == {"area": BAOGAI, "period": "2025Q3", "compare": "year_earlier"}
    app = pick(app, "period", "2025Q4")
    assert app.query_params["period"] == "2025Q4"


def test_going_down_and_up_the_cascade(bar):
    app = pick(bar(), "zone", TANGHOU)
    app = pick(app, "grid", THIRD_GRID)
    assert told(app)[0] == THIRD_GRID
    app = pick(app, "grid", TANGHOU)
    assert told(app)[0] == TANGHOU
    app = pick(app, "grid", THIRD_GRID)
    app = pick(app, "zone", PARK)
    assert told(app)[0] == PARK
    assert app.selectbox(key="filter-grid").value == PARK
    app = pick(app, "district", PENGTIAN)
    assert told(app)[0] == PENGTIAN
    assert TANGHOU not in app.selectbox(key="filter-zone").options
    app = pick(app, "district", CITY)
    assert told(app)[0] == CITY


def test_each_word_of_the_address_stands_for_itself(bar):
    app = bar(area=TANGHOU, period="1999Q9", compare="previous")
    assert told(app) == [TANGHOU, "2025Q4", "previous"]
    assert app.query_params["period"] == "2025Q4"


def notices(app: AppTest) -> list[str]:
    return [html.proto.body for html in app.get("html") if "notice" in html.proto.body]


def test_a_link_that_asks_for_nothing_known_is_told_so(bar):
    [notice] = notices(bar(area="999", period="2031Q1"))
    assert "链接中的区域“999”、时期“2031Q1”在现有数据中没有" in notice
    assert "已改为宝盖“三区联创”片区、2025年第四季度。" in notice
    assert notices(bar(area=TANGHOU, period="2025Q3", compare="none")) == []
    assert notices(bar()) == []


def test_the_notice_stays_until_the_next_choice(bar):
    app = bar(area="999").run()
    assert len(notices(app)) == 1
    assert notices(pick(app, "period", "2025Q3")) == []


def test_what_a_link_says_is_never_taken_for_markup(bar):
    [notice] = notices(bar(area="<img src=x>" + "9" * 400))
    assert "&lt;img src=x&gt;9" in notice and "<img" not in notice
    assert "9" * 20 not in notice


def test_a_year_can_be_chosen(bar):
    assert told(pick(bar(), "period", "2024"))[1] == "2024"


def test_the_year_to_date_can_be_chosen(bar):
    assert told(pick(bar(), "period", "2025Q1-3"))[1] == "2025Q1-3"


def test_an_area_outside_of_the_mechanism_cannot_be_chosen(bar):
    assert told(bar(area="350581101201"))[0] == BAOGAI  # 坑东村
    assert told(bar(area="350581101000"))[0] == BAOGAI  # 宝盖镇


def test_what_no_part_of_a_page_reads_is_told_and_leaves_the_address(demonstration_warehouse, open_page):
    asked = {"utm": "x", "channel": "<script>", "month": "9" * 10_000, "open": "no_such"}
    app = open_page(demonstration_warehouse, "grid_coverage")
    app.query_params.update(asked)
    app.run()
    told = words(app)
    assert "“utm”、“month”（“999999999999999999999999…”）已略去" in told
    assert "“channel”（“<script>”）已略去" in told and "“no_such”，本页没有" in told
    assert not set(asked) & set(app.query_params)


def test_what_no_box_of_a_closed_section_says_leaves_the_address(demonstration_warehouse, open_page):
    bad = {"rate": "no_such", "kind": "养鱼", "month": "2025-13", "place": "999", "visits": "closure"}
    good = {"rate": "closure_rate", "kind": "安全隐患", "month": "2025-10", "events": "missed", "visits": "care_visits"}
    app = open_page(demonstration_warehouse, "grid_coverage", open="load")
    app.query_params.update(bad)
    told = words(app.run())
    assert "“rate”（“no_such”）" in told and "已略去" in told and not bad.keys() & set(app.query_params)
    app.query_params.update(good)
    assert "已略去" not in words(app.run()) and {name: "".join(app.query_params[name]) for name in good} == good


@pytest.mark.parametrize(("key", "good"), [("dots", "industry"), ("form", "grid_events"), ("sheet", "2"), ("look", "")])
def test_what_no_box_offers_is_known_for_nothing(demonstration_warehouse, monkeypatch, key, good):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(demonstration_warehouse))
    warehouse = current(demonstration_warehouse)
    assert is_known(warehouse, key, good or warehouse.version) and not is_known(warehouse, key, "no_such")


@pytest.mark.thorough
@pytest.mark.parametrize("name", PAGES)
def test_what_a_box_offers_is_known_without_drawing_it(demonstration_warehouse, open_page, monkeypatch, name):
    offered, settled = set(), controls._settled

    def kept(label, widget, key, names, default=None):
        offered.update((key, value) for value in names)
        return settled(label, widget, key, names, default)

    monkeypatch.setattr(controls, "_settled", kept)
    open_page(demonstration_warehouse, name)
    warehouse = current(demonstration_warehouse)
    assert [pair for pair in sorted(offered) if not is_known(warehouse, *pair)] == []
