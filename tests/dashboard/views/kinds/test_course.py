"""The course of a year's target beside the figures of its quarters."""

from dashboard.metrics.selection import Selection
from dashboard.render.charts import draw
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Season
from dashboard.views.kinds import trend_view
from dashboard.views.kinds.trend import COURSE

BAOGAI = "350581101901"


def course(demonstration, name: str, period: str):
    """The courses that the picture draws, whether it lays years over each other or has one line."""
    chart = trend_view(demonstration, name, Selection(BAOGAI, period)).chart
    drawn = chart.asked if isinstance(chart, Season) else chart.series
    return [one for one in drawn if one.name == COURSE]


def test_the_course_stands_beside_the_line_of_its_year(demonstration):
    figure = draw(trend_view(demonstration, "tax", Selection(BAOGAI, "2025Q3")).chart, LIGHT)
    [trace] = [trace for trace in figure["data"] if trace["name"] == COURSE]
    assert list(trace["y"])[:3] == [5400, 6800, 7000]
    [own] = [trace for trace in figure["data"] if trace["name"] == "2025年"]
    assert (trace["line"]["dash"], own["line"]["dash"]) == ("dash", "solid")


def test_a_flow_has_what_each_quarter_is_to_bring(demonstration):
    # Set to date: 5,400, 12,200, 19,200.
    [line] = course(demonstration, "tax", "2025Q3")
    assert line.points == (("2025Q1", 5400), ("2025Q2", 6800), ("2025Q3", 7000))


def test_a_rate_is_held_all_year(demonstration):
    [line] = course(demonstration, "on_time_rate", "2025Q2")
    assert line.points == (("2025Q1", 90), ("2025Q2", 90))


def test_one_quarter_is_no_line_and_without_a_target_there_is_none(demonstration):
    assert course(demonstration, "tax", "2025Q1") == []
    assert course(demonstration, "events_accepted", "2025Q3") == []
    assert course(demonstration, "tax", "2025") == []
