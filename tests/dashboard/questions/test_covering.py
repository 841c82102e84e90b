"""Words that are left over lead to the metric whose name has them all, and to no longer name than was said."""

import pytest

from dashboard.questions.covering import covering, without_held
from dashboard.questions.normal import uncounted
from dashboard.questions.segment import Segment
from dashboard.questions.senses import Sense

ENTERPRISES = Segment(1, 3, "企业", (Sense("metric", "enterprises"),))


@pytest.mark.parametrize(
    ("words", "first"),
    [
        # 在营孵化企业 has two signs more than 孵化企业, 新入孵企业 two more than 孵企业.
        ("孵化", "enterprises_surviving"),
        ("孵", "enterprises_admitted"),
        # 孵化企业存活率 has three more than 存企业, and no other one has both words.
        ("存", None),
        ("鞋", None),
    ],
)
def test_the_metric_that_has_all_words_comes_first(words, first):
    found = covering([Segment(0, 1, words), ENTERPRISES], "enterprises", ())
    assert next(iter(found), None) == first


def test_what_tells_parts_apart_names_nothing():
    assert covering([Segment(0, 2, "孵化"), ENTERPRISES], "enterprises", ("孵化",)) == ()


def test_what_the_metric_has_itself_leaves_it():
    assert covering([Segment(0, 2, "在册"), ENTERPRISES], "enterprises", ()) == ()


def test_words_are_held_with_their_signs_in_order():
    assert without_held("enterprises_surviving", ("在孵", "孵在", "企业")) == ("孵在",)
    assert [uncounted(word) for word in ("多少企业", "有多少企业", "几家", "企业")] == ["企业", "企业", "家", "企业"]
