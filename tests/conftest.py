"""Warehouses made once a session: a tiny town's, which tests may change in copies, and those of the repository's data."""

import ast
import hashlib
import inspect
import os
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FunctionType

import duckdb
import pytest
from hypothesis import settings

import etl
from tests import serving
from tests.town import write_town

# What pytest-xdist calls the worker of a session that has no workers.
ALONE = "master"


def pytest_xdist_auto_num_workers(config) -> int | None:
    """No workers for one file, which one of them would run alone; as many as there are cores for anything more."""
    places = {argument.partition("::")[0] for argument in config.args}
    return 0 if len(places) == 1 and Path(*places).is_file() else None


# What makes a test slow: a whole room of such tests (those of whole documents, of every form there is), a fixture that
# builds a warehouse or starts a browser, or the use of what starts processes, reads forms in one (the front door of etl, or
# a command), makes a whole document or runs a page; or the test says that it is lengthy or thorough. All other tests are
# `fast`.
TESTS = Path(__file__).parent
SLOW_ROOMS = tuple(
    TESTS / room
    for room in (
        *("bench", "browser", "data", "demo", "etl/corpus", "javascript", "pages", "dashboard/meeting"),
        *(f"dashboard/render/{kind}" for kind in ("docx", "html", "pptx", "xlsx")),
    )
)
SLOW_FIXTURES = {"browser", "built_town", "demonstration_warehouse", "published_warehouse"}
SLOW_MARKS = ("lengthy", "thorough")
SLOW_IMPORTS = {
    "dashboard.__main__",
    "dashboard.meeting.running_order",
    "demo",
    "etl",
    "etl.__main__",
    "etl.annotate",
    "etl.extracts",
    "etl.intake",
    "etl.read",
    "streamlit.testing.v1",
    "subprocess",
    "tests.office",
    "tests.serving",
    "tests.etl.warehouse.withholding.worlds",
}
# Laws that ask git for the names of the files, which takes no time.
FAST_ALL_THE_SAME = {TESTS / "test_house.py"}
FAST = "fast"
# Of any data that a test makes up, so many examples do where somebody waits; all others are tried in the whole run.
FEW_EXAMPLES = 10


def pytest_configure(config: pytest.Config) -> None:
    settings.register_profile(FAST, max_examples=FEW_EXAMPLES)
    if config.option.markexpr == FAST:
        settings.load_profile(FAST)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A session of the fast tests alone does not even open the rooms and files that hold none."""
    if config.option.markexpr != FAST:
        return None
    is_slow_here = is_slow_file(collection_path) if collection_path.is_file() else collection_path in SLOW_ROOMS
    return is_slow_here or None


@cache
def _imports(path: Path) -> frozenset[str]:
    """The modules that a file imports, at its top or below."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def _publishes(item: pytest.Item) -> bool:
    """Whether the test, or a fixture that it does not share with the whole session, makes a small world of its own."""
    fixtures = (found[-1] for found in item._fixtureinfo.name2fixturedefs.values())
    own = [item.function, *(fixture.func for fixture in fixtures if fixture.scope != "session")]
    return any(_builds(inspect.unwrap(function)) for function in own)


@cache
def _builds(function: FunctionType) -> bool:
    """Whether a function, or one of its own file that it calls, makes a small world."""
    names = set(function.__code__.co_names) - {function.__name__}
    called = [function.__globals__.get(name) for name in names]
    near = [one for one in called if isinstance(one, FunctionType) and one.__module__ == function.__module__]
    return "small_world" in names or any(map(_builds, near))


@cache
def is_slow_file(path: Path) -> bool:
    """Whether all tests of a file are slow: it lies in a slow room, or imports what is slow."""
    if path in FAST_ALL_THE_SAME or path.suffix != ".py":
        return False
    return any(room in path.parents for room in SLOW_ROOMS) or bool(_imports(path) & SLOW_IMPORTS)


def is_slow(item: pytest.Item) -> bool:
    """Whether a test takes longer than somebody waits who has changed a line."""
    if item.path in FAST_ALL_THE_SAME:
        return False
    is_starting = bool(SLOW_FIXTURES.intersection(item.fixturenames))
    is_said = any(item.get_closest_marker(mark) for mark in SLOW_MARKS)
    return is_slow_file(item.path) or is_starting or is_said or _publishes(item)


def pytest_collection_modifyitems(items):
    for item in items:
        if not is_slow(item):
            item.add_marker(FAST)


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
        from etl.warehouse.kept_versions import pointed

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


@pytest.fixture(autouse=True)
def _kept(request, tmp_path_factory, monkeypatch):
    """What a test closes or prepares is its own; the folder is there once something is kept in it."""
    own = hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:16]
    monkeypatch.setenv("SANQU_KEPT", str(tmp_path_factory.getbasetemp() / "kept" / own))


@pytest.fixture
def town(built_town, tmp_path) -> Town:
    """A copy of the town that a test may change."""
    shutil.copytree(built_town.data, tmp_path / "data")
    shutil.copytree(built_town.warehouse, tmp_path / "warehouse")
    return Town(tmp_path / "data", tmp_path / "warehouse")


HOW_TO_GET_CHROMIUM = (
    "浏览器测试需要 Chromium：Debian 上 `apt-get install chromium fonts-noto-cjk`，或设置 SANQU_CHROMIUM"
)
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


@pytest.fixture(scope="session")
def browser():
    if serving.chromium_path() is None:
        if os.environ.get("SANQU_REQUIRE_BROWSER"):
            pytest.fail(HOW_TO_GET_CHROMIUM)
        pytest.skip(HOW_TO_GET_CHROMIUM)
    with serving.chromium() as chromium:
        yield chromium
