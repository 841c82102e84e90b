"""Every test of this room has accounts, sessions and a record of its own."""

import pytest


@pytest.fixture(autouse=True)
def own(access):
    """The folder of the test."""
