"""The demonstration's party organizations: counts by area and kind, quarter by quarter."""

from random import Random

from demo import places
from demo.periods import QUARTERS
from demo.rows import Row

# (organizations, members) at each quarter's end. The eighth is 2024Q4, as the plan of 2024-11-04 prints it:
# 16 + 3 + 22 = 41 organizations with 131 + 27 + 96 = 254 members in the park; 塘后 3 and 115; 仑后 1 and 59.
COUNTS = {
    (places.PARK, "非公企业"): (
        (13, 104),
        (13, 107),
        (14, 111),
        (14, 114),
        (15, 119),
        (15, 123),
        (16, 128),
        (16, 131),
        (16, 133),
        (17, 138),
        (17, 141),
        (18, 146),
    ),
    (places.PARK, "社会组织"): (
        (2, 18),
        (2, 19),
        (2, 19),
        (3, 23),
        (3, 24),
        (3, 25),
        (3, 26),
        (3, 27),
        (3, 27),
        (3, 28),
        (4, 32),
        (4, 33),
    ),
    (places.PARK, "流动"): (
        (17, 68),
        (18, 72),
        (18, 75),
        (19, 79),
        (20, 84),
        (21, 89),
        (22, 94),
        (22, 96),
        (22, 97),
        (23, 101),
        (23, 104),
        (24, 109),
    ),
    (places.TANGHOU, "村社区"): (
        (3, 111),
        (3, 111),
        (3, 112),
        (3, 112),
        (3, 113),
        (3, 113),
        (3, 114),
        (3, 115),
        (3, 115),
        (3, 116),
        (3, 116),
        (3, 117),
    ),
    (places.LUNHOU, "村社区"): (
        (1, 57),
        (1, 57),
        (1, 57),
        (1, 58),
        (1, 58),
        (1, 58),
        (1, 59),
        (1, 59),
        (1, 59),
        (1, 60),
        (1, 60),
        (1, 60),
    ),
    (places.PENGTIAN, "村社区"): (
        (4, 96),
        (4, 96),
        (4, 97),
        (4, 97),
        (4, 98),
        (4, 98),
        (4, 98),
        (4, 99),
        (4, 99),
        (5, 101),
        (5, 102),
        (5, 102),
    ),
    (places.SMART_PARK, "非公企业"): (
        (2, 9),
        (2, 10),
        (2, 11),
        (3, 14),
        (3, 15),
        (3, 17),
        (4, 21),
        (4, 22),
        (4, 24),
        (5, 28),
        (5, 30),
        (5, 31),
    ),
    (places.GARMENT_CITY, "流动"): (
        (1, 6),
        (1, 6),
        (1, 7),
        (1, 7),
        (1, 8),
        (2, 12),
        (2, 12),
        (2, 13),
        (2, 14),
        (2, 14),
        (2, 15),
        (2, 15),
    ),
}
# Shares of women, of those of 35 and under, and of those with college education.
SHARES = {
    "非公企业": (0.42, 0.38, 0.55),
    "社会组织": (0.56, 0.41, 0.72),
    "流动": (0.35, 0.52, 0.44),
    "村社区": (0.27, 0.19, 0.31),
}


def rows(random: Random) -> list[Row]:
    """One row for each area, kind and quarter."""
    found: list[Row] = []
    for (area_code, kind), counts in COUNTS.items():
        women, young, educated = (share * random.uniform(0.92, 1.08) for share in SHARES[kind])
        for quarter, (organizations, members) in zip(QUARTERS, counts, strict=True):
            found.append(
                {
                    "area_code": area_code,
                    "kind": kind,
                    "quarter": quarter,
                    "organizations": organizations,
                    "members": members,
                    "women": round(members * women),
                    "under_35": round(members * young),
                    "college_or_above": round(members * educated),
                }
            )
    return found
