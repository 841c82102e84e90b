import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.render.classes import class_breaks, class_colors, class_of, class_texts
from dashboard.render.palette import LIGHT


def test_classes_hold_equally_many():
    breaks = class_breaks(list(range(10)), 5)
    assert breaks == [2, 4, 6, 8]
    assert [class_of(value, breaks) for value in range(10)] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_no_more_than_five_classes_and_the_lowest_is_never_empty(values):
    breaks = class_breaks(values, 5)
    assert len(breaks) <= 4
    assert 0 in {class_of(value, breaks) for value in values}


def test_borders_are_as_round_as_the_values_allow():
    # Cut in equal parts at 13, 15, 17 and 19; by fives two of these would be one, by twos they are apart.
    assert class_breaks(list(range(11, 21)), 5) == [14, 16, 18, 20]
    # Quantiles at 89.3, 92.3, 93.8, 95.7 (twenty values, four in each class).
    values = [61.9, 81.3, 84.2, 87.5, 89.3, 90.0, 91.3, 91.5, 92.3, 92.4, 93.5, 93.7, 93.8, 94.1, 94.7, 95.2]
    values += [95.7, 96.8, 97.7, 100.0]
    assert class_breaks(values, 5, decimals=1) == [90, 92, 94, 96]
    assert class_breaks([value * 100 for value in range(10)], 5) == [200, 400, 600, 800]


def test_a_border_has_no_more_decimals_than_its_label():
    values = [0.1, 0.6, 1.1, 1.6, 2.1, 2.6, 3.1, 3.6, 4.1, 4.6]
    assert class_breaks(values, 5) == [1, 2, 3, 4]


@given(st.lists(st.integers(0, 500), min_size=6), st.integers(0, 2))
def test_rounding_moves_no_class_away(values, decimals):
    breaks = class_breaks(values, 5, decimals)
    assert len({class_of(value, breaks) for value in values}) == len(breaks) + 1


def test_equal_values_are_not_parted():
    assert class_breaks([3, 3, 3], 5) == []
    assert class_breaks([0, 0, 0, 0, 0, 0, 1, 1, 3], 5) == [1, 3]
    assert class_breaks([], 5) == []


def test_few_classes_span_the_whole_scale():
    assert class_colors(LIGHT, 2) == [LIGHT.sequential[0], LIGHT.sequential[4]]
    assert class_colors(LIGHT, 5) == list(LIGHT.sequential)
    with pytest.raises(ValueError, match="6 classes"):
        class_colors(LIGHT, 6)


def test_classes_are_said_in_words():
    assert class_texts([50, 90], [60, 80], "%", 0) == ["60%以下", "60%–80%", "80%及以上"]
    # Nothing is more than the whole.
    assert class_texts([50, 90, 100], [80, 100], "%", 1) == ["80.0%以下", "80.0%–100.0%", "100.0%"]
    assert class_texts([12_345], [], "万元", 0) == ["1.2亿元"]
    assert class_texts([], [], "%", 0) == [""]
