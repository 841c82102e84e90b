"""What a mart says by having no row of an area in a period: that nothing was there, or that nothing was sent."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from dashboard.metrics.areas import areas as registered
from dashboard.metrics.marts import Coverage, Mart
from dashboard.metrics.periods import last_month
from dashboard.metrics.query import ORIGIN_BITS, source_of
from dashboard.metrics.warehouse import Warehouse


@dataclass(frozen=True)
class Covered:
    """The base periods of an area in which a missing row says that there is nothing, with the origins of who sent that.

    `is_ever` tells, for lists, whether the area has any row at all: only then is nothing a zero.
    """

    origins: Mapping[str, int] = field(default_factory=dict)
    is_ever: bool = False


def extent(warehouse: Warehouse, mart: Mart) -> tuple[str, str] | None:
    """The first and the last base period of a mart, None when it is empty."""

    def found() -> tuple[str, str] | None:
        [row] = warehouse.whole.rows(
            f"SELECT min({mart.base}) AS first, max({mart.base}) AS last FROM mart.{mart.name}"
        )
        return None if row["first"] is None else (row["first"], row["last"])

    return warehouse.remember(("extent", mart.name), found)


def is_before_first(warehouse: Warehouse, mart: Mart, period: str) -> bool:
    """Whether the period is over before the first of which the mart holds anything: nobody could have reported it."""
    known = extent(warehouse, mart)
    return known is not None and last_month(period) < last_month(known[0])


def told_areas(warehouse: Warehouse, mart: Mart) -> frozenset[str]:
    """The areas of which a mart has any row, with all around them; of others there are no parts."""
    sql = f"""
        SELECT DISTINCT tree.ancestor_code AS area_code
        FROM mart.area_tree AS tree
        JOIN (SELECT DISTINCT area_code FROM mart.{mart.name}) AS fact ON fact.area_code = tree.area_code"""
    return warehouse.remember(
        ("told-areas", mart.name), lambda: frozenset(row["area_code"] for row in warehouse.whole.rows(sql))
    )


def coverage(
    warehouse: Warehouse, mart: Mart, code: str, bases: Iterable[str], filled: Collection[str], *, is_above: bool
) -> Covered:
    """What missing rows of an area say in `bases`, in some of which (`filled`) it has rows."""
    if mart.coverage is Coverage.ROWS:
        return Covered(dict.fromkeys(filled, 0))
    if mart.coverage is Coverage.REGISTER:
        span = extent(warehouse, mart)
        return Covered({base: 0 for base in bases if span and span[0] <= base <= span[1]})
    area = registered(warehouse.whole).get(code)
    sent = _sent(warehouse, mart, is_above=is_above).get(area.district_code or code, {}) if area else {}
    is_ever = code in told_areas(warehouse, mart)
    if mart.coverage is Coverage.LIST or not sent:
        return Covered(sent, is_ever)
    first, last, origins = min(sent), max(sent), reduce(or_, sent.values())
    return Covered({base: origins for base in bases if first <= base <= last}, is_ever)


def _sent(warehouse: Warehouse, mart: Mart, *, is_above: bool) -> Mapping[str, Mapping[str, int]]:
    """Each 片区, or area of none → the base periods in which it has any row → the origins of these."""
    source = source_of(mart, is_above=is_above)
    sql = f"""
        SELECT unit.unit_code, fact.{mart.base} AS base, coalesce({ORIGIN_BITS}, 0) AS origins
        FROM (SELECT DISTINCT coalesce(district_code, area_code) AS unit_code FROM mart.area_profile) AS unit
        JOIN {source.tree} AS tree ON tree.ancestor_code = unit.unit_code
        JOIN {source.facts} AS fact ON fact.area_code = tree.area_code
        GROUP BY unit.unit_code, fact.{mart.base}"""

    def found() -> dict[str, dict[str, int]]:
        by_unit: dict[str, dict[str, int]] = {}
        for row in warehouse.whole.rows(sql):
            by_unit.setdefault(row["unit_code"], {})[row["base"]] = row["origins"]
        return by_unit

    return warehouse.remember(("sent", mart.name, is_above), found)
