"""Figures of enterprises as they are shown, all metrics together → between which limits each withheld one must lie."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.measure import Measure
from dashboard.metrics.warehouse import Warehouse
from etl.warehouse.withholding.enterprises import FIGURES
from etl.warehouse.withholding.programme import Solver
from tests.shown_figures import Figure

SUMMED = re.compile(r"sum\((\w+)\)")


@dataclass(frozen=True)
class Linear:
    """A sum of numbers that nobody knows (`of`, how often each is in it) and of what everybody does."""

    of: np.ndarray
    known: float


class Numbers:
    """What the enterprises reported of a quarter: a number for each enterprise and column, unknown where it is internal."""

    def __init__(self, warehouse: Warehouse, period: str) -> None:
        self.warehouse, self.period = warehouse, period
        flags = ", ".join(f"is_{name}_public AS {column}_public" for column, (name, _) in FIGURES.items())
        self.rows = warehouse.rows(
            f"SELECT enterprise_code, area_code, industry, scale, disclosure, {', '.join(FIGURES)}, {flags} "
            "FROM mart.enterprise_quarters WHERE quarter = $period ORDER BY enterprise_code",
            period=period,
        )
        tree = warehouse.rows("SELECT area_code, ancestor_code FROM mart.area_tree ORDER BY ALL")
        self.above = {row["area_code"]: set() for row in tree}
        for row in tree:
            self.above[row["area_code"]].add(row["ancestor_code"])
        unknown = [
            (row["enterprise_code"], column)
            for row in self.rows
            for column in FIGURES
            if row[column] is not None and not row[f"{column}_public"]
        ]
        self.place = {one: number for number, one in enumerate(unknown)}
        value_of = {row["enterprise_code"]: row for row in self.rows}
        self.values = np.array([float(value_of[code][column]) for code, column in unknown])
        self.measured: dict[Measure, Mapping[str, float]] = {}

    def _measure(self, measure: Measure) -> Mapping[str, float]:
        """What each enterprise adds to a measure."""
        if measure not in self.measured:
            found = self.warehouse.rows(
                f"SELECT enterprise_code, {measure.expression} AS value FROM mart.enterprise_quarters "
                "WHERE quarter = $period GROUP BY ALL",
                period=self.period,
            )
            self.measured[measure] = {
                row["enterprise_code"]: float(row["value"]) for row in found if row["value"] is not None
            }
        return self.measured[measure]

    def sum(self, measure: Measure, area_code: str, dimension: str, part: str) -> Linear:
        """A measure of an area, of one part or of the whole."""
        summed = SUMMED.match(measure.expression)
        of, known = np.zeros(len(self.values)), 0.0
        added = self._measure(measure)
        for row in self.rows:
            code = row["enterprise_code"]
            is_in = area_code in self.above[row["area_code"]] and (not dimension or row[dimension] == part)
            if not is_in or code not in added:
                continue
            if summed and (code, summed[1]) in self.place:
                of[self.place[code, summed[1]]] = 1.0
            else:
                known += added[code]
        return Linear(of, known)


@dataclass(frozen=True)
class System:
    """What is known of the numbers: `low` ≤ `of` · numbers ≤ `high`, one row for each figure that was read."""

    numbers: Numbers
    of: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def limits(self, targets: Sequence[Linear]) -> list[tuple[float, float]]:
        """The least and the most that the unknown part of each target can be."""
        # Numbers that nothing tells apart are one.
        lines = np.ascontiguousarray(np.vstack([self.of, *(target.of for target in targets)]).T)
        places: dict[bytes, int] = {}
        merged = np.array([places.setdefault(line.tobytes(), len(places)) for line in lines])
        first = np.unique(merged, return_index=True)[1]
        size = np.maximum(np.bincount(merged, self.numbers.values), 1e-3)
        matrix = self.of[:, first] * size
        largest = np.maximum(np.abs(matrix).max(axis=1), 1e-12)
        matrix = matrix / largest[:, None]
        solver, model = Solver(), highspy.HighsLp()
        model.num_row_, model.num_col_ = matrix.shape
        model.col_cost_ = np.zeros(len(first))
        model.col_lower_, model.col_upper_ = np.zeros(len(first)), np.full(len(first), highspy.kHighsInf)
        model.row_lower_, model.row_upper_ = self.low / largest, self.high / largest
        rows, columns = np.nonzero(matrix)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(matrix)))]).astype("i4")
        model.a_matrix_.index_ = columns.astype("i4")
        model.a_matrix_.value_ = matrix[rows, columns]
        solver.passModel(model)
        asked = [target.of[first] * size for target in targets]
        return [(self._end(solver, of, 1), self._end(solver, of, -1)) for of in asked]

    def _end(self, solver: Solver, of: np.ndarray, sign: int) -> float:
        # Measured by the target itself, whose own number is what the solver should see as one.
        scale = max(float(of.sum()), 1e-9)
        solver.changeColsCost(len(of), np.arange(len(of), dtype="i4"), sign * of / scale)
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return float(sign * solver.getInfo().objective_function_value * scale)
        unbounded = (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible)
        assert status in unbounded, status
        return sign * -np.inf


def system(numbers: Numbers, figures: Iterable[Figure]) -> System:
    """All that the figures of the quarter say of the numbers together."""
    rows: dict[bytes, tuple[np.ndarray, float, float]] = {}

    def add(of: np.ndarray, low: float, high: float) -> None:
        if of.any():
            _, least, most = rows.get(of.tobytes(), (of, -np.inf, np.inf))
            rows[of.tobytes()] = of, max(least, low), min(most, high)

    for figure in figures:
        metric = METRICS[figure.metric]
        if figure.period != numbers.period or not figure.is_number:
            continue
        where = (figure.area_code, figure.dimension, figure.part)
        above = numbers.sum(metric.numerator, *where)
        below = numbers.sum(metric.denominator, *where) if metric.denominator else None
        if below is None or figure.side:
            side = below if figure.side == "denominator" else above
            add(side.of, figure.low - side.known, figure.high - side.known)
            continue
        for share, ends in ((figure.low, (0.0, np.inf)), (figure.high, (-np.inf, 0.0))):
            rest = metric.scale * above.known - share * below.known
            add(metric.scale * above.of - share * below.of, ends[0] - rest, ends[1] - rest)
    of, low, high = zip(*rows.values(), strict=True)
    return System(numbers, np.array(of), np.array(low), np.array(high))
