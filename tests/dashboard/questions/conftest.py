"""Where a reader of the demonstration stands who has chosen nothing."""

import pytest

from dashboard.metrics.areas import default_area
from dashboard.metrics.selection import Selection, latest_period


@pytest.fixture(scope="session")
def here(demonstration):
    return Selection(default_area(demonstration), latest_period(demonstration))
