"""Seed → what the talent window, the schools and 新市民积分 brought, quarter by quarter."""

from random import Random

from demo import places
from demo.periods import QUARTERS
from demo.rows import Row
from demo.shares import seeded

# The window of the 宝盖 plan of 2024-11-04 opens in 2024Q4: None before it.
CONSULTATIONS = (None,) * 7 + (86, 142, 168, 157, 191)
GATHERINGS = (None,) * 7 + (2, 1, 3, 3, 2)
BAOGAI_CASES = (38, 46, 51, 44, 49, 57, 63, 92, 108, 121, 134, 129)

INTRODUCED = (21, 34, 38, 26, 23, 36, 40, 33, 37, 52, 58, 46)
# Of those of the first eight quarters, how many were still there a year later; those of 2025 are not due.
KEPT = (0.62, 0.60, 0.63, 0.64, 0.66, 0.69, 0.73, 0.76)
APPLIED = (8, 44, 12, 30, 7, 51, 16, 36, 14, 68, 29, 57)
PASSED = (5, 29, 8, 20, 5, 35, 11, 26, 10, 51, 22, 44)
PARTNERS = (2, 2, 2, 3, 3, 3, 3, 4, 5, 5, 6, 6)
ORDER_CLASS = (0, 0, 30, 30, 30, 28, 62, 62, 60, 58, 104, 102)
INTERNS = (18, 42, 26, 12, 20, 48, 31, 15, 24, 66, 45, 22)

SMART_INTRODUCED = (6, 6, 7, 5, 5, 8, 9, 7, 8, 10, 12, 9)
SMART_PARTNERS = (1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3)
SMART_INTERNS = (0, 14, 20, 8, 6, 18, 26, 10, 8, 22, 31, 12)
SMART_CASES = (12, 16, 21, 19, 18, 25, 30, 27, 24, 33, 41, 38)
# The trade school beside the garment market has its practice base there since 2023Q3.
MARKET_PARTNERS = (0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
MARKET_ORDER_CLASS = (0, 0, 24, 24, 24, 24, 45, 45, 45, 43, 66, 66)
MARKET_INTERNS = (0, 0, 9, 7, 5, 12, 16, 9, 6, 15, 20, 11)
LATE = {(places.GARMENT_CITY, "2024Q2"), (places.SMART_PARK, "2025Q1")}

COLUMNS = (
    "introduced",
    "retained_12m",
    "consultations",
    "activities",
    "activity_person_times",
    "titles_applied",
    "titles_passed",
    "partner_schools",
    "order_class_students",
    "interns",
    "interns_retained",
    "new_citizen_cases",
)


def _row(area: str, quarter: str, **told: int | None) -> Row:
    return {"area_code": area, "quarter": quarter} | dict.fromkeys(COLUMNS) | told


def _kept(random: Random, introduced: int, number: int) -> int | None:
    return round(introduced * KEPT[number] * random.uniform(0.95, 1.05)) if number < len(KEPT) else None


def _stay(random: Random, interns: int, number: int) -> int:
    """Interns whom an enterprise keeps: a third at first, nearly half at the end."""
    return round(interns * (0.32 + 0.012 * number) * random.uniform(0.92, 1.08))


def rows(random: Random) -> list[Row]:
    """One row for each area and quarter; the window of 宝盖 serves the whole 片区, the rest lies with the parks."""
    found: list[Row] = []
    for number, quarter in enumerate(QUARTERS):
        gatherings = GATHERINGS[number]
        found += [
            _row(
                places.BAOGAI_ZONE,
                quarter,
                consultations=CONSULTATIONS[number],
                activities=gatherings,
                activity_person_times=gatherings and gatherings * random.randint(38, 64),
                new_citizen_cases=BAOGAI_CASES[number],
            ),
            _row(
                places.PARK,
                quarter,
                introduced=INTRODUCED[number],
                retained_12m=_kept(random, INTRODUCED[number], number),
                titles_applied=APPLIED[number],
                titles_passed=PASSED[number],
                partner_schools=PARTNERS[number],
                order_class_students=ORDER_CLASS[number],
                interns=INTERNS[number],
                interns_retained=_stay(random, INTERNS[number], number),
            ),
            _row(
                places.SMART_PARK,
                quarter,
                introduced=SMART_INTRODUCED[number],
                retained_12m=_kept(random, SMART_INTRODUCED[number], number),
                partner_schools=SMART_PARTNERS[number],
                interns=SMART_INTERNS[number],
                interns_retained=_stay(random, SMART_INTERNS[number], number),
                new_citizen_cases=SMART_CASES[number],
            ),
            _row(
                places.GARMENT_CITY,
                quarter,
                partner_schools=MARKET_PARTNERS[number],
                order_class_students=MARKET_ORDER_CLASS[number],
                interns=MARKET_INTERNS[number],
                interns_retained=_stay(random, MARKET_INTERNS[number], number),
            ),
        ]
    return [row for row in found if (row["area_code"], row["quarter"]) not in LATE]


def forms() -> dict[str, list[Row]]:
    """The quarters of the talent services."""
    return {"talent_quarters": rows(seeded("talent"))}
