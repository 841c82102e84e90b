"""Ratios of the published figures, by hand: a bound over a bound says less than a number over a number."""

import pytest

from dashboard.content import content
from dashboard.metrics.qualified import Qualified
from dashboard.tables.ratios import quotient

PRINTED = {
    "BG036": Qualified.of(8856, "eq", "万元"),
    "BG035": Qualified.of(30, "gt", "亿元"),
    "BG044": Qualified.of(2000, "lt", "万元"),
    "BG043": Qualified.of(5, "eq", "亿元"),
    "BG047": Qualified.of(500, "gt", "万元"),
    "BG046": Qualified.of(3, "gt", "亿元"),
    "BG006": Qualified.of(55, "eq", "家"),
    "BG004": Qualified.of(200, "gt", "家"),
    "LX012": Qualified.of(100, "lt", "个"),
    "LX011": Qualified.of(6, "eq", "家"),
    "BG038": Qualified.of(21, "eq", "亩"),
}
RESULTS = {
    "BG036": "<2.96%",  # 8856 万元 of more than 30 亿元: below 2.952 %
    "BG044": "<4.0%",
    "BG047": "不可比",
    "BG006": "<27.5%",
    "LX012": "<16.7个/家",
    "BG043": "不可比",
}


@pytest.mark.parametrize("ratio", content().ratios, ids=lambda ratio: ratio.numerator)
def test_a_ratio_is_an_interval(ratio):
    result = quotient(ratio, PRINTED[ratio.numerator], PRINTED[ratio.denominator])
    assert result.text(ratio.decimals) == RESULTS[ratio.numerator]
    assert bool(result.reason) == (RESULTS[ratio.numerator] == "不可比")


def test_every_result_belongs_to_a_ratio():
    assert [ratio.numerator for ratio in content().ratios] == list(RESULTS)
