"""A day → how much more of each kind of matter it brings: storms, heat, Spring Festival, shopping months."""

from dataclasses import dataclass
from datetime import date
from math import exp, prod

from demo.holidays import spring_festival


@dataclass(frozen=True)
class Storm:
    """A typhoon that crossed the coast of southern or central Fujian; `strength` is an assumption, 1 the strongest."""

    name: str
    landed_on: date
    strength: float


# Days and places of landfall are those that the meteorological services announced; what they broke is made up.
STORMS = (
    Storm("杜苏芮", date(2023, 7, 28), 1.0),  # 晋江
    Storm("格美", date(2024, 7, 25), 0.75),  # 莆田秀屿
    Storm("杨柳", date(2025, 8, 14), 0.6),  # 漳浦
)
# What a storm of strength 1 adds on its day, as a multiple of a usual day, and in how many days that fades.
DAMAGE = {"设施损坏": (9.0, 4.0), "安全隐患": (4.0, 3.0), "环境卫生": (3.0, 4.0), "民生求助": (2.5, 2.0)}
# The two days before landfall are for looking after what may fall.
LOOKED_AFTER_DAYS, LOOKED_AFTER = 2, {"安全隐患": 3.5}
FADED_AFTER_DAYS = 14

HEAT = {"设施损坏": 1.8, "安全隐患": 1.35, "民生求助": 1.25, "环境卫生": 1.25}
HEAT_FROM, HEAT_TO = (6, 20), (9, 30)  # month and day
SAFETY_MONTH = {"安全隐患": 1.3}  # June
SHOPPING = {"市容占道": 1.6}  # from mid-October to the end of November
SHOPPING_FROM, SHOPPING_TO = (10, 15), (11, 30)
# Wages are asked for and houses are cleaned in the weeks before Spring Festival; afterwards workers are still away,
# and shops that open again are looked after.
BEFORE_FESTIVAL_DAYS, BEFORE_FESTIVAL = 24, {"矛盾纠纷": 2.3, "环境卫生": 1.6, "安全隐患": 1.4}
AFTER_FESTIVAL_DAYS = 16
AFTER_FESTIVAL = {
    "环境卫生": 0.7,
    "市容占道": 0.45,
    "矛盾纠纷": 0.55,
    "民生求助": 0.7,
    "设施损坏": 0.7,
    "安全隐患": 1.1,
}


def _of_storm(storm: Storm, kind: str, day: date) -> float:
    after = (day - storm.landed_on).days
    if -LOOKED_AFTER_DAYS <= after < 0:
        return 1 + (LOOKED_AFTER.get(kind, 1) - 1) * storm.strength
    if kind not in DAMAGE or not 0 <= after <= FADED_AFTER_DAYS:
        return 1.0
    added, fades = DAMAGE[kind]
    return 1 + added * storm.strength * exp(-after / fades)


def _of_festival(day: date) -> dict[str, float]:
    festival = spring_festival(day.year)
    if 0 < (festival.first - day).days <= BEFORE_FESTIVAL_DAYS:
        return BEFORE_FESTIVAL
    return AFTER_FESTIVAL if 0 < (day - festival.last).days <= AFTER_FESTIVAL_DAYS else {}


def factor(kind: str, day: date) -> float:
    """How many times as many matters of the kind as on a usual day."""
    at = (day.month, day.day)
    return prod(
        (
            _of_festival(day).get(kind, 1.0),
            HEAT.get(kind, 1.0) if HEAT_FROM <= at <= HEAT_TO else 1.0,
            SHOPPING.get(kind, 1.0) if SHOPPING_FROM <= at <= SHOPPING_TO else 1.0,
            SAFETY_MONTH.get(kind, 1.0) if day.month == 6 else 1.0,
            *(_of_storm(storm, kind, day) for storm in STORMS),
        )
    )
