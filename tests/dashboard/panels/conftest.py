"""The small world as a published warehouse."""

import pytest

from dashboard.figures.warehouse import current
from tests import small_world


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    return current(small_world.publish(tmp_path_factory.mktemp("small")))
