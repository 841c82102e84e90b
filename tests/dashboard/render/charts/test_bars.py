import pytest

from dashboard.metrics.absence import Absence
from dashboard.render.charts import bars, columns, funnel, range_bars
from dashboard.render.charts.funnel import passed_on
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Bar, Interval, Series
from dashboard.views.series import fold

QUARTERS = ("2025Q1", "2025Q2")


def texts(figure):
    return [annotation["text"] for annotation in figure["layout"]["annotations"]]


def many(count):
    return [Series(f"第{index}类", tuple(zip(QUARTERS, (index, None), strict=True))) for index in range(count)]


def test_a_bar_carries_its_figure_and_a_missing_one_its_word():
    figure = bars([Bar("甲", 12_345), Bar("乙", Absence.NOT_DISCLOSED)], LIGHT, unit="万元")
    assert figure["data"][0]["x"] == [12345.0, None]
    assert texts(figure) == ["1.2亿元", "不公开"]


def test_a_choice_gives_back_the_key():
    figure = bars([Bar("甲", 1, key="350581101911"), Bar("乙", 2)], LIGHT, unit="家")
    assert [row[0] for row in figure["data"][0]["customdata"]] == ["350581101911", "乙"]


def test_one_bar_is_highlighted_before_a_tint():
    figure = bars([Bar("甲", 1), Bar("乙", 2, is_highlighted=True)], LIGHT, unit="家")
    assert figure["data"][0]["marker"]["color"] == [LIGHT.sequential[1], LIGHT.series[0]]


def test_demo_bars_are_hatched():
    figure = bars([Bar("甲", 1, is_demo=True), Bar("乙", 2)], LIGHT, unit="家")
    assert figure["data"][0]["marker"]["pattern"]["shape"] == ["/", ""]


def test_bars_without_a_demo_bar_have_no_hatch():
    assert "pattern" not in bars([Bar("甲", 1), Bar("乙", 2)], LIGHT, unit="家")["data"][0]["marker"]


def test_a_funnel_says_what_share_went_on():
    stages = [Bar("报名", 200), Bar("结业", 150), Bar("就业", 60)]
    # 150/200 and 60/150
    assert passed_on(stages) == [75.0, 40.0]
    assert {"↓ 75.0%", "↓ 40.0%"} <= set(texts(funnel(stages, LIGHT, unit="人")))


def test_no_share_is_made_up_where_a_stage_is_missing():
    assert passed_on([Bar("报名", 200), Bar("结业", None), Bar("就业", 60)]) == [None, None]
    assert passed_on([Bar("报名", 0), Bar("结业", 0)]) == [None]


def test_more_than_seven_parts_are_folded_and_named():
    folded, note = fold(many(9))
    assert [one.name for one in folded] == ["第0类", "第1类", "第2类", "第3类", "第4类", "第5类", "其他"]
    # 6 + 7 + 8; in the second quarter nothing is known.
    assert folded[-1].points == (("2025Q1", 21.0), ("2025Q2", None))
    assert note == "其他：第6类、第7类、第8类"


def test_seven_parts_stay_as_they_are():
    assert fold(many(7)) == (tuple(many(7)), "")


def test_stacked_columns_never_have_more_than_seven_parts():
    assert len(columns(many(9), LIGHT, unit="件", is_stacked=True)["data"]) == 7


def test_more_than_seven_columns_side_by_side_are_refused():
    with pytest.raises(ValueError, match="8 series"):
        columns(many(8), LIGHT, unit="件")


def test_a_missing_column_is_a_gap_with_its_word():
    figure = columns([Series("甲", (("2025Q1", 3), ("2025Q2", Absence.NOT_IN_PERIOD)))], LIGHT, unit="件")
    assert figure["data"][0]["y"] == [3.0, None]
    assert "本期无此项" in texts(figure)


def test_between_many_columns_the_word_of_a_gap_is_written_downwards():
    points = [("2024Q4", 3), ("2025Q1", Absence.NOT_IN_PERIOD), ("2025Q2", Absence.NOT_IN_PERIOD), ("2025Q3", 4)]
    figure = columns([Series("甲", tuple(points))], LIGHT, unit="件")
    # Once for the two quarters, in their middle.
    words = [one for one in figure["layout"]["annotations"] if "本" in one["text"]]
    assert [(one["text"], one["x"]) for one in words] == [("本<br>期<br>无<br>此<br>项", 1.5)]


@pytest.mark.parametrize(("before", "anchor"), [(2, None), (9, "left"), (None, None)])
def test_the_last_column_s_figure_does_not_lie_on_a_higher_one_before_it(before, anchor):
    [one] = columns([Series("甲", (("2025Q1", before), ("2025Q2", 3)))], LIGHT, unit="人次")["layout"]["annotations"][
        -1:
    ]
    assert "3人次" in one["text"] and one.get("xanchor") == anchor
    # It begins where its own column, of 0.64 of the room, does.
    assert one["x"] == pytest.approx(1 - 0.32 if anchor else 1)


def test_an_open_figure_is_solid_only_as_far_as_it_is_certain():
    items = [Interval("超", 30, None), Interval("近", None, 20), Interval("之间", 12, 18), Interval("正好", 9, 9)]
    figure = range_bars(items, LIGHT, unit="亿元")
    body, *fades = figure["data"]
    # The fade is 14 % of the largest bound: 4.2.
    assert body["x"] == pytest.approx([30, 15.8, 12, 9])
    ends = [start + length for start, length in zip(fades[-1]["base"][:2], fades[-1]["x"][:2], strict=True)]
    assert ends == pytest.approx([34.2, 20])
    assert fades[0]["x"][2:] == [None, None]
    assert texts(figure) == ["超30亿元", "不足20亿元", "12亿元–18亿元", "9亿元"]


def test_a_range_has_a_bracket_from_end_to_end():
    shapes = range_bars([Interval("之间", 12, 18)], LIGHT, unit="亿元")["layout"]["shapes"]
    assert sorted((shape["x0"], shape["x1"]) for shape in shapes) == [(12, 12), (12, 18), (18, 18)]


def test_a_break_says_how_many_are_left_out():
    figure = bars([Bar("甲", 3), Bar("乙", 1, skipped=14)], LIGHT, unit="家")
    assert figure["data"][0]["y"] == [0.0, 2.0]
    assert "⋮　略去中间14处" in [one["text"] for one in figure["layout"]["annotations"]]


def test_figures_too_far_apart_are_dots_on_a_logarithmic_scale_that_says_so():
    figure = bars([Bar("甲", 400_000), Bar("乙", 100), Bar("丙", 0)], LIGHT, unit="万元")
    assert figure["layout"]["xaxis"]["type"] == "log" and figure["data"][0]["type"] == "scatter"
    assert figure["data"][0]["x"] == [400_000.0, 100.0, None]
    assert "对数" in figure["layout"]["xaxis"]["title"]["text"]


def test_a_change_is_written_with_its_sign_beside_the_figure_now():
    items = [Bar("甲", 3, aside="9家"), Bar("乙", -2, aside="7家"), Bar("丙", Absence.NOT_COMPARABLE, note="期数不同")]
    texts = [
        one["text"] for one in bars(items, LIGHT, unit="家", is_change=True, aside="本期")["layout"]["annotations"]
    ]
    assert {"+3家", "−2家", "不可比（期数不同）", "本期", "9家", "7家"} <= set(texts)
