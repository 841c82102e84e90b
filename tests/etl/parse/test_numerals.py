import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.parse.numerals import parse_digits, parse_numeral, spell


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("十", 10),
        ("十二", 12),
        ("一十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("一百一十", 110),
        ("两百", 200),
    ]
    + [("两", 2), ("一千零五十", 1050), ("一万零五百", 10_500), ("十万五千", 105_000), ("十万零五百", 100_500)]
    + [("三千五百万", 35_000_000), ("两亿两千万", 220_000_000), ("一亿零三", 100_000_003), ("壹佰贰拾叁萬", 1_230_000)],
)
def test_numerals_of_the_rules(text, value):
    assert parse_numeral(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "七八", "一万二", "二百五", "一百十", "一千五十", "十两", "百", "万", "零零", "零五", "十十", "一万万", "亿万"]
    + ["一二", "二〇二六", "三亿五", "12", "一 百", "廿"],
)
def test_numerals_that_leave_a_doubt(text):
    assert parse_numeral(text) is None


@settings(deadline=None)
@given(st.one_of(st.integers(0, 20_000), st.integers(0, 10**12 - 1)))
def test_every_numeral_comes_back(value):
    assert parse_numeral(spell(value)) == value


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="零一二两三五九十百千万亿", max_size=12)))
def test_no_text_raises_and_what_is_read_is_spelled_so(text):
    value = parse_numeral(text)
    assert value is None or parse_numeral(spell(value)) == value


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("二〇二六", "2026"),
        ("二○二六", "2026"),
        ("二零二六", "2026"),
        ("二O二六", "2026"),
        ("九八", "98"),
        ("二十六", None),
    ]
    + [("", None)],
)
def test_digits_read_one_by_one(text, digits):
    assert parse_digits(text) == digits
