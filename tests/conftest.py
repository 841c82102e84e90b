"""Warehouses made once a session: a tiny town's, which tests may change in copies, and those of the repository's data."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

import etl
from tests.town import write_town

# What pytest-xdist calls the worker of a session that has no workers.
ALONE = "master"


def pytest_xdist_auto_num_workers(config) -> int | None:
    """No workers for one file, which one of them would run alone; as many as there are cores for anything more."""
    places = {argument.partition("::")[0] for argument in config.args}
    return 0 if len(places) == 1 and Path(*places).is_file() else None


@dataclass(frozen=True)
class Town:
    """A data folder and the warehouse that belongs to it."""

    data: Path
    warehouse: Path

    def build(self, **choices):
        """Build with the town's folders."""
        return etl.build(self.data, self.warehouse, **choices)

    def query(self, sql: str) -> list[tuple]:
        """Rows of the published version."""
        from etl.warehouse.publish import pointed

        with duckdb.connect(str(pointed(self.warehouse)), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def state(self) -> dict[str, bytes]:
        """The bytes of everything that lies in the warehouse."""
        return {path.name: path.read_bytes() for path in self.warehouse.iterdir() if path.name != ".build.lock"}


@pytest.fixture(scope="session")
def built_town(tmp_path_factory) -> Town:
    """The town with its first version; not to be changed."""
    folder = tmp_path_factory.mktemp("town")
    town = Town(write_town(folder / "data"), folder / "warehouse")
    assert town.build().published
    return town


@pytest.fixture
def town(built_town, tmp_path) -> Town:
    """A copy of the town that a test may change."""
    shutil.copytree(built_town.data, tmp_path / "data")
    shutil.copytree(built_town.warehouse, tmp_path / "warehouse")
    return Town(tmp_path / "data", tmp_path / "warehouse")


DATA = Path(__file__).resolve().parents[1] / "data"


def _built(folder: Path, **choices) -> Path:
    # All workers build in one folder: the first to come builds, the others wait and find nothing new.
    result = etl.build(DATA, folder, **choices)
    assert result.version, [str(problem) for problem in result.problems]
    return folder


@pytest.fixture(scope="session")
def common_folder(tmp_path_factory, worker_id) -> Path:
    """A folder of this session for all its workers."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == ALONE else own.parent


@pytest.fixture(scope="session")
def demonstration_warehouse(common_folder) -> Path:
    """The folder of a warehouse with everything that the repository holds; not to be changed."""
    return _built(common_folder / "demonstration")


@pytest.fixture(scope="session")
def published_warehouse(common_folder) -> Path:
    """The folder of a warehouse with published figures alone; not to be changed."""
    return _built(common_folder / "published", without=("demo",))
