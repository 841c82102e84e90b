from collections import defaultdict

from hypothesis import example, given
from hypothesis import strategies as st

from etl.validate.names import Area, area_spellings, normal

AREAS = [
    Area("1", None, "市", ("甲市",)),
    Area("11", "1", "镇", ("乙镇",)),
    Area("12", "1", "镇", ("丙镇",)),
    Area("111", "11", "社区", ("前园村",)),
    Area("121", "12", "社区", ("前园村",)),
    Area("112", "11", "社区", ("塘后村", "塘后头")),
    Area("1121", "112", "网格", ("塘后村第一网格",)),
]


def found(text: str) -> set[str]:
    codes = defaultdict(set)
    for spelling, code in area_spellings(AREAS):
        codes[spelling].add(code)
    return codes[normal(text)]


def test_an_area_is_known_with_and_without_what_surrounds_it():
    for text in (
        "塘后村",
        "塘后",
        "乙镇塘后村",
        "甲市乙镇塘后村",
        "塘后村民委员会",
        "塘后村村委会",
        "塘 后 村",
        "乙镇塘后居委会",
        "塘后头",
    ):
        assert found(text) == {"112"}, text


def test_a_wrong_surrounding_is_not_read():
    assert found("丙镇塘后村") == set() and found("塘前村") == set()


def test_names_of_two_areas_stay_two_until_the_town_tells():
    assert found("前园村") == found("前园") == {"111", "121"}
    assert found("丙镇前园村") == {"121"}


def test_grids_are_known_by_their_number():
    for text in ("塘后村第一网格", "塘后1号网格", "塘后村1网格", "第一网格"):
        assert found(text) == {"1121"}, text
    assert normal("第十二网格") == "12网格" and normal("第二十网格") == "20网格"


def test_a_circle_of_parents_ends():
    circle = [Area("1", "2", "社区", ("甲村",)), Area("2", "1", "社区", ("乙村",))]
    assert ("甲村", "1") in set(area_spellings(circle))


@given(st.text(max_size=20) | st.text(alphabet="0１一十第网格*●★)）.、 号#İ", max_size=12))
@example("0*)")
def test_a_normal_spelling_is_normal(text):
    assert normal(normal(text)) == normal(text)
