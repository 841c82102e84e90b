"""Ratios of published figures, as intervals: what two qualified figures say about each other, and no more."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.content import FactRatio, content
from dashboard.metrics.qualified import Qualified
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.registers import Fact, published_facts


@dataclass(frozen=True)
class Derived:
    """A ratio with the facts that it is made from and its result."""

    ratio: FactRatio
    numerator: Fact
    denominator: Fact
    result: Qualified


def derived_ratios(warehouse: Warehouse) -> tuple[Derived, ...]:
    """Every declared ratio whose two facts are known, in the order of their declaration."""
    facts = {fact.fact_id: fact for fact in published_facts(warehouse)}
    return tuple(
        _derived(ratio, facts) for ratio in content().ratios if {ratio.numerator, ratio.denominator} <= set(facts)
    )


def _derived(ratio: FactRatio, facts: Mapping[str, Fact]) -> Derived:
    above, below = facts[ratio.numerator], facts[ratio.denominator]
    return Derived(ratio, above, below, quotient(ratio, above.qualified, below.qualified))


def quotient(ratio: FactRatio, above: Qualified, below: Qualified) -> Qualified:
    """The interval of `above` ÷ `below` in the unit of the ratio; 不可比 where the ratio must not be made."""
    if ratio.incomparable:
        return Qualified.incomparable(ratio.incomparable, ratio.unit)
    return (above / below).to(ratio.factor, ratio.unit)
