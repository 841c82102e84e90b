"""Nobody is told by all that is shown of the same persons together."""

import pytest

import etl.warehouse.withholding as withholding
from tests.etl.warehouse.withholding.heads import COURSES, MEMBERS, PLACEMENT, TALENT, Told
from tests.etl.warehouse.withholding.worlds import above, world_of_courses, world_of_jobs, world_of_offices

FAMILIES = {family.name: family for family in withholding.FAMILIES}
TRAINING = FAMILIES["training"]
WORLDS = 8
# Where quarters, running totals and parts that nobody asks for told of somebody together.
INTRICATE = (18, 129, 131)


@pytest.mark.parametrize(("name", "heads"), [("training", COURSES), ("talent", TALENT), ("party_members", MEMBERS)])
def test_no_few_of_the_demonstration_come_out_of_all_that_is_told_of_them(attacked_version, name, heads):
    family, tree = FAMILIES[name], above(attacked_version)
    withheld = {
        withholding.Key(*key)
        for key in attacked_version.execute(
            f"SELECT {', '.join(withholding.Key._fields)} FROM mart.withheld WHERE family = $family", {"family": name}
        ).fetchall()
    }
    told = Told(attacked_version, family, heads, tree)
    assert len(told.secrets()) > 10
    assert told.recovered(withheld) == []


@pytest.mark.parametrize("seed", [*range(WORLDS), *INTRICATE])
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


@pytest.mark.parametrize("seed", range(WORLDS))
def test_few_who_were_hired_where_nobody_counts_the_matches_do_not_come_out(seed):
    connection = world_of_offices(seed)
    tree, family = above(connection), FAMILIES["placement"]
    withheld = {key for pattern in withholding.patterns(connection, family, tree) for key in pattern.withheld}
    told = Told(connection, family, PLACEMENT, tree)
    # What is left of all matches less all who were hired is nobody there: the two are not of the same rows.
    assert len([name for name in told.secrets() if not name[1]]) > 10
    assert [one for one in told.recovered(withheld) if not one[1]] == []


def test_the_attacker_finds_few_where_nothing_is_withheld_for_the_sake_of_others():
    connection = world_of_courses(0)
    tree = above(connection)
    primary = {key for pattern in withholding.patterns(connection, TRAINING, tree) for key in pattern.primary}
    assert Told(connection, TRAINING, COURSES, tree).recovered(primary)
