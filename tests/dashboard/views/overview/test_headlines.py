"""What the overview chooses to show of an area that reports much, little or nothing."""

from types import SimpleNamespace

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.selection import Selection
from dashboard.views.overview.headlines import MAP_METRICS, STRIPS, headline_names, mapped_places, strips

ALL = [name for strip in STRIPS for name in strip.cards]


def chosen(known):
    values = {name: SimpleNamespace(value=1.0 if name in known else Absence.NOT_REPORTED) for name in ALL}
    return headline_names(values)


def test_two_of_every_theme_where_everything_is_known():
    assert chosen(ALL) == tuple(name for strip in STRIPS for name in strip.cards[:2])


def test_a_missing_theme_leaves_its_place_to_the_others():
    known = [name for strip in STRIPS if strip.theme != "incubation" for name in strip.cards]
    names = chosen(known)
    assert len(names) == 8
    assert not set(names) & set(STRIPS[2].cards)


def test_where_hardly_anything_is_known_four_stay_and_say_why():
    assert chosen([]) == ("gross_output", "tax", "employees", "output_per_employee")
    assert len(chosen(["enterprises"])) == 4


def test_two_lines_are_equally_long():
    known = ["gross_output", "tax", "enterprises", "employees", "output_per_employee"]
    assert len(chosen(known)) == 6
    assert set(known) < set(chosen(known))


@pytest.mark.parametrize("name", [*ALL, *MAP_METRICS, *(name for strip in STRIPS for name in strip.trends)])
def test_only_metrics_that_there_are(name):
    assert name in METRICS


def test_strips_that_have_nothing_are_one_sentence(small):
    told = strips(small, Selection("E", "2024Q2"))
    drawn = [strip.theme for row in told.rows for strip, _ in row]
    assert drawn == ["output", "employment", "grid"]
    assert len(told.rows) == 1
    assert told.missing == "本期没有可画的趋势：孵化（结业人次未填报）。"


def test_an_area_without_anything_has_no_strip(small):
    told = strips(small, Selection("W", "2024Q2"))
    assert told.rows == ()
    assert all(word in told.missing for word in ("产出", "就业", "孵化", "网格"))


def test_the_map_shows_grids_or_zones(small):
    def codes(name, area_code):
        return {place.area_code for place in mapped_places(small, name, area_code)}

    assert codes("on_time_rate", "D") == {"P1", "V1", "V2"}
    assert codes("on_time_rate", "E") == {"Q"}  # not divided into grids
    assert codes("on_time_rate", "C") == {"P1", "V1", "V2", "Q"}
    assert codes("tax", "D") == {"P", "V", "F"}
