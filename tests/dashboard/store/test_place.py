"""Where what people make is kept, and how it comes there from beside the warehouse."""

import logging
from dataclasses import replace
from datetime import datetime

import pytest

from dashboard.meeting.running_order import running_order
from dashboard.store.frozen import editions, freeze, frozen
from dashboard.store.place import OWN_DATA, kept_folder, take_over
from dashboard.store.prepared import Preparation, keep, prepared, undo

DAY = datetime(2024, 4, 4, 17, 30)


@pytest.fixture
def old(tmp_path):
    return tmp_path / "warehouse"


@pytest.fixture
def new(tmp_path):
    return tmp_path / "data" / "kept"


def test_the_environment_says_where_and_otherwise_it_is_in_the_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("SANQU_KEPT", str(tmp_path))
    assert kept_folder() == tmp_path
    monkeypatch.delenv("SANQU_KEPT")
    monkeypatch.setenv("SANQU_DATA", str(tmp_path / "town"))
    assert kept_folder() == tmp_path / "town" / "kept"
    monkeypatch.delenv("SANQU_DATA")
    assert kept_folder() == OWN_DATA / "kept" and OWN_DATA.name == "data"


def test_editions_and_preparations_are_taken_over_whole_and_once(small, old, new, caplog):
    closed = freeze(old, running_order(small, "M2"), DAY)
    first = keep(old, "M2", "D", Preparation(remarks={"map": "先说这页"}))
    keep(old, "M2", "D", replace(first, left_out=frozenset({"lists"})))
    with caplog.at_level(logging.WARNING):
        taken = take_over(old, new)
    assert (taken.count, taken.stay) == (2, 0)
    assert "2份，已移到" in taken.words and taken.words in caplog.text
    assert frozen(new, "M2", "D") == closed
    assert prepared(new, "M2", "D").left_out == {"lists"} and undo(new, "M2", "D").remarks == {"map": "先说这页"}
    # What was taken back since does not come again.
    assert take_over(old, new).words == "" and prepared(new, "M2", "D").left_out == frozenset()
    assert not list(old.rglob("*.json"))


def test_nothing_that_is_kept_already_is_written_over(small, old, new):
    keep(old, "M2", "D", Preparation(remarks={"map": "旧"}))
    keep(old, "M1", "D", Preparation(remarks={"map": "另一次"}))
    here = keep(new, "M2", "D", Preparation(remarks={"map": "新"}))
    freeze(old, running_order(small, "M2"), DAY)
    newer = freeze(new, running_order(small, "M2"), DAY)
    taken = take_over(old, new)
    # The edition is the same in both places; the preparation of M2 is another.
    assert (taken.count, taken.stay) == (1, 1) and "1份与那里已有的同名、内容不同，没有移动" in taken.words
    assert prepared(new, "M2", "D") == here and prepared(new, "M1", "D").remarks == {"map": "另一次"}
    assert editions(new, "M2", "D") == (newer,)
    assert prepared(old, "M2", "D").remarks == {"map": "旧"}
    # It is said once: nothing more is taken.
    assert take_over(old, new).words == ""


def test_a_folder_that_is_its_own_old_place_or_is_not_there_is_left_alone(old, new):
    assert take_over(old, new).words == "" and not new.exists()
    kept = keep(old, "M2", "D", Preparation(remarks={"map": "先"}))
    assert take_over(old, old).words == "" and prepared(old, "M2", "D") == kept
