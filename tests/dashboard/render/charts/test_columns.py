"""Columns of few periods."""

import pytest

from dashboard.render import charts
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Series


@pytest.mark.parametrize(("columns", "wide"), [(1, 5), (3, 5), (5, 5), (12, 12)])
def test_few_columns_stand_in_the_middle_of_the_room_of_five(columns, wide):
    one = Series("总产值", tuple((f"{2010 + place}", 3.0) for place in range(columns)))
    left, right = charts.columns([one], LIGHT, unit="亿元")["layout"]["xaxis"]["range"]
    # The first column stands at 0; the room is even on both sides.
    assert right - left == wide
    assert -left == right - (columns - 1)
