"""Checks what a box writes for the codes that it offers, and for one that it no longer does."""

from dashboard.render.web.controls import word_of


def test_a_code_that_is_no_longer_offered_has_no_word():
    """Streamlit keeps a choice whose word is among those offered, so a code must not pass for another's word."""
    write = word_of({"a": "甲村", "": "全部"})
    assert [write("a"), write("")] == ["甲村", "全部"]
    assert write("甲村") == ""
