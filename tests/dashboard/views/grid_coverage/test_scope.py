import pytest

from dashboard.metrics.versions import current
from dashboard.views.grid_coverage.scope import scope


@pytest.fixture
def warehouse(published_warehouse):
    return current(published_warehouse)


def test_a_district_lists_its_grids(warehouse):
    listed = scope(warehouse, "350581101901")
    assert listed.has_grids and len(listed.places) == 24  # 8 + 9 + 7
    assert listed.pointed is None and listed.note == ""


def test_a_grid_is_listed_beside_its_neighbours(warehouse):
    listed = scope(warehouse, "35058110120603")
    assert (listed.name, len(listed.places), listed.pointed) == ("塘后村", 9, "35058110120603")


def test_a_district_without_grids_lists_its_units_and_says_why(warehouse):
    listed = scope(warehouse, "350581100901")
    assert not listed.has_grids
    assert "彭田村" in [place.name for place in listed.places] and len(listed.places) == 8
    assert "未载网格划分" in listed.note


def test_a_unit_of_such_a_district_is_pointed_out(warehouse):
    assert scope(warehouse, "350581100211").pointed == "350581100211"


def test_a_factory_is_referred_to_the_grids_of_its_park(warehouse):
    listed = scope(warehouse, "350581101921")
    assert (listed.name, len(listed.places)) == ("宝盖科技园", 8)
    assert listed.note.startswith("卡宾石狮事业部不单设网格")


def test_everything_together_names_who_has_no_grids(warehouse):
    listed = scope(warehouse, "350581000000")
    assert (listed.name, len(listed.places)) == ("两个片区", 24)
    assert listed.note.startswith("彭田片区") and "与24个网格一并列出" in listed.note


def test_events_of_everything_are_told_of_the_units_without_grids_too(warehouse):
    listed = scope(warehouse, "350581000000")
    # 24 grids and the 8 units of the other 片区; only grids have staff.
    assert len(listed.of("on_time_rate").places) == 32 and "彭田村" in [
        one.name for one in listed.of("overdue_open").places
    ]
    assert listed.of("grid_staff").places == listed.places and len(listed.every_code) == 32
