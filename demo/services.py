"""Seed → sites, what they gave of each service month by month, and the other forms of 服务共治."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from demo import civic, enterprises, grids, mediation, patrols, places
from demo.periods import months
from demo.rows import Row
from demo.shares import seeded

# Names of the demonstration's own sites say what they are; the published ones stand in the register of sites.
SITES = (
    ("D-BG-02", "塘后村邻里中心（演示）", "邻里中心", places.TANGHOU, 620, "2022-09", 80),
    ("D-BG-03", "仑后村邻里中心（演示）", "邻里中心", places.LUNHOU, 410, "2023-06", 50),
    ("D-BG-04", "宝盖科技园托教中心（演示）", "托教中心", places.PARK, 780, "2023-03", 90),
    ("D-BG-05", "塘后村暖新驿站（演示）", "暖新驿站", places.TANGHOU, 65, "2023-05", 16),
    ("D-BG-06", "仑后村咱厝边服务点（演示）", "家庭服务中心", places.LUNHOU, 120, "2023-09", 24),
    ("D-BG-07", "宝盖科技园共享会议厅（演示）", "共享阵地", places.PARK, 350, "2022-11", 160),
    ("D-BG-08", "仑后村共享议事厅（演示）", "共享阵地", places.LUNHOU, 180, "2023-02", 60),
    ("D-BG-09", "宝盖科技园调解室（演示）", "法援调解室", places.PARK, 70, "2022-06", 12),
    ("D-LX-01", "彭田村邻里中心（演示）", "邻里中心", places.PENGTIAN, 540, "2022-12", 70),
    ("D-LX-02", "石狮服装城共享会客厅（演示）", "共享阵地", places.GARMENT_CITY, 260, "2023-01", 90),
    ("D-LX-03", "石狮轻纺城调解室（演示）", "法援调解室", places.TEXTILE_CITY, 55, "2023-04", 10),
    ("D-LX-04", "健健科技园共享活动室（演示）", "共享阵地", places.JIANJIAN_PARK, 210, "2024-02", 70),
    ("D-LX-05", "圆通速递暖新驿站（演示）", "暖新驿站", places.EXPRESS_HEADQUARTERS, 90, "2024-03", 20),
)
QUIET_FEBRUARY = {2: 0.55}
SUMMER = {6: 1.15, 7: 1.45, 8: 1.4}
BEFORE_ENROLMENT = {3: 1.3, 4: 1.6, 5: 1.8, 6: 1.4}
WAGES_DUE = {1: 1.8, 2: 1.4, 12: 1.5}
TRADE_FAIRS = {4: 1.5, 10: 1.4, 11: 1.5}
HOT_DAYS = {6: 1.2, 7: 1.5, 8: 1.5, 9: 1.3}
CHECK_UPS = {5: 2.2, 10: 2.4}
NEVER_SENT = 0.025
LAST_MONTH_LATE = ("D-BG-09", "D-LX-03")  # had not sent December 2025 when the demonstration ends
DAYS_OF_CARE = 19


@dataclass(frozen=True)
class Given:
    """One service at a site: visits of a usual month at the beginning, growth a year, and seats or hours if any.

    `use` is the share of seats or of hours in use at the beginning and at the end.
    """

    site: str
    service: str
    visits: int
    growth: float = 0.06
    since: date = date(2023, 1, 1)
    season: dict[int, float] = field(default_factory=dict)
    seats: int = 0
    hours: int = 0
    use: tuple[float, float] = (0.0, 0.0)


GIVEN = (
    Given("S-LX-01", "义诊", 62, 0.15),
    Given("S-LX-01", "体检", 48, 0.1, season=CHECK_UPS),
    Given("S-LX-01", "积分代办", 34, 0.2, season=BEFORE_ENROLMENT),
    Given("S-LX-01", "党群活动", 210, season=QUIET_FEBRUARY, hours=180, use=(0.48, 0.71)),
    Given("S-LX-02", "共享办公", 320, 0.12, season=QUIET_FEBRUARY, seats=48, use=(0.58, 0.88)),
    Given("S-LX-02", "创业辅导", 36, 0.1, season=QUIET_FEBRUARY),
    Given("S-LX-04", "托育", 0, season=SUMMER, seats=72, use=(0.46, 0.86)),
    Given("S-LX-05", "外国人事务", 118, 0.14, season=TRADE_FAIRS | QUIET_FEBRUARY),
    Given("S-LX-05", "法律", 14, 0.05, season=TRADE_FAIRS),
    Given("S-LX-06", "歇脚补给", 390, 0.25, date(2024, 3, 1), HOT_DAYS),
    Given("S-BG-01", "政策咨询", 66, 0.08, season=QUIET_FEBRUARY),
    Given("S-BG-01", "积分代办", 29, 0.22, season=BEFORE_ENROLMENT),
    Given("S-BG-02", "心理", 21, 0.12),
    Given("S-BG-02", "关爱帮扶", 46, 0.05, season=SUMMER),
    Given("S-BG-03", "歇脚补给", 760, 0.18, season=HOT_DAYS | QUIET_FEBRUARY),
    Given("S-BG-04", "法律", 38, 0.05, season=WAGES_DUE),
    Given("D-BG-01", "职工培训", 150, 0.1, date(2023, 2, 1), QUIET_FEBRUARY, hours=170, use=(0.55, 0.68)),
    Given("D-BG-02", "党群活动", 260, season=QUIET_FEBRUARY, hours=200, use=(0.44, 0.6)),
    Given("D-BG-02", "助老", 120, 0.1),
    Given("D-BG-02", "义诊", 54, 0.1),
    Given("D-BG-03", "党群活动", 130, 0.04, date(2023, 6, 1), QUIET_FEBRUARY, hours=160, use=(0.32, 0.41)),
    Given("D-BG-03", "助老", 58, 0.08, date(2023, 6, 1)),
    Given("D-BG-04", "托育", 0, since=date(2023, 3, 1), season=SUMMER, seats=90, use=(0.38, 0.79)),
    Given("D-BG-05", "歇脚补给", 410, 0.16, date(2023, 5, 1), HOT_DAYS | QUIET_FEBRUARY),
    Given("D-BG-06", "关爱帮扶", 33, 0.06, date(2023, 9, 1)),
    Given("D-BG-06", "心理", 11, 0.1, date(2023, 9, 1)),
    Given("D-BG-07", "党群活动", 340, season=QUIET_FEBRUARY, hours=190, use=(0.52, 0.77)),
    Given("D-BG-07", "体检", 95, season=CHECK_UPS),
    Given("D-BG-08", "党群活动", 60, 0.02, date(2023, 2, 1), QUIET_FEBRUARY, hours=150, use=(0.29, 0.27)),
    Given("D-BG-09", "法律", 22, season=WAGES_DUE),
    Given("D-LX-01", "党群活动", 240, season=QUIET_FEBRUARY, hours=190, use=(0.45, 0.66)),
    Given("D-LX-01", "助老", 96, 0.09),
    Given("D-LX-01", "积分代办", 22, 0.25, season=BEFORE_ENROLMENT),
    Given("D-LX-02", "党群活动", 110, 0.1, season=TRADE_FAIRS | QUIET_FEBRUARY, hours=210, use=(0.36, 0.58)),
    Given("D-LX-03", "法律", 19, 0.08, date(2023, 4, 1), TRADE_FAIRS),
    Given("D-LX-04", "职工培训", 70, 0.15, date(2024, 2, 1), QUIET_FEBRUARY, hours=140, use=(0.35, 0.62)),
    Given("D-LX-05", "歇脚补给", 520, 0.2, date(2024, 3, 1), HOT_DAYS),
)


def site_rows() -> list[Row]:
    """The sites that only the demonstration has; none has a place on the map of its own."""
    names = ("site_code", "name", "kind", "area_code", "area_m2", "opened_on", "seats")
    return [dict(zip(names, site, strict=True)) | {"longitude": None, "latitude": None} for site in SITES]


def _month_of(random: Random, given: Given, number: int, month: date) -> Row:
    """What the site reports of the service for the month `number` of the 36."""
    season, years = given.season.get(month.month, 1.0), number / 12
    chance = random.uniform(0.86, 1.14)
    use = given.use[0] + (given.use[1] - given.use[0]) * number / 35
    in_use = used = hours = None
    visits = round(given.visits * (1 + given.growth) ** years * season * chance)
    if given.seats:
        in_use = min(given.seats, round(given.seats * use * min(season, 1.2) * random.uniform(0.95, 1.05)))
        visits = visits or in_use * DAYS_OF_CARE - random.randint(0, 2 * in_use)
    if given.hours:
        hours = round(given.hours * (0.7 if month.month == 2 else random.uniform(0.96, 1.04)))
        used = round(hours * min(0.97, use * random.uniform(0.9, 1.1)))
    return {
        "site_code": given.site,
        "month": f"{month:%Y-%m}",
        "service": given.service,
        "visits": visits,
        "capacity": given.seats or None,
        "in_use": in_use,
        "opening_hours": hours,
        "used_hours": used,
    }


def service_rows(random: Random) -> list[Row]:
    """One row for each month, site and service; some reports were never sent."""
    rows: list[Row] = []
    for number, month in enumerate(months()):
        sites = dict.fromkeys(given.site for given in GIVEN)
        silent = {site for site in sites if random.random() < NEVER_SENT}
        if month == months()[-1]:
            silent = set(LAST_MONTH_LATE)
        rows += [
            _month_of(random, given, number, month)
            for given in GIVEN
            if given.since <= month and given.site not in silent
        ]
    return rows


def forms() -> dict[str, list[Row]]:
    """The rows of the forms of 服务共治 and of the patrols, by dataset."""
    staffing = grids.staffing_rows(seeded("grids"), enterprises.register(seeded("enterprises")))
    return {
        "service_months": service_rows(seeded("services")),
        "mediation_months": mediation.rows(seeded("services: mediation")),
        "civic_points": civic.point_rows(seeded("services: points")),
        "service_teams": civic.team_rows(seeded("services: teams")),
        "micro_actions": civic.micro_rows(seeded("services: micro")),
        "grid_patrols": patrols.patrol_rows(seeded("services: patrols"), staffing),
        "grid_reviews": patrols.review_rows(seeded("services: reviews")),
    }
