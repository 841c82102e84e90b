"""What lies on an area of a drawing, and what reaches into a box."""

import pytest

from dashboard.render.maps.placing import FittedArea, covers, touches
from dashboard.views.maps import AreaShape


def area(*rings) -> FittedArea:
    return FittedArea(AreaShape("1", "一", rings), rings)


# A square of 100 with a hole of 20 in its middle.
SQUARE = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0))
HOLE = ((40.0, 40.0), (60.0, 40.0), (60.0, 60.0), (40.0, 60.0))
PIERCED = area(SQUARE, HOLE)


@pytest.mark.parametrize(
    ("box", "is_touched"),
    [
        ((10.0, 10.0, 20.0, 20.0), True),  # well inside
        ((45.0, 45.0, 55.0, 55.0), False),  # in the hole
        ((30.0, 45.0, 70.0, 55.0), True),  # over the hole: no corner of either lies in the other
        ((-20.0, 40.0, 120.0, 45.0), True),  # a bar across, of which only edges meet
        ((110.0, 0.0, 120.0, 100.0), False),  # beside
    ],
)
def test_an_area_reaches_into_a_box(box, is_touched):
    assert touches([PIERCED], box) is is_touched


def test_a_point_lies_on_one_of_the_areas_and_not_in_a_hole():
    other = area(tuple((x + 200, y) for x, y in SQUARE))
    assert covers([PIERCED, other], (250.0, 50.0)) and covers([PIERCED, other], (20.0, 50.0))
    assert not covers([PIERCED, other], (50.0, 50.0)) and not covers([PIERCED, other], (150.0, 50.0))
    assert not covers([], (0.0, 0.0)) and not touches([], (0.0, 0.0, 1.0, 1.0))


@pytest.mark.parametrize("ring", [((5.0, 5.0),), ((5.0, 5.0), (9.0, 5.0)), ((5.0, 5.0), (9.0, 5.0), (5.0, 5.0))])
def test_a_torn_ring_lies_where_its_points_lie(ring):
    assert touches([area(ring)], (0.0, 0.0, 10.0, 10.0)) and not touches([area(ring)], (20.0, 20.0, 30.0, 30.0))
