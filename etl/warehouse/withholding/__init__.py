"""Which figures may not be shown: decided once for a version, for all who ask, and written to `mart.withheld`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import duckdb
import numpy as np
from threadpoolctl import threadpool_limits

from etl.warehouse.tables import insert_rows
from etl.warehouse.withholding.block import Atom, Key, Sums, added, quantities_of, sums
from etl.warehouse.withholding.enterprises import ENTERPRISES
from etl.warehouse.withholding.family import Column, Family, marts_read
from etl.warehouse.withholding.given_away import giving_away
from etl.warehouse.withholding.incubation import INCUBATION
from etl.warehouse.withholding.pattern import Pattern, decide
from etl.warehouse.withholding.persons import PERSONS
from etl.warehouse.withholding.quarters import Above, Quarter, read_quarters
from etl.warehouse.withholding.remembered import Remembered, decision_of
from etl.warehouse.withholding.running import ToDate, calendar, ends_quarter, longer, quarter_of
from etl.warehouse.withholding.together import Question, decide_together
from etl.warehouse.withholding.worth import Worth, worth_of

FAMILIES = (ENTERPRISES, INCUBATION, *PERSONS)
COLUMNS = ("family", "quantity", "area_code", "period", "dimension", "part", "is_primary", "decision")
NOTHING: Remembered = {}


# The marts that decisions read.
READ = frozenset({"mart.area_tree", "mart.area_profile"}.union(*(marts_read(family) for family in FAMILIES)))


def withhold(connection: duckdb.DuckDBPyConnection, remembered: Remembered = NOTHING, before: str = "") -> None:
    """Make `mart.withheld` from the marts of a version: a row is a figure that no page, paper or answer may show.

    What is `remembered` is not decided again, and comes out as it would. Where nothing of what is `READ` has changed,
    the version attached as `before` is copied.
    """
    connection.execute(
        """
        CREATE TABLE mart.withheld (
            family VARCHAR, quantity VARCHAR, area_code VARCHAR, period VARCHAR, dimension VARCHAR, part VARCHAR,
            is_primary BOOLEAN, decision VARCHAR
        );
        COMMENT ON TABLE mart.withheld IS '一行是一个不公开的数；is_primary 为因自身背后太少而不公开，其余为防止倒推';
        COMMENT ON COLUMN mart.withheld.decision IS '由哪些数和哪个程序决定的校验值；年度由季度得出，为空'
        """
    )
    if before:
        connection.execute(f"INSERT INTO mart.withheld BY NAME FROM {before}.mart.withheld")
        return
    above: dict[str, list[str]] = defaultdict(list)
    for area, ancestor in connection.execute(
        "SELECT area_code, ancestor_code FROM mart.area_tree ORDER BY area_code, ancestor_code"
    ).fetchall():
        above[area].append(ancestor)
    # Threads of their own cost the small matrices here more than they bring.
    with threadpool_limits(1):
        asked = {family.name: list(questions_of(connection, family, above)) for family in FAMILIES}
        every = [one for questions in asked.values() for one in questions if one.decision not in remembered]
        known = {**remembered, **decide_together(every)}
        rows = [
            (family.name, *key, key in pattern.primary, pattern.decision)
            for family in FAMILIES
            for pattern in _patterns(family, asked[family.name], worth_of(connection, family), above, known)
            for key in sorted(pattern.withheld)
        ]
    insert_rows(connection, "mart.withheld", COLUMNS, rows)


def patterns(
    connection: duckdb.DuckDBPyConnection, family: Family, above: Above, remembered: Remembered = NOTHING
) -> Iterator[Pattern]:
    """What is withheld of a family: quarters with their months, in order, years, and the figures to date."""
    questions = list(questions_of(connection, family, above))
    return _patterns(family, questions, worth_of(connection, family), above, remembered)


def questions_of(connection: duckdb.DuckDBPyConnection, family: Family, above: Above) -> Iterator[Question]:
    """What has to be decided of a family, a quarter each, in order."""
    own, worth = _without_flows(family), worth_of(connection, family)
    shared = decision_of(own, worth, above)
    for quarter in read_quarters(connection, own, above):
        yield Question(decision_of(shared, quarter.name, quarter.told), own, quarter, worth)


def _without_flows(family: Family) -> Family:
    return replace(family, quantities=tuple(quantity for quantity in family.quantities if not quantity.flow))


def _patterns(
    family: Family, questions: Sequence[Question], worth: Worth, above: Above, remembered: Remembered
) -> Iterator[Pattern]:
    decided = {one.quarter.name: remembered.get(one.decision) or one.decided() for one in questions}
    yield from decided.values()
    yield from _years(_without_flows(family), decided.values())
    if any(quantity.flow for quantity in family.quantities):
        decision = decision_of(family, [pattern.decision for pattern in decided.values()])
        quarters = [one.quarter for one in questions]
        yield remembered.get(decision) or replace(_running(family, quarters, decided, worth, above), decision=decision)


def _running(
    family: Family, quarters: Sequence[Quarter], decided: Mapping[str, Pattern], worth: Worth, above: Above
) -> Pattern:
    """The figures to date, also of those that only give somebody away together with all that is shown."""
    found = _together(_to_date(family, quarters, decided, worth, above))
    names = [quarter.name for quarter in quarters]
    periods = list(calendar(min(names), max(names), family.base)) if names else []
    more = giving_away(family, quarters, decided, found, periods, worth)
    return replace(found, secondary=found.secondary | (more - found.primary))


def _together(patterns: Iterable[Pattern]) -> Pattern:
    """Several patterns that have no figure in common as one."""
    every = list(patterns)
    return Pattern(
        frozenset().union(*(pattern.primary for pattern in every)),
        frozenset().union(*(pattern.secondary for pattern in every)),
    )


def _years(family: Family, decided: Iterable[Pattern]) -> Iterator[Pattern]:
    """Longer periods than were decided are withheld with any of the decided ones in them."""
    primary: dict[str, set[Key]] = defaultdict(set)
    secondary: dict[str, set[Key]] = defaultdict(set)
    for pattern in decided:
        for keys, found in ((primary, pattern.primary), (secondary, pattern.secondary)):
            for key in found:
                is_longest = "Q" in key.period or not family.adds_up
                for period in longer(key.period) if is_longest else ():
                    keys[period].add(key._replace(period=period))
    for period in sorted({*primary, *secondary}):
        own = frozenset(primary[period])
        yield Pattern(own, frozenset(secondary[period]) - own)


def _to_date(
    family: Family, told: Iterable[Quarter], decided: Mapping[str, Pattern], worth: Worth, above: Above
) -> Iterator[Pattern]:
    """The figures that add up all periods so far: what comes to them from one that is shown to the next must be enough.

    By month they are shown at the ends of quarters, and between them only where every month since is shown.
    """
    quarters = {quarter.name: quarter.columns for quarter in told}
    of_flow = {quantity.name: quantity for quantity in family.quantities}
    running = replace(
        family,
        quantities=tuple(
            replace(quantity, of=of_flow[quantity.flow].of, flow="") for quantity in family.quantities if quantity.flow
        ),
        dimensions=(),  # they run of areas, and of no part of one
    )
    so_far: dict[str, list[Atom]] = defaultdict(list)
    to_date = ToDate(family)
    withheld: frozenset[Key] = frozenset()
    between: set[Key] = set()
    for period in calendar(min(quarters), max(quarters), family.base) if quarters else ():
        quarter = quarter_of(period)
        columns, hidden = quarters.get(quarter, ()), decided[quarter].withheld if quarter in decided else frozenset()
        for found in columns:
            if places := _places(family, found.column):
                so_far[found.column.name] = added([*so_far[found.column.name], *_only(found, period, places)])
        between |= to_date.unknown(columns, hidden, period)
        forced = to_date.add(columns, hidden, quarter) if ends_quarter(period) else between | withheld
        totals = [
            sums(running, column, atoms, above, {period: np.ones(len(atoms), dtype=bool)})
            for column in family.columns
            if (atoms := so_far.get(column.name))
        ]
        known = {
            found.column.name: np.array(
                [
                    line
                    for line, keys in zip(found.members, found.keys, strict=True)
                    if not to_date.uncertain.issuperset(key._replace(period="") for key in keys)
                ],
                dtype=bool,
            ).reshape(-1, len(found.atoms))
            for found in totals
        }
        pattern = decide(running, totals, worth, forced={key._replace(period=period) for key in forced}, known=known)
        withheld = frozenset(key._replace(period="") for key in pattern.withheld)
        if ends_quarter(period):
            to_date.show(withheld)
            between = set()
        yield pattern


def _only(found: Sums, period: str, places: Sequence[int]) -> Iterator[Atom]:
    """The atoms of a column that are in a base period, as those of the quantities to date."""
    rows = {row for row, keys in enumerate(found.keys) if any(key.period == period for key in keys)}
    inside = np.any(found.members[sorted(rows)], axis=0)
    for atom, is_inside in zip(found.atoms, inside, strict=True):
        if is_inside:
            yield atom._replace(is_in=tuple(atom.is_in[place] for place in places))


def _places(family: Family, column: Column) -> list[int]:
    """Where an atom of a column says whether it is in the flow of each quantity to date."""
    names = [quantity.name for quantity in quantities_of(family, column)]
    flows = [quantity.flow for quantity in family.quantities if quantity.flow]
    return [names.index(flow) for flow in flows if flow in names]
