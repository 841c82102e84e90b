"""How documents set words that screens set apart."""

from datetime import date

from dashboard.meeting.slide_parts import Request
from dashboard.meeting.wording import (
    counted,
    day_words,
    in_charge,
    numbered,
    ordinal,
    plain,
    quoted,
    research,
    sentence,
    tight,
)


def test_digits_stand_without_spaces():
    assert tight("受阻、超期110天、无进展") == "受阻、超期110天、无进展"
    assert tight("总产值−2.5%和3项") == "总产值−2.5%和3项"
    assert tight("Hall 3 of 5") == "Hall 3 of 5"


def test_figures_stand_without_commas_and_lists_keep_theirs():
    assert plain("住户4,098户，税收7,668万元，共1,234,567人") == "住户4098户，税收7668万元，共1234567人"
    assert plain("101,1024号楼") == "101,1024号楼" and plain("3,4月") == "3,4月"


def test_sentences_lists_and_counts():
    assert sentence("甲；") == sentence("甲。") == "甲。"
    assert quoted("协调解决“路灯不亮”") == "“协调解决‘路灯不亮’”"
    assert numbered(["甲", "乙。"]) == ("（一）甲。", "（二）乙。")
    assert counted((("甲", 2), ("乙", 0), ("丙", 1)), "项") == "甲2项、丙1项"
    assert day_words(date(2025, 2, 8)) == day_words("2025-02-08") == "2025年2月8日"


def test_headings_are_counted_in_chinese():
    assert [ordinal(number) for number in (1, 9, 10, 12, 20, 21, 99)] == [
        *("一", "九", "十", "十二", "二十", "二十一", "九十九")
    ]
    assert [ordinal(number) for number in (100, 105, 110, 219)] == ["一百", "一百零五", "一百一十", "二百一十九"]


def test_what_is_asked_for_is_one_clause():
    assert research(asked("研究：甲", "村", "乙所", "缺钱", "超期3天")) == "研究：甲（村，乙所）；缺钱，超期3天"
    assert research(asked("研究：甲", "村", "乙所")) == "研究：甲（村，乙所）"
    assert research(asked("处理：积压3件", "", "网格长", "超期", "25年四季度")) == "处理：积压3件，由网格长负责"


def asked(what: str, place: str, unit: str, *reasons: str) -> Request:
    shown = f"{what}（{place}）" if place else what
    return Request(key="a", kind="受阻", what=what, shown=shown, place=place, unit=unit, reasons=reasons)


def test_who_is_named_only_where_somebody_is():
    assert in_charge("甲", "乙") == "甲，由乙负责"
    # Nobody is told twice.
    assert in_charge("甲园5家企业未报季报", "甲园") == "甲园5家企业未报季报"
    assert in_charge("甲", "责任单位") == in_charge("甲", "") == "甲"
