"""Seed → signed, settled, operating and listed enterprises of every park, in step with the register of enterprises."""

from dataclasses import dataclass
from random import Random

from demo import enterprises, places
from demo.periods import QUARTERS
from demo.rows import Row
from demo.shares import seeded

PUBLISHED_FACTORIES = 3  # 卡宾, 华联 and 大帝 stand inside 宝盖科技园 with area codes of their own


@dataclass(frozen=True)
class Park:
    """How a park fills: floor to let at the start and added by quarter, floor of an enterprise, signed but not yet there.

    `lag` is how many quarters pass between settling and producing.
    """

    area_code: str
    floor_m2: int
    added_m2: dict[str, int]
    per_enterprise_m2: int
    waiting: tuple[int, ...]
    lag: int
    missing: tuple[str, ...] = ()


PARKS = (
    Park(places.PARK, 545_000, {"2024Q3": 18_000}, 2_450, (6, 7, 5, 7, 8, 6, 7, 5, 6, 8, 7, 9), 1),
    # 65 settled by the end of 2025, all of them producing: 在完成投产的同时，向智能化、数字化转型升级.
    Park(
        places.SMART_PARK,
        42_000,
        {"2024Q1": 14_000, "2025Q1": 12_000},
        940,
        (12, 13, 15, 14, 13, 16, 15, 14, 12, 9, 6, 8),
        1,
    ),
    Park(places.JIANJIAN_PARK, 46_000, {}, 2_350, (2, 1, 2, 1, 1, 2, 2, 3, 3, 5, 7, 9), 1),
    Park(places.STARTUP_PARK, 50_000, {"2025Q2": 6_000}, 1_900, (3, 2, 3, 4, 3, 2, 3, 2, 4, 5, 6, 7), 2),
    Park(places.TIANQIU_PARK, 34_000, {"2024Q3": 9_800}, 2_300, (1, 0, 0, 1, 1, 0, 2, 2, 1, 1, 2, 2), 1, ("2024Q1",)),
    Park(places.GARMENT_CITY, 61_000, {"2025Q2": 15_400}, 1_780, (4, 4, 5, 3, 4, 4, 6, 8, 9, 6, 5, 4), 1),
    Park(places.TEXTILE_CITY, 33_000, {"2024Q2": 6_200}, 1_300, (2, 1, 2, 1, 3, 2, 2, 1, 1, 2, 1, 1), 1, ("2025Q4",)),
)


def _rows_of(random: Random, park: Park, register: list[enterprises.Enterprise]) -> list[Row]:
    named = PUBLISHED_FACTORIES if park.area_code == places.PARK else 0
    present = [enterprises.present_in(register, park.area_code, number) for number in range(len(QUARTERS))]
    settled = [len(found) + named for found in present]
    above = [sum(one.row["is_above_scale"] for one in found) + named for found in present]
    rows, floor, listed_before = [], park.floor_m2, None
    for number, quarter in enumerate(QUARTERS):
        floor += park.added_m2.get(quarter, 0)
        producing = min(settled[number], settled[max(0, number - park.lag)] - (number < park.lag))
        # The list holds those above scale that produce already; in the first quarter the newly grown ones come in.
        listed = min(producing, above[number])
        grown = 0 if listed_before is None else max(0, listed - listed_before)
        rows.append(
            {
                "area_code": park.area_code,
                "quarter": quarter,
                "signed": settled[number] + park.waiting[number],
                "settled": settled[number],
                "operating": producing,
                "in_statistics": listed,
                "newly_above_scale": grown + (number % 4 == 0 and listed > 8),
                "leasable_m2": floor,
                "leased_m2": min(
                    floor, round(settled[number] * park.per_enterprise_m2 * random.uniform(0.985, 1.01), -1)
                ),
            }
        )
        listed_before = listed
    return [row for row in rows if row["quarter"] not in park.missing]


def pipeline_rows(random: Random) -> list[Row]:
    """One row per park and quarter that was reported."""
    register = enterprises.register(seeded("enterprises"))
    return [row for park in PARKS for row in _rows_of(random, park, register)]
