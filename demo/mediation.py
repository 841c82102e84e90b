"""Seed → disputes that come in with the seasons and wait for few mediators, counted by area, kind and month."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo import places
from demo.holidays import is_working, next_working
from demo.periods import LAST_DAY, months
from demo.rows import Row
from demo.shares import poisson

# Disputes of a usual month by area and kind.
DISPUTES = {
    places.PARK: {"劳资": 7.5, "村企": 2.2, "其他": 1.2},
    places.TANGHOU: {"邻里": 5.2, "村企": 1.4, "消费": 1.1},
    places.LUNHOU: {"邻里": 3.0, "村企": 0.9},
    places.PENGTIAN: {"邻里": 5.6, "村企": 1.3},
    places.SMART_PARK: {"劳资": 3.4},
    places.GARMENT_CITY: {"消费": 6.2, "劳资": 1.6},
    places.TEXTILE_CITY: {"消费": 3.1},
}
# Wages are due before Spring Festival; goods are returned after the shopping months; in the heat windows stand open.
SEASONS = {
    "劳资": {1: 2.1, 2: 1.4, 7: 0.8, 12: 1.6},
    "消费": {4: 1.3, 10: 1.3, 11: 1.7, 12: 1.3},
    "邻里": {7: 1.4, 8: 1.4},
}
# Work that a dispute takes, as a multiple of the usual one, and how often it settles or is handed on.
EFFORT = {"劳资": 1.1, "邻里": 0.8, "村企": 1.9, "消费": 0.6, "其他": 1.0}
SETTLED = {"劳资": 0.72, "邻里": 0.86, "村企": 0.64, "消费": 0.88, "其他": 0.75}
HANDED_ON = {"劳资": 0.6, "邻里": 0.2, "村企": 0.45, "消费": 0.35, "其他": 0.3}  # of those that were not settled
SUMMONED_DAYS = (2, 6)  # until both sides sit at the table

# What the mediators of an area can do, as a multiple of what usually comes in.
STRENGTH = 1.4
OFFICE_DAYS_A_MONTH = 20.8
STRENGTH_OF_MONTH = {1: 1.25, 2: 0.8, 12: 1.25}  # nobody goes home without wages: extra sittings before Spring Festival
# (from, until) → how much of its strength an area has then: somebody is away, or the room is rebuilt.
WEAKER = {
    places.PARK: ((date(2023, 8, 14), date(2023, 12, 10), 0.66), (date(2025, 6, 9), date(2025, 8, 31), 0.76)),
    places.PENGTIAN: ((date(2024, 3, 4), date(2024, 6, 16), 0.55),),
    places.GARMENT_CITY: ((date(2024, 10, 8), date(2025, 1, 12), 0.72),),
    # Since April 2025 the village has a second mediator.
    places.TANGHOU: ((date(2023, 1, 1), date(2025, 3, 31), 0.86),),
}
STRONGER = {places.TANGHOU: (date(2025, 4, 1), 1.35)}
REPAIRED_ON = date(2025, 4, 1)  # since then all settle a little more
UNSENT = 0.02
COUNTS = ("accepted", "closed", "mediated", "transferred", "days_total")


@dataclass
class Dispute:
    """A dispute that waits; `work` is what is left of it, in usual disputes."""

    kind: str
    came_on: date
    sits_on: date
    work: float


def _came(random: Random, area: str) -> list[Dispute]:
    """All disputes of three years in the order in which they came."""
    found = []
    for first in months():
        for kind, usual in DISPUTES[area].items():
            for _ in range(poisson(random, usual * SEASONS.get(kind, {}).get(first.month, 1.0))):
                came = next_working(first + timedelta(days=random.randint(0, 27)))
                sits = next_working(came + timedelta(days=random.randint(*SUMMONED_DAYS)))
                found.append(Dispute(kind, came, sits, EFFORT[kind] * random.lognormvariate(0, 0.4)))
    return sorted((one for one in found if one.came_on <= LAST_DAY), key=lambda one: (one.came_on, one.kind))


def _of_year(kind: str) -> float:
    """The mean of a kind's seasons."""
    return sum(SEASONS.get(kind, {}).get(month, 1.0) for month in range(1, 13)) / 12


def _strength(area: str, day: date) -> float:
    """Usual disputes that the mediators of the area work off on the day."""
    usual = sum(EFFORT[kind] * mean * _of_year(kind) for kind, mean in DISPUTES[area].items()) / OFFICE_DAYS_A_MONTH
    share = STRENGTH * STRENGTH_OF_MONTH.get(day.month, 1.0)
    share *= next((left for since, until, left in WEAKER.get(area, ()) if since <= day <= until), 1.0)
    since, grown = STRONGER.get(area, (LAST_DAY, 1.0))
    return usual * share * (grown if day >= since else 1.0)


def _worked_off(area: str, disputes: list[Dispute]) -> list[tuple[Dispute, date]]:
    """The disputes that ended, with the day; who came first is served first, and what is not used up is lost."""
    waiting, ended, day = list(disputes), [], months()[0]
    while day <= LAST_DAY:
        left = _strength(area, day) if is_working(day) else 0.0
        for dispute in [one for one in waiting if one.sits_on <= day]:
            done = min(left, dispute.work)
            dispute.work -= done
            left -= done
            if dispute.work > 0:
                break
            ended.append((dispute, day))
            waiting.remove(dispute)
        day += timedelta(days=1)
    return ended


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _counted(random: Random, area: str) -> dict[tuple[str, str], dict[str, int]]:
    """What is reported of each kind and month."""
    disputes = _came(random, area)
    cells = {(kind, _month(first)): dict.fromkeys(COUNTS, 0) for kind in DISPUTES[area] for first in months()}
    for dispute in disputes:
        cells[dispute.kind, _month(dispute.came_on)]["accepted"] += 1
    for dispute, day in _worked_off(area, disputes):
        cell = cells[dispute.kind, _month(day)]
        is_settled = random.random() < SETTLED[dispute.kind] + (0.06 if dispute.came_on >= REPAIRED_ON else 0)
        cell["closed"] += 1
        cell["mediated"] += is_settled
        cell["transferred"] += not is_settled and random.random() < HANDED_ON[dispute.kind]
        cell["days_total"] += (day - dispute.came_on).days
    return cells


def rows(random: Random) -> list[Row]:
    """One row for each area, kind and month in which the area reported; nothing of a kind is a zero."""
    found = {area: _counted(random, area) for area in DISPUTES}
    unsent = {(area, first) for area in DISPUTES for first in months() if random.random() < UNSENT}
    return [
        {"area_code": area, "month": _month(first), "kind": kind} | found[area][kind, _month(first)]
        for first in months()
        for area, kinds in DISPUTES.items()
        for kind in kinds
        if (area, first) not in unsent
    ]
