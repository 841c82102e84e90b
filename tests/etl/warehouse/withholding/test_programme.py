"""What a solver finds, and what is done without it, by hand."""

import subprocess
import sys
from pathlib import Path

import highspy
import numpy as np
import pytest

from etl.warehouse.withholding.programme import Programme

ROOT = Path(__file__).resolve().parents[4]
# Two areas of two enterprises each (10, 20; 30, 40), their totals and the grand total.
MEMBERS = np.array([[1, 0, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [1, 1, 1, 1]], dtype=bool)
VALUES = np.array([10.0, 20.0, 30.0, 40.0])
NOTHING_FIXED = np.zeros(4, dtype=bool)


def asked(cost, fixed=NOTHING_FIXED, by=2.0, most=1.0):
    programme = Programme(MEMBERS, VALUES, VALUES > 0)
    return programme.changes(0, by, np.array(cost), np.array(fixed), most)


def test_the_least_is_changed():
    """The other enterprise of the area is in no sum of its own: it loses what the first gains."""
    changes, shift, _ = asked([0.0, 1.0, 1.0, 1.0])
    assert changes == pytest.approx([2, 0, 0, 0], abs=1e-6)
    assert VALUES @ shift == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("by", "changed", "is_free"), [(15, [15, 0, 0, 0], True), (25, [25, 5, 5, 0], False)])
def test_it_is_told_whether_an_enterprise_stood_in_the_way(by, changed, is_free):
    """The neighbour has 20 to lose, which is enough for 15; of 25 the other area must give 5, and both totals change."""
    changes, _, told = asked([0.0, 1.0, 1.0, 1.0], by=float(by), most=np.inf)
    assert changes == pytest.approx(changed, abs=1e-6)
    assert told is is_free


def test_what_cannot_be_is_nothing():
    """No enterprise can lose more than it has."""
    assert asked([0.0, 1.0, 1.0, 1.0], by=-11.0) is None


OTHER_FIRST = """
from etl.warehouse.withholding.programme import Solver
from tests.etl.warehouse.withholding.test_programme import test_the_least_is_changed
Solver().run()
test_the_least_is_changed()
"""


def test_solvers_of_one_process_are_not_in_each_other_s_way():
    """Whichever comes first settles the threads of all."""
    subprocess.run([sys.executable, "-c", OTHER_FIRST], check=True, cwd=ROOT)


class Lost(highspy.Highs):
    """A solver that never knows."""

    def getModelStatus(self):
        return highspy.HighsModelStatus.kUnknown


@pytest.mark.parametrize("fixed", [NOTHING_FIXED, [False, False, False, True]])
def test_a_solver_that_is_lost_leaves_nothing_unprotected(monkeypatch, fixed):
    """Then all sums that the figure is in change with it; where one of them is fixed, nothing can be done."""
    monkeypatch.setattr("etl.warehouse.withholding.programme.Solver.getModelStatus", Lost.getModelStatus)
    found = asked([0.0, 1.0, 1.0, 1.0], fixed)
    if any(fixed):
        assert found is None
    else:
        assert found[0] == pytest.approx([2, 2, 0, 2])
