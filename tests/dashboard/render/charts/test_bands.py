import json

import plotly.graph_objects as go
import pytest

from dashboard.metrics.absence import Absence
from dashboard.render.charts.bands import banded_rows
from dashboard.render.palette import DARK, LIGHT
from dashboard.views.charts import Banded, BandedMeasure

HOMES = BandedMeasure(
    "户数",
    "户",
    (Banded(380.0, 300, 500), Banded(120.0, 300, 500), Banded(Absence.NOT_REPORTED, 300, 500), Banded(26.0)),
)
PEOPLE = BandedMeasure("常住人口", "人", tuple(Banded(value, None, 2500) for value in (1200.0, 2501.0, None, 350.0)))


def figure(theme=LIGHT, **choice):
    return banded_rows(["甲", "乙", "丙", "丁"], ["a", "b", "c", "d"], (HOMES, PEOPLE), theme, **choice)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_it_is_a_figure_that_can_be_sent(theme):
    drawn = figure(theme)
    json.dumps(drawn, allow_nan=False)
    go.Figure(**drawn)


def test_outside_is_hollow_and_ochre():
    homes, people = figure()["data"]
    assert homes["marker"]["line"]["color"] == [LIGHT.series[0], LIGHT.worse, LIGHT.series[0], LIGHT.series[0]]
    assert people["marker"]["color"][1] == LIGHT.surface


def test_the_band_covers_the_rows_that_it_is_for():
    rectangles = [shape for shape in figure()["layout"]["shapes"] if shape["type"] == "rect"]
    assert [(one["xref"], one["x0"], one["x1"], one["y0"], one["y1"]) for one in rectangles] == [
        ("x", 300, 500, -0.5, 2.5),
        ("x2", 0, 2500, -0.5, 3.5),
    ]


def test_a_missing_value_is_a_gap_with_its_word():
    drawn = figure()
    assert drawn["data"][0]["x"][2] is None
    assert sum(note["text"] == "未填报" for note in drawn["layout"]["annotations"]) == 2


def test_the_scale_is_the_standard():
    assert figure()["layout"]["xaxis"]["tickvals"] == [0.0, 300.0, 500.0]
    assert figure()["layout"]["xaxis2"]["range"][1] >= 2501


def test_the_bounds_are_inside_of_the_band():
    assert not Banded(300, 300, 500).is_outside and not Banded(500, 300, 500).is_outside
    assert Banded(501, 300, 500).is_outside and Banded(299.9, 300, 500).is_outside
    assert not Banded(Absence.NOT_REPORTED, 300, 500).is_outside


def test_the_chosen_row_is_bold():
    assert figure(chosen="b")["layout"]["yaxis"]["ticktext"] == ["甲", "<b>乙</b>", "丙", "丁"]
