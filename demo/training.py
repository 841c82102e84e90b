"""Seed → courses of 图灵·乘式空间 and of 宝盖's demonstration centre, and what came of the incubation."""

from datetime import date, timedelta
from random import Random

from demo import places
from demo.holidays import is_working
from demo.periods import LAST_DAY, QUARTERS, TRAINING_QUARTERS, first_day, last_day
from demo.rows import Row
from demo.shares import draw, money, shares

TURING = "S-LX-02"  # 图灵·乘式空间, in the published register of sites
CENTRE = "D-BG-01"

# Courses begun in each quarter from early 2022: 115, over the published 100.
# Few before and after Spring Festival, most in spring and before the shopping months.
TURING_COURSES = (3, 7, 6, 8, 4, 9, 6, 9, 3, 10, 7, 9, 4, 11, 9, 10)
CENTRE_COURSES = (1, 4, 3, 5, 2, 6, 4, 7, 3, 8, 6, 8)
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

# Of the incubation, by quarter from 2022Q1. Accounts are opened after the courses of spring and autumn and fall silent
# after Spring Festival; of 562 opened by the end of 2025, 293 are still kept up: 超五成.
OPENED = (9, 26, 22, 31, 14, 41, 29, 47, 17, 52, 33, 58, 21, 57, 44, 61)
GIVEN_UP = (1, 6, 10, 9, 21, 14, 13, 15, 34, 18, 16, 14, 39, 22, 19, 18)
# Enterprises are admitted after the two contests of a year; six stand on their own by the end of 2025.
ADMITTED = (0, 2, 0, 1, 0, 3, 0, 0, 0, 2, 1, 0, 0, 3, 0, 1)
GRADUATED = (0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 2, 0, 0, 1, 1)
LOST = (0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0)
JOBS = (1, 6, 3, 7, 0, 13, 6, 9, 0, 10, 5, 11, 0, 12, 5, 8)  # 96: 近百个就业岗位
# Orders of an account in a usual quarter: they grew until a platform changed whom it shows, and came back slowly.
ORDERS_EACH = (120, 150, 170, 185, 190, 205, 215, 220, 190, 150, 155, 185, 180, 188, 196, 205)
# By quarter: stillness at Spring Festival, 618, summer, 双十一 and winter coats.
ORDER_SEASON = (0.62, 1.05, 0.86, 1.55)
PRICE_CNY = (55.0, 42.0, 44.0, 63.0)
BEST_SELLERS = {"2023Q3": 1.45, "2025Q2": 1.3}  # one garment that everybody showed


def site_rows() -> list[Row]:
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
    """`count` working days spread over the quarter."""
    length = (last_day(quarter) - first_day(quarter)).days
    days = [first_day(quarter) + timedelta(days=number) for number in range(length + 1)]
    worked = [day for day in days if is_working(day)]
    step = len(worked) / count
    return [worked[int(step * (number + random.random()))] for number in range(count)]


def _courses(
    random: Random, site: str, quarters: tuple[str, ...], counts: tuple[int, ...], categories: Row, audiences: Row
) -> list[Row]:
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


def _is_over(course: Row, days: int = 0) -> bool:
    """Whether the course had ended `days` ago or earlier on the demonstration's last day."""
    started_on: date = course["started_on"]
    return started_on + timedelta(days=COURSE_DAYS + days) <= LAST_DAY


def _outcome(random: Random, course: Row, completed: int) -> Row:
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


def _with_heads(random: Random, course: Row, completed: int) -> Row:
    enrolled = completed + round(completed * random.uniform(0.03, 0.28))
    nothing_yet = dict.fromkeys(("completed", "certified", "converted_3m", "converted_6m"))
    return course | {"enrolled": enrolled} | (_outcome(random, course, completed) if _is_over(course) else nothing_yet)


def course_rows(random: Random) -> list[Row]:
    """All courses by site and day; the completed ones for mothers and shopkeepers sum to the controlled total."""
    turing = _courses(random, TURING, TRAINING_QUARTERS, TURING_COURSES, TURING_CATEGORIES, TURING_AUDIENCES)
    centre = _courses(random, CENTRE, QUARTERS, CENTRE_COURSES, CENTRE_CATEGORIES, CENTRE_AUDIENCES)
    counted = [course for course in turing if course["audience"] in PUBLISHED_AUDIENCES and _is_over(course)]
    heads = shares(COMPLETED_OF_THEM, [random.uniform(0.7, 1.3) for _ in counted])
    completed = {id(course): count for course, count in zip(counted, heads, strict=True)}
    rows: list[Row] = []
    for prefix, courses in (("T", turing), ("C", centre)):
        for number, course in enumerate(courses, start=1):
            count = completed.get(id(course)) or random.randint(14, 30)
            rows.append(
                {"course_id": f"{prefix}{course['started_on'].year}-{number:03d}"} | _with_heads(random, course, count)
            )
    return rows


def incubation_rows(random: Random) -> list[Row]:
    """One row a quarter from 2022Q1 for 图灵·乘式空间."""
    rows: list[Row] = []
    active = surviving = 0
    for number, quarter in enumerate(TRAINING_QUARTERS):
        active += OPENED[number] - GIVEN_UP[number]
        surviving += ADMITTED[number] - LOST[number]
        each = ORDERS_EACH[number] * ORDER_SEASON[number % 4] * BEST_SELLERS.get(quarter, 1.0)
        orders = round(active * each * random.uniform(0.92, 1.1))
        price = money(PRICE_CNY[number % 4] * random.uniform(0.92, 1.08))
        rows.append(
            {
                "site_code": TURING,
                "quarter": quarter,
                "accounts_launched": OPENED[number],
                "accounts_active": active,
                "enterprises_admitted": ADMITTED[number],
                "enterprises_graduated": GRADUATED[number],
                "enterprises_surviving": surviving,
                "jobs_created": JOBS[number],
                "orders": orders,
                "sales_cny_10k": round(orders * price / 10_000, 2),
            }
        )
    return rows
