"""What a killed server leaves is named by `verify` and removed at the next start; what somebody works on stays."""

import pytest
from filelock import FileLock

import etl
from etl.__main__ import main
from etl.proposing.checking import open_proposal
from etl.warehouse.lock import LOCK
from tests.town import QUARTER_HEADERS, write_csv


@pytest.fixture
def folders(town):
    return town.data, town.warehouse


def left_behind(town, folders):
    """A check that was killed, a build that was killed, and the workshop of a proposal that is gone; their paths."""
    place = open_proposal([("企业季报.csv", b"x")], *folders, "")
    place.progress.write_text("{}", encoding="utf-8")
    place.workshop.mkdir()
    (place.workshop / "new.duckdb").write_bytes(b"half")
    building = town.warehouse / ".building-abc"
    building.mkdir()
    gone = town.warehouse / ".proposed-20200101T000000000000000Z-00000000.work"
    gone.mkdir()
    return [building, gone, place.workshop]


def test_leftovers_are_named_and_removed(town, folders, capsys):
    left = left_behind(town, folders)
    assert etl.leftovers(*folders) == left
    before = etl.history(town.warehouse)
    main(["verify", "--data", str(town.data), "--warehouse", str(town.warehouse)])
    told = capsys.readouterr().out
    assert "3 个中断时留下的临时文件" in told and all(path.name in told for path in left)
    etl.tidy(*folders)
    assert not [path for path in left if path.exists()] and not etl.leftovers(*folders)
    assert etl.history(town.warehouse) == before
    main(["verify", "--data", str(town.data), "--warehouse", str(town.warehouse)])
    assert "留下的临时文件" not in capsys.readouterr().out


def test_a_check_at_work_and_a_candidate_that_waits_stay(town, folders):
    file = write_csv(town.data.parent / "企业季报.csv", (QUARTER_HEADERS, ("Q001", "2024Q3", "1300", "30", "88")))
    ready = etl.propose([file], *folders)
    candidate = etl.candidate(ready.proposal_id, *folders)
    at_work = open_proposal([("企业季报.csv", b"x")], *folders, "")
    at_work.workshop.mkdir()
    # The workshop of one that is ready goes, and its candidate stays.
    candidate.with_suffix(".work").mkdir()
    with at_work.running_lock():
        assert etl.leftovers(*folders) == [candidate.with_suffix(".work")]
        etl.tidy(*folders)
        assert at_work.workshop.exists() and candidate.exists()
        assert not candidate.with_suffix(".work").exists()


def test_nothing_is_touched_while_somebody_builds(town, folders):
    building = town.warehouse / ".building-abc"
    building.mkdir()
    with FileLock(town.warehouse / LOCK):
        assert etl.leftovers(*folders) == []
        etl.tidy(*folders)
    assert building.exists()


def test_a_warehouse_that_is_not_there_has_no_leftovers(tmp_path):
    assert etl.leftovers(tmp_path, tmp_path / "none") == []
    etl.tidy(tmp_path, tmp_path / "none")
    assert not (tmp_path / "none").exists()
