"""Seed → what party organizations cover, what they hold, and the four levels in the housing estates."""

from datetime import date
from random import Random

from demo import enterprises, party, places
from demo.periods import QUARTERS
from demo.rows import Row
from demo.shares import seeded, shares

# The published factories stand in the park beside the demonstration's enterprises.
PUBLISHED_FACTORIES = 3
# In the park two of the organizations of 非公企业 are joint ones; all others stand in one enterprise each.
JOINT_ORGANIZATIONS = {places.PARK: 2, places.SMART_PARK: 1}
# Enterprises that joint organizations cover, those of them joined along the chain of production, those that only an
# instructor or a mass organization reaches, and instructors, at each quarter's end.
JOINT = {
    places.PARK: (21, 22, 25, 27, 30, 33, 37, 44, 49, 55, 61, 68),
    places.SMART_PARK: (3, 3, 4, 5, 6, 7, 9, 11, 12, 14, 17, 19),
    places.GARMENT_CITY: (4, 4, 5, 5, 5, 8, 8, 9, 9, 10, 10, 11),
    places.STARTUP_PARK: (0, 0, 0, 0, 0, 2, 2, 2, 4, 4, 5, 5),
    places.TANGHOU: (1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4),
    places.LUNHOU: (0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1),
}
BY_INDUSTRY = {
    places.PARK: (0, 0, 2, 4, 6, 8, 10, 15, 18, 22, 27, 31),
    places.SMART_PARK: (0, 0, 0, 0, 0, 2, 3, 4, 5, 6, 8, 9),
    places.GARMENT_CITY: (0, 0, 0, 0, 0, 3, 3, 3, 3, 4, 4, 4),
    places.STARTUP_PARK: (0,) * 12,
    places.TANGHOU: (0,) * 12,
    places.LUNHOU: (0,) * 12,
}
WORK_ONLY = {
    places.PARK: (48, 52, 55, 60, 63, 66, 71, 86, 92, 97, 99, 101),
    places.SMART_PARK: (5, 6, 8, 9, 11, 12, 14, 16, 17, 19, 20, 21),
    places.GARMENT_CITY: (3, 3, 4, 5, 6, 6, 7, 8, 8, 9, 10, 11),
    places.STARTUP_PARK: (2, 2, 3, 3, 4, 4, 5, 6, 6, 7, 8, 8),
    places.TANGHOU: (2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6, 6),
    places.LUNHOU: (1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3),
}
INSTRUCTORS = {
    places.PARK: (12, 12, 14, 14, 15, 16, 16, 24, 28, 30, 30, 32),
    places.SMART_PARK: (2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7),
    places.GARMENT_CITY: (1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3),
    places.STARTUP_PARK: (1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2),
    places.TANGHOU: (1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2),
    places.LUNHOU: (0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1),
}
UNCOUNTED = {(places.STARTUP_PARK, "2023Q1"), (places.STARTUP_PARK, "2023Q2"), (places.GARMENT_CITY, "2025Q1")}

# Of the plan of 2024-11-04: one joint 主题党日 and one 党群工作会议 a quarter, one theme a month, on four lines.
PLAN = QUARTERS.index("2024Q4")
LINES = ("服务", "学习", "交流", "关爱")
# Quarters (by number) in which an activity of 片区 level was not held.
MISSED = {(places.BAOGAI_ZONE, "主题党日"): {1, 4}, (places.PENGTIAN_ZONE, "主题党日"): {0, 2, 5}}
THEME_MISSED = {8}  # a theme was left out around Spring Festival of 2025
# (area, kind) → activities planned in a quarter, share of them held in 2023, 2024 and 2025.
USUAL = {
    (places.PARK, "党课"): (9, (0.78, 0.86, 0.96)),
    (places.PARK, "联学联讲"): (4, (0.60, 0.75, 0.92)),
    (places.TANGHOU, "党课"): (4, (0.85, 0.92, 1.0)),
    (places.LUNHOU, "党课"): (3, (0.50, 0.62, 0.72)),
    (places.SMART_PARK, "党课"): (3, (0.70, 0.90, 1.0)),
    (places.SMART_PARK, "联学联讲"): (2, (0.55, 0.80, 0.90)),
    (places.PENGTIAN, "党课"): (3, (0.80, 0.90, 0.95)),
}
KINDS_OF_LINE = {"党课": "学习", "联学联讲": "交流"}

# Estates: buildings, households, and the year from which each has a branch, a group in every building, and
# households of members. 8 estates in 塘后 as published; 锦绣花园 is the report's, with all four levels at its writing.
ESTATES = (
    (places.TANGHOU, "演示小区一", 12, 486, 2022, 2023),
    (places.TANGHOU, "演示小区二", 9, 372, 2022, 2024),
    (places.TANGHOU, "演示小区三", 14, 560, 2023, 2024),
    (places.TANGHOU, "演示小区四", 6, 214, 2024, 2025),
    (places.TANGHOU, "演示小区五", 8, 305, 2024, 2025),
    (places.TANGHOU, "演示小区六", 5, 168, 2025, None),
    (places.TANGHOU, "演示小区七", 7, 240, 2025, None),
    (places.TANGHOU, "演示小区八", 4, 126, None, None),
    (places.LUNHOU, "演示小区九", 6, 228, 2023, 2025),
    (places.LUNHOU, "演示小区十", 4, 132, None, None),
    (places.PENGTIAN, "锦绣花园", 11, 642, 2022, 2023),
)
COUNTED_IN = (2022, 2023, 2024, 2025)


def _operating() -> dict[str, list[int]]:
    """Enterprises of each area at each quarter's end, as the register has them."""
    register = enterprises.register(seeded("enterprises"))
    return {
        area: [
            sum(one.row["area_code"] == area and one.is_present(number) for one in register)
            + (PUBLISHED_FACTORIES if area == places.PARK else 0)
            for number in range(len(QUARTERS))
        ]
        for area in JOINT
    }


def _single(area: str, number: int) -> int:
    """Enterprises with an organization of their own: the organizations less the joint ones."""
    counts = party.COUNTS.get((area, "非公企业"))
    return counts[number][0] - JOINT_ORGANIZATIONS[area] if counts else 0


def coverage_rows() -> list[Row]:
    """One row for each area and quarter that was counted."""
    operating = _operating()
    return [
        {
            "area_code": area,
            "quarter": quarter,
            "enterprises_operating": operating[area][number],
            "covered_single": _single(area, number),
            "covered_joint": JOINT[area][number],
            "covered_by_industry": BY_INDUSTRY[area][number],
            "covered_by_work_only": WORK_ONLY[area][number],
            "instructors": INSTRUCTORS[area][number],
        }
        for area in JOINT
        for number, quarter in enumerate(QUARTERS)
        if (area, quarter) not in UNCOUNTED
    ]


def _activity(random: Random, area: str, number: int, kind: str, line: str, planned: int, held: int, size: int) -> Row:
    organizations = sum(random.randint(3, 3 + size) for _ in range(held))
    return {
        "area_code": area,
        "quarter": QUARTERS[number],
        "kind": kind,
        "theme_line": line,
        "planned": planned,
        "held": held,
        "organizations_attending": organizations,
        "person_times": round(organizations * random.uniform(5.5, 8.5)),
    }


def _of_the_plan(random: Random, number: int) -> list[Row]:
    """The meeting of a quarter and its three themes: together they follow all four lines."""
    meeting = LINES[(number + 2) % 4]
    themes = [line for line in LINES if line != meeting]
    left_out = themes[0] if number in THEME_MISSED else ""
    return [
        _activity(random, places.BAOGAI_ZONE, number, "党群工作会议", meeting, 1, 1, 14),
        *(
            _activity(random, places.BAOGAI_ZONE, number, "一月一主题", line, 1, int(line != left_out), 10)
            for line in themes
        ),
    ]


def activity_rows(random: Random) -> list[Row]:
    """Activities by quarter: the joint ones of each 片区, those of the plan, and those of parks and villages."""
    rows: list[Row] = []
    for number in range(len(QUARTERS)):
        for zone in (places.BAOGAI_ZONE, places.PENGTIAN_ZONE):
            held = int(number not in MISSED[zone, "主题党日"])
            rows.append(_activity(random, zone, number, "主题党日", "不分主线", 1, held, 16))
        if number >= PLAN:
            rows += _of_the_plan(random, number)
        for (area, kind), (planned, rates) in USUAL.items():
            held = min(planned, round(planned * rates[number // 4] * random.uniform(0.85, 1.15)))
            rows.append(_activity(random, area, number, kind, KINDS_OF_LINE[kind], planned, held, 4))
    return rows


def estate_rows(random: Random) -> list[Row]:
    """One row for each estate at the end of each year."""
    rows: list[Row] = []
    for area, estate, buildings, households, has_branch, has_groups in ESTATES:
        for year in COUNTED_IN:
            is_branch = has_branch is not None and year >= has_branch
            is_whole = has_groups is not None and year >= has_groups
            partly = shares(buildings, (1, 2))[0] if is_branch else 0
            rows.append(
                {
                    "area_code": area,
                    "estate": estate,
                    "as_of_on": date(year, 12, 31),
                    "buildings": buildings,
                    "households": households,
                    "village_branches": 1,
                    "estate_branches": int(is_branch),
                    "building_groups": buildings if is_whole else partly,
                    "member_households": round(households * random.uniform(0.03, 0.05)) if is_branch else 0,
                }
            )
    return rows


def forms() -> dict[str, list[Row]]:
    """Coverage, activities and the organization of estates."""
    return {
        "party_coverage": coverage_rows(),
        "party_activities": activity_rows(seeded("party activities")),
        "estate_organizations": estate_rows(seeded("estates")),
    }
