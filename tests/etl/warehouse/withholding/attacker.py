"""Somebody who has all that is shown of a family in a period, and a linear programme: what do the withheld figures say?"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import duckdb
import highspy
import numpy as np

from etl.warehouse.withholding.block import Key
from etl.warehouse.withholding.family import Contributors, Family
from etl.warehouse.withholding.programme import Solver
from etl.warehouse.withholding.running import longer

ROUND = 1e-6


@dataclass(frozen=True)
class Known:
    """A withheld figure of `contributors`, its value, and between which limits it must lie."""

    key: Key
    column: str
    contributors: float
    value: float
    low: float
    high: float

    @property
    def is_recovered(self) -> bool:
        """Whether the limits are within a fifth of the value."""
        return self.low >= 0.8 * self.value - ROUND and self.high <= 1.2 * self.value + ROUND

    @property
    def is_exact(self) -> bool:
        """Whether there is only one possibility."""
        return self.high - self.low <= ROUND * max(1.0, self.value)


def units(
    connection: duckdb.DuckDBPyConnection, family: Family, column: str, period: str, name: str = "''"
) -> tuple[list[tuple], np.ndarray, list[tuple[str, bool]]]:
    """(area, parts…, value) of every row of the mart and piece of a column, and which quantities have it.

    Of each also the value of the SQL expression `name`, and whether somebody knows about what it is.
    """
    own = next(one for one in family.columns if one.name == column)
    quantities = [quantity for quantity in family.quantities if column in quantity.of]
    pieces = " UNION ALL ".join(
        f"SELECT *, '{piece}' AS piece, CAST({expression} AS DOUBLE) AS value FROM mart.{family.mart}"
        for piece, expression in own.pieces.items()
    )
    flags = ", ".join(f"coalesce({quantity.of[column]}, false)" for quantity in quantities)
    dimensions = "".join(f"coalesce({dimension}, ''), " for dimension in family.dimensions)
    rows = connection.execute(
        f"SELECT area_code, {dimensions}value, {flags}, {name}, {own.guessed} FROM ({pieces}) "
        f"WHERE {own.protected} AND {family.base} = ? AND value IS NOT NULL ORDER BY ALL",
        [period],
    ).fetchall()
    wide = 1 + len(family.dimensions)
    has = np.array([row[wide + 1 : -2] for row in rows], dtype=bool).reshape(len(rows), len(quantities))
    return [row[: wide + 1] for row in rows], has, [row[-2:] for row in rows]


def figures(
    family: Family,
    column: str,
    period: str,
    rows: Sequence[tuple],
    has: np.ndarray,
    above: Mapping[str, Sequence[str]],
) -> dict[Key, np.ndarray]:
    """Every figure that could be asked for of a column, and which units are in it."""
    quantities = [quantity for quantity in family.quantities if column in quantity.of]
    found: dict[Key, np.ndarray] = {}
    for number, row in enumerate(rows):
        for place, quantity in enumerate(quantities):
            if not has[number, place]:
                continue
            parts = [("", "")] + [
                (dimension, row[1 + at])
                for at, dimension in enumerate(family.dimensions)
                if quantity.dimensions is None or dimension in quantity.dimensions
            ]
            for area in above[row[0]]:
                for dimension, part in parts:
                    key = Key(quantity.name, area, period, dimension, part)
                    found.setdefault(key, np.zeros(len(rows), dtype=bool))[number] = True
    return found


def attack(
    connection: duckdb.DuckDBPyConnection,
    family: Family,
    period: str,
    withheld: Collection[Key],
    above: Mapping[str, Sequence[str]],
    columns: Collection[str] = (),
    *,
    has_guessed: bool = False,
    of_each: bool = False,
) -> list[Known]:
    """What is known of every withheld figure of a period, column by column; `has_guessed` to who knows what is printed.

    What is printed of somebody is then no part of any figure, shown or withheld. With `of_each` also what is known of
    each that has no figure of its own.
    """
    exact = {quantity.name for quantity in family.quantities if quantity.is_asked and not quantity.step}
    known = []
    for column in columns or [column.name for column in family.columns]:
        rows, has, told = units(connection, family, column, period)
        kept = [place for place, (_, is_guessed) in enumerate(told) if not (has_guessed and is_guessed)]
        rows, has = [rows[place] for place in kept], has[kept]
        values = np.array([row[-1] for row in rows], dtype=float)
        asked = {
            key: of for key, of in figures(family, column, period, rows, has, above).items() if key.quantity in exact
        }
        shown = list({of.tobytes(): of for key, of in asked.items() if key not in withheld}.values())
        hidden = {key: of for key, of in asked.items() if key in withheld}
        if of_each:
            for place, line in enumerate(np.eye(len(rows), dtype=bool)):
                hidden[Key("alone", rows[place][0], period, "", str(place))] = line
        if not hidden:
            continue
        limits = _limits(np.array(shown, dtype=float).reshape(len(shown), len(rows)), values)
        for key, of in hidden.items():
            persons = family.contributors is Contributors.PERSONS
            value = float(values[of].sum())
            low, high = limits(of)
            if persons:
                low, high = np.ceil(low - ROUND), np.floor(high + ROUND)
            known.append(Known(key, column, value if persons else float(of.sum()), value, low, high))
    return known


def _limits(shown: np.ndarray, values: np.ndarray):
    """A function that gives the least and the most that a sum of units can be."""
    size = max(float(values.max(initial=0.0)), 1.0)
    solver = Solver()
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(values), len(shown)
    model.col_cost_ = np.zeros(len(values))
    model.col_lower_ = np.zeros(len(values))
    model.col_upper_ = np.full(len(values), highspy.kHighsInf)
    model.row_lower_ = model.row_upper_ = shown @ values / size
    rows, places = np.nonzero(shown)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(shown)))]).astype(np.int32)
    model.a_matrix_.index_ = places.astype(np.int32)
    model.a_matrix_.value_ = np.ones(len(rows))
    solver.passModel(model)
    every = np.arange(len(values), dtype=np.int32)
    memory: dict[bytes, tuple[float, float]] = {}

    def limits(of: np.ndarray) -> tuple[float, float]:
        if of.tobytes() not in memory:
            found = []
            for sign in (1.0, -1.0):
                solver.changeColsCost(len(values), every, sign * of.astype(float))
                solver.run()
                status = solver.getModelStatus()
                is_found = status == highspy.HighsModelStatus.kOptimal
                assert is_found or status in {
                    highspy.HighsModelStatus.kUnbounded,
                    highspy.HighsModelStatus.kUnboundedOrInfeasible,
                }, status
                found.append(sign * solver.getInfo().objective_function_value * size if is_found else sign * -np.inf)
            memory[of.tobytes()] = (found[0], found[1])
        return memory[of.tobytes()]

    return limits


def attack_year(
    connection: duckdb.DuckDBPyConnection,
    family: Family,
    column: str,
    year: Sequence[str],
    withheld: Collection[Key],
    above: Mapping[str, Sequence[str]],
) -> list[Known]:
    """What is known of every withheld figure of the quarters of a year to whoever has all of them and what is printed.

    Of whom something is printed, that is the sum of the quarters.
    """
    exact = {quantity.name for quantity in family.quantities if quantity.is_asked and not quantity.step}
    told = [(quarter, *units(connection, family, column, quarter, "enterprise_code")) for quarter in year]
    values = np.array([row[-1] for _, rows, *_ in told for row in rows], dtype=float)
    names = [name if is_guessed else "" for *_, named in told for name, is_guessed in named]
    sums: dict[Key, np.ndarray] = {}
    start = 0
    for quarter, rows, has, _ in told:
        for key, of in figures(family, column, quarter, rows, has, above).items():
            if key.quantity in exact:
                sums[key] = np.zeros(len(values), dtype=bool)
                sums[key][start : start + len(rows)] = of
        start += len(rows)
    shown = [of for key, of in sums.items() if key not in withheld]
    shown += [np.array([one == name for one in names]) for name in sorted({*names} - {""})]
    limits = _limits(np.unique(np.array(shown, dtype=float).reshape(len(shown), len(values)), axis=0), values)
    return [
        Known(key, column, float(of.sum()), float(values[of].sum()), *limits(of))
        for key, of in sums.items()
        if key in withheld
    ]


def over_time(
    connection: duckdb.DuckDBPyConnection,
    family: Family,
    hidden: Collection[Key],
    above: Mapping[str, Sequence[str]],
) -> list[tuple[Key, float]]:
    """The withheld figures that all shown ones of all periods, and the running totals, determine together.

    `hidden` are the withheld figures of all periods and the running totals.
    """
    found = []
    flow_of = {quantity.name: quantity.flow for quantity in family.quantities if quantity.flow}
    exact = {quantity.name for quantity in family.quantities if quantity.is_asked and not quantity.step}
    bases = sorted(
        base for (base,) in connection.execute(f"SELECT DISTINCT {family.base} FROM mart.{family.mart}").fetchall()
    )
    for column in family.columns:
        told = [(base, *units(connection, family, column.name, base)[:2]) for base in bases]
        size = sum(len(rows) for _, rows, _ in told)
        values = np.concatenate([[row[-1] for row in rows] for _, rows, _ in told]) if size else np.zeros(0)
        sums: dict[Key, np.ndarray] = {}
        start = 0
        for base, rows, has in told:
            for key, of in figures(family, column.name, base, rows, has, above).items():
                place = start + np.flatnonzero(of)
                names = [key._replace(period=label) for label in (base, *longer(base))]
                names += [
                    key._replace(quantity=name, period=label)
                    for name, flow in flow_of.items()
                    # Running totals have no parts.
                    if flow == key.quantity and not key.dimension
                    for label in bases
                    if label >= base
                ]
                for name in names:
                    if name.quantity in exact or name.quantity in flow_of:
                        sums.setdefault(name, np.zeros(size, dtype=bool))[place] = True
            start += len(rows)
        shown = np.unique(np.array([of for key, of in sums.items() if key not in hidden], dtype=bool), axis=0)
        secret = [(key, of) for key, of in sums.items() if key in hidden] + [
            (key, sums[whole] & ~of)
            for quantity in family.quantities
            for key, of in sums.items()
            if key.quantity == quantity.name
            for whole in (key._replace(quantity=name) for name in quantity.rest_of)
            if whole in sums and (sums[whole] & ~of).any()
        ]
        if not len(shown) or not secret:
            continue
        _, sizes, directions = np.linalg.svd(shown.astype(float), full_matrices=False)
        basis = directions[sizes > ROUND * sizes.max()]
        wanted = np.array([of for _, of in secret], dtype=float)
        rest = wanted - (wanted @ basis.T) @ basis
        given = np.linalg.norm(rest, axis=1) <= ROUND * np.linalg.norm(wanted, axis=1)
        found += [(key, float(values[of].sum())) for (key, of), is_given in zip(secret, given, strict=True) if is_given]
    return found
