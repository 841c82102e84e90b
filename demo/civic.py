"""Seed → points of civility, service teams and 四微 of estates, month by month."""

from datetime import date
from random import Random

from demo import places
from demo.periods import months
from demo.rows import Row
from demo.shares import poisson

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


def point_rows(random: Random) -> list[Row]:
    """One row for each area, group and month; what is taken up catches up with what is given."""
    rows: list[Row] = []
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


def team_rows(random: Random) -> list[Row]:
    """One row for each kind, area and month; a second year brings another team where there is much to do."""
    rows: list[Row] = []
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


def micro_rows(random: Random) -> list[Row]:
    """One row for each estate and month; wishes of the last weeks are not yet all claimed or done."""
    rows: list[Row] = []
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
                    "micro_consultations": consultations,
                    "services": services,
                    "renovations": renovations,
                    "joint_talks": int(first.month % 3 == 0) if estate in ESTATES else int(first.month in (6, 12)),
                }
            )
    return rows
