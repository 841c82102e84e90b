from dashboard.render.charts.label_axes import label_axis, lines_below
from dashboard.render.widths import text_width


def test_an_axis_is_thinned_for_a_phone_and_keeps_the_last_period():
    axis = label_axis([f"2025-{month:02d}" for month in range(1, 13)])
    assert axis["tickvals"][-1] == 11
    assert len(axis["tickvals"]) * text_width("12月") < 210


def test_every_quarter_is_labelled_and_every_year_once():
    quarters = [f"{year}Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4)]
    axis = label_axis(quarters)
    assert axis["tickvals"] == list(range(12))
    assert axis["ticktext"][:5] == ["一<br>2023年", "二", "三", "四", "一<br>2024年"]
    assert label_axis(quarters[2:4])["ticktext"] == ["三<br>2023年", "四"]


def test_words_that_do_not_fit_beside_each_other_are_broken_and_none_is_left_out():
    axis = label_axis(["企业", "员工", "村民", "新就业群体"])
    assert axis["tickvals"] == [0, 1, 2, 3]
    assert axis["ticktext"] == ["企业", "员工", "村民", "新就业<br>群体"]


def test_more_words_than_fit_stand_upright_where_there_is_room_below():
    words = ["服装", "针织", "塑料", "鞋类", "五金", "电子", "包装", "食品", "商贸物流", "A&B"]
    axis = label_axis(words, is_upright=True)
    assert axis["tickvals"] == list(range(10)) and axis["ticktext"][8:] == ["商<br>贸<br>物<br>流", "A<br>&amp;<br>B"]
    assert lines_below(axis) == 4
    assert len(label_axis(words)["tickvals"]) < 10
