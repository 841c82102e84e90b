"""What one or two sell at an incubation site is withheld, and whatever gives it away; what many sell is shown."""

from random import Random

import pytest

import etl.warehouse.withholding as withholding
from etl.warehouse.withholding.incubation import INCUBATION
from tests.etl.warehouse.withholding.worlds import above, world_of_areas

# Site, area, accounts in use, enterprises, orders, sales.
FEW, MANY, OTHER = ("甲空间", "D0", 2, 1, 60, 3.5), ("乙空间", "D0", 40, 5, 900, 60), ("丙空间", "D1", 12, 0, 300, 20)


def withheld(*sites: tuple, quarter: str = "2025Q1") -> set[tuple[str, str, str]]:
    """The figures that are withheld, as (area, period, site)."""
    connection, _ = world_of_areas(Random(0))
    connection.execute(
        "CREATE TABLE mart.incubation_quarters (site VARCHAR, area_code VARCHAR, quarter VARCHAR, "
        "accounts_active BIGINT, enterprises_surviving BIGINT, orders BIGINT, sales_cny_10k DECIMAL(18, 6))"
    )
    for site, area, accounts, enterprises, orders, sales in sites:
        connection.execute(
            "INSERT INTO mart.incubation_quarters VALUES (?, ?, ?, ?, ?, ?, ?)",
            [site, area, quarter, accounts, enterprises, orders, sales],
        )
    patterns = withholding.patterns(connection, INCUBATION, above(connection))
    return {(key.area_code, key.period, key.part) for pattern in patterns for key in pattern.withheld}


def test_a_site_of_two_sellers_is_withheld_with_all_that_it_is_in():
    found = withheld(FEW, MANY, OTHER)
    assert {("D0", "2025Q1", ""), ("D0", "2025Q1", "甲空间"), ("D", "2025Q1", ""), ("T", "2025Q1", "")} <= found
    assert {area for area, _, _ in found} == {"D0", "D", "T"}
    assert ("D0", "2025", "甲空间") in found


@pytest.mark.parametrize("accounts, enterprises", [(3, 0), (0, 3), (2, 3)])
def test_three_sellers_of_either_kind_are_enough(accounts, enterprises):
    assert withheld(("甲空间", "D0", accounts, enterprises, 60, 3.5), MANY, OTHER) == set()


def test_a_site_where_nothing_was_sold_tells_nothing():
    assert withheld(("甲空间", "D0", 0, 0, 0, 0), MANY, OTHER) == set()
