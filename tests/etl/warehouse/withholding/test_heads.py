"""Nobody is told by all that is shown of the same persons together."""

import shutil

import duckdb
import pytest

import etl.warehouse.withholding as withholding
from etl.warehouse.publish import pointed
from tests.etl.warehouse.withholding.heads import COURSES, MEMBERS, PLACEMENT, TALENT, Told
from tests.etl.warehouse.withholding.worlds import above, world_of_courses, world_of_jobs

FAMILIES = {family.name: family for family in withholding.FAMILIES}
TRAINING = FAMILIES["training"]
WORLDS = 8


@pytest.fixture(scope="module")
def demonstration(demonstration_warehouse, tmp_path_factory):
    """A copy: DuckDB opens no file in two ways, and other tests read it as pages do."""
    copy = tmp_path_factory.mktemp("attacked") / "version.duckdb"
    shutil.copy(pointed(demonstration_warehouse), copy)
    with duckdb.connect(str(copy), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize(("name", "heads"), [("training", COURSES), ("talent", TALENT), ("party_members", MEMBERS)])
def test_no_few_of_the_demonstration_come_out_of_all_that_is_told_of_them(demonstration, name, heads):
    family, tree = FAMILIES[name], above(demonstration)
    withheld = {
        withholding.Key(*key)
        for key in demonstration.execute(
            f"SELECT {', '.join(withholding.Key._fields)} FROM mart.withheld WHERE family = $family", {"family": name}
        ).fetchall()
    }
    told = Told(demonstration, family, heads, tree)
    assert len(told.secrets()) > 10
    assert told.recovered(withheld) == []


@pytest.mark.parametrize("seed", range(WORLDS))
@pytest.mark.parametrize(
    ("name", "world", "heads"), [("training", world_of_courses, COURSES), ("placement", world_of_jobs, PLACEMENT)]
)
def test_no_few_of_any_small_world_come_out_of_all_that_is_told_of_them(seed, name, world, heads):
    connection = world(seed)
    tree, family = above(connection), FAMILIES[name]
    withheld = {key for pattern in withholding.patterns(connection, family, tree) for key in pattern.withheld}
    told = Told(connection, family, heads, tree)
    assert len(told.secrets()) > 10
    assert told.recovered(withheld) == []


def test_the_attacker_finds_few_where_nothing_is_withheld_for_the_sake_of_others():
    connection = world_of_courses(0)
    tree = above(connection)
    primary = {key for pattern in withholding.patterns(connection, TRAINING, tree) for key in pattern.primary}
    assert Told(connection, TRAINING, COURSES, tree).recovered(primary)
