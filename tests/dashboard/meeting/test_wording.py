"""How documents set words that screens set apart."""

from datetime import date

from dashboard.meeting.wording import counted, day_words, numbered, ordinal, sentence, tight


def test_digits_stand_without_spaces():
    assert tight("受阻、超期 110 天、未动") == "受阻、超期110天、未动"
    assert tight("总产值 −2.5% 和 3 项") == "总产值−2.5%和3项"
    assert tight("Hall 3 of 5") == "Hall 3 of 5"


def test_sentences_lists_and_counts():
    assert sentence("甲；") == sentence("甲。") == "甲。"
    assert numbered(["甲", "乙。"]) == ("（1）甲。", "（2）乙。")
    assert counted((("甲", 2), ("乙", 0), ("丙", 1)), "项") == "甲2项、丙1项"
    assert day_words(date(2025, 2, 8)) == day_words("2025-02-08") == "2025年2月8日"


def test_headings_are_counted_in_chinese():
    assert [ordinal(number) for number in (1, 9, 10, 12, 20, 21, 99)] == [
        *("一", "九", "十", "十二", "二十", "二十一", "九十九")
    ]
