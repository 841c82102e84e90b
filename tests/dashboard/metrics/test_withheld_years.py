"""A year is withheld where one of its quarters is, and only there."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric
from dashboard.metrics.versions import current


@pytest.mark.parametrize("name", ["gross_output", "revenue", "tax", "electricity"])
@pytest.mark.parametrize("by", [None, "scale"])
def test_a_year_follows_its_quarters(demonstration_warehouse, name, by):
    warehouse = current(demonstration_warehouse)
    zones = tuple(code for code, area in areas(warehouse).items() if area.level == "三区单元" and area.is_in_scope)
    quarters = cells(warehouse, metric(name), zones, grain="quarter", since="2024Q1", until="2025Q4", by=by)
    years = cells(warehouse, metric(name), zones, grain="year", since="2024", until="2025", by=by)
    withheld = {
        (cell.area_code, cell.period[:4], cell.part) for cell in quarters if cell.value is Absence.NOT_DISCLOSED
    }
    assert {
        (cell.area_code, cell.period, cell.part) for cell in years if cell.value is Absence.NOT_DISCLOSED
    } == withheld
    assert any(not isinstance(cell.value, Absence) for cell in years)
