"""Seed → disputes mediated, points of civility, service teams and 四微 of estates, month by month."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from etl.demo import places
from etl.demo.periods import LAST_DAY, months
from etl.demo.shares import poisson

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
SEASONS = {"劳资": {1: 2.1, 2: 1.4, 12: 1.6}, "消费": {4: 1.3, 10: 1.3, 11: 1.6}, "邻里": {7: 1.3, 8: 1.3}}
# How long mediation takes (median days), and how often it settles or is handed on.
DAYS = {"劳资": 9.0, "邻里": 6.0, "村企": 16.0, "消费": 4.0, "其他": 8.0}
SETTLED = {"劳资": 0.72, "邻里": 0.86, "村企": 0.64, "消费": 0.88, "其他": 0.75}
HANDED_ON = {"劳资": 0.6, "邻里": 0.2, "村企": 0.45, "消费": 0.35, "其他": 0.3}  # of those that were not settled
SLOW = {places.TANGHOU: 1.5}
REPAIRED_ON = date(2025, 4, 1)  # since then 塘后 mediates as fast as others, and all settle a little more
UNSENT = 0.02

# Participants of a usual month at the beginning; party members stay below those of party_organizations.
PARTICIPANTS = {
    places.PARK: {"企业职工": 260, "在职党员": 66, "志愿者": 48, "新就业群体": 30},
    places.TANGHOU: {"村民": 190, "在职党员": 31, "老党员": 24, "志愿者": 42, "新就业群体": 14},
    places.LUNHOU: {"村民": 84, "在职党员": 15, "老党员": 13, "志愿者": 19},
}
POINTS_EACH = {"企业职工": 18, "在职党员": 30, "老党员": 24, "志愿者": 42, "新就业群体": 22, "村民": 20}
GROWTH = {"在职党员": 0.05, "老党员": 0.02, "新就业群体": 0.4}
OTHER_GROWTH = 0.16
NEW_YEAR = {1: 1.5, 2: 1.2, 12: 1.3}

# Teams, sorties of a usual month and persons served at one, by area and kind.
TEAMS = {
    places.PARK: {"青年突击": (4, 6, 24), "纠纷调解": (2, 9, 4), "医疗服务": (2, 3, 55), "光明行动": (2, 5, 18)},
    places.TANGHOU: {"青年突击": (2, 4, 20), "纠纷调解": (1, 6, 4), "医疗服务": (1, 2, 46), "光明行动": (1, 3, 22)},
    places.LUNHOU: {"青年突击": (1, 2, 17), "纠纷调解": (1, 3, 4), "医疗服务": (1, 1, 38), "光明行动": (1, 2, 15)},
    places.PENGTIAN: {"青年突击": (3, 5, 22), "银龄调解": (2, 7, 5)},
}
TEAM_SEASONS = {"光明行动": {6: 1.5, 7: 2.0, 8: 2.0, 9: 1.5}, "青年突击": {2: 0.5, 8: 1.6, 9: 1.5}}

# (wishes, consultations, services, renovations) of a usual month, and how many wishes come true.
ESTATES = {"锦绣花园": ((9.0, 1.4, 5.5, 0.7), 0.84), "演示小区甲": ((5.0, 0.8, 3.0, 0.3), 0.76)}
LAGGING = {"演示小区乙": ((6.0, 0.5, 1.8, 0.15), 0.52)}


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _disputes(random: Random, area: str, kind: str, usual: float) -> dict[str, dict[str, int]]:
    """Every dispute from the day it came in to the day it ended, counted by month."""
    counted: dict[str, dict[str, int]] = defaultdict(
        lambda: dict.fromkeys(("accepted", "closed", "settled", "transferred", "days_total"), 0)
    )
    for first in months():
        for _ in range(poisson(random, usual * SEASONS.get(kind, {}).get(first.month, 1.0))):
            came = first + timedelta(days=random.randint(0, 27))
            is_repaired = came >= REPAIRED_ON
            slowness = 1.0 if is_repaired else SLOW.get(area, 1.0)
            days = max(1, round(DAYS[kind] * slowness * random.lognormvariate(0, 0.55)))
            counted[_month(came)]["accepted"] += 1
            ended = came + timedelta(days=days)
            if ended > LAST_DAY:
                continue
            cell = counted[_month(ended)]
            is_settled = random.random() < SETTLED[kind] - 0.12 * (slowness - 1) + (0.06 if is_repaired else 0)
            cell["closed"] += 1
            cell["settled"] += is_settled
            cell["transferred"] += not is_settled and random.random() < HANDED_ON[kind]
            cell["days_total"] += days
    return counted


def mediation_rows(random: Random) -> list[dict]:
    """One row for each area, kind and month in which the area reported; nothing of a kind is a zero."""
    found = {
        (area, kind): _disputes(random, area, kind, usual)
        for area, kinds in DISPUTES.items()
        for kind, usual in kinds.items()
    }
    unsent = {(area, first) for area in DISPUTES for first in months() if random.random() < UNSENT}
    return [
        {"area_code": area, "month": _month(first), "kind": kind} | counted[_month(first)]
        for first in months()
        for (area, kind), counted in found.items()
        if (area, first) not in unsent
    ]


def point_rows(random: Random) -> list[dict]:
    """One row for each area, group and month; what is taken up catches up with what is given."""
    rows: list[dict] = []
    for number, first in enumerate(months()):
        for area, groups in PARTICIPANTS.items():
            for group, usual in groups.items():
                grown = usual * (1 + GROWTH.get(group, OTHER_GROWTH)) ** (number / 12)
                participants = round(grown * random.uniform(0.88, 1.08) * (0.8 if first.month == 2 else 1))
                issued = sum(random.randint(5, 2 * POINTS_EACH[group] - 5) for _ in range(participants))
                taken = (0.34 + 0.011 * number) * NEW_YEAR.get(first.month, 0.93) * random.uniform(0.92, 1.08)
                if area == places.LUNHOU:
                    taken *= 0.72  # few shops take part there
                rows.append(
                    {
                        "area_code": area,
                        "month": _month(first),
                        "participant_group": group,
                        "participants": participants,
                        "points_issued": issued,
                        "points_redeemed": round(issued * taken / 10) * 10,
                    }
                )
    return rows


def team_rows(random: Random) -> list[dict]:
    """One row for each kind, area and month; a second year brings another team where there is much to do."""
    rows: list[dict] = []
    for number, first in enumerate(months()):
        for area, kinds in TEAMS.items():
            for kind, (teams, usual, each) in kinds.items():
                season = TEAM_SEASONS.get(kind, {}).get(first.month, 1.0)
                sorties = poisson(random, usual * season * (1 + 0.008 * number))
                rows.append(
                    {
                        "kind": kind,
                        "area_code": area,
                        "month": _month(first),
                        "teams": teams + (number >= 20 and teams > 1),
                        "sorties": sorties,
                        "served": sum(random.randint(max(1, each // 2), each + each // 2) for _ in range(sorties)),
                    }
                )
    return rows


def micro_rows(random: Random) -> list[dict]:
    """One row for each estate and month; wishes of the last weeks are not yet all claimed or done."""
    rows: list[dict] = []
    for number, first in enumerate(months()):
        for estate, (usual, true) in (ESTATES | LAGGING).items():
            wishes, consultations, services, renovations = (poisson(random, mean * (1 + number / 60)) for mean in usual)
            fresh = 0.62 if number == 35 else 1.0
            claimed = sum(random.random() < min(0.97, true + 0.1) * (0.5 + 0.5 * fresh) for _ in range(wishes))
            done = sum(random.random() < true / min(0.97, true + 0.1) * fresh for _ in range(claimed))
            if estate == "锦绣花园" and number == 35:  # “四微”, as the report of that December calls them
                consultations, renovations = max(1, consultations), max(1, renovations)
            rows.append(
                {
                    "area_code": places.PENGTIAN,
                    "estate": estate,
                    "month": _month(first),
                    "wishes_raised": wishes,
                    "wishes_claimed": claimed,
                    "wishes_done": done,
                    "consultations": consultations,
                    "services": services,
                    "renovations": renovations,
                    "joint_talks": int(first.month % 3 == 0) if estate in ESTATES else int(first.month in (6, 12)),
                }
            )
    return rows
