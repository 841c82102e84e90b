"""All committed forms, published and demonstration, as tables."""

import pytest

from tests import filled


@pytest.fixture(scope="session")
def warehouse(tmp_path_factory):
    """Typed tables with the published and the demonstration forms."""
    return filled.warehouse(tmp_path_factory.mktemp("forms"), "published", "demo")
