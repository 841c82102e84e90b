"""A linear programme over the sums of a column: which of them change least when a hidden one does."""

import highspy
import numpy as np

ZERO = 1e-9
FREE = highspy.kHighsInf


class Solver(highspy.Highs):
    """HiGHS without a word: it would announce itself on the screen of whoever builds."""

    def enableCallbacks(self):
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
        weighed = members * scale
        self.sizes = np.maximum(np.abs(weighed).sum(axis=1), ZERO)
        self.is_something = is_something
        self.many, self.atoms = weighed.shape
        places = np.arange(self.many)
        changes = np.zeros((self.many, 2 * self.many))
        changes[places, places] = -1.0
        changes[places, self.many + places] = 1.0
        matrix = np.hstack([weighed / self.sizes[:, None], changes])
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
        for option, value in (("threads", 1), ("presolve", "off"), ("solver", "simplex")):
            self.solver.setOptionValue(option, value)
        self.solver.passModel(model)

    def changes(self, target: int, by: float, cost: np.ndarray, fixed: np.ndarray, most: float) -> np.ndarray | None:
        """How much each sum changes, at the least cost, where the target changes `by` so much.

        `cost`, shape (sums,), is that of a change as large as the target's; `fixed` sums stay what they are. No atom
        becomes more than `most` times as much again, or less than nothing. None where the target cannot change so much.
        """
        share = abs(by) / self.sizes[target]
        up = np.where(fixed, 0.0, FREE)
        down, lower_up, lower_down = up.copy(), np.zeros(self.many), np.zeros(self.many)
        up[target], down[target] = (share, 0.0) if by > 0 else (0.0, share)
        lower_up[target], lower_down[target] = up[target], down[target]
        per_share = cost * self.sizes / abs(by)
        columns = np.arange(self.atoms + 2 * self.many, dtype=np.int32)
        self.solver.changeColsBounds(
            len(columns),
            columns,
            np.concatenate([np.where(self.is_something, -1.0, 0.0), lower_up, lower_down]),
            np.concatenate([np.full(self.atoms, min(most, FREE)), up, down]),
        )
        self.solver.changeColsCost(len(columns), columns, np.concatenate([np.zeros(self.atoms), per_share, per_share]))
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found = np.array(self.solver.getSolution().col_value)
        return (found[self.atoms : self.atoms + self.many] + found[self.atoms + self.many :]) * self.sizes
