"""Compiles a metric to its one query over the mart that it is declared on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dashboard.metrics.marts import Coverage, Mart
from dashboard.metrics.metric import Metric

# How the aggregates of base periods make the figure of a longer one.
ROLL = {
    "sum": "sum({0})",
    "last": "arg_max({0}, base)",
    "mean": "avg({0})",
    "cumulative": "arg_max({0}, base)",
}
# Cheaper than a list of distinct words: which origins stand behind a cell, one bit each.
ORIGINS = ("demo", "published", "reported")
ORIGIN_BITS = (
    "bit_or(CASE fact.origin "
    + " ".join(f"WHEN '{origin}' THEN {1 << bit}" for bit, origin in enumerate(ORIGINS))
    + " END)"
)
FIGURE = ("numerator", "denominator", "numerator_high")


@dataclass(frozen=True)
class Source:
    """Where rows are read: SQL of the table of facts, and of the areas in which each counts."""

    facts: str
    tree: str


def _source(mart: Mart, *, is_above: bool) -> Source:
    """The mart's own rows, placed by the tree of areas, or those of the mart above, which stand for their area alone."""
    if not is_above:
        return Source(f"mart.{mart.name}", "mart.area_tree")
    return Source(f"mart.{mart.above}", "(SELECT area_code AS ancestor_code, area_code FROM mart.area_profile)")


def _coverage(mart: Mart, source: Source) -> str:
    """SQL of (asked_code, base, origins, is_ever): where a missing row of the mart says that there is nothing.

    `is_ever` tells, for lists, whether the area has any row at all: only then is nothing a zero.
    """
    if mart.coverage is Coverage.ROWS:
        return "SELECT DISTINCT asked_code, base, 0 AS origins, false AS is_ever FROM cells"
    if mart.coverage is Coverage.REGISTER:
        return f"""
            SELECT asked.asked_code, periods.base, 0 AS origins, false AS is_ever
            FROM asked CROSS JOIN periods
            CROSS JOIN (SELECT min({mart.base}) AS first_base, max({mart.base}) AS last_base FROM {source.facts}) AS span
            WHERE periods.base BETWEEN span.first_base AND span.last_base"""
    reach = (
        "periods.base = sent.base"
        if mart.coverage is Coverage.LIST
        else "periods.base BETWEEN sent.first_base AND sent.last_base"
    )
    # What a district has sent is summed once for the district, not once for each area that is asked of it.
    return f"""
        SELECT placed.asked_code, reached.base, reached.origins, present.asked_code IS NOT NULL AS is_ever
        FROM placed
        JOIN (
            SELECT sent.unit_code, periods.base, bit_or(sent.origins) AS origins
            FROM (
                SELECT
                    unit_code, base, origins,
                    min(base) OVER (PARTITION BY unit_code) AS first_base,
                    max(base) OVER (PARTITION BY unit_code) AS last_base
                FROM ({_sent(mart, source)}) AS months
            ) AS sent
            JOIN periods ON {reach}
            GROUP BY sent.unit_code, periods.base
        ) AS reached ON reached.unit_code = placed.unit_code
        LEFT JOIN (
            SELECT DISTINCT asked.asked_code
            FROM asked
            JOIN {source.tree} AS tree ON tree.ancestor_code = asked.asked_code
            JOIN (SELECT DISTINCT area_code FROM {source.facts}) AS fact ON fact.area_code = tree.area_code
        ) AS present ON present.asked_code = placed.asked_code"""


def _sent(mart: Mart, source: Source) -> str:
    """SQL of (unit_code, base, origins): in which base periods a district, or an area of none, has any row."""
    return f"""
        SELECT unit.unit_code, fact.{mart.base} AS base, {ORIGIN_BITS} AS origins
        FROM (SELECT DISTINCT unit_code FROM placed) AS unit
        JOIN {source.tree} AS tree ON tree.ancestor_code = unit.unit_code
        JOIN {source.facts} AS fact ON fact.area_code = tree.area_code
        GROUP BY unit.unit_code, fact.{mart.base}"""


@cache
def statement(metric: Metric, by: str | None, *, is_above: bool = False) -> str:
    """The one query of a metric, with the parameters $areas, $bases, $periods (of each base) and $since.

    `is_above` reads what is summed for areas above the finest, for questions that name none of these.

    Base cells (area × base period × part) are aggregated first and then rolled up to the asked period, each measure
    in its own way over time, so that a ratio is a ratio of sums. Only base periods in which both sides of a ratio are
    known count for it.
    """
    mart, measures = metric.source, metric.measures
    source = _source(mart, is_above=is_above)

    def to_date(name: str) -> str:
        """A total to date is told for every base period of which anything is told."""
        if measures[name].over_time != "cumulative":
            return name
        so_far = f"sum({name}) OVER (PARTITION BY asked_code, part ORDER BY base)"
        return f"CASE WHEN has_rows THEN {so_far} WHEN is_nothing THEN coalesce({so_far}, 0) END"

    pair = [name for name in FIGURE if name in measures]
    known = " AND ".join(f"{name} IS NOT NULL" for name in pair)

    def listed(write: Callable[[str], str]) -> str:
        return ",\n            ".join(f"{write(name)} AS {name}" for name in measures)

    def rolled(name: str) -> str:
        counted = f"CASE WHEN {known} THEN {name} END" if name in pair else name
        over = ROLL[measures[name].over_time].format(counted)
        # Nothing at all in the whole period is a zero; a row that does not tell is none, whatever stands beside it.
        if measures[name].over_time == "cumulative":
            return over
        return f"CASE WHEN bool_or(has_rows) OR NOT bool_or(is_nothing) THEN {over} ELSE 0 END"

    return f"""
    WITH asked AS (SELECT unnest($areas) AS asked_code),
    placed AS (
        SELECT asked.asked_code, coalesce(area.district_code, area.area_code) AS unit_code
        FROM asked JOIN mart.area_profile AS area ON area.area_code = asked.asked_code
    ),
    periods AS (SELECT unnest($bases) AS base, unnest($periods) AS period),
    cells AS (
        SELECT
            tree.ancestor_code AS asked_code,
            fact.{mart.base} AS base,
            {f"fact.{by}" if by else "''"} AS part,
            {ORIGIN_BITS} AS origins,
            {listed(lambda name: measures[name].expression)}
        FROM {source.facts} AS fact
        JOIN {source.tree} AS tree ON tree.area_code = fact.area_code
        WHERE tree.ancestor_code IN (SELECT asked_code FROM asked) AND fact.{mart.base} IN (SELECT base FROM periods)
        GROUP BY 1, 2, 3
    ),
    parts AS ({"SELECT DISTINCT part FROM cells" if by else "SELECT '' AS part"}),
    coverage AS ({_coverage(mart, source)}),
    filled AS (
        SELECT
            asked.asked_code, parts.part, periods.base, periods.period,
            coverage.base IS NOT NULL AS is_covered,
            cells.base IS NOT NULL AS has_rows,
            coalesce(cells.origins, coverage.origins, 0) AS origins,
            cells.base IS NULL AND coalesce(coverage.is_ever, false) AS is_nothing,
            {listed("cells.{0}".format)}
        FROM asked CROSS JOIN parts CROSS JOIN periods
        LEFT JOIN cells
            ON cells.asked_code = asked.asked_code AND cells.part = parts.part AND cells.base = periods.base
        LEFT JOIN coverage ON coverage.asked_code = asked.asked_code AND coverage.base = periods.base
    ),
    told AS (
        SELECT
            asked_code, part, base, period, is_covered, has_rows, is_nothing, origins,
            {listed(to_date)}
        FROM filled
    )
    SELECT
        asked_code, period, part,
        bool_or(is_covered) AS is_covered,
        bool_or(has_rows) AS has_rows,
        bit_or(origins) AS origins,
        max(base) FILTER (WHERE is_nothing OR ({known})) AS as_of,
        count(*) FILTER (WHERE is_nothing OR ({known})) AS base_periods,
        {listed(rolled)}
    FROM told
    WHERE period >= $since
    GROUP BY asked_code, period, part
    """
