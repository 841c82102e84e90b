from hypothesis import given
from hypothesis import strategies as st

from dashboard.render.charts.labels import spread, wrapped
from dashboard.render.widths import text_width


@given(st.lists(st.floats(0, 200), max_size=10))
def test_labels_keep_their_distance_and_their_order(wanted):
    placed = spread(wanted, 18, 0, 200)
    ordered = sorted(placed)
    assert all(after - before >= 18 - 1e-6 for before, after in zip(ordered, ordered[1:], strict=False))
    assert placed == [] or max(placed) <= 200 + 1e-6


def test_labels_that_have_room_are_not_moved():
    assert spread([10, 100, 50], 18, 0, 200) == [10, 100, 50]


def test_long_names_are_broken_and_cut():
    assert wrapped("石狮服装智能制造园") == "石狮服装智能制造园"
    assert wrapped("石狮服装城第二期扩建工程") == "石狮服装城第二期<br>扩建工程"
    assert wrapped("甲" * 18) == "甲" * 9 + "<br>" + "甲" * 9
    assert wrapped("甲" * 30) == "甲" * 10 + "<br>" + "甲" * 9 + "…"
    assert wrapped("<a>") == "&lt;a&gt;"


def test_no_line_begins_with_a_sign_that_closes_or_ends_with_one_that_opens():
    assert wrapped("主干道路灯改造期、二期工程") == "主干道路灯改造期、<br>二期工程"
    assert wrapped("甲乙丙丁戊己庚（壬癸子丑寅卯辰巳午未）") == "甲乙丙丁戊己庚（壬癸<br>子丑寅卯辰巳午未）"
    assert wrapped("甲乙丙丁戊己庚“壬癸”") == "甲乙丙丁戊己庚<br>“壬癸”"
    # What stands in a bracket is not broken where it has a line of its own.
    assert wrapped("背街小巷照明（仑后村）") == "背街小巷照明<br>（仑后村）"
    assert wrapped("无进展（不含受阻、超期）") == "无进展<br>（不含受阻、超期）"


def test_a_chinese_letter_is_as_wide_as_high():
    assert text_width("网格", 12) == 24
    assert text_width("<b>网格</b><br>网", 12) == 24
