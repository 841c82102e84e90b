import math

import pytest

from dashboard.render.charts import scatter
from dashboard.render.charts.logarithmic import log_ticks
from dashboard.render.charts.points import outliers
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Dot, Ratio

CROWD = [Dot(f"企业{index}", 10 + index % 3, 100 + index % 5) for index in range(20)]


def test_the_highlighted_and_the_far_ones_are_named_first():
    far, chosen = Dot("远", 90, 100), Dot("选中", 11, 102, is_highlighted=True)
    assert outliers([*CROWD, far, chosen], 2) == [chosen, far]


def test_names_do_not_lie_on_each_other():
    dots = [Dot("甲公司", 50, 50), Dot("乙公司", 50, 50.1), Dot("丙公司", 5, 5)]
    texts = [note["text"] for note in scatter(dots, LIGHT, x_title="用地", y_title="产值")["layout"]["annotations"]]
    assert sum(text in ("甲公司", "乙公司") for text in texts) == 1
    assert "丙公司" in texts


def test_a_line_of_equal_ratio_is_one():
    figure = scatter(
        [Dot("甲", 3, 90), Dot("乙", 100, 3000)], LIGHT, x_title="用地", y_title="产值", ratios=(Ratio(30, "30"),)
    )
    line = figure["data"][0]
    assert [y / x for x, y in zip(line["x"][1:], line["y"][1:], strict=True)] == pytest.approx([30])
    assert (line["x"][0], line["y"][0]) == (0, 0)


def test_a_log_axis_leaves_out_what_it_cannot_show():
    figure = scatter([Dot("甲", 3, 90), Dot("乙", 0, 3)], LIGHT, x_title="用地", y_title="产值", is_log=True)
    assert figure["data"][-1]["x"] == [3]
    assert figure["layout"]["xaxis"]["range"] == pytest.approx([math.log10(3 / 1.4), math.log10(3 * 1.4)])


def test_nothing_to_show_is_an_error():
    with pytest.raises(ValueError, match="at least one dot"):
        scatter([Dot("甲", 0, 0)], LIGHT, x_title="用地", y_title="产值", is_log=True)


def test_log_ticks_are_powers_with_threes_between_where_few():
    assert log_ticks(2, 200) == [3, 10, 30, 100]
    assert log_ticks(1, 10_000) == [1, 10, 100, 1000, 10_000]


def test_between_a_three_and_a_power_of_ten_the_ticks_are_round_steps():
    assert log_ticks(31, 69) == [40, 50, 60]
    assert log_ticks(101, 102)[0] >= 101


def test_a_narrow_logarithmic_axis_tells_its_ticks_apart_and_a_wide_one_names_each_unit():
    def texts(first, last):
        dots = [Dot("甲", 20, first), Dot("乙", 20, last)]
        layout = scatter(dots, LIGHT, x_title="用地", y_title="产值", y_unit="万元", is_log=True)["layout"]
        return layout["yaxis"]["ticktext"]

    assert texts(45, 48) == ["40", "50", "60万元"]
    assert texts(0.2, 3) == ["0.3万元", "1万元", "3万元"]
