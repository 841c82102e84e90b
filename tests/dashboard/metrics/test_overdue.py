"""超期未办结 is what is open and overdue at the end of a period, however long ago it fell due."""

import pytest

from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric
from dashboard.metrics.versions import current

BY_HAND = """
SELECT count(*) AS open_matters
FROM core.grid_events AS event JOIN mart.area_tree AS tree ON tree.area_code = event.grid_code
WHERE tree.ancestor_code = $area AND due_at < $end::TIMESTAMP AND (closed_at IS NULL OR closed_at >= $end::TIMESTAMP)
"""


@pytest.mark.parametrize("area", ["350581101901", "35058110120603", "350581100901"])
@pytest.mark.parametrize(
    ("period", "end"), [("2023Q1", "2023-04-01"), ("2024Q4", "2025-01-01"), ("2025Q3", "2025-10-01")]
)
def test_the_stock_is_what_counting_at_the_last_day_gives(demonstration_warehouse, area, period, end):
    warehouse = current(demonstration_warehouse)
    [counted] = warehouse.rows(BY_HAND, area=area, end=end)
    [cell] = cells(warehouse, metric("overdue_open"), (area,), grain="quarter", since=period, until=period)
    assert cell.value == counted["open_matters"]


def test_a_year_ends_with_its_last_quarter(demonstration_warehouse):
    warehouse = current(demonstration_warehouse)
    asked = (warehouse, metric("overdue_open"), ("350581101901",))
    [year] = cells(*asked, grain="year", since="2025", until="2025")
    [quarter] = cells(*asked, grain="quarter", since="2025Q4", until="2025Q4")
    assert year.value == quarter.value > 0
