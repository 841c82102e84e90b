from dashboard.look.charts import Pair, dumbbell
from dashboard.look.theme import LIGHT

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
