"""What is summed for the areas above the grids answers as the grids do."""

import pytest

from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import FINEST
from dashboard.metrics.query import statement
from dashboard.metrics.versions import current

SUMMED = sorted(name for name, metric in METRICS.items() if metric.source.above)


@pytest.fixture(scope="module")
def warehouse(demonstration_warehouse):
    return current(demonstration_warehouse)


@pytest.mark.parametrize("name", SUMMED)
def test_an_area_is_told_the_same_alone_and_beside_a_grid(warehouse, name):
    """A question that names a grid is answered by the rows of the grids."""
    metric, register = METRICS[name], areas(warehouse)
    above = tuple(code for code, area in register.items() if area.level != FINEST)
    grid = next(code for code, area in register.items() if area.level == FINEST)
    for by in (None, *(dimension.name for dimension in metric.dimensions)):
        alone = cells(warehouse, metric, above, by=by)
        beside = tuple(one for one in cells(warehouse, metric, (*above, grid), by=by) if one.area_code != grid)
        assert alone == beside != ()


@pytest.mark.parametrize("name", SUMMED)
def test_only_questions_about_grids_read_their_rows(name):
    mart = METRICS[name].source
    assert f"mart.{mart.name} " not in statement(METRICS[name], None, is_above=True)
    assert f"mart.{mart.above}" not in statement(METRICS[name], None)
