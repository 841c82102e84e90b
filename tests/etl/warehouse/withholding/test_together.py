"""Several processes decide what one would."""

import sys

import pytest

from etl.warehouse.withholding import questions_of, together
from etl.warehouse.withholding.enterprises import ENTERPRISES
from tests.etl.warehouse.withholding.worlds import above, world

ENDED = (sys.executable, "-c", "")
TALKS = (sys.executable, "-c", "print('no pattern')")


@pytest.mark.parametrize("command", [together.COMMAND, ENDED, TALKS], ids=["well", "ended", "talks"])
def test_what_is_decided_does_not_depend_on_who_decides(monkeypatch, command):
    """Nor on whether a process comes to grief: then its question is decided here."""
    connection = world(3)
    asked = list(questions_of(connection, ENTERPRISES, above(connection)))
    monkeypatch.setattr(together, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(together.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(together, "COMMAND", command)
    assert together.decide_together(asked) == {one.decision: one.decided() for one in asked}
