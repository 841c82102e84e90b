"""What stands on an area: its figure in words, or why there is none."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.render.maps.labels import figure_text
from dashboard.views.maps import AreaShape


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        (90.0, "90%", "90%"),
        (90.0, "", ""),
        (None, "", "未填报"),
        (Absence.NOT_DISCLOSED, "", "不公开"),
        (Absence.NOT_DISCLOSED, "共3家", "共3家"),
    ],
)
def test_an_area_is_told_by_its_figure_or_by_why_there_is_none(value, text, expected):
    assert figure_text(AreaShape("1", "甲村", (), value, text)) == expected
