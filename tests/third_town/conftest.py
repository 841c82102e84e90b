"""The third town's data and its warehouse, built once as the town itself would build it."""

import os
import subprocess
import sys

import pytest

from tests import third_town
from tests.conftest import Town
from tests.serving import REPOSITORY


@pytest.fixture(scope="session")
def third(tmp_path_factory) -> Town:
    """Built in a process of its own: what forms take from content is read when the program starts."""
    folder = tmp_path_factory.mktemp("third")
    town = Town(third_town.write(folder / "data"), folder / "warehouse")
    environment = {**os.environ, "SANQU_DATA": str(town.data), "SANQU_WAREHOUSE": str(town.warehouse)}
    told = subprocess.run(
        [sys.executable, "-m", "etl", "build"], cwd=REPOSITORY, env=environment, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return town


@pytest.fixture
def at_home(third, monkeypatch) -> Town:
    """The third town with the program running in its folders."""
    monkeypatch.setenv("SANQU_DATA", str(third.data))
    monkeypatch.setenv("SANQU_WAREHOUSE", str(third.warehouse))
    return third
