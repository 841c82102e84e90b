"""Seed → staff and load of the 24 grids, and the population of the villages, quarter by quarter."""

from random import Random

from demo import places
from demo.enterprises import Enterprise, present_in
from demo.periods import QUARTERS, last_day
from demo.rows import Row
from demo.shares import shares

# All staff of the 24 grids at each quarter's end; the plan of 2024-11-04 has 87, and a leader in every grid.
STAFF = (76, 78, 79, 80, 82, 84, 85, 87, 86, 88, 90, 91)
FULL_TIME = (44, 46, 47, 48, 50, 52, 53, 55, 55, 57, 59, 60)
VACANT_LEADERS = {0: 2, 1: 1, 3: 1, 5: 1, 9: 1, 10: 1}  # quarter number → grids without a leader

# As the plan prints them; they do not change from quarter to quarter. It prints no estates of the second village.
LAID_OUT: dict[str, dict[str, int | None]] = {
    places.TANGHOU: {"village_groups": 22, "representatives": 60, "estates": 8},
    places.LUNHOU: {"village_groups": 15, "representatives": 45, "estates": None},
}
NOT_LAID_OUT: dict[str, int | None] = dict.fromkeys(("village_groups", "representatives", "estates"))

# (households, registered, resident) of a village at each quarter's end. 2024Q4 is what the plan prints.
POPULATION = {
    places.TANGHOU: (
        (3262, 10087, 11864),
        (3274, 10096, 11921),
        (3286, 10108, 11987),
        (3299, 10120, 12048),
        (3311, 10131, 12026),
        (3326, 10144, 12119),
        (3341, 10158, 12203),
        (3351, 10169, 12260),
        (3360, 10174, 12189),
        (3374, 10183, 12296),
        (3388, 10195, 12381),
        (3397, 10206, 12437),
    ),
    places.LUNHOU: (
        (664, 2584, 6288),
        (667, 2588, 6349),
        (670, 2592, 6402),
        (674, 2598, 6467),
        (677, 2603, 6421),
        (681, 2607, 6538),
        (685, 2613, 6617),
        (688, 2618, 6666),
        (690, 2620, 6594),
        (694, 2625, 6731),
        (698, 2631, 6812),
        (701, 2636, 6874),
    ),
    places.PENGTIAN: (
        (2106, 4312, 17240),
        (2118, 4318, 17655),
        (2131, 4327, 17983),
        (2140, 4335, 18120),
        (2149, 4341, 17702),
        (2163, 4352, 18214),
        (2178, 4360, 18566),
        (2187, 4369, 18693),
        (2195, 4374, 18108),
        (2209, 4383, 18759),
        (2226, 4391, 19162),
        (2238, 4402, 19347),
    ),
}
PUBLISHED_ON = "2024Q4"  # the villages of 宝盖 have the plan's own figures in this quarter
PARK_RESIDENTS = (2810, 2905, 2931, 2950, 2764, 2918, 2987, 3012, 2802, 2944, 3001, 3020)
PARK_HOUSEHOLDS = (212, 214, 214, 215, 216, 218, 219, 220, 220, 221, 223, 223)


def _weights(random: Random, count: int, spread: float) -> list[float]:
    return [random.uniform(1 - spread, 1 + spread) for _ in range(count)]


def _loads(random: Random, found: list[Enterprise]) -> list[dict[str, tuple[int, int, int]]]:
    """Households, residents and enterprises of each grid, one mapping a quarter; each unit's sums are controlled."""
    by_quarter: list[dict[str, tuple[int, int, int]]] = [{} for _ in QUARTERS]
    for unit, count in places.GRID_COUNTS.items():
        homes = _weights(random, count, 0.45)
        people = [weight * random.uniform(0.92, 1.08) for weight in homes]
        firms = _weights(random, count, 0.5)
        for number, loads in enumerate(by_quarter):
            households, residents = PARK_HOUSEHOLDS[number], PARK_RESIDENTS[number]
            if unit in POPULATION:
                households, _, residents = POPULATION[unit][number]
            enterprises = len(present_in(found, unit, number)) + (len(places.FACTORIES) if unit == places.PARK else 0)
            columns = shares(households, homes), shares(residents, people), shares(enterprises, firms)
            loads |= dict(zip(places.grids(unit), zip(*columns, strict=True), strict=True))
    return by_quarter


def staffing_rows(random: Random, found: list[Enterprise]) -> list[Row]:
    """One row for each grid and quarter."""
    rows: list[Row] = []
    needs = [random.uniform(0.7, 1.3) for _ in places.ALL_GRIDS]
    part_needs = [random.uniform(0.5, 1.5) for _ in places.ALL_GRIDS]
    loads = _loads(random, found)
    for number, quarter in enumerate(QUARTERS):
        vacant = random.sample(places.ALL_GRIDS, VACANT_LEADERS.get(number, 0))
        full_time = shares(FULL_TIME[number], needs)
        part_time = shares(STAFF[number] - FULL_TIME[number], part_needs)
        for place, grid in enumerate(places.ALL_GRIDS):
            households, residents, enterprises = loads[number][grid]
            rows.append(
                {
                    "grid_code": grid,
                    "quarter": quarter,
                    "grid_leaders": int(grid not in vacant),
                    "staff_full_time": full_time[place],
                    "staff_part_time": part_time[place],
                    "households": households,
                    "resident_persons": residents,
                    "enterprises": enterprises,
                }
            )
    return rows


def population_rows() -> list[Row]:
    """One row for each village and quarter's end, but for the quarter in which a village's figures are published."""
    return [
        {
            "area_code": village,
            "as_of_on": last_day(quarter),
            "households": households,
            "registered_persons": registered,
            "resident_persons": residents,
            **LAID_OUT.get(village, NOT_LAID_OUT),
        }
        for village, counts in POPULATION.items()
        for quarter, (households, registered, residents) in zip(QUARTERS, counts, strict=True)
        if not (quarter == PUBLISHED_ON and village != places.PENGTIAN)
    ]
