from dashboard.render.charts import waterfall
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Step

STEPS = [
    Step("收入", 100, is_total=True),
    Step("成本", -40),
    Step("收益", 60, is_total=True),
    Step("亏损补足", 5),
    Step("所得", None),
]


def bars():
    return waterfall(STEPS, LIGHT, unit="万元")["data"][0]


def test_a_change_hangs_on_the_level_before_it():
    assert bars()["base"] == [0, 100, 0, 60, 65]
    assert bars()["x"] == [100, -40, 60, 5, 0]


def test_figures_carry_their_sign_and_a_missing_one_its_word():
    layout = waterfall(STEPS, LIGHT, unit="万元")["layout"]
    assert [note["text"] for note in layout["annotations"]] == ["100万元", "−40万元", "60万元", "+5万元", "未填报"]
    assert len(layout["shapes"]) == 4


def test_of_what_made_a_change_the_whole_has_a_sign_too():
    steps = [Step("甲", 3), Step("乙", -1), Step("合计", 2, is_total=True)]
    drawn = waterfall(steps, LIGHT, unit="万元", is_change=True)
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["+3万元", "−1万元", "+2万元"]
    assert drawn["data"][0]["base"] == [0, 3, 0]


def test_figures_of_falls_alone_have_room_beside_their_bars():
    steps = [Step("规上", -4604), Step("规下", -1902), Step("合计", -6506, is_total=True)]
    low, high = waterfall(steps, LIGHT, unit="万元", is_change=True)["layout"]["xaxis"]["range"]
    # The figures stand right of zero, as long as a sixth of the bars at least.
    assert low == -6506 and high > 6506 / 6
