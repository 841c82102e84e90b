"""What an earlier version decided of the same figures is not decided again, and comes out as it would."""

import duckdb
import pytest

import etl.warehouse.withholding as withholding
import etl.warehouse.withholding.together as together
from etl.warehouse.kept_versions import pointed
from etl.warehouse.withholding.enterprises import ENTERPRISES
from etl.warehouse.withholding.remembered import decision_of, read_patterns
from tests import small_world
from tests.etl.warehouse.withholding.worlds import QUARTERS, above, world
from tests.town import QUARTERS as FORM
from tests.town import write_csv

FIRST, LAST = QUARTERS
SEED = 3
ROWS = "FROM mart.withheld"


def patterns(connection, remembered=withholding.NOTHING):
    return list(withholding.patterns(connection, ENTERPRISES, above(connection), remembered))


def named(found):
    return {pattern.decision: pattern for pattern in found if pattern.decision}


@pytest.fixture
def decided(monkeypatch):
    """The quarters that are decided from now on."""
    quarters = []
    own = withholding.decide

    def noted(family, columns, worth, **given):
        quarters.append(max((key.period for column in columns for keys in column.keys for key in keys), default=""))
        return own(family, columns, worth, **given)

    monkeypatch.setattr(together, "decide", noted)
    monkeypatch.setattr(withholding, "decide", noted)
    return quarters


def test_the_same_figures_are_not_decided_again(decided):
    first = patterns(world(SEED))
    assert decided == [FIRST, LAST]
    assert patterns(world(SEED), named(first)) == first
    assert decided == [FIRST, LAST]


@pytest.mark.parametrize(
    ("change", "quarters"),
    [
        (f"UPDATE mart.enterprise_quarters SET tax_cny_10k = tax_cny_10k + 0.01 WHERE quarter = '{LAST}'", [LAST]),
        (f"UPDATE mart.enterprise_quarters SET scale = '规上' WHERE quarter = '{FIRST}'", [FIRST]),
        (f"UPDATE mart.enterprise_quarters SET is_tax_public = NOT is_tax_public WHERE quarter = '{LAST}'", [LAST]),
        ("UPDATE mart.area_profile SET zone_kind = '园区', level = '三区单元' WHERE area_code = 'D'", [FIRST, LAST]),
        ("INSERT INTO mart.area_tree VALUES ('E', 'D0', 1)", [FIRST, LAST]),
    ],
)
def test_what_has_changed_is_decided_and_nothing_else(decided, change, quarters):
    """A figure, a part that an enterprise is in, whose figure is public, an area's worth, an area's place."""
    before = named(patterns(world(SEED)))
    changed = world(SEED)
    changed.execute(change)
    decided.clear()
    found = patterns(changed, before)
    assert decided == quarters
    assert found == patterns(changed)


def test_another_program_decides_again(monkeypatch):
    before = decision_of("figures")
    monkeypatch.setattr("etl.warehouse.withholding.remembered._program", lambda: "another")
    assert decision_of("figures") != before


def test_a_version_after_a_change_is_what_it_would_be_without_a_memory(tmp_path, decided):
    """One enterprise tells more of its last quarter; all families, in the order of the rows."""
    change = "UPDATE core.enterprise_quarters SET employees_persons = employees_persons + 7 WHERE quarter = '2024Q2'"
    remembered = read_patterns(pointed(small_world.publish(tmp_path / "before")))
    anew = small_world.build(duckdb.connect(), change=change)
    many = len(decided)
    again = small_world.build(duckdb.connect(), change=change)
    again.execute("DROP TABLE mart.withheld")
    decided.clear()
    withholding.withhold(again, remembered)
    assert again.execute(ROWS).fetchall() == anew.execute(ROWS).fetchall() != []
    assert 0 < len(decided) < many


def test_nothing_is_remembered_of_what_is_not_there(tmp_path):
    """No version, no file, a file of another kind, and a version from before decisions had names."""
    with duckdb.connect(str(tmp_path / "old.duckdb")) as connection:
        connection.execute("CREATE SCHEMA mart; CREATE TABLE mart.withheld (family VARCHAR)")
    (tmp_path / "broken.duckdb").write_bytes(b"not a database")
    for name in ("old", "broken", "missing"):
        assert read_patterns(tmp_path / f"{name}.duckdb") == {}
    assert read_patterns(None) == {}


def test_a_build_remembers_the_version_before(town, monkeypatch):
    given = []
    own = withholding.withhold

    def noted(connection, remembered, **more):
        given.append(remembered)
        own(connection, remembered, **more)

    monkeypatch.setattr(withholding, "withhold", noted)
    before = read_patterns(pointed(town.warehouse))
    write_csv(town.data / "demo" / "enterprise_quarters.csv", FORM[:-1])
    assert town.build().published
    assert given == [before] != [{}]
