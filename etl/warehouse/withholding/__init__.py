"""Which figures may not be shown: decided once for a version, for all who ask, and written to `mart.withheld`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

import duckdb
import numpy as np
from threadpoolctl import threadpool_limits

from etl.warehouse.tables import insert_rows
from etl.warehouse.withholding.block import Atom, Key, Sums, added, quantities_of, read_atoms, sums
from etl.warehouse.withholding.enterprises import ENTERPRISES
from etl.warehouse.withholding.family import Column, Family
from etl.warehouse.withholding.pattern import Pattern, decide
from etl.warehouse.withholding.persons import PERSONS
from etl.warehouse.withholding.running import ToDate, calendar, ends_quarter, longer, quarter_of
from etl.warehouse.withholding.worth import worth_of

FAMILIES = (ENTERPRISES, *PERSONS)
COLUMNS = ("family", "quantity", "area_code", "period", "dimension", "part", "is_primary")
Above = Mapping[str, Sequence[str]]
Worth = Callable[[Key], float]
Quarters = Mapping[str, list[Sums]]


def withhold(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `mart.withheld` from the marts of a version: a row is a figure that no page, paper or answer may show."""
    connection.execute(
        """
        CREATE TABLE mart.withheld (
            family VARCHAR, quantity VARCHAR, area_code VARCHAR, period VARCHAR, dimension VARCHAR, part VARCHAR,
            is_primary BOOLEAN
        );
        COMMENT ON TABLE mart.withheld IS '一行是一个不公开的数；is_primary 为因自身背后太少而不公开，其余为防止倒推'
        """
    )
    above: dict[str, list[str]] = defaultdict(list)
    for area, ancestor in connection.execute(
        "SELECT area_code, ancestor_code FROM mart.area_tree ORDER BY area_code, ancestor_code"
    ).fetchall():
        above[area].append(ancestor)
    # Threads of their own cost the small matrices here more than they bring.
    with threadpool_limits(1):
        rows = [
            (family.name, *key, key in pattern.primary)
            for family in FAMILIES
            for pattern in patterns(connection, family, above)
            for key in sorted(pattern.withheld)
        ]
    insert_rows(connection, "mart.withheld", COLUMNS, rows)


def patterns(connection: duckdb.DuckDBPyConnection, family: Family, above: Above) -> Iterator[Pattern]:
    """What is withheld of a family: quarters with their months, in order, years, and the figures to date."""
    own = replace(family, quantities=tuple(quantity for quantity in family.quantities if not quantity.flow))
    worth = worth_of(connection, family)
    quarters = dict(_quarters(connection, own, above))
    decided = {quarter: decide(own, columns, worth) for quarter, columns in quarters.items()}
    yield from decided.values()
    yield from _years(own, decided.values())
    if len(own.quantities) < len(family.quantities):
        yield from _to_date(family, quarters, decided, worth, above)


def _quarters(connection: duckdb.DuckDBPyConnection, family: Family, above: Above) -> Iterator[tuple[str, list[Sums]]]:
    """The sums of every quarter and, where they are reported, of its months; only of months if nothing adds up."""
    read = [(column, read_atoms(connection, family, column)) for column in family.columns]
    bases = sorted({period for _, atoms in read for period in atoms})
    for quarter, inside in groupby(bases, key=quarter_of):
        months = list(inside)
        columns = []
        for column, atoms in read:
            told = [(base, atom) for base in months for atom in atoms.get(base, ())]
            # Of what nothing is anywhere, everybody knows that.
            something = {atom.is_in for _, atom in told if atom.value}
            here = [(base, atom) for base, atom in told if atom.is_in in something]
            if not here:
                continue
            of_base = np.array([base for base, _ in here], dtype=object)
            periods = {base: of_base == base for base in months}
            if family.adds_up:
                periods[quarter] = np.ones(len(here), dtype=bool)
            columns.append(sums(family, column, [atom for _, atom in here], above, periods))
        yield quarter, columns


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
    family: Family, quarters: Quarters, decided: Mapping[str, Pattern], worth: Worth, above: Above
) -> Iterator[Pattern]:
    """The figures that add up all periods so far: what comes to them from one that is shown to the next must be enough.

    By month they are shown at the ends of quarters, and between them only where every month since is shown.
    """
    of_flow = {quantity.name: quantity for quantity in family.quantities}
    running = replace(
        family,
        quantities=tuple(
            replace(quantity, of=of_flow[quantity.flow].of, flow="") for quantity in family.quantities if quantity.flow
        ),
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
    rows = {row for key, row in found.place.items() if key.period == period}
    inside = np.any(found.members[sorted(rows)], axis=0)
    for atom, is_inside in zip(found.atoms, inside, strict=True):
        if is_inside:
            yield atom._replace(is_in=tuple(atom.is_in[place] for place in places))


def _places(family: Family, column: Column) -> list[int]:
    """Where an atom of a column says whether it is in the flow of each quantity to date."""
    names = [quantity.name for quantity in quantities_of(family, column)]
    flows = [quantity.flow for quantity in family.quantities if quantity.flow]
    return [names.index(flow) for flow in flows if flow in names]
