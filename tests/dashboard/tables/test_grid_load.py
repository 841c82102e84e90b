from dashboard.metrics.versions import current
from dashboard.tables.grid_load import LoadBand, load_bands


def test_the_standards_by_kind_of_grid(published_warehouse):
    bands = load_bands(current(published_warehouse))
    assert bands["综合"] == LoadBand(grid_kind="综合", households_low=300, households_high=500, residents_high=2500)
    assert bands["专属"].households_low is None and bands["专属"].residents_high == 2500


def test_a_standard_says_beyond_what_a_grid_is_overloaded(published_warehouse):
    bands = load_bands(current(published_warehouse))
    assert bands["综合"].ceiling == "500户或2,500人"
    assert bands["专属"].ceiling == "2,500人"
