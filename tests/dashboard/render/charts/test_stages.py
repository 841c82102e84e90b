from dashboard.render.charts import stages
from dashboard.render.palette import DARK, LIGHT, contrast

QUARTERS = ("2025Q1", "2025Q2")
STATES = (("闲置", "改造"), (None, "改造"))


def drawn(theme=LIGHT):
    return stages(("甲", "乙"), QUARTERS, STATES, theme, order=("闲置", "改造", "运营"), signs=("闲", "改", "营"))


def test_every_cell_carries_the_sign_of_its_state():
    traces = {trace["name"]: trace for trace in drawn()["data"]}
    assert traces["闲 闲置"]["y"] == [0] and traces["闲 闲置"]["text"] == ["闲"]
    assert [(y, base + 0.47) for y, base in zip(traces["改 改造"]["y"], traces["改 改造"]["base"], strict=True)] == [
        (0, 1),
        (1, 1),
    ]
    assert traces["营 运营"]["y"] == []


def test_a_missing_state_is_an_outline_with_its_word():
    missing = drawn()["data"][-1]
    assert missing["name"] == "未填报" and missing["y"] == [1] and "text" not in missing


def test_signs_can_be_read_on_their_shades():
    for theme in (LIGHT, DARK):
        for trace in drawn(theme)["data"][:-1]:
            assert contrast(trace["marker"]["color"], trace["textfont"]["color"]) >= 4
