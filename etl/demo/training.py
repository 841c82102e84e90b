"""Seed → courses of 图灵·乘式空间 and of 宝盖's demonstration centre, and what came of the incubation."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from etl.demo import places
from etl.demo.periods import LAST_DAY, QUARTERS, TRAINING_QUARTERS, first_day, last_day
from etl.demo.shares import draw, shares

TURING = "S-LX-02"  # 图灵·乘式空间, in the published register of sites
CENTRE = "D-BG-01"

# Courses begun in each quarter from early 2022: 115, over the published 100.
TURING_COURSES = (5, 6, 6, 7, 7, 8, 7, 8, 7, 8, 8, 8, 7, 8, 8, 7)
CENTRE_COURSES = (2, 3, 4, 4, 4, 5, 5, 6, 5, 6, 7, 7)
# Mothers and shopkeepers who completed a course by the end of 2025; the report says 近2000名“宝妈”和个体工商户.
PUBLISHED_AUDIENCES = ("宝妈", "个体户")
COMPLETED_OF_THEM = 1987
COURSE_DAYS = 14

TURING_AUDIENCES = {"宝妈": 46, "个体户": 36, "村民": 8, "新就业群体": 6, "职工": 4}
TURING_CATEGORIES = {"新媒体电商": 84, "沙龙": 9, "研修": 7}
CENTRE_CATEGORIES = {"大讲堂": 26, "技能": 34, "党员": 16, "沙龙": 10, "研修": 8, "竞赛": 6}
CENTRE_AUDIENCES = {"职工": 62, "村民": 22, "新就业群体": 16}
EMPLOYING = ("新媒体电商", "技能", "研修")  # categories after which work is asked for
CERTIFYING = {"新媒体电商": (0.25, 0.45), "技能": (0.55, 0.85), "竞赛": (0.3, 0.5)}

# Of the incubation, by quarter from 2022Q1: accounts opened and given up, enterprises admitted, graduated and lost.
OPENED = (18, 24, 27, 31, 30, 36, 38, 44, 36, 41, 43, 52, 40, 47, 49, 56)
GIVEN_UP = (2, 5, 9, 11, 14, 13, 15, 18, 21, 19, 18, 20, 23, 21, 20, 24)
ADMITTED = (0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1)
GRADUATED = (0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1)
LOST = (0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0)
JOBS = 96  # 近百个就业岗位
ORDER_SEASON = (0.8, 1.0, 1.0, 1.5)


def site_rows() -> list[dict]:
    """The one site that only the demonstration has."""
    return [
        {
            "site_code": CENTRE,
            "name": "宝盖技能提升中心",
            "kind": "共享阵地",
            "area_code": places.PARK,
            "longitude": None,
            "latitude": None,
            "area_m2": 860,
            "opened_on": "2023-02",
            "seats": 120,
        }
    ]


def _days(random: Random, quarter: str, count: int) -> list[date]:
    """`count` days spread over the quarter."""
    length = (last_day(quarter) - first_day(quarter)).days
    step = length / count
    return [first_day(quarter) + timedelta(days=int(step * (number + random.random()))) for number in range(count)]


def _courses(
    random: Random, site: str, quarters: tuple[str, ...], counts: tuple[int, ...], categories: dict, audiences: dict
) -> list[dict]:
    return [
        {
            "site_code": site,
            "category": draw(random, categories),
            "audience": draw(random, audiences),
            "started_on": day,
        }
        for quarter, count in zip(quarters, counts, strict=True)
        for day in _days(random, quarter, count)
    ]


def _is_over(course: dict, days: int = 0) -> bool:
    """Whether the course had ended `days` ago or earlier on the demonstration's last day."""
    return course["started_on"] + timedelta(days=COURSE_DAYS + days) <= LAST_DAY


def _outcome(random: Random, course: dict, completed: int) -> dict:
    category = course["category"]
    certified = random.uniform(*CERTIFYING[category]) if category in CERTIFYING else None
    rate = random.uniform(0.3, 0.55) + 0.03 * (course["started_on"].year - 2022)
    after_3m = int(completed * rate)
    asks = category in EMPLOYING
    return {
        "completed": completed,
        "certified": None if certified is None else int(completed * certified),
        "converted_3m": after_3m if asks and _is_over(course, 90) else None,
        "converted_6m": min(completed, after_3m + random.randint(-1, 3)) if asks and _is_over(course, 180) else None,
    }


def _with_heads(random: Random, course: dict, completed: int) -> dict:
    enrolled = completed + round(completed * random.uniform(0.03, 0.28))
    nothing_yet = dict.fromkeys(("completed", "certified", "converted_3m", "converted_6m"))
    return course | {"enrolled": enrolled} | (_outcome(random, course, completed) if _is_over(course) else nothing_yet)


def course_rows(random: Random) -> list[dict]:
    """All courses by site and day; the completed ones for mothers and shopkeepers sum to the controlled total."""
    turing = _courses(random, TURING, TRAINING_QUARTERS, TURING_COURSES, TURING_CATEGORIES, TURING_AUDIENCES)
    centre = _courses(random, CENTRE, QUARTERS, CENTRE_COURSES, CENTRE_CATEGORIES, CENTRE_AUDIENCES)
    counted = [course for course in turing if course["audience"] in PUBLISHED_AUDIENCES and _is_over(course)]
    heads = shares(COMPLETED_OF_THEM, [random.uniform(0.7, 1.3) for _ in counted])
    completed = {id(course): count for course, count in zip(counted, heads, strict=True)}
    rows: list[dict] = []
    for prefix, courses in (("T", turing), ("C", centre)):
        for number, course in enumerate(courses, start=1):
            count = completed.get(id(course)) or random.randint(14, 30)
            rows.append(
                {"course_id": f"{prefix}{course['started_on'].year}-{number:03d}"} | _with_heads(random, course, count)
            )
    return rows


def incubation_rows(random: Random) -> list[dict]:
    """One row a quarter from 2022Q1 for 图灵·乘式空间."""
    rows: list[dict] = []
    jobs = shares(JOBS, [random.uniform(0.5, 1.1) + number / 10 for number in range(len(TRAINING_QUARTERS))])
    active = surviving = 0
    for number, quarter in enumerate(TRAINING_QUARTERS):
        active += OPENED[number] - GIVEN_UP[number]
        surviving += ADMITTED[number] - LOST[number]
        orders = round(active * 210 * ORDER_SEASON[number % 4] * random.uniform(0.85, 1.15))
        price = Decimal(round(random.uniform(42, 58) * 100)) / 100
        rows.append(
            {
                "site_code": TURING,
                "quarter": quarter,
                "accounts_launched": OPENED[number],
                "accounts_active": active,
                "enterprises_admitted": ADMITTED[number],
                "enterprises_graduated": GRADUATED[number],
                "enterprises_surviving": surviving,
                "jobs_created": jobs[number],
                "orders": orders,
                "sales_cny_10k": round(orders * price / 10_000, 2),
            }
        )
    return rows
