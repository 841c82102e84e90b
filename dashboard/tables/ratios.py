"""Ratios of published figures, as intervals: what two qualified figures say about each other, and no more."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.metrics.qualified import Qualified
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.registers import Fact, published_facts


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """`factor` × the fact `numerator` ÷ the fact `denominator`, in `unit`; `incomparable` says why it must not be made."""

    label: str
    numerator: str
    denominator: str
    unit: str
    factor: Decimal = Decimal(1)
    decimals: int = 1
    incomparable: str = ""


@dataclass(frozen=True)
class Derived:
    """A ratio with the facts that it is made from and its result."""

    ratio: Ratio
    numerator: Fact
    denominator: Fact
    result: Qualified


PERCENT = Decimal(100)
# 万元 ÷ 亿元, in per cent.
PERCENT_OF_100M = Decimal("0.01")

RATIOS = (
    Ratio(
        label="卡宾税收占销售产值",
        numerator="BG036",
        denominator="BG035",
        unit="%",
        factor=PERCENT_OF_100M,
        decimals=2,
    ),
    Ratio(label="华联纳税占总产值", numerator="BG044", denominator="BG043", unit="%", factor=PERCENT_OF_100M),
    Ratio(label="大帝纳税占总产值", numerator="BG047", denominator="BG046", unit="%", factor=PERCENT_OF_100M),
    Ratio(label="宝盖科技园规上企业占比", numerator="BG006", denominator="BG004", unit="%", factor=PERCENT),
    Ratio(label="乘式空间每家孵化企业带动就业", numerator="LX012", denominator="LX011", unit="个/家"),
    Ratio(
        label="华联亩均产值",
        numerator="BG043",
        denominator="BG038",
        unit="万元/亩",
        factor=Decimal(10_000),
        incomparable="总产值是全公司的，21亩只是其中一处；公司另在石狮高新区五金印刷园征地200多亩，用地与产值口径不同",
    ),
)


def derived_ratios(warehouse: Warehouse) -> tuple[Derived, ...]:
    """Every declared ratio whose two facts are known, in the order of their declaration."""
    facts = {fact.fact_id: fact for fact in published_facts(warehouse)}
    return tuple(_derived(ratio, facts) for ratio in RATIOS if {ratio.numerator, ratio.denominator} <= set(facts))


def _derived(ratio: Ratio, facts: Mapping[str, Fact]) -> Derived:
    above, below = facts[ratio.numerator], facts[ratio.denominator]
    return Derived(ratio, above, below, quotient(ratio, above.qualified, below.qualified))


def quotient(ratio: Ratio, above: Qualified, below: Qualified) -> Qualified:
    """The interval of `above` ÷ `below` in the unit of the ratio; 不可比 where the ratio must not be made."""
    if ratio.incomparable:
        return Qualified.incomparable(ratio.incomparable, ratio.unit)
    return (above / below).to(ratio.factor, ratio.unit)
