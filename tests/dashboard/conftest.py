"""The small world as a published warehouse, and an empty one."""

import pytest

from dashboard.metrics.warehouse import current
from tests import small_world


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    return current(small_world.publish(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    return current(small_world.publish(tmp_path_factory.mktemp("empty"), is_empty=True))


@pytest.fixture(scope="session")
def demonstration(demonstration_warehouse):
    return current(demonstration_warehouse)
