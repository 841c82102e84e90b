"""Texts at the size at which they fit."""

from dashboard.meeting.powerpoint.fitting import fitted, height_of, lines_of


def test_a_chinese_sign_is_as_wide_as_high():
    # 11 signs of 20 points take 220; of 240 one sign's width is kept free.
    assert lines_of("字" * 11, 20, 240) == 1
    assert lines_of("字" * 12, 20, 240) == 2
    assert height_of("一\n二", 20, 240) == 50


def test_the_largest_size_that_fits_is_taken():
    assert fitted("字" * 10, 240, 25, (20, 16)).size == 20
    smaller = fitted("字" * 12, 240, 25, (20, 16))
    assert (smaller.size, smaller.text, smaller.is_cut) == (16, "字" * 12, False)


def test_what_fits_at_no_size_is_cut_with_a_sign():
    cut = fitted("字" * 100, 240, 25, (20, 16))
    assert (cut.text, cut.size, cut.is_cut) == ("字" * 13 + "…", 16, True)  # (240 − 16) ÷ 16 = 14 signs


def test_the_tail_of_a_text_is_never_cut():
    assert fitted("字" * 100 + "：超期", 240, 25, (16,), tail="：超期").text == "字" * 10 + "…：超期"
