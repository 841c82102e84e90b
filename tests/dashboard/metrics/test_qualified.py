"""Qualified figures: the cases of the source documents by hand, and soundness of the arithmetic as properties."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.metrics.qualified import Qualified

OF = Qualified.of


def per_cent(above: Qualified, below: Qualified) -> Qualified:
    return (above / below).to(100, "%")


def in_10k(value: int, qualifier: str) -> Qualified:
    return OF(value, qualifier, "亿元").to(10_000, "万元")


def test_tax_of_an_output_above_a_bound():
    # 8,856 ÷ 300,000 = 2.952 %, and less for any larger output.
    assert per_cent(OF(8856, "eq", "万元"), in_10k(30, "gt")).text(2) == "<2.96%"


def test_nearly_a_tax_of_an_exact_output():
    assert per_cent(OF(2000, "lt", "万元"), in_10k(5, "eq")).text(1) == "<4.0%"


def test_a_lower_bound_over_a_lower_bound_says_nothing():
    ratio = per_cent(OF(500, "gt", "万元"), in_10k(3, "gt"))
    assert ratio.is_incomparable
    assert ratio.text(2) == "不可比"
    assert ratio.reason


def test_share_of_more_than_two_hundred():
    assert per_cent(OF(55, "eq", "家"), OF(200, "gt", "家")).text(1) == "<27.5%"


def test_jobs_per_enterprise():
    # 100 ÷ 6 = 16.66…, rounded away from the inside.
    assert (OF(100, "lt", "个") / OF(6, "eq", "家")).text(1) == "<16.7个/家"


def test_output_over_the_land_of_one_of_two_sites():
    why = "另有厂区，用地未计入"
    per_mu = in_10k(5, "eq") / Qualified.incomparable(why, "亩")
    assert (per_mu.text(1), per_mu.why, per_mu.is_incomparable) == ("不可比", why, True)


def test_liaison_coverage_as_an_interval():
    assert (Qualified.between(13, 20) / Qualified.exact(20)).to(100, "%").text(0) == "65%–100%"


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (OF(30, "gt", "亿元"), "超30亿元"),
        (OF(2000, "lt", "名"), "近2000名"),
        (OF(1, "ge", "次/季度"), "至少1次/季度"),
        (OF(9, "le", "天"), "至多9天"),
        (OF(55, "eq", "家"), "55家"),
        (OF("2.00", "approx", "平方公里"), "约2.00平方公里"),
        # As it comes out of the warehouse, with the digits that the bounds vouch for.
        (OF("2", "approx", "平方公里", low="1.995000", high="2.005000"), "约2.00平方公里"),
        (OF(7, "approx", "年", low=7, high=8), "7–8年"),
        (OF(300, "approx", "人"), "约300人"),
        (OF("8856.000000", "eq", "万元"), "8856万元"),
    ],
)
def test_a_figure_reads_as_it_was_printed(figure, text):
    assert figure.text() == text


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Qualified.between("1.234", "1.236", "天"), "1.23–1.24天"),
        (Qualified.between(3, None, "家", is_low_open=True), ">3.00家"),
        (Qualified.between("3.999", None, "家"), "≥3.99家"),
        (Qualified.between(0, "2.001", "%"), "≤2.01%"),
        (Qualified.exact("2.345", "%"), "2.35%"),
    ],
)
def test_ends_are_rounded_outward(figure, text):
    assert figure.text(2) == text


def test_open_bounds_are_left_out():
    above = OF(200, "gt", "家")
    assert not above.contains(200)
    assert above.contains("200.000001")
    assert OF(200, "ge", "家").contains(200)
    assert not OF(2000, "lt").contains(2000)
    assert OF(2000, "le").contains(2000)
    assert OF("2.00", "approx").contains("1.995")
    assert not OF("2.00", "approx").contains("2.0051")


def test_comparison():
    assert OF(3, "gt").certainly_above(3)
    assert not OF(3, "ge").certainly_above(3)
    assert OF(3, "lt").certainly_below(OF(3, "gt"))
    assert not OF(3, "le").certainly_below(OF(3, "ge"))


def test_nonsense_is_refused():
    with pytest.raises(ValueError, match="no value"):
        Qualified.between(3, 2)
    with pytest.raises(ValueError, match="no value"):
        Qualified.between(3, 3, is_low_open=True)
    with pytest.raises(ValueError, match="not added"):
        Qualified.exact(1, "家") + Qualified.exact(1, "人")
    with pytest.raises(ValueError, match="finite"):
        Qualified.exact("NaN")
    with pytest.raises(ValueError, match="says why"):
        Qualified.incomparable("")
    with pytest.raises(ValueError, match="not converted"):
        Qualified.exact(1).to(0, "%")
    with pytest.raises(ValueError, match="no unit"):
        Qualified.exact(1, "家") * Qualified.exact(1, "人")


def test_a_divisor_that_may_be_zero():
    assert (Qualified.exact(1) / Qualified.between(-1, 1)).text() == "不可比"
    assert not (Qualified.exact(1) / Qualified.between(0, 1, is_low_open=True)).is_incomparable


NUMBERS = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=3)


@st.composite
def figures(draw) -> tuple[Qualified, Decimal]:
    """A figure with one of the values that it may have."""
    low, value, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    is_endless_below, is_endless_above = draw(st.booleans()), draw(st.booleans())
    figure = Qualified.between(
        None if is_endless_below else low,
        None if is_endless_above else high,
        is_low_open=low < value and draw(st.booleans()),
        is_high_open=value < high and draw(st.booleans()),
    )
    return figure, value


def holds(figure: Qualified, value: Fraction) -> bool:
    above = (
        figure.low is None or Fraction(figure.low) < value or (Fraction(figure.low) == value and not figure.is_low_open)
    )
    below = (
        figure.high is None
        or value < Fraction(figure.high)
        or (Fraction(figure.high) == value and not figure.is_high_open)
    )
    return figure.is_incomparable or (above and below)


@given(figures(), figures())
def test_a_sum_and_a_difference_contain_that_of_any_values(left, right):
    (figure, value), (other, number) = left, right
    assert holds(figure + other, Fraction(value) + Fraction(number))
    assert holds(figure - other, Fraction(value) - Fraction(number))


@given(figures(), figures())
def test_a_product_contains_that_of_any_values(left, right):
    (figure, value), (other, number) = left, right
    assert holds(figure * other, Fraction(value) * Fraction(number))


@given(figures(), figures())
def test_a_quotient_contains_that_of_any_values(left, right):
    (figure, value), (other, number) = left, right
    assume(number != 0)
    assert holds(figure / other, Fraction(value) / Fraction(number))


@given(figures())
def test_a_bounded_quotient_is_no_wider_than_it_must_be(left):
    figure, _ = left
    doubled = figure / Qualified.exact("0.5")
    assert (doubled.low, doubled.high) == (
        None if figure.low is None else figure.low * 2,
        None if figure.high is None else figure.high * 2,
    )


@given(st.decimals(0, 1000, places=6), st.decimals("0.001", 1000, places=6), st.integers(0, 4))
def test_rounding_never_goes_inward(low, width, decimals):
    text = Qualified.between(low, low + width).text(decimals)
    ends = [Decimal(end) for end in text.removeprefix("≤").split("–")]
    assert ends[-1] >= low + width
    assert len(ends) == 1 or ends[0] <= low
