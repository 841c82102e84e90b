"""What 45 片区 of a made-up prefecture sent, late, twice, corrected, by another product, not at all → a version's tables."""

import shutil
from dataclasses import replace
from datetime import timedelta

import duckdb
import pytest

import etl
from demo import prefecture
from etl.packs.loading import load_packs
from etl.packs.pack import to_bytes
from etl.packs.receiving import files_kept
from etl.warehouse.kept_versions import pointed
from etl.warehouse.tables import create_tables
from tests.etl.test_carried import differences

FOURTH, FIFTH, SIXTH = (one.code for one in prefecture.districts()[3:6])
EARLY, *SILENT = (one.code for one in prefecture.districts()[-3:])


def rows(warehouse, sql: str) -> list[tuple]:
    with duckdb.connect(str(pointed(warehouse)), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prefecture")
    data = prefecture.write(folder / "data")
    assert etl.build(data, folder / "warehouse").published
    return data, folder / "warehouse"


def test_of_each_district_the_newest_pack_counts_whenever_it_came(built):
    _, warehouse = built
    sent = rows(warehouse, "SELECT district_code, is_used, product, built_at, figures FROM core.packs")
    assert len(sent) == 45 and len({code for code, *_ in sent}) == 43
    assert {code for code, *_ in sent}.isdisjoint(SILENT)
    assert sorted(code for code, is_used, *_ in sent if not is_used) == [FOURTH, FIFTH]
    assert {code for code, _, product, *_ in sent if product == prefecture.NEWER} == {SIXTH}
    used = {code: (built_at, figures) for code, is_used, _, built_at, figures in sent if is_used}
    # The late one, of three months before, is kept and not used; the corrected one took the place of the wrong one.
    assert used[FOURTH][0] == prefecture.BUILT and used[FIFTH][0] == prefecture.BUILT + timedelta(days=3)
    told = dict(rows(warehouse, "SELECT district_code, count(*) FROM core.pack_figures GROUP BY ALL"))
    assert told == {code: figures for code, (_, figures) in used.items()}


def test_quarters_are_sums_of_months_and_a_pack_from_before_a_quarter_s_end_is_not_in_it(built):
    _, warehouse = built
    right = next(one for one in reversed(prefecture.packs()) if one.code == FIFTH)
    months = ("2025-10", "2025-11", "2025-12")
    accepted = sum(
        one.value for one in right.figures if (one.quantity, one.dimension) == ("accepted", "") and one.period in months
    )
    asked = "SELECT value FROM mart.pack_quarters WHERE quantity = '{}' AND dimension = '' AND quarter = '2025Q4' AND district_code = '{}'"
    assert rows(warehouse, asked.format("accepted", FIFTH)) == [(accepted,)]
    moved = {
        name: sum(one.value for one in right.figures if (one.quantity, one.dimension) == (name, ""))
        for name in ("overdue_entered", "overdue_left")
    }
    open_at_end = moved["overdue_entered"] - moved["overdue_left"]
    assert rows(warehouse, asked.format("overdue_open", FIFTH)) == [(open_at_end,)]
    last = dict(rows(warehouse, "SELECT district_code, max(quarter) FROM mart.pack_quarters GROUP BY ALL"))
    assert [code for code, quarter in last.items() if quarter != "2025Q4"] == [EARLY] and last[EARLY] == "2025Q3"


def test_a_pack_more_makes_a_version_as_a_full_build_would(built, tmp_path):
    data, warehouse = (shutil.copytree(folder, tmp_path / folder.name) for folder in built)
    assert not etl.build(data, warehouse).published
    file = tmp_path / "包.zip"
    file.write_bytes(to_bytes(replace(prefecture.packs()[0], code=SILENT[0], name="补报")))
    etl.receive([file], data)
    assert etl.build(data, warehouse).published and etl.build(data, tmp_path / "full", full=True).published
    assert differences(pointed(warehouse), pointed(tmp_path / "full")) == {}
    assert rows(warehouse, "SELECT count(*) FROM core.packs WHERE is_used") == [(44,)]
    # Torn on the disk it is said to be so, and the one before it is used.
    kept = [file for file in files_kept(data) if file.parent.name == FOURTH]
    kept[-1].write_bytes(kept[-1].read_bytes()[:100])
    result = etl.build(data, warehouse)
    assert result.published and "不能使用" in "".join(one.message for one in result.problems)
    built_at = prefecture.BUILT - timedelta(days=90)
    assert rows(warehouse, f"SELECT is_used, built_at FROM core.packs WHERE district_code = '{FOURTH}'") == [
        (True, built_at)
    ]


def test_without_the_demonstration_nothing_made_up_is_left(tmp_path):
    file = tmp_path / "包.zip"
    file.write_bytes(to_bytes(prefecture.packs()[0]))
    etl.receive([file], tmp_path)
    with duckdb.connect() as connection:
        create_tables(connection)
        assert load_packs(connection, tmp_path, ("demo",)) == []
        assert connection.execute("SELECT count(*) FROM core.pack_figures").fetchall() == [(0,)]
