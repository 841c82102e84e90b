import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.look.classes import class_breaks, class_colors, class_of, class_texts
from dashboard.look.theme import LIGHT


def test_classes_hold_equally_many():
    breaks = class_breaks(list(range(10)), 5)
    assert breaks == [2, 4, 6, 8]
    assert [class_of(value, breaks) for value in range(10)] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_no_more_than_five_classes_and_the_lowest_is_never_empty(values):
    breaks = class_breaks(values, 5)
    assert len(breaks) <= 4
    assert 0 in {class_of(value, breaks) for value in values}


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
    assert class_texts([12_345], [], "万元", 0) == ["1.2亿元"]
    assert class_texts([], [], "%", 0) == [""]
