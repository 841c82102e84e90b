"""A map of hundreds of areas: drawn by the graphics card, from the same values, classes and legend as any other."""

import json

from streamlit.testing.v1 import AppTest

from dashboard.metrics.absence import Absence
from dashboard.render.palette import LIGHT, channels
from dashboard.render.web.maps.many import MANY, deck_of, is_for_the_card
from dashboard.views.maps import AreaMap, AreaShape

SIDE = 0.01


def shape(place: int) -> AreaShape:
    """One square of a grid with its number as value; the first has none."""
    left, low = 118.0 + place % 20 * SIDE, 24.0 + place // 20 * SIDE
    ring = ((left, low), (left + SIDE, low), (left + SIDE, low + SIDE), (left, low + SIDE))
    value = float(place) if place else Absence.NOT_REPORTED
    return AreaShape(f"A{place}", f"片区{place}", (ring,), value, f"{place}家" if place else "未填报")


def county(count: int = MANY, **named) -> AreaMap:
    return AreaMap(tuple(map(shape, range(count))), unit="家", **named)


def layers(given: AreaMap) -> dict[str, dict]:
    deck, _ = deck_of(given, LIGHT)
    return {layer["id"]: layer for layer in json.loads(deck.to_json())["layers"]}


def test_a_town_is_drawn_by_the_page_and_a_prefecture_by_the_card():
    assert not is_for_the_card(county(MANY - 1))
    assert is_for_the_card(county())


def test_every_area_is_there_with_its_code_its_figure_and_the_fill_of_its_class():
    given = county()
    areas = layers(given)["areas"]["data"]
    assert [one["code"] for one in areas] == [one.code for one in given.shapes]
    assert areas[0]["lines"].startswith("未填报") and areas[0]["fill"] == list(channels(LIGHT.missing))
    assert areas[1]["fill"] == list(channels(LIGHT.sequential[0]))
    assert areas[-1]["fill"] == list(channels(LIGHT.sequential[-1]))
    assert areas[7]["polygon"][0][0] == [118.07, 24.0]


def test_the_legend_counts_every_area():
    _, legend = deck_of(county(), LIGHT)
    assert sum(entry.count for entry in legend.entries) == MANY


def test_counts_are_circles_whose_area_is_the_count():
    circles = layers(county(is_count=True))["circles"]["data"]
    assert len(circles) == MANY - 1
    by_area = [round(one["radius"] ** 2 / circles[-1]["radius"] ** 2 * (MANY - 1)) for one in circles]
    assert by_area == list(range(1, MANY))
    assert layers(county())["circles"]["data"] == []


def test_the_chosen_area_is_outlined_in_the_accent():
    borders = layers(county(selected="A5"))["borders"]["data"]
    assert [place for place, one in enumerate(borders) if one["color"] == list(channels(LIGHT.accent))] == [5]


def test_nothing_is_asked_for_from_outside():
    deck, _ = deck_of(county(), LIGHT)
    assert deck.map_provider is None
    assert "http" not in deck.to_json()


def test_the_page_draws_it_with_its_frame_and_tells_what_is_pointed_at():
    def script():
        import streamlit as st

        from dashboard.render.web.show import show_map
        from dashboard.views.table import Column, Footer, Table
        from dashboard.views.view import View
        from tests.dashboard.render.web.maps.test_many import county

        view = View("many", "标题", "家", Footer("来源"), Table((Column("区域"),), ()), map=county())
        show_map(view, on_choose=lambda code: st.session_state.update(told=code))

    app = AppTest.from_function(script).run()
    assert not app.exception
    [drawn] = app.get("deck_gl_json_chart")
    assert "A249" in drawn.proto.json
