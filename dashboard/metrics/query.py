"""Compiles a metric to its one query over the mart that it is declared on."""

from dataclasses import dataclass
from functools import cache

from dashboard.metrics.marts import Mart
from dashboard.metrics.metric import Metric

# Cheaper than a list of distinct words: which origins stand behind a cell, one bit each.
ORIGINS = ("demo", "published", "reported")
ORIGIN_BITS = (
    "bit_or(CASE fact.origin "
    + " ".join(f"WHEN '{origin}' THEN {1 << bit}" for bit, origin in enumerate(ORIGINS))
    + " END)"
)


@dataclass(frozen=True)
class Source:
    """Where rows are read: SQL of the table of facts, and of the areas in which each counts."""

    facts: str
    tree: str


def source_of(mart: Mart, *, is_above: bool) -> Source:
    """The mart's own rows, placed by the tree of areas, or those of the mart above, which stand for their area alone."""
    if not is_above:
        return Source(f"mart.{mart.name}", "mart.area_tree")
    return Source(f"mart.{mart.above}", "(SELECT area_code AS ancestor_code, area_code FROM mart.area_profile)")


@cache
def statement(metric: Metric, by: str | None, *, is_above: bool = False) -> str:
    """The one query of a metric, with the parameters $areas and $bases: its measures by area × base period × part.

    `is_above` reads what is summed for areas above the finest, for questions that name none of these. Periods without a
    row are none of the answer, see `coverage`; base periods are made longer ones by `rolled`.
    """
    mart = metric.source
    source = source_of(mart, is_above=is_above)
    measures = ",\n        ".join(f"{measure.expression} AS {name}" for name, measure in metric.measures.items())
    return f"""
    SELECT
        tree.ancestor_code AS asked_code,
        fact.{mart.base} AS base,
        {f"fact.{by}" if by else "''"} AS part,
        {ORIGIN_BITS} AS origins,
        {measures}
    FROM {source.facts} AS fact
    JOIN {source.tree} AS tree ON tree.area_code = fact.area_code
    WHERE tree.ancestor_code IN (SELECT unnest($areas)) AND fact.{mart.base} IN (SELECT unnest($bases))
    GROUP BY 1, 2, 3
    """
