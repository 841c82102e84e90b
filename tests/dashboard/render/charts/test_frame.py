from hypothesis import given
from hypothesis import strategies as st

from dashboard.render.charts.frame import label_axis, round_ticks, spread, value_range, wrapped
from dashboard.render.widths import text_width


def test_ticks_are_round_and_enclose_the_values():
    assert round_ticks(0, 2050) == [0, 500, 1000, 1500, 2000, 2500]
    assert round_ticks(0, 100) == [0, 25, 50, 75, 100]
    assert round_ticks(0, 0) == [0, 0.25, 0.5, 0.75, 1]


@given(st.floats(-1e6, 1e6), st.floats(1, 1e9))
def test_ticks_always_enclose(low, span):
    high = low + span
    ticks = round_ticks(low, high)
    slack = (ticks[-1] - ticks[0]) * 1e-6 + 1e-9
    assert ticks[0] <= low + slack and ticks[-1] >= high - slack
    assert 2 <= len(ticks) <= 12


def test_lines_leave_zero_out_only_in_the_upper_part():
    assert value_range([90, 95], is_zero_based=False) == (90, 95)
    assert value_range([10, 95], is_zero_based=False) == (0, 95)
    assert value_range([90, 95], is_zero_based=True) == (0, 95)
    assert value_range([], is_zero_based=True) == (0, 0)


@given(st.lists(st.floats(0, 200), max_size=10))
def test_labels_keep_their_distance_and_their_order(wanted):
    placed = spread(wanted, 18, 0, 200)
    ordered = sorted(placed)
    assert all(after - before >= 18 - 1e-6 for before, after in zip(ordered, ordered[1:], strict=False))
    assert placed == [] or max(placed) <= 200 + 1e-6


def test_labels_that_have_room_are_not_moved():
    assert spread([10, 100, 50], 18, 0, 200) == [10, 100, 50]


def test_an_axis_is_thinned_for_a_phone_and_keeps_the_last_period():
    axis = label_axis([f"2025-{month:02d}" for month in range(1, 13)])
    assert axis["tickvals"][-1] == 11
    assert len(axis["tickvals"]) * text_width("12月") < 210


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
