"""What is carried over from the version before is what would be loaded anew, whatever has changed."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

import duckdb
import pytest

import etl
import etl.extracts
from etl import assembling
from etl.carried import read_earlier
from etl.datasets import DATASETS, referred
from etl.fingerprints import basis
from etl.inputs import find_inputs
from etl.problems import has_error
from etl.sql import literal
from etl.to_read import looked_at
from etl.validate.plausible import stands_alone
from etl.warehouse.kept_versions import loads_known, pointed, versions
from tests.town import AREAS, ENTERPRISES, EVENT_HEADERS, EVENTS, QUARTER_HEADERS, QUARTERS, write_csv

# What two builds of the same forms cannot have in common: when they ran.
OWN = {"meta.version": None, "meta.loads": "loaded_at"}
SEED, BUILDS = 1, 3


def differences(one: Path, other: Path) -> dict[str, int]:
    """Table → how many rows only one of two versions has; tables that only one has count as one."""
    with duckdb.connect() as connection:
        for name, file in (("one", one), ("other", other)):
            connection.execute(f"ATTACH {literal(str(file))} AS {name} (READ_ONLY)")
        found = connection.execute(
            "SELECT schema_name || '.' || table_name, count(*) FROM duckdb_tables() "
            "WHERE database_name IN ('one', 'other') GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        different = {table: 1 for table, many in found if many != 2}
        for table in (table for table, _ in found if OWN.get(table, "") is not None and table not in different):
            columns = f"* EXCLUDE ({OWN[table]})" if OWN.get(table) else "*"
            sides = [f"SELECT {columns} FROM {name}.{table}" for name in ("one", "other")]
            [(rows,)] = connection.execute(
                f"SELECT count(*) FROM (({sides[0]} EXCEPT ALL {sides[1]}) UNION ALL ({sides[1]} EXCEPT ALL {sides[0]}))"
            ).fetchall()
            different |= {table: rows} if rows else {}
        return different


@dataclass(frozen=True)
class Twins:
    """The same town twice: one is built on what was before, the other one in full."""

    carried: Path
    full: Path

    @property
    def towns(self) -> tuple[Path, Path]:
        return self.carried, self.full

    def write(self, name: str, rows) -> None:
        for town in self.towns:
            path = write_csv(town / "data" / name, rows)
            os.utime(path, (1_700_000_000, 1_700_000_000))

    def build(self) -> tuple:
        first = etl.build(self.carried / "data", self.carried / "warehouse")
        second = etl.build(self.full / "data", self.full / "warehouse", full=True)
        if first.published or first.is_refused:
            assert sorted(map(str, first.problems)) == sorted(map(str, second.problems))
        assert first.is_refused == second.is_refused
        return first, second

    def assert_alike(self) -> None:
        assert differences(*(pointed(town / "warehouse") for town in self.towns)) == {}


@pytest.fixture
def twins(built_town, tmp_path) -> Twins:
    for name in ("carried", "full"):
        shutil.copytree(built_town.data, tmp_path / name / "data")
        shutil.copytree(built_town.warehouse, tmp_path / name / "warehouse")
    return Twins(tmp_path / "carried", tmp_path / "full")


def events(draw: Random) -> list[tuple[str, ...]]:
    """A form of events, some of which the demonstration has too."""
    rows = draw.sample(EVENTS[1:], 1) + [
        (f"N{number}", *EVENTS[1][1:-1], str(draw.randint(0, 2))) for number in draw.sample(range(9), 3)
    ]
    return [EVENT_HEADERS, *rows]


def quarters(draw: Random) -> list[tuple[str, ...]]:
    return [QUARTER_HEADERS, ("Q001", "2024Q4", str(draw.randint(900, 1500)), "31", "90")]


def new_events(twins: Twins, draw: Random) -> None:
    twins.write(f"received/事件{draw.randint(1, 3)}.csv", events(draw))


def demonstration_changed(twins: Twins, draw: Random) -> None:
    twins.write(
        "demo/enterprise_quarters.csv", [*QUARTERS[:-1], ("Q003", "2024Q3", str(draw.randint(400, 500)), "9", "31")]
    )


def reported_beside_demonstration(twins: Twins, draw: Random) -> None:
    """The town's own register displaces the demonstration's, and what refers to it."""
    twins.write("received/企业名录.csv", ENTERPRISES[: draw.randint(3, 4)])
    twins.write("received/产出.csv", quarters(draw))


def register_changed(twins: Twins, draw: Random) -> None:
    twins.write(
        "published/areas.csv",
        [*AREAS[:-1], (*AREAS[-1][:5], f"网商园{draw.randint(1, 9)}、石狮网商园", *AREAS[-1][6:])],
    )


def form_gone(twins: Twins, draw: Random) -> None:
    names = sorted(path.name for path in (twins.carried / "data" / "received").glob("*.csv"))
    for town in twins.towns if names else ():
        (town / "data" / "received" / names[0]).unlink()


def copy_beside(twins: Twins, draw: Random) -> None:
    name = f"事件副本{draw.randint(1, 9)}.csv"
    for town in twins.towns:
        shutil.copy2(town / "data" / "demo" / "grid_events.csv", town / "data" / "demo" / name)


def refused(twins: Twins, draw: Random) -> None:
    """A form that nobody can take, and what takes its place."""
    twins.write("received/坏表.csv", [QUARTER_HEADERS, ("Q404", "2024Q4", "1", "1", "1")])
    first, _ = twins.build()
    assert first.is_refused
    twins.write("received/坏表.csv", quarters(draw))


def corrected(twins: Twins, draw: Random) -> None:
    value = str(draw.randint(31, 39))
    for town in twins.towns:
        etl.add_correction("demo/enterprise_quarters.csv", "", "D2", "30", value, "原表笔误", town / "data")


def approved(twins: Twins, draw: Random) -> None:
    """A form that is checked on top of what is published, and then published as it was checked; the twin only reads it."""
    folders = twins.carried / "data", twins.carried / "warehouse"
    proposal = etl.propose([write_csv(twins.carried / "产出更正.csv", quarters(draw))], *folders)
    assert not has_error(proposal.problems)
    assert etl.publish_proposal(proposal.proposal_id, *folders).published
    shutil.copytree(twins.carried / "data", twins.full / "data", dirs_exist_ok=True)
    # It came before what comes next.
    twins.build()


def rolled_back(twins: Twins, draw: Random) -> None:
    for town in twins.towns:
        kept = versions(town / "warehouse")
        etl.rollback(kept[min(1, len(kept) - 1)].version, town / "warehouse")
    new_events(twins, draw)


KINDS = (
    new_events,
    demonstration_changed,
    reported_beside_demonstration,
    register_changed,
    form_gone,
    copy_beside,
    refused,
    corrected,
    approved,
    rolled_back,
)


def test_what_is_carried_over_is_what_would_be_loaded(twins):
    """Every kind of change once, three or four of them between builds, in an order that is drawn."""
    draw = Random(SEED)
    order = draw.sample(KINDS, len(KINDS))
    for first in range(BUILDS):
        for change in order[first::BUILDS]:
            change(twins, draw)
        twins.build()
        twins.assert_alike()


@pytest.fixture
def read(monkeypatch):
    """The names of the files that are read from now on."""
    found = []
    own = etl.extracts.extract_together
    monkeypatch.setattr(
        etl.extracts,
        "extract_together",
        lambda paths, *more: [found.extend(path.name for path in paths), own(paths, *more)][1],
    )
    return found


def test_only_what_has_changed_is_read_and_what_depends_on_it_made(town, read, monkeypatch):
    """Events are held against the registers; the calendar of their months stays, and with it all that reads it."""
    made = []
    own = assembling.derive
    monkeypatch.setattr(assembling, "derive", lambda *given, **more: made.append(own(*given, **more)) or made[-1])
    write_csv(town.data / "demo" / "grid_events.csv", EVENTS[:-1])
    assert town.build().published
    assert sorted(read) == ["areas.csv", "enterprises.csv", "grid_events.csv"]
    assert {"core.grid_events", "mart.grid_event_months"} <= made[-1]
    assert not {"core.enterprise_quarters", "mart.enterprise_quarters", "mart.area_tree"} & made[-1]


def test_of_forms_that_stand_alone_only_those_that_came_are_read(twins, read):
    """Two months of events, a third one that has a row of each of them, and a correction of all of it."""
    first, second = ([(f"{month}{number}", *EVENTS[1][1:]) for number in range(3)] for month in "AB")
    third = [(*second[0][:-1], "1"), (*first[0][:-1], "2"), ("C1", *EVENTS[1][1:])]
    for town in twins.towns:
        (town / "data" / "demo" / "grid_events.csv").unlink()
    twins.write("received/1月.csv", [EVENT_HEADERS, *first])
    twins.write("received/2月.csv", [EVENT_HEADERS, *second])
    assert etl.build(twins.carried / "data", twins.carried / "warehouse").published
    for name, rows in (("3月", third), ("更正", [(*row[:-1], "3") for row in third])):
        twins.write(f"received/{name}.csv", [EVENT_HEADERS, *rows])
        read.clear()
        assert etl.build(twins.carried / "data", twins.carried / "warehouse").published
        assert set(read) == {"areas.csv", "enterprises.csv", f"{name}.csv"}
    etl.build(twins.full / "data", twins.full / "warehouse", full=True)
    twins.assert_alike()
    with duckdb.connect(str(pointed(twins.carried / "warehouse")), read_only=True) as connection:
        told = connection.execute(
            "SELECT file, rows_used, status FROM meta.loads WHERE dataset = 'grid_events' AND rows_used + rows > 2"
        ).fetchall()
    assert sorted(told) == [
        ("received/1月.csv", 2, "loaded"),
        ("received/2月.csv", 2, "loaded"),
        ("received/3月.csv", 0, "replaced"),
        ("received/更正.csv", 3, "loaded"),
    ]


def test_what_forms_are_held_against_decides_whether_they_stand_alone():
    """Quarters are completed and judged by other quarters, money by other money, targets by those of the areas inside."""
    alone = {name for name, dataset in DATASETS.items() if stands_alone(dataset)}
    assert {"grid_events", "party_liaison"} <= alone
    assert not {"enterprise_quarters", "population", "targets", "service_months", "civic_points"} & alone


def test_another_program_or_another_story_of_loads_carries_nothing_over(built_town):
    file = pointed(built_town.warehouse)
    [(made_on,)] = built_town.query("SELECT basis FROM meta.version")
    known = loads_known(built_town.warehouse)
    assert read_earlier(file, made_on, known).file == file
    assert read_earlier(file, "another", known) is None
    assert read_earlier(file, made_on, known[:-1]) is None
    assert read_earlier(None, made_on, known) is None
    inputs = find_inputs(built_town.data)
    assert basis(inputs, built_town.data, 2026) != basis(inputs, built_town.data, 2027)


def test_every_form_is_held_against_the_registers_that_are_read_before_it():
    """Whether a word is known, and so nobody's name, is asked of the spellings of all registers so far."""
    assert {"areas", "enterprises"} <= looked_at("enterprise_quarters")
    assert looked_at("areas") == frozenset()
    for name, dataset in DATASETS.items():
        assert {referred(column)[0] for column in dataset.referring} - {name} <= looked_at(name)


def test_what_is_different_is_seen(built_town, tmp_path):
    """The test of the law: a row less, a figure that is another one, a table more."""
    copy = tmp_path / "copy.duckdb"
    shutil.copy(pointed(built_town.warehouse), copy)
    assert differences(pointed(built_town.warehouse), copy) == {}
    with duckdb.connect(str(copy)) as connection:
        connection.execute("DELETE FROM core.grid_events WHERE event_id = 'E1'")
        connection.execute("UPDATE mart.enterprise_quarters SET employees_persons = 1 WHERE enterprise_code = 'Q001'")
        connection.execute("CREATE TABLE mart.more (number INTEGER)")
    found = differences(pointed(built_town.warehouse), copy)
    assert found == {"core.grid_events": 1, "mart.enterprise_quarters": 2, "mart.more": 1}
