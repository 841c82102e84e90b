from decimal import Decimal

import pytest

from dashboard.metrics.absence import Absence
from dashboard.text.formats import axis_ticks, change, escape_html, escape_markdown, number, percent, written


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "expected"),
    [
        (0, "家", 0, "0家"),
        (9999, "家", 0, "9,999家"),
        (9999.4, "家", 0, "9,999家"),
        # Rounds to five digits first, and only then is scaled.
        (9999.6, "家", 0, "1.0万家"),
        (10_000, "家", 0, "1.0万家"),
        (12_345, "人", 0, "1.2万人"),
        (12_350, "人", 0, "1.2万人"),
        (12_500, "人", 0, "1.3万人"),
        (99_949, "", 0, "10.0万"),
        (99_995, "", 0, "10.0万"),
        (94_999, "", 0, "9.5万"),
        (99_949_000, "", 0, "9,994.9万"),
        (99_994_999, "", 0, "9,999.5万"),
        (99_999_499, "", 0, "9,999.9万"),
        (99_999_500, "", 0, "1.0亿"),
        (99_999_999, "", 0, "1.0亿"),
        (123_456, "万元", 0, "12.3亿元"),
        (9_999, "万元", 0, "9,999万元"),
        (10_000, "万元", 0, "1.0亿元"),
        (123_456_789, "万元", 0, "1.2万亿元"),
        (30, "亿元", 0, "30亿元"),
        (2.5, "亿元", 1, "2.5亿元"),
        (-12_345, "万元", 0, "−1.2亿元"),
        (-0.04, "", 1, "0.0"),
        (Decimal("0.125"), "", 2, "0.13"),
        # Of electricity nobody says 万兆瓦时: one is a thousand 千瓦时.
        (9_999, "兆瓦时", 0, "9,999兆瓦时"),
        (12_345, "兆瓦时", 0, "1,234.5万千瓦时"),
        (99_999.4, "兆瓦时", 0, "9,999.9万千瓦时"),
        (123_456, "兆瓦时", 0, "1.2亿千瓦时"),
        (-12_345, "兆瓦时", 1, "−1,234.5万千瓦时"),
        # A year or a rate is never scaled.
        (12_345.6, "%", 1, "12,345.6%"),
    ],
)
def test_numbers_carry_wan_and_yi_from_five_digits_on(value, unit, decimals, expected):
    assert number(value, unit, decimals) == expected


def test_figure_and_unit_come_apart_for_the_page():
    assert (written(123_456, "万元").figure, written(123_456, "万元").unit) == ("12.3", "亿元")


@pytest.mark.parametrize("missing", [None, float("nan"), float("inf"), Absence.NOT_REPORTED])
def test_what_is_missing_is_a_word_without_a_unit(missing):
    assert number(missing, "家") == "未填报"


def test_each_absence_says_its_own_reason():
    assert [number(absence, "万元") for absence in Absence] == ["未填报", "不公开", "不可比", "本期无此项"]


def test_percent_takes_percent():
    assert percent(93.44) == "93.4%"
    assert percent(93.45) == "93.5%"


def test_a_rate_changes_by_points():
    moved = change(93.4, 91.3, "%", direction="higher", against="同比")
    assert moved.text == "同比 ▲ 升2.1个百分点"
    assert moved.signed == "+2.1个百分点"
    assert moved.tone == "better"


def test_an_amount_changes_by_percent():
    # 105.2 / 100 − 1
    assert change(105.2, 100, "万元").signed == "+5.2%"
    assert change(94.8, 100, "万元", direction="higher").tone == "worse"


def test_where_less_is_better_the_verdict_is_said():
    moved = change(3.2, 4.0, "天", kind="absolute", direction="lower", against="环比")
    assert (moved.text, moved.tone) == ("环比 ▼ 降0.8天，向好", "better")
    assert change(5, 4, "天", kind="absolute", direction="lower").text == "▲ 升1天，转差"


def test_a_change_that_rounds_to_nothing_is_level():
    moved = change(100.04, 100, "家", direction="higher", against="同比")
    assert (moved.text, moved.tone) == ("同比 – 持平", "same")


def test_from_zero_there_is_only_an_absolute_change():
    assert change(5, 0, "家").signed == "+5家"


def test_a_missing_side_cannot_be_compared():
    assert change(5, None, "家", against="同比").text == "同比不可比"
    assert change(Absence.NOT_DISCLOSED, 5, "家").tone == "none"


def test_a_neutral_measure_has_no_tone():
    assert change(5, 4, "倍", kind="absolute").tone == "none"


def test_ticks_share_one_step():
    assert axis_ticks([0, 50_000, 100_000], "万元") == (["0", "5", "10"], "亿元")
    assert axis_ticks([0, 10_000, 20_000], "兆瓦时") == (["0", "1,000", "2,000"], "万千瓦时")
    assert axis_ticks([0, 2.5, 5], "%") == (["0", "2.5", "5"], "%")


def test_markup_from_data_is_dead():
    assert escape_html('<img src="x">') == "&lt;img src=&quot;x&quot;&gt;"
    assert escape_markdown("![x](http://a.b/c.png)") == "\\!\\[x\\]\\(http\u2060\\://a\\.b/c\\.png\\)"
    assert escape_markdown("# 一\n- 二") == r"\# 一 \- 二"


@pytest.mark.parametrize("text", ["http://a.b/c", "HTTPS://a.b", "www.a.com", "a@b.com"])
def test_an_address_in_data_is_no_link(text):
    """Markdown links a bare address whatever is escaped: only a sign in between keeps it text."""
    told = escape_markdown(text)
    assert "\u2060" in told and told.replace("\u2060", "").replace("\\", "") == text
