"""Seed and the needs of the lists → the monthly visits to enterprises, which raised at least those needs."""

from collections import Counter
from random import Random

from demo import places
from demo.periods import months
from demo.rows import Row

# Area → enterprises assigned to cadres at the start and at the end of the three years, share visited in a usual month.
ASSIGNED = {
    places.PARK: (160, 205, 0.34),
    places.TANGHOU: (11, 13, 0.4),
    places.LUNHOU: (9, 9, 0.28),
    places.SMART_PARK: (16, 62, 0.55),
    places.JIANJIAN_PARK: (14, 17, 0.6),
    places.STARTUP_PARK: (18, 24, 0.48),
    places.TIANQIU_PARK: (12, 14, 0.3),
    places.GARMENT_CITY: (24, 30, 0.42),
    places.TEXTILE_CITY: (20, 23, 0.26),
}
# Nothing was sent in these months.
MISSING = {(places.TIANQIU_PARK, "2024-08"), (places.TEXTILE_CITY, "2025-02"), (places.TEXTILE_CITY, "2025-03")}
AUTUMN = "2024-11"  # the plan: each cadre visits every month


def rows(random: Random, needs: list[Row]) -> list[Row]:
    """One row for each area and month that reported."""
    listed = Counter(
        (row["area_code"], f"{row['raised_on']:%Y-%m}") for row in needs if row["raised_by_kind"] == "入企走访"
    )
    found: list[Row] = []
    for area_code, (first, last, share) in ASSIGNED.items():
        for number, day in enumerate(months()):
            month = f"{day:%Y-%m}"
            if (area_code, month) in MISSING:
                continue
            assigned = round(first + (last - first) * number / 35)
            holiday = 0.55 if day.month == 2 else 1.0
            push = 1.3 if month >= AUTUMN else 1.0
            in_list = listed[area_code, month]
            visited = min(
                assigned, max(in_list, round(assigned * share * holiday * push * random.uniform(0.85, 1.15)), 1)
            )
            raised = in_list + round(visited * random.uniform(0.08, 0.22))
            rate = (0.93 if month >= AUTUMN else 0.82) - 0.012 * max(0, number - 31) ** 2
            surveyed = None if random.random() < 0.06 else round(visited * random.uniform(0.3, 0.5))
            found.append(
                {
                    "area_code": area_code,
                    "month": month,
                    "cadres": max(2, round(visited * random.uniform(0.9, 1.4))),
                    "enterprises_assigned": assigned,
                    "enterprises_visited": visited,
                    "issues_raised": raised,
                    "issues_closed": min(raised, round(raised * rate * random.uniform(0.9, 1.05))),
                    "surveyed": surveyed,
                    "satisfied": surveyed and round(surveyed * random.uniform(0.84, 0.98)),
                }
            )
    return found
