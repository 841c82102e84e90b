"""Coordinates of web maps lead back to WGS84 to less than a centimetre, anywhere in China."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.projections import BD09, FORWARD, GCJ02, SYSTEMS, WGS84, named_system, to_gcj02, to_wgs84

PLACES = st.tuples(st.floats(73.5, 135), st.floats(18, 53.5))
METRES_A_DEGREE = 111_320


def metres(one, other):
    east = (one[0] - other[0]) * math.cos(math.radians(one[1]))
    return math.hypot(east, one[1] - other[1]) * METRES_A_DEGREE


@pytest.mark.parametrize("system", SYSTEMS)
@given(place=PLACES)
def test_there_and_back_is_less_than_a_centimetre(system, place):
    assert metres(to_wgs84(FORWARD[system](place), system), place) < 0.01


@pytest.mark.parametrize("system", SYSTEMS)
@given(place=PLACES)
def test_back_and_there_is_less_than_a_centimetre(system, place):
    assert metres(FORWARD[system](to_wgs84(place, system)), place) < 0.01


def test_the_published_example_of_the_algorithm():
    # Tian'anmen as coordinate converters print it.
    assert to_gcj02((116.391349, 39.907375)) == pytest.approx((116.397593, 39.908778), abs=5e-6)


def test_at_the_town_the_shift_is_half_a_kilometre():
    here = (118.6752, 24.7152)
    assert 450 < metres(to_gcj02(here), here) < 650


@pytest.mark.parametrize(
    ("text", "system"),
    [
        ("网格_GCJ02.kml", GCJ02),
        ("urn:gcj-02", GCJ02),
        ("火星坐标", GCJ02),
        ("BD09 网格.geojson", BD09),
        ("百度.kml", BD09),
        ("网格.kml", None),
    ],
)
def test_a_system_is_named_in_many_ways(text, system):
    assert named_system(text) == system and WGS84 in SYSTEMS
