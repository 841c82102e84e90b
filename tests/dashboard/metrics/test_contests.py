"""Contests are the courses of one category: the small world with one of them in it."""

import pytest

from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric
from dashboard.metrics.versions import current
from tests import small_world


@pytest.mark.parametrize(("name", "value"), [("contests", 1), ("contest_entrants", 10)])
def test_only_contests_are_counted(tmp_path, name, value):
    change = "UPDATE core.training_courses SET category = '竞赛' WHERE course_id = 'K3'"
    warehouse = current(small_world.publish(tmp_path, change=change))
    [cell] = cells(warehouse, metric(name), ("P",), grain="quarter", since="2024Q2", until="2024Q2")
    assert cell.value == value
