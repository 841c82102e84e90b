"""Somebody who puts all that is shown of the same persons together: outcomes of courses, what is told of members."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import duckdb
import highspy
import numpy as np

from etl.warehouse.withholding.block import Key
from etl.warehouse.withholding.family import Family
from etl.warehouse.withholding.programme import Solver
from etl.warehouse.withholding.running import calendar, longer, quarter_of
from tests.etl.warehouse.withholding.worlds import COURSE

ROUND = 1e-6


@dataclass(frozen=True)
class Heads:
    """The counts of a row of a family's mart: name of a quantity → SQL.

    `within` are pairs of which the first counts some of the second, `told` those of which the second may be told of:
    where it is of all of them, whoever sees what was reported knows that.
    """

    counts: Mapping[str, str]
    within: tuple[tuple[str, str], ...]
    told: tuple[tuple[str, str], ...]


OUTCOMES = (
    ("certified", "completed_of_certified"),
    ("converted_3m", "completed_due_3m"),
    ("converted_6m", "completed_due_6m"),
)
COURSES = Heads(
    {name: name for name in COURSE},
    (
        *OUTCOMES,
        ("completed", "enrolled_of_completed"),
        ("completed_due_6m", "enrolled_due_6m"),
        ("converted_3m_due_6m", "completed_due_6m"),
        ("converted_3m_due_6m", "converted_3m"),
    ),
    (
        ("enrolled_of_completed", "enrolled"),
        ("enrolled_due_6m", "enrolled_of_completed"),
        *((told, "completed") for _, told in OUTCOMES),
    ),
)
OF_MEMBERS = ("women", "under_35", "college_or_above")
MEMBERS = Heads(
    {"members": "members"}
    | {name: name for name in OF_MEMBERS}
    | {f"members_of_{name}": f"CASE WHEN {name} IS NOT NULL THEN members END" for name in OF_MEMBERS},
    tuple((name, f"members_of_{name}") for name in OF_MEMBERS),
    tuple((f"members_of_{name}", "members") for name in OF_MEMBERS),
)


OF_TALENT = {
    "retained": ("retained_12m", "introduced"),
    "titles_passed": ("titles_passed", "titles_applied"),
    "interns_retained": ("interns_retained", "interns"),
}
TOLD_OF = {"retained": "introduced_of_retained", "titles_passed": "titles_told", "interns_retained": "interns_told"}
TALENT = Heads(
    {whole: whole for _, whole in OF_TALENT.values()}
    | {name: column for name, (column, _) in OF_TALENT.items()}
    | {TOLD_OF[name]: f"CASE WHEN {column} IS NOT NULL THEN {whole} END" for name, (column, whole) in OF_TALENT.items()}
    | {"order_class_students": "order_class_students"},
    tuple(TOLD_OF.items()),
    tuple((TOLD_OF[name], whole) for name, (_, whole) in OF_TALENT.items()),
)


PLACEMENT = Heads(
    {
        **{name: name for name in ("seekers", "recommended", "matched", "hired")},
        "matched_of_recommended": "CASE WHEN recommended IS NOT NULL THEN matched END",
        "recommended_of_matched": "CASE WHEN matched IS NOT NULL THEN recommended END",
        "hired_of_openings": "CASE WHEN openings IS NOT NULL THEN hired END",
    },
    (("matched_of_recommended", "recommended_of_matched"), ("hired", "matched")),
    (
        ("matched_of_recommended", "matched"),
        ("recommended_of_matched", "recommended"),
        ("hired_of_openings", "hired"),
    ),
)


class Told:
    """All periods of a family: `values` are the counts of all its rows, `sums` which of them each figure adds up."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, family: Family, heads: Heads, above: Mapping[str, Sequence[str]]
    ) -> None:
        self.family, self.heads = family, heads
        names = list(heads.counts)
        rows = connection.execute(
            f"SELECT area_code, {family.base}, {', '.join((*family.dimensions, *heads.counts.values()))} "
            f"FROM mart.{family.mart} ORDER BY ALL"
        ).fetchall()
        width = 2 + len(family.dimensions)
        self.place = {
            (number, name): number * len(names) + at for at, name in enumerate(names) for number in range(len(rows))
        }
        self.reported = np.array([value is not None for row in rows for value in row[width:]])
        self.values = np.array([float(value or 0) for row in rows for value in row[width:]])
        self.rows = len(rows)
        self.sums: dict[Key, set[int]] = {}
        quarters = sorted({quarter_of(row[1]) for row in rows})
        every = list(calendar(quarters[0], quarters[-1], family.base))
        to_date = [(quantity.name, quantity.flow) for quantity in family.quantities if quantity.flow]
        for number, row in enumerate(rows):
            parts = [("", ""), *zip(family.dimensions, row[2:width], strict=True)]
            periods = (row[1], *longer(row[1])) if family.adds_up else (row[1],)
            told = [(name, *where) for where in product(periods, parts) for name in names]
            told += [(total, base, ("", "")) for total, _ in to_date for base in every if base >= row[1]]
            flow_of = dict(to_date)
            for area, (name, period, (dimension, part)) in product(above[row[0]], told):
                place = self.place[number, flow_of.get(name, name)]
                self.sums.setdefault(Key(name, area, period, dimension, part), set()).add(place)

    def lines(self, withheld: Collection[Key]) -> Iterator[tuple[dict[int, float], float, float]]:
        """What is known: combinations of the counts, and between which limits each is."""
        asked = {quantity.name: quantity.dimensions for quantity in self.family.quantities if quantity.is_asked}
        for key, places in self.sums.items():
            dimensions = asked.get(key.quantity, ())
            is_asked = key.quantity in asked and (
                not key.dimension or dimensions is None or key.dimension in dimensions
            )
            if is_asked and key not in withheld:
                value = float(self.values[list(places)].sum())
                yield dict.fromkeys(places, 1.0), value, value
        for place in np.flatnonzero(~self.reported):
            yield {int(place): 1.0}, 0.0, 0.0
        for number, pair in product(range(self.rows), (*self.heads.within, *self.heads.told)):
            few, many = (self.place[number, name] for name in pair)
            if not self.reported[many]:
                continue
            is_all = pair in self.heads.told and self.reported[few] and self.values[few] == self.values[many]
            yield {many: 1.0, few: -1.0}, 0.0, 0.0 if is_all else np.inf

    def secrets(self) -> dict[tuple[Key, str], dict[int, float]]:
        """What must not come out, as combinations of the counts: figures of too few, and what they have less than a whole."""
        few = {(key, ""): dict.fromkeys(places, 1.0) for key, places in self.sums.items()}
        for quantity, (key, places) in product(self.family.quantities, self.sums.items()):
            for name in quantity.rest_of if quantity.name == key.quantity else ():
                wholes = self.sums[key._replace(quantity=name)]
                few[key, name] = dict.fromkeys(wholes, 1.0) | dict.fromkeys(places, -1.0)
        return {name: of for name, of in few.items() if 0 < self.value(of) < self.family.minimum}

    def value(self, of: Mapping[int, float]) -> float:
        """The true number of a combination."""
        return float(sum(self.values[place] * times for place, times in of.items()))

    def recovered(self, withheld: Collection[Key]) -> list[tuple[Key, str, float]]:
        """The secrets that are known to be one number."""
        limits = _limits(len(self.values), list(self.lines(withheld)))
        return [(*name, self.value(of)) for name, of in self.secrets().items() if limits(of)]


def _limits(many: int, lines: Sequence[tuple[dict[int, float], float, float]]):
    """A function that says whether a combination of counts can be one whole number only."""
    model, solver = highspy.HighsLp(), Solver()
    model.num_col_, model.num_row_ = many, len(lines)
    model.col_cost_, model.col_lower_ = np.zeros(many), np.zeros(many)
    model.col_upper_ = np.full(many, highspy.kHighsInf)
    model.row_lower_ = np.array([low for _, low, _ in lines])
    model.row_upper_ = np.array([high for *_, high in lines])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(of) for of, *_ in lines)]).astype("i4")
    model.a_matrix_.index_ = np.array([place for of, *_ in lines for place in of], dtype="i4")
    model.a_matrix_.value_ = np.array([times for of, *_ in lines for times in of.values()])
    solver.passModel(model)
    memory: dict[frozenset[tuple[int, float]], bool] = {}

    def is_one(of: Mapping[int, float]) -> bool:
        name = frozenset(of.items())
        if name not in memory:
            ends = []
            for sign in (1.0, -1.0):
                cost = np.zeros(many)
                cost[list(of)] = [sign * times for times in of.values()]
                solver.changeColsCost(many, np.arange(many, dtype="i4"), cost)
                solver.run()
                is_end = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
                ends.append(solver.getInfo().objective_function_value if is_end else -np.inf)
            memory[name] = bool(np.ceil(ends[0] - ROUND) == np.floor(-ends[1] + ROUND))
        return memory[name]

    return is_one
