"""Lines over many periods, columns from zero over few."""

import pytest

from dashboard.metrics.selection import Selection
from dashboard.render.theme import LIGHT
from dashboard.views.kinds.lines import lines_panel
from dashboard.views.kinds.trend import trend_panel


@pytest.mark.parametrize(("period", "drawn"), [("2024", "bar"), ("2024-06", "scatter")])
def test_two_years_are_columns_and_many_months_a_line(small, period, drawn):
    chosen = Selection("P", period)
    for panel in (
        trend_panel(small, LIGHT, "enrolled", chosen),
        lines_panel(small, LIGHT, ("enrolled", "completed"), chosen),
    ):
        assert {trace["type"] for trace in panel.figure["data"]} == {drawn}
