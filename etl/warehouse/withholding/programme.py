"""A linear programme over the sums of a column: which of them change least when a hidden one does."""

import highspy
import numpy as np

# A solver that is lost among costs of all sizes need not choose among what costs so many times the least.
DEAREST = 1e5
DECIDED = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible)
ZERO = 1e-9
# What the solver may change of what is fixed, measured by the sum itself.
ROUNDING = 1e-6
FREE = highspy.kHighsInf
# What suits many small questions that each begin where the one before ended.
OPTIONS: dict[str, int | str] = {
    "presolve": "off",
    "solver": "simplex",
    "simplex_dual_edge_weight_strategy": 0,
}


class Solver(highspy.Highs):
    """HiGHS without a word: it would announce itself on the screen of whoever builds.

    It has one thread: all solvers of a process share theirs, and one that wants as many as it likes would stop the others.
    """

    def __init__(self) -> None:
        """A solver that knows of no programme yet."""
        super().__init__()
        self.setOptionValue("threads", 1)

    def enableCallbacks(self) -> object:
        """What the library calls first of all."""
        self.silent()
        return super().enableCallbacks()


class Programme:
    """Shifts of atoms, and the change of every sum that they make, up and down.

    It is kept from one question to the next, since the solver starts where it ended.
    """

    def __init__(self, members: np.ndarray, scale: np.ndarray, is_something: np.ndarray) -> None:
        """`members`, shape (sums, atoms), says which atoms are in each sum; `scale`, shape (atoms,), how far they shift.

        Only atoms that are something can become less.
        """
        self.weighed = members * scale
        self.sizes = np.maximum(np.abs(self.weighed).sum(axis=1), ZERO)
        self.is_something = is_something
        self.many, self.atoms = self.weighed.shape
        self.rows = np.arange(self.many, dtype=np.int32)
        self.columns = np.arange(self.atoms + 2 * self.many, dtype=np.int32)
        changes = np.zeros((self.many, 2 * self.many))
        changes[self.rows, self.rows] = -1.0
        changes[self.rows, self.many + self.rows] = 1.0
        matrix = np.hstack([self.weighed / self.sizes[:, None], changes])
        rows, columns = np.nonzero(matrix)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = matrix.shape[1], matrix.shape[0]
        model.col_cost_ = np.zeros(matrix.shape[1])
        model.col_lower_ = np.zeros(matrix.shape[1])
        model.col_upper_ = np.full(matrix.shape[1], FREE)
        model.row_lower_ = model.row_upper_ = np.zeros(self.many)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=self.many))]).astype(
            np.int32
        )
        model.a_matrix_.index_ = columns.astype(np.int32)
        model.a_matrix_.value_ = matrix[rows, columns]
        self.solver = Solver()
        for option, value in OPTIONS.items():
            self.solver.setOptionValue(option, value)
        self.solver.passModel(model)

    def changes(
        self, target: int, by: float, cost: np.ndarray, fixed: np.ndarray, most: float
    ) -> tuple[np.ndarray, np.ndarray, bool] | None:
        """How much each sum changes, at the least cost, where the target changes `by` so much, and the atoms' shift.

        `cost`, shape (sums,), is that of a change as large as the target's; `fixed` sums stay what they are. No atom
        becomes more than `most` times as much again, or less than nothing. Last comes whether that stood in nobody's
        way, so that no other change of the target by as much costs less. None where it cannot change so much.
        """
        is_counted = (cost > 0) & ~fixed
        is_counted[target] = False
        high = np.where(fixed | is_counted, 0.0, FREE)
        low = -high
        low[target] = high[target] = by / self.sizes[target]
        # What costs nothing has no change of its own: the solver need not look at it.
        room = np.where(is_counted, FREE, 0.0)
        per_share = np.where(is_counted, cost * self.sizes / abs(by), 0.0)
        self.solver.changeRowsBounds(self.many, self.rows, low, high)
        self.solver.changeColsBounds(
            len(self.columns),
            self.columns,
            np.concatenate([np.where(self.is_something, -1.0, 0.0), np.zeros(2 * self.many)]),
            np.concatenate([np.full(self.atoms, min(most, FREE)), room, room]),
        )
        status = self._solve(per_share)
        if status not in DECIDED:
            self.solver.clearSolver()
            least = per_share.min(where=is_counted, initial=FREE)
            status = self._solve(np.minimum(per_share / least, DEAREST))
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        is_free = False
        if status == highspy.HighsModelStatus.kOptimal:
            solution = self.solver.getSolution()
            shift = np.array(solution.col_value)[: self.atoms]
            is_free = float(np.abs(np.array(solution.col_dual)[: self.atoms]).max(initial=0.0)) <= ZERO
        else:
            shift = self._plainly(target, by)
        changes = np.abs(self.weighed @ shift)
        # What the solver found changes nothing that is fixed; what was found without it may.
        return None if (changes[fixed] > ROUNDING * self.sizes[fixed]).any() else (changes, shift, is_free)

    def _solve(self, cost: np.ndarray) -> highspy.HighsModelStatus:
        self.solver.changeColsCost(len(self.columns), self.columns, np.concatenate([np.zeros(self.atoms), cost, cost]))
        self.solver.run()
        return self.solver.getModelStatus()

    def _plainly(self, target: int, by: float) -> np.ndarray:
        """The shift that changes every atom of the target by the same share, whatever it costs."""
        own = np.where(self.is_something | (by > 0), self.weighed[target], 0.0)
        return by * (own > 0) / max(own.sum(), ZERO)
