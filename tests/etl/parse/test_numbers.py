from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.parse.numbers import Quantity, decimals_of, parse_decimal, parse_integer, parse_number, parse_rounded, to_unit
from etl.parse.numerals import spell


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "unit"),
    [
        ("1234", "1234", "eq", ""),
        ("1,234", "1234", "eq", ""),
        ("1，234", "1234", "eq", ""),
        ("１２３４", "1234", "eq", ""),
        ("1,234,567.5", "1234567.5", "eq", ""),
        ("-3.5", "-3.5", "eq", ""),
        ("　12\u200b ", "12", "eq", ""),
        ("3.2万", "32000", "eq", ""),
        ("5亿元", "500000000", "eq", "元"),
        ("1.2万元", "12000", "eq", "元"),
        ("12%", "12", "eq", "%"),
        ("12％", "12", "eq", "%"),
        ("87名", "87", "eq", "名"),
        ("12 家", "12", "eq", "家"),
        ("200多家", "200", "gt", "家"),
        ("1800余人", "1800", "gt", "人"),
        ("30多万元", "300000", "gt", "元"),
        ("3万多人", "30000", "gt", "人"),
        ("8年多", "8", "gt", "年"),
        ("超3万人", "30000", "gt", "人"),
        ("超过50%", "50", "gt", "%"),
        ("逾30亿元", "3000000000", "gt", "元"),
        ("近2000名", "2000", "lt", "名"),
        ("不足100人", "100", "lt", "人"),
        ("约2.00平方公里", "2.00", "approx", "平方公里"),
        ("100家左右", "100", "approx", "家"),
        ("5000单以上", "5000", "ge", "单"),
        ("至少1次", "1", "ge", "次"),
        ("60人以下", "60", "le", "人"),
        ("+5", "5", "eq", ""),
        ("−5", "-5", "eq", ""),
        ("负十二", "-12", "eq", ""),
        ("（1,234）", "-1234", "eq", ""),
        ("1 234.5", "1234.5", "eq", ""),
        ("1\u202f234 567", "1234567", "eq", ""),
        ("1'234'567", "1234567", "eq", ""),
        ("12。5", "12.5", "eq", ""),
        ("¥5", "5", "eq", "¥"),
        ("-￥1,234.00", "-1234", "eq", "¥"),
        ("人民币1200万元", "12000000", "eq", "元"),
        ("¥1.2亿", "120000000", "eq", "元"),
        ("1200万元整", "12000000", "eq", "元整"),
        ("1人民币亿元", "100000000", "eq", "元"),
        ("1234（万元）", "12340000", "eq", "元"),
        ("1亿2000万元", "120000000", "eq", "元"),
        ("3千万元", "30000000", "eq", "元"),
        ("一百二十人", "120", "eq", "人"),
        ("三千五百万", "35000000", "eq", ""),
        ("壹佰贰拾万元整", "1200000", "eq", "元整"),
        ("五千瓦时", "5", "eq", "千瓦时"),
        ("十余家", "10", "gt", "家"),
        ("三万多人", "30000", "gt", "人"),
        ("十多万元", "100000", "gt", "元"),
        ("百分之四十", "40", "eq", "%"),
    ],
)
def test_what_offices_write_is_read(text, value, qualifier, unit):
    quantity = parse_number(text)
    assert (quantity.value, quantity.qualifier, quantity.unit) == (Decimal(value), qualifier, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1_000",
        "1e309",
        "1e5",
        "1E+20",
        "nan",
        "inf",
        "1,23,4",
        "0,123",
        "2..3",
        "12 34",
        ".5",
        "5.",
        "--5",
    ]
    + [
        "七八",
        "3-5",
        "3~5人",
        "约200多家",
        "近100左右",
        "12abc",
        "10²",
        "①",
        "½",
        "٣",
        "12,",
        "2024-11",
        "万",
        "家",
        "一",
        "〇",
        "两",
        "二百五",
        "一万二",
        "(-5)",
        "负-5",
        "1, 234",
        "1'234 567",
        "1 23",
        "¥5人",
        "百分之5人",
        "1亿20000万",
        "2024.1.1",
        "1e-5",
    ],
)
def test_what_would_be_a_guess_is_refused(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("32", "万元", "32"),
        ("5亿元", "万元", "50000"),
        ("1.2万元", "元", "12000"),
        ("3000元", "万元", "0.3"),
        ("1.5万元", "亿元", "0.00015"),
        ("3.2万", "人", "32000"),
        ("3.2万", "万元", None),
        ("1200.5万", "万元", "1200.5"),
        ("1200.5w", "万元", "1200.5"),
        ("120050百元", "万元", "1200.5"),
        ("壹仟贰佰万零伍仟元整", "万元", "1200.5"),
        ("1200万零5千元", "万元", "1200.5"),
        ("40500度", "兆瓦时", "40.5"),
        ("40500kW·h", "兆瓦时", "40.5"),
        ("8度", "度", "8"),
        ("0.8hm²", "亩", "12"),
        ("3.2万方", "平方米", "32000"),
        ("90分钟", "小时", "1.5"),
        ("12起", "件", "12"),
        ("12个", "件", "12"),
        ("12个", "人", None),
        ("6.04亿", "万元", "60400"),
        ("六亿零四百万", "万元", "60400"),
        ("萬億", "万元", None),
        ("3千万", "万元", "3000"),
        ("5千", "万元", None),
        ("3万", "亿元", None),
        ("5000万", "亿元", "0.5"),
        ("三千五百万", "万元", "3500"),
        ("5千", "千瓦时", None),
        ("5", "人民币万元", "5"),
        ("5千元", "万元", "0.5"),
        ("¥5", "元", "5"),
        ("¥5", "万元", None),
        ("¥5", "人", None),
        ("¥1.2亿", "万元", "12000"),
        ("1200万元人民币", "万元", "1200"),
        ("500m²", "平方米", "500"),
        ("3日", "天", "3"),
        ("12%", "%", "12"),
        ("12%", "人", None),
        ("12%", "", None),
        ("87名", "人", "87"),
        ("3万名", "万人", "3"),
        ("87人", "户", None),
        ("5家", "个", None),
        ("5家", "", "5"),
        ("5亿元", "", None),
        ("2平方公里", "亩", "3000"),
        ("3亩", "平方米", "2000"),
        ("1亩", "平方米", None),
        ("6000平方米", "亩", "9"),
        ("1.5万平方米", "万平方米", "1.5"),
        ("1公顷", "平方公里", "0.01"),
        ("5兆瓦时", "千瓦时", "5000"),
        ("2万千瓦时", "兆瓦时", "20"),
        ("30兆瓦时", "万千瓦时", "3"),
    ],
)
def test_quantity_comes_into_the_unit_of_the_column(text, unit, value):
    quantity = parse_number(text)
    assert (to_unit(quantity, unit) if quantity else None) == (None if value is None else Decimal(value))


def test_the_qualifier_never_slips_into_a_plain_column():
    assert parse_integer("200多家", "家") is None
    assert parse_decimal("约2.00平方公里", "平方公里") is None


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [("12", "", 12), ("12.0", "", 12), ("2.5", "", None), ("1.2万元", "元", 12000), ("9" * 15, "", 10**15 - 1)]
    + [("9" * 16, "", None)],
)
def test_whole_numbers(text, unit, value):
    assert parse_integer(text, unit) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.123456", "0.123456"), ("0.1234567", None), ("0.1230000", "0.123"), ("9" * 14, "9" * 14), ("9" * 15, None)],
)
def test_decimals_are_never_rounded(text, value):
    assert parse_decimal(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [("0.333333333333", "", "0.333333"), ("0.0000005", "", "0"), ("0.0000015", "", "0.000002"), ("12", "", "12")]
    + [("1亩", "平方米", "666.666667"), ("约0.3", "", None), ("0.3333", "人", "0.3333"), ("1" + "0" * 14, "", None)],
)
def test_quotients_are_rounded_where_it_is_asked_for(text, unit, value):
    assert parse_rounded(text, unit) == (None if value is None else Decimal(value))


def test_quotients_are_rounded_to_the_places_of_the_column():
    assert parse_rounded("33.3333333", "%", 1) == Decimal("33.3")
    assert parse_decimal("33.3333333", "%") is None


@settings(deadline=None)
@given(
    st.text(alphabet="0123456789.,-+()¥万亿元千百十一二两零 ", max_size=12), st.sampled_from(["", "元", "万元", "人"])
)
def test_what_is_read_reads_as_itself(text, unit):
    value = parse_decimal(text, unit)
    assert value is None or parse_decimal(f"{value:f}", unit) == parse_rounded(text, unit) == value


def spellings(value: int) -> list[str]:
    return [
        *(f"{value}", f"{value:,}", f"{value:,}".replace(",", " "), f"{value:,}".replace(",", "'"), f"+{value}"),
        *(f"{value}.0", f"{value}万元", f"{value:,} 万元", f"{value}（万元）", f"人民币{value}万元", f"{value}0000元"),
        f"{spell(value)}万元",
    ]


@settings(deadline=None)
@given(st.integers(0, 10**8 - 1), st.integers(0, 10**8 - 1))
def test_spellings_of_different_figures_never_read_the_same(one, other):
    assert {parse_integer(text, "万元") for text in spellings(one)} <= {one, None}
    assert {parse_decimal(text, "万元") for text in spellings(one)[:-1]} == {Decimal(one)}
    if one != other:
        assert not {parse_integer(text, "万元") for text in spellings(one)} & {
            parse_integer(text, "万元") for text in spellings(other)
        } - {None}


@settings(deadline=None)
@given(st.decimals(min_value=-(10**13), max_value=10**13, places=4))
def test_plain_and_grouped_spellings_come_back(value):
    assert parse_number(f"{value:f}") == Quantity(value=value)
    assert parse_decimal(f"{value:,f}") == value


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**9), st.sampled_from("家人名户次"))
def test_counted_numbers_come_back(value, unit):
    assert parse_integer(f"{value}{unit}", unit) == value
    assert parse_number(f"超{value}万{unit}") == Quantity(
        value=Decimal(value * 10_000), qualifier="gt", unit=unit, scale="万"
    )


@settings(deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="0123456789.,-万亿元多余约超近%家 ", max_size=12)), st.text(max_size=4))
def test_no_text_raises(text, unit):
    parse_decimal(text, unit)
    parse_rounded(text, unit)
    parse_integer(text, unit)


def test_a_long_cell_is_refused_at_once():
    for text in ("1" + " " * 32_000 + "x", "1 " * 16_000, "万" * 32_000, "1,234" * 6_000):
        assert parse_number(text) is None


@pytest.mark.parametrize(("number", "digits"), [("3.50", 2), ("350", 0), ("3.5E+2", 0), ("-0.125", 3)])
def test_digits_behind_the_point_are_counted(number, digits):
    assert decimals_of(Decimal(number)) == digits


def test_what_is_endless_has_no_digits():
    with pytest.raises(ValueError, match="no digits"):
        decimals_of(Decimal("Infinity"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12。", 12),
        ("86·5", "86.5"),
        ("1.2005E3", "1200.5"),
        ("1.2E1", 12),
        ("一千二百点五", "1200.5"),
        ("一百点零五", "100.05"),
    ],
)
def test_other_ways_to_write_a_number(text, value):
    assert parse_number(text).value == Decimal(value)


def test_ten_thousands_and_the_rest_of_them():
    assert parse_decimal("86万5000元", "万元") == Decimal("86.5")


@pytest.mark.parametrize("text", ["3.50581E+11", "1E3", "86万5元", "12.", "一点点五"])
def test_what_has_lost_digits_or_may_mean_two_things_is_no_number(text):
    assert parse_number(text) is None
