from dashboard.metrics.absence import Absence
from dashboard.render.charts import small_multiples, trend
from dashboard.render.charts.lines import gaps
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Series

MONTHS = ("2025-01", "2025-02", "2025-03", "2025-04")


def series(name, *values, **marks):
    return Series(name, tuple(zip(MONTHS, values, strict=True)), **marks)


def texts(figure):
    return [annotation["text"] for annotation in figure["layout"]["annotations"]]


def test_a_course_misses_nothing_where_it_has_no_point():
    line = Series("甲", (("2025Q1", 1), ("2025Q2", 2), ("2025Q3", 3)), is_highlighted=True)
    due = Series("目标进度", (("2025Q2", 2), ("2025Q3", 2)), is_course=True)
    said = [note["text"] for note in trend([line, due], LIGHT, unit="家")["layout"]["annotations"]]
    assert "未填报" not in said and any("目标进度" in text for text in said)


def test_a_line_beside_its_target_needs_no_name_and_the_target_has_one():
    due = Series("目标进度", (("2025Q1", 90), ("2025Q2", 90)), is_course=True)
    own = Series("宝盖“三区联创”片区与彭田片区", (("2025Q1", 80), ("2025Q2", 93)))
    written = texts(trend([own, due], LIGHT, unit="%", decimals=1))
    assert "<b>93.0%</b>" in written and any("目标进度" in text and "90.0%" in text for text in written)
    assert not any("宝盖" in text for text in written)


def test_a_missing_month_is_a_gap_with_its_word_and_not_a_zero():
    figure = trend([series("甲", 4, None, 6, Absence.NOT_DISCLOSED)], LIGHT, unit="件")
    assert figure["data"][0]["y"] == [4.0, None, 6.0, None]
    assert figure["data"][0]["connectgaps"] is False
    assert "未填报" in texts(figure) and "不公开" in texts(figure)


def test_a_month_that_a_series_lacks_is_missing_too():
    short = Series("乙", (("2025-02", 1),))
    figure = trend([series("甲", 1, 2, 3, 4), short], LIGHT, unit="件")
    assert figure["data"][1]["y"] == [None, 1.0, None, None]


def test_the_word_stands_in_the_middle_of_its_gap():
    assert gaps((4, None, None, 8)) == [(1.5, 6.0, "未填报")]
    assert gaps((None, 8)) == [(0.0, 8.0, "未填报")]


def test_names_and_last_figures_stand_at_the_line_ends():
    figure = trend([series("甲园", 1, 2, 3, 4), series("乙园", 2, 2, 2, None)], LIGHT, unit="件")
    assert "甲园 <b>4件</b>" in texts(figure)
    assert "乙园 <b>2件</b>" in texts(figure)


def test_end_labels_keep_apart():
    figure = trend([series(f"{index}园", 1, 2, 3, 50 + index / 100) for index in range(5)], LIGHT, unit="件")
    axis_low, axis_high = figure["layout"]["yaxis"]["range"]
    margin = figure["layout"]["margin"]
    plot = figure["layout"]["height"] - margin["t"] - margin["b"]
    ends = [annotation for annotation in figure["layout"]["annotations"] if annotation.get("xref") == "paper"]
    levels = sorted((end["y"] - axis_low) / (axis_high - axis_low) * plot + end["yshift"] for end in ends)
    assert len(levels) == 5
    assert all(after - before >= 16 for before, after in zip(levels, levels[1:], strict=False))
    assert levels[0] >= -1 and levels[-1] <= plot + 1


def test_beyond_seven_series_the_rest_is_a_band_and_unnamed():
    figure = trend([series(f"第{index}类", 1, 2, 3, index) for index in range(9)], LIGHT, unit="件")
    low, high, middle, *named = figure["data"]
    assert [trace["line"]["color"] for trace in named] == list(LIGHT.series)
    assert (low["y"], high["y"], middle["y"]) == ([1, 2, 3, 0], [1, 2, 3, 8], [1, 2, 3, 4])
    assert high["fill"] == "tonexty" and {trace["line"]["color"] for trace in (low, high, middle)} == {LIGHT.others}
    assert not any("第6类" in text for text in texts(figure)) and "最高 <b>8件</b>" in texts(figure)


def test_a_band_says_how_wide_it_is_at_the_marked_periods():
    many = [series(f"第{index}类", index, 2, 3, 2 * index) for index in range(9)]
    figure = trend(many, LIGHT, unit="件", marks=("2025-01", "2025-04"))
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [0, 3]
    assert {"差8件", "差16件"} <= set(texts(figure))


def test_marked_periods_carry_a_dot_and_their_figure():
    figure = trend([series("甲", 1, 2, 3, 4)], LIGHT, unit="件", marks=("2025-02", "2025-04"))
    assert figure["data"][0]["marker"]["size"] == [0, 7, 0, 7]
    assert figure["data"][0]["marker"]["color"][1] == LIGHT.surface
    assert texts(figure) == ["2件", "<b>4件</b>"]


def test_an_axis_that_does_not_begin_at_zero_is_broken():
    def shapes(*values):
        return trend([series("甲", *values)], LIGHT, unit="%", decimals=1)["layout"]["shapes"]

    assert [shape["type"] for shape in shapes(93, 95, 94, 96)] == ["path", "path"]
    assert shapes(1, 95, 94, 96) == []


def test_of_many_series_only_the_highlighted_is_named():
    many = [series(f"第{index}类", 1, 2, 3, index, is_highlighted=index == 4) for index in range(9)]
    figure = trend(many, LIGHT, unit="件")
    *_, chosen = figure["data"]
    assert len(figure["data"]) == 4
    assert chosen["line"]["color"] == LIGHT.series[0] and chosen["name"] == "第4类"
    # The middle of the band runs along the highlighted line, whose label stands there.
    assert texts(figure) == ["第4类 <b>4件</b>", "最低 0件", "最高 8件"]


def test_the_left_margin_holds_the_widest_label():
    narrow, wide = (trend([series("甲", 1, 2, 3, top)], LIGHT, unit="件")["layout"]["margin"]["l"] for top in (4, 4000))
    # 8 and the labels 4件 (7.2 + 12, rounded up) and 4,000件 (5 × 7.2 + 12).
    assert (narrow, wide) == (28, 56)


def test_a_highlight_greys_the_others():
    figure = trend([series("甲", 1, 2, 3, 4), series("乙", 1, 1, 1, 1, is_highlighted=True)], LIGHT, unit="件")
    assert [trace["line"]["color"] for trace in figure["data"]] == [LIGHT.others, LIGHT.series[0]]


def test_a_value_that_stands_alone_is_a_dot():
    figure = trend([series("甲", 1, None, 3, None)], LIGHT, unit="件")
    assert figure["data"][0]["marker"]["size"] == [5, 0, 7, 0]


def test_small_multiples_share_one_scale():
    figure = small_multiples([series("甲", 1, 2, 3, 4), series("乙", 100, 2, 3, 4)], LIGHT, unit="件")
    assert figure["layout"]["yaxis"]["range"] == figure["layout"]["yaxis2"]["range"]
    assert figure["layout"]["yaxis"]["range"][1] >= 100


def test_a_series_without_any_figure_gets_no_plot_and_is_named_below():
    withheld = series("丙", *[Absence.NOT_DISCLOSED] * 4)
    figure = small_multiples([series("甲", 1, 2, 3, 4), withheld, series("乙", 1, 2, 3, None)], LIGHT, unit="件")
    assert len(figure["data"]) == 2 and "不公开：丙" in texts(figure)
    # Where nothing is known of any, each says so in its place.
    alone = small_multiples([withheld], LIGHT, unit="件")
    assert len(alone["data"]) == 1 and not [text for text in texts(alone) if text.startswith("不公开：")]
