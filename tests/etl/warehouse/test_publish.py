import hashlib
import json

import pytest

import etl
from etl.warehouse.kept_versions import POINTER, UnknownVersion, pointed, published, read_version, versions
from etl.warehouse.publish import rollback
from tests.town import EVENT_HEADERS, EVENTS, write_csv


def rebuild(town, number: int) -> str:
    write_csv(town.data / "demo" / "grid_events.csv", [EVENT_HEADERS, *EVENTS[1:], (f"N{number}", *EVENTS[1][1:])])
    result = town.build(keep=2)
    assert result.published
    return result.version


def test_only_the_newest_versions_are_kept_and_one_can_be_published_again(town):
    first = published(town.warehouse).version
    second, third = rebuild(town, 1), rebuild(town, 2)
    assert [version.version for version in versions(town.warehouse)] == [third, second]
    before = {name: content for name, content in town.state().items() if name != POINTER}
    rollback(town.warehouse, second)
    assert town.query("SELECT version FROM meta.version") == [(second,)]
    assert town.query("SELECT count(*) FROM core.grid_events WHERE event_id = 'N1'") == [(1,)]
    assert {name: content for name, content in town.state().items() if name != POINTER} == before
    for unknown in (first, "../warehouse", ""):
        with pytest.raises(UnknownVersion):
            rollback(town.warehouse, unknown)
    assert town.query("SELECT version FROM meta.version") == [(second,)]


def test_versions_of_one_second_are_told_apart_by_their_names(town):
    """The name decides which version is the newest, and builds follow each other faster than seconds do."""
    names = [published(town.warehouse).version, *(rebuild(town, number) for number in range(1, 4))]
    assert names == sorted(names)
    instants = [name.partition("-")[0] for name in names]
    assert len({len(instant) for instant in instants}) == 1
    assert len(set(instants)) == len(names)


def test_after_a_rollback_the_same_forms_are_built_anew(town):
    first = published(town.warehouse).version
    rebuild(town, 1)
    rollback(town.warehouse, first)
    assert town.build().published


@pytest.mark.parametrize("spoiling", ["missing", "cut", "other", "pointer"])
def test_a_broken_warehouse_is_rebuilt(town, spoiling):
    path = pointed(town.warehouse)
    match spoiling:
        case "missing":
            path.unlink()
        case "cut":
            path.write_bytes(path.read_bytes()[:5000])
        case "other":
            path.write_bytes(b"not a database")
        case "pointer":
            (town.warehouse / POINTER).write_text('{"version"', encoding="utf-8")
    assert published(town.warehouse) is None
    assert town.build().published
    assert town.query("SELECT count(*) FROM core.grid_events") == [(2,)]


def test_the_pointer_names_the_file(built_town):
    pointer = json.loads((built_town.warehouse / POINTER).read_text(encoding="utf-8"))
    assert set(pointer) == {"version", "file", "built_at", "bytes", "sha256"}
    content = (built_town.warehouse / pointer["file"]).read_bytes()
    assert (pointer["bytes"], pointer["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    version = read_version(built_town.warehouse / pointer["file"])
    assert (version.version, version.built_at.isoformat()) == (pointer["version"], pointer["built_at"])


def test_the_published_version_can_be_read_while_a_dashboard_holds_it(town):
    import duckdb

    settings = {"enable_external_access": "false", "lock_configuration": "true"}
    with duckdb.connect(str(pointed(town.warehouse)), read_only=True, config=settings) as reader:
        assert etl.history(town.warehouse)[0].is_published
        rebuild(town, 1)
        assert reader.execute("SELECT count(*) FROM core.grid_events").fetchone() == (2,)


def test_the_rows_of_a_register_are_offered_by_code(town):
    assert etl.register_rows("enterprises", town.warehouse) == {
        "Q001": "演示服装一号",
        "Q002": "演示五金二号",
        "Q003": "演示电商三号",
    }
    assert etl.register_rows("enterprise_quarters", town.warehouse) == {}
