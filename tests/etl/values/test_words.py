import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.values.words import clean, parse_boolean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("　名称\u3000", "名称"),
        ("\ufeff编\u200b号", "编号"),
        ("（万元）", "(万元)"),
        ("ＡＢ１２", "AB12"),
        ("10²", "10²"),
        ("①", "①"),
    ],
)
def test_clean_folds_width_and_drops_the_invisible(text, cleaned):
    assert clean(text) == cleaned


@settings(deadline=None)
@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("text", ["是", "有", "√", "1", "１", "TRUE", "true", " 是 "])
def test_yes(text):
    assert parse_boolean(text) is True


@pytest.mark.parametrize("text", ["否", "无", "×", "0", "FALSE", "False"])
def test_no(text):
    assert parse_boolean(text) is False


@pytest.mark.parametrize("text", ["", "2", "是否", "x", "不详", "y"])
def test_neither(text):
    assert parse_boolean(text) is None
