from datetime import date

from dashboard.render.charts import schedule
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Span

SPANS = [
    Span("按期", date(2025, 1, 1), date(2025, 1, 31), date(2025, 1, 21), "提前10天", "better"),
    Span("超期", date(2025, 1, 11), date(2025, 2, 10), None, "超期18天", "late"),
    Span("未启动", date(2025, 3, 1), date(2025, 3, 31), None, "未启动", is_begun=False),
]


def drawn(**how):
    return schedule(SPANS, LIGHT, until=date(2025, 2, 28), **how)


def test_the_band_is_the_plan_and_the_bar_what_was_done():
    planned, done = drawn()["data"]
    assert planned["base"] == done["base"] == [0, 10, 59]
    assert planned["x"] == [30, 30, 30]
    # Done on the 21st; open until the data's last day, 58 days after the first; not begun.
    assert done["x"] == [20, 48, None]


def test_only_what_is_overdue_is_red():
    assert drawn()["data"][1]["marker"]["color"] == [LIGHT.series[0], LIGHT.late, LIGHT.sequential[2]]
    red = [note["text"] for note in drawn()["layout"]["annotations"] if note["font"]["color"] == LIGHT.late]
    assert red == ["超期18天"]


def test_what_began_before_the_window_is_cut_at_it():
    planned, done = drawn(since=date(2025, 1, 11))["data"]
    assert planned["base"] == [0, 0, 49]
    assert planned["x"][0] == 20 and done["x"][0] == 10


def test_the_day_of_the_data_is_marked():
    layout = drawn()["layout"]
    assert layout["shapes"][0]["x0"] == 58 and "截至2025-02-28" in [note["text"] for note in layout["annotations"]]
    assert layout["xaxis"]["ticktext"] == ["一季度<br>2025年"]
