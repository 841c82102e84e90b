from dashboard.render.charts.evened import NO_CHART, Room, arranged, at_height, heights, room_of, shares
from dashboard.render.palette import LIGHT
from dashboard.views.charts import Bar, Bars, Series, Trend

QUARTERS = [f"2025Q{quarter}" for quarter in (1, 2, 3, 4)]


def line(count: int = 1) -> Trend:
    return Trend([Series(f"甲{one}", tuple((quarter, 3) for quarter in QUARTERS)) for one in range(count)], unit="件")


def rows(count: int) -> Bars:
    return Bars([Bar(f"甲{one}", 3) for one in range(count)], unit="件")


def test_rows_grow_to_what_stands_beside_them_and_no_wider():
    # Five rows of 31 pixels and 16 around them: at most five of 54.
    assert room_of(rows(5), LIGHT) == Room(171, 171, 286)
    assert heights([room_of(line(3), LIGHT), room_of(rows(5), LIGHT)]) == [286, 286]


def test_a_chart_over_time_is_lower_beside_few_rows_but_keeps_room_for_its_labels():
    assert heights([room_of(line(), LIGHT), room_of(rows(4), LIGHT)]) == [232, 232]
    assert heights([room_of(line(4), LIGHT), room_of(rows(2), LIGHT)]) == [260, 124]
    assert heights([room_of(line(), LIGHT)]) == [300]


def test_the_figure_has_the_height_and_the_shared_one_keeps_its_own():
    assert at_height(rows(3), LIGHT, 178)["layout"]["height"] == 178
    assert at_height(rows(3), LIGHT, 109)["layout"]["height"] == 109
    assert at_height(line(), LIGHT, 240)["layout"]["height"] == 240


def test_charts_below_each_other_fill_what_stands_beside_them():
    # 171 and 140 by themselves and 150 between them: 39 more, of 115 and 92 that they can grow, is a part of both.
    assert shares([room_of(rows(5), LIGHT), room_of(rows(4), LIGHT)], 500) == [193, 157]
    assert shares([room_of(rows(5), LIGHT), room_of(rows(4), LIGHT)], 900) == [286, 232]
    assert shares([room_of(line(), LIGHT), room_of(line(), LIGHT)], 590) == [220, 220]
    assert shares([NO_CHART], 500) == [100]


def test_charts_that_suit_each_other_stand_side_by_side():
    few, many = room_of(rows(2), LIGHT), room_of(rows(10), LIGHT)
    assert arranged([few, many, many]) == [1, 2]
    assert arranged([many, many, few]) == [2, 1]
    assert arranged([few, few]) == [2]
    assert arranged([]) == []


def test_words_stand_alone_rather_than_beside_a_high_chart():
    assert arranged([room_of(rows(20), LIGHT), NO_CHART]) == [1, 1]
