"""Staffing of the grids → their patrols and visits by month, and the seed's reviews by quarter."""

from random import Random

from demo import places
from demo.events import LATE_GRIDS
from demo.periods import QUARTERS, first_day, months
from demo.rows import Row
from demo.shares import poisson

PATROLS_PER_STAFF = 5.4
VISITED = (0.19, 0.31)  # share of homes called at in a usual month, at the beginning and at the end
IMPROVING_FROM = 27  # month number of 2025-04
NEVER_SENT = 0.012
# Persons in care for whom a grid calls in a month; a park has few.
CARE = {places.TANGHOU: 11.0, places.LUNHOU: 7.0, places.PARK: 1.6}
CARE_SEASON = {1: 1.6, 2: 1.2, 9: 1.2, 10: 1.5}  # before Spring Festival, at 重阳
LATE_IN_SENDING = ("35058110120805",)  # 仑后村5号 had not sent December 2025

RED_FLAG, IMPROVE = 92, 76


def patrol_rows(random: Random, staffing: list[Row]) -> list[Row]:
    """One row for each grid and month; without a leader a grid is hardly patrolled, and not at all at first."""
    of_quarter = {(row["grid_code"], row["quarter"]): row for row in staffing}
    zeal = {grid: 0.68 if grid in LATE_GRIDS else random.uniform(0.82, 1.2) for grid in places.ALL_GRIDS}
    rows: list[Row] = []
    for number, month in enumerate(months()):
        quarter = f"{month.year}Q{(month.month + 2) // 3}"
        for grid in places.ALL_GRIDS:
            if random.random() < NEVER_SENT or (number == 35 and grid in LATE_IN_SENDING):
                continue
            staff = of_quarter[grid, quarter]
            has_leader = staff["grid_leaders"] > 0
            effort = zeal[grid] * (1.0 if has_leader else 0.4) * (0.75 if month.month == 2 else 1.0)
            people = staff["staff_full_time"] + 0.5 * staff["staff_part_time"]
            patrols = poisson(random, PATROLS_PER_STAFF * people * effort)
            if not has_leader and month == first_day(quarter):
                patrols = 0
            rate = (VISITED[0] + (VISITED[1] - VISITED[0]) * number / 35) * effort * random.uniform(0.85, 1.15)
            if grid in LATE_GRIDS and number >= IMPROVING_FROM:
                rate *= 1.3
            is_out = patrols > 0
            rows.append(
                {
                    "grid_code": grid,
                    "month": f"{month:%Y-%m}",
                    "patrols": patrols,
                    "households": staff["households"],
                    "households_visited": round(staff["households"] * rate) if is_out else 0,
                    "enterprise_calls": poisson(random, min(30, staff["enterprises"] * 0.3 * effort)) * is_out,
                    "care_visits": poisson(random, CARE[grid[:12]] * effort * CARE_SEASON.get(month.month, 1.0))
                    * is_out,
                }
            )
    return rows


def review_rows(random: Random) -> list[Row]:
    """One row for each grid and quarter; the late grids recover in 2025, and no grid was reviewed in 2023Q1."""
    standing = {grid: random.uniform(-4, 4) for grid in places.ALL_GRIDS}
    rows: list[Row] = []
    for number, quarter in enumerate(QUARTERS[1:], start=1):
        for grid in places.ALL_GRIDS:
            behind = 11 * (LATE_GRIDS.get(grid, 1.0) > 1) * (0.55 if number >= 10 else 1)
            score = 85.5 + 0.35 * number + standing[grid] - behind + random.gauss(0, 2.2)
            score = round(min(99.5, score), 1)
            grade = "红旗" if score >= RED_FLAG else "整改" if score < IMPROVE else "达标"
            rows.append({"grid_code": grid, "quarter": quarter, "score": score, "grade": grade})
    return rows
