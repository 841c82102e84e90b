"""Builds and rollbacks that die at chosen moments, two at once, and a clock that goes back: never half a version."""

import pytest

from bench.events import FORM
from bench.kills import Ground, at, killed_build, killed_rollback, set_back, two_at_once
from tests.town import EVENT_HEADERS, EVENTS, write_csv


@pytest.fixture
def ground(town):
    """The town with a form whose first value changes."""
    write_csv(town.data / FORM, [EVENT_HEADERS, ("E00000000", *EVENTS[1][1:])], encoding="utf-8")
    ground = Ground(town.data, town.warehouse)
    ground.write(0)
    assert town.build().published
    return ground


@pytest.mark.parametrize(
    ("moment", "is_published"),
    [
        ("open:1", False),  # the finished file is being flushed
        ("os.rename:1", False),  # the note beside it
        ("os.rename:2", False),  # the file itself
        ("os.rename:3", False),  # the pointer
        ("os.rmdir:1", True),
    ],
)
def test_a_build_that_dies_while_publishing_leaves_the_old_or_the_new_version(ground, moment, is_published):
    found = []

    def kill(ground: Ground) -> None:
        at(moment)(ground)
        found.append(ground.state()[1])

    assert killed_build(ground, 5, kill) == []
    assert found == [5 if is_published else 0]


@pytest.mark.parametrize("change", range(1, 7))
def test_a_rollback_that_dies_leaves_one_of_two_versions(ground, change):
    assert killed_rollback(ground, f"change:{change}") == []


def test_two_builds_at_once_make_one_version(ground):
    assert two_at_once(ground, 4) == []


def test_a_version_of_yesterday_wins_when_it_is_built_today(ground):
    assert set_back(ground, 3, days=1) == []
    assert set_back(ground, 4, days=4000) == []


def test_what_is_not_one_whole_version_is_told(ground):
    (ground.warehouse / "current.json").write_text("{}", encoding="utf-8")
    with pytest.raises(KeyError):
        ground.state()
