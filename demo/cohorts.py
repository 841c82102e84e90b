"""How many enterprises each park, market and village has, and how many come and go in each quarter."""

from dataclasses import dataclass
from decimal import Decimal

from demo import places
from demo.periods import QUARTERS
from demo.rows import Row

# The state that the 宝盖 plan of 2024-11-04 describes: 213 enterprises (three of them published), 55 above scale.
AS_OF = QUARTERS.index("2024Q4")
# When one of the park's enterprises above scale closes.
CLOSED_IN = QUARTERS.index("2025Q3")
MANUFACTURING = {"服装": 88, "针织": 34, "五金": 27, "塑料": 20, "鞋类": 13, "包装": 12, "电子": 9, "食品": 8}
GARMENTS = {"服装": 60, "针织": 20, "商贸物流": 12, "包装": 5}
TRADE = {"商贸物流": 30, "服装": 6, "其他": 4}
VILLAGE = {"商贸物流": 6, "服装": 4, "其他": 4, "包装": 2}


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """The enterprises of one area: how many at the start of 2023, and how many come and go in each quarter.

    In the quarter `closes_in` the first of those that leave is one above scale.
    `above_scale` of those present at the end of 2024Q4 are above scale; `land_mu` is what all that report their
    land occupy together.
    """

    area_code: str
    opening: int
    entries: tuple[int, ...]
    exits: tuple[int, ...]
    industries: dict[str, int]
    above_scale: int
    land_mu: Decimal
    closes_in: int | None = None


def _quiet(opening: int, *, entered: int = 0) -> Row:
    """A small area: `entered` newcomers, one in every second quarter, and nobody leaving."""
    return {
        "opening": opening,
        "entries": tuple(int(number < 2 * entered and number % 2) for number in range(12)),
        "exits": (0,) * 12,
    }


COHORTS = (
    # 201 + 17 − 8 = 210 at the end of 2024Q4; with the three published factories 213. Nobody moves in 2024Q4.
    Cohort(
        area_code=places.PARK,
        opening=201,
        entries=(2, 3, 1, 3, 2, 4, 2, 0, 3, 4, 2, 3),
        exits=(1, 0, 2, 1, 2, 1, 1, 0, 1, 2, 3, 1),
        industries=MANUFACTURING,
        above_scale=52,
        land_mu=Decimal("1080.0"),
        closes_in=CLOSED_IN,
    ),
    # 18 + 49 − 2 = 65 at the end of 2025Q4.
    Cohort(
        area_code=places.SMART_PARK,
        opening=18,
        entries=(3, 4, 4, 5, 3, 5, 4, 6, 4, 6, 5, 0),
        exits=(0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0),
        industries=GARMENTS,
        above_scale=9,
        land_mu=Decimal("96.0"),
    ),
    Cohort(
        area_code=places.JIANJIAN_PARK,
        industries=MANUFACTURING,
        above_scale=5,
        land_mu=Decimal("88.0"),
        **_quiet(16, entered=2),
    ),
    Cohort(
        area_code=places.STARTUP_PARK,
        industries=GARMENTS,
        above_scale=4,
        land_mu=Decimal("72.0"),
        **_quiet(21, entered=5),
    ),
    Cohort(
        area_code=places.TIANQIU_PARK,
        industries=MANUFACTURING,
        above_scale=4,
        land_mu=Decimal("64.0"),
        **_quiet(13, entered=1),
    ),
    Cohort(
        area_code=places.GARMENT_CITY, industries=TRADE, above_scale=3, land_mu=Decimal("12.0"), **_quiet(28, entered=4)
    ),
    Cohort(
        area_code=places.TEXTILE_CITY, industries=TRADE, above_scale=2, land_mu=Decimal("9.0"), **_quiet(22, entered=2)
    ),
    Cohort(
        area_code=places.TANGHOU, industries=VILLAGE, above_scale=0, land_mu=Decimal("8.0"), **_quiet(11, entered=2)
    ),
    Cohort(area_code=places.LUNHOU, industries=VILLAGE, above_scale=0, land_mu=Decimal("6.0"), **_quiet(9)),
)
