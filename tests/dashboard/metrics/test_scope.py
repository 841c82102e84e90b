"""A reader of some areas: the same figures of them as everybody gets, and of all others nothing, whatever is asked."""

import re
from pathlib import Path

import duckdb
import pytest

from dashboard.metrics import versions as reader
from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas, default_area, options
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.scope import OF_THE_TOWN, ROWS_OF
from tests import small_world

DASHBOARD = Path(reader.__file__).resolve().parents[1]
# 甲片区 with all in it, and the areas that are only named above it.
INSIDE = {"D", "P", "V", "F", "P1", "V1", "V2"}
ABOVE = {"C", "T"}
OUTSIDE = ("C", "T", "E", "Q", "W")


@pytest.fixture(scope="module")
def scoped(small):
    return small.seen_by(("D",))


@pytest.fixture
def reading_as():
    """Whose areas are read from now on, until the test ends."""
    before = reader._SCOPE_OF_READER
    yield reader.readers_come_from
    reader.readers_come_from(before)


def tables(warehouse) -> dict[tuple[str, str], set[str]]:
    rows = warehouse.rows(
        "SELECT schema_name, table_name, list(column_name) AS columns FROM duckdb_columns()"
        " WHERE NOT internal AND database_name = current_database() AND schema_name IN ('mart', 'meta', 'core') GROUP BY ALL"
    )
    return {(row["schema_name"], row["table_name"]): set(row["columns"]) for row in rows}


def test_an_area_is_seen_with_all_in_it_and_named_with_all_above(scoped):
    assert scoped.within == INSIDE
    assert set(areas(scoped)) == INSIDE | ABOVE
    assert {place.area_code for place in options(scoped)} == INSIDE
    assert (default_area(scoped), areas(scoped)["D"].path) == ("D", "某镇 / 甲片区")


def test_a_reader_of_a_park_begins_there_and_one_of_nowhere_nowhere(small):
    assert default_area(small.seen_by(("P",))) == "P"
    assert default_area(small.seen_by(("不在此处",))) is None
    assert small.seen_by(("不在此处",)).rows("FROM mart.enterprise_quarters") == []


@pytest.mark.parametrize("name", sorted(METRICS))
def test_figures_are_those_that_everybody_gets(small, scoped, name):
    inside = tuple(sorted(INSIDE))
    assert cells(scoped, METRICS[name], inside) == cells(small, METRICS[name], inside)


@pytest.mark.parametrize("name", sorted(METRICS))
def test_no_figure_of_another_area_is_given(scoped, name):
    metric = METRICS[name]
    found = cells(scoped, metric, OUTSIDE)
    assert {cell.value for cell in found} <= {Absence.NOT_DISCLOSED}
    assert all(
        (cell.numerator, cell.denominator, cell.value_high, cell.origins) == (None, None, None, ()) for cell in found
    )
    for dimension in metric.dimensions:
        assert cells(scoped, metric, OUTSIDE, by=dimension.name) == ()


def test_no_table_holds_a_row_of_another_area(small, scoped):
    leaking = {}
    for place, columns in tables(scoped).items():
        if "area_code" in columns:
            rows = scoped.rows(f"SELECT DISTINCT area_code FROM {'.'.join(place)}")
            allowed = INSIDE | ABOVE if place in {("mart", "area_profile"), ("mart", "area_tree")} else INSIDE
            leaking[place] = {row["area_code"] for row in rows} - allowed
    assert {place: codes for place, codes in leaking.items() if codes} == {}
    assert len(leaking) > 50


def test_a_table_without_areas_is_there_only_where_that_was_decided(small, scoped):
    decided = {(schema, table) for schema, names in OF_THE_TOWN.items() for table in names} | set(ROWS_OF)
    without = {place for place, columns in tables(scoped).items() if "area_code" not in columns}
    assert without <= decided
    assert decided <= set(tables(small))
    assert not any("area_code" in tables(small)[place] for place in decided)


def test_of_an_area_above_only_its_name_and_place_are_told(small, scoped):
    [told] = scoped.rows("SELECT aliases, land_mu, note, name FROM mart.area_profile WHERE area_code = 'T'")
    assert told == {"aliases": None, "land_mu": None, "note": None, "name": "某镇"}


def test_answers_are_remembered_for_each_scope_alone(small):
    first, second = small.seen_by(("D",)), small.seen_by(("E",))
    assert small.seen_by(("D",)) is first and first is not second
    assert set(areas(first)) != set(areas(second)) != set(areas(small))


def test_a_scoped_connection_reaches_no_file(scoped):
    with pytest.raises(duckdb.PermissionException):
        scoped.rows("ATTACH 'else.duckdb'")


def test_whatever_is_opened_is_opened_for_the_reader(tmp_path, reading_as):
    told = "INSERT INTO meta.version (version, built_at) VALUES ('v', TIMESTAMP '2024-07-15 08:30:00')"
    folder = small_world.publish(tmp_path / "w", change=told)
    file = next(folder.glob("*.duckdb"))
    reading_as(lambda: ("D",))
    with reader.opened(file) as candidate:
        assert candidate.within == INSIDE
    assert reader.current(folder).within == INSIDE
    assert reader.earlier(file.stem, folder).within == INSIDE
    with reader.looking_at(reader.current(folder)):
        assert reader.current().within == INSIDE
    reading_as(reader.everything)
    assert reader.current(folder).within is None


def sources() -> dict[str, str]:
    return {
        path.relative_to(DASHBOARD).as_posix(): path.read_text(encoding="utf-8") for path in DASHBOARD.rglob("*.py")
    }


def test_every_table_that_is_asked_for_is_there_for_a_reader_of_some_areas(small, scoped):
    known, there = set(tables(small)), set(tables(scoped))
    asked = {
        (schema, table): name
        for name, text in sources().items()
        for schema, table in re.findall(r"\b(?:FROM|JOIN) (mart|meta|core)\.(\w+)", text)
        if (schema, table) in known
    }
    assert len(asked) > 30
    assert {table: name for table, name in asked.items() if table not in there} == {}, "decide it in metrics/scope.py"


def test_only_figures_are_taken_from_the_whole_version():
    asking = {name for name, text in sources().items() if re.search(r"warehouse\.whole\b|\._whole\b", text)}
    assert asking == {"metrics/ask.py", "metrics/coverage.py", "metrics/warehouse.py"}
