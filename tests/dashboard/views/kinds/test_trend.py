"""Lines over many periods, columns from zero over few."""

import pytest

from dashboard.metrics.selection import Selection
from dashboard.render.charts import draw
from dashboard.render.palette import LIGHT
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.trend import trend_view


@pytest.mark.parametrize(("period", "drawn"), [("2024", "bar"), ("2024-06", "scatter")])
def test_two_years_are_columns_and_many_months_a_line(small, period, drawn):
    chosen = Selection("P", period)
    for view in (
        trend_view(small, "enrolled", chosen),
        lines_view(small, ("enrolled", "completed"), chosen),
    ):
        assert {trace["type"] for trace in draw(view.chart, LIGHT)["data"]} == {drawn}
