from dashboard.render.charts.label_axes import label_axis
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
