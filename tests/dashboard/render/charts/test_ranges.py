from dashboard.render.charts import dumbbell, range_bars
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Interval, Pair

PAIRS = [
    Pair("好转", 3, 5, direction="higher"),
    Pair("转差", 3, 5, direction="lower"),
    Pair("不论", 5, 3),
    Pair("缺", 3, None),
]


def figure():
    return dumbbell(PAIRS, LIGHT, unit="%", then_label="上次", now_label="本次")


def test_the_later_dot_says_whether_it_is_better():
    _, now = figure()["data"]
    assert now["marker"]["color"] == [LIGHT.better, LIGHT.worse, LIGHT.series[0], LIGHT.series[0]]


def test_labels_stand_on_the_outer_sides():
    then, now = figure()["data"]
    assert then["textposition"][:3] == ["middle left", "middle left", "middle right"]
    assert now["textposition"][:3] == ["middle right", "middle right", "middle left"]


def test_a_missing_end_is_a_word_and_no_line():
    assert figure()["data"][1]["x"] == [5.0, 5.0, 3.0, None]
    assert len(figure()["layout"]["shapes"]) == 3
    assert "未填报" in [note["text"] for note in figure()["layout"]["annotations"]]


def test_the_widest_label_stands_in_the_margin_whatever_the_width_of_the_plot():
    items = [Interval("走访", 100, None, text="至少1次/季度\n1次"), Interval("上限", None, 100, text="近5")]
    layout = range_bars(items, LIGHT, unit="%")["layout"]
    # Five characters of 12 px and two digits or strokes of 7.2 px.
    assert layout["margin"]["r"] == 8 + 75
    # The fading end and a little air are all that lies behind the longest bar.
    assert 114 < layout["xaxis"]["range"][1] < 125
