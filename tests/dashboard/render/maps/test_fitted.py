"""A map in a box: areas in the middle of it, labels that stand on their area."""

import pytest

from dashboard.render.maps.fitted import fitted_map
from dashboard.views.maps import AreaShape


def square(code: str, west: float) -> AreaShape:
    # Near the equator a degree is as wide as high.
    ring = ((west, 0.0), (west + 0.01, 0.0), (west + 0.01, 0.01), (west, 0.01))
    return AreaShape(code, f"{code}村", (ring,), 90.0, "90%")


def test_two_squares_side_by_side_fill_the_width_of_their_box():
    areas, labels = fitted_map((square("甲", 0.0), square("乙", 0.01)), 400, 300, 24)
    assert [area.shape.code for area in areas] == ["甲", "乙"]
    # Each is 200 wide and high, and 50 stay free above and below.
    corners = [(0, 250), (200, 250), (200, 50), (0, 50)]
    assert all(one == pytest.approx(two, abs=0.1) for one, two in zip(areas[0].rings[0], corners, strict=True))
    assert areas[1].rings[0][1] == pytest.approx((400, 250), abs=0.1)
    assert {label.code: label.lines for label in labels} == {"甲": ("甲村", "90%"), "乙": ("乙村", "90%")}
    assert labels[0].middle == pytest.approx((100, 150), abs=2)


def test_a_label_that_does_not_fit_at_its_size_is_left_out():
    _, labels = fitted_map((square("甲", 0.0), square("乙", 0.01)), 60, 60, 24)
    assert labels == ()
