import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.render.maps.geometry import (
    crossings,
    edges_of,
    fitting_zoom,
    label_points,
    metres_per_pixel,
    signed_area,
    to_degrees,
    to_pixels,
)

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
HOLE = ((4.0, 4.0), (6.0, 4.0), (6.0, 6.0), (4.0, 6.0))


def test_the_middle_of_the_world_is_the_middle_of_the_tile():
    assert to_pixels((0, 0), 0) == pytest.approx((256, 256))
    assert to_pixels((180, 0), 1)[0] == pytest.approx(1024)


@given(st.floats(-179, 179), st.floats(-80, 80), st.floats(0, 20))
def test_pixels_lead_back_to_degrees(longitude, latitude, zoom):
    assert to_degrees(to_pixels((longitude, latitude), zoom), zoom) == pytest.approx((longitude, latitude), abs=1e-6)


def test_a_tile_at_the_equator_goes_round_the_earth():
    assert metres_per_pixel(0, 0) * 512 == pytest.approx(40_075_016.686)
    assert metres_per_pixel(60, 0) == pytest.approx(metres_per_pixel(0, 0) / 2)


def test_the_world_fits_one_tile_at_zoom_nought():
    assert fitting_zoom((-180, -85.0511, 180, 85.0511), 512, 512) == pytest.approx(0, abs=1e-4)
    assert fitting_zoom((-180, -85.0511, 180, 85.0511), 1024, 2048) == pytest.approx(1, abs=1e-4)


def test_area_and_its_sign():
    assert signed_area(SQUARE) == 100
    assert signed_area(SQUARE[::-1]) == -100


def test_a_line_meets_outline_and_hole():
    assert crossings(edges_of([SQUARE, HOLE]), 5) == [0, 4, 6, 10]
    assert crossings(edges_of([SQUARE, HOLE]), 12) == []


def test_a_label_stands_inside_and_not_in_the_hole():
    x, y = label_points([SQUARE, HOLE])[0]
    assert 0 < x < 10 and 0 < y < 10
    assert not (4 < x < 6 and 4 < y < 6)


def test_a_label_of_a_horseshoe_stands_in_its_metal():
    horseshoe = ((0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (2, 2), (2, 10), (0, 10))
    x, _ = label_points([horseshoe])[0]
    assert x < 2 or x > 8
