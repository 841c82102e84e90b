"""Seed → the matters reported in the grids of 宝盖 and in the units of 彭田片区, with seasons and late closures."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from etl.demo import places
from etl.demo.periods import months
from etl.demo.shares import draw, poisson

END = datetime(2025, 12, 31, 23, 59)
MATTERS_PER_GRID_MONTH = 9.6
MATTERS_PER_UNIT_MONTH = 12.5

KINDS = {"环境卫生": 25, "市容占道": 18, "安全隐患": 17, "民生求助": 14, "设施损坏": 12, "矛盾纠纷": 10, "其他": 4}
ALLOWED_DAYS = {"安全隐患": 2, "环境卫生": 2, "市容占道": 2, "设施损坏": 5, "民生求助": 5, "矛盾纠纷": 10, "其他": 7}
# Typhoons (July to September) break things; before and after Spring Festival the streets need cleaning,
# and wages are argued about; in the shopping months goods block the pavement.
SEASONS = {
    **dict.fromkeys((7, 8, 9), {"设施损坏": 2.1, "安全隐患": 1.8}),
    **dict.fromkeys((1, 2), {"环境卫生": 1.7, "矛盾纠纷": 1.5}),
    **dict.fromkeys((10, 11), {"市容占道": 1.4}),
}
GRID_CHANNELS = {"网格员": 68, "热线": 14, "企业": 11, "微心愿": 7}
UNIT_CHANNELS = {"网格员": 34, "快递小哥": 38, "热线": 14, "微心愿": 8, "企业": 6}
COURIERS_SINCE = date(2024, 3, 1)

LATE_GRIDS = {"35058110120603": 1.75, "35058110191106": 1.55}  # 塘后村3号、宝盖科技园6号
IMPROVING_SINCE = date(2025, 4, 1)
NEVER_CLOSED = {2023: 0.018, 2024: 0.028, 2025: 0.052}  # by the year of the report; what is old was mostly cleared


@dataclass(frozen=True)
class Place:
    """Where matters are reported: a grid, or a unit that has no grids; `load` is matters a month."""

    code: str
    load: float
    slowness: float
    channels: dict[str, float]


def _places(random: Random) -> list[Place]:
    grids = [
        Place(
            grid,
            MATTERS_PER_GRID_MONTH * random.uniform(0.5, 1.6),
            LATE_GRIDS.get(grid, random.uniform(0.75, 1.1)),
            GRID_CHANNELS,
        )
        for grid in places.ALL_GRIDS
    ]
    units = [
        Place(unit, MATTERS_PER_UNIT_MONTH * random.uniform(0.6, 1.5), random.uniform(0.8, 1.1), UNIT_CHANNELS)
        for unit in places.PENGTIAN_UNITS
    ]
    return grids + units


def _instant(random: Random, month: date) -> datetime:
    """A minute in the month, mostly in working hours."""
    following = (month + timedelta(days=32)).replace(day=1)
    day = datetime(month.year, month.month, random.randint(1, (following - month).days))
    hour = random.triangular(7, 19, 10) if random.random() < 0.85 else random.uniform(0, 23.9)
    return day + timedelta(minutes=int(hour * 60))


def _closed(random: Random, place: Place, reported: datetime, allowed: int) -> datetime | None:
    """When the matter was closed, or None where it was still open at the end of 2025."""
    if random.random() < NEVER_CLOSED[reported.year] * place.slowness:
        return None
    slowness = place.slowness * (0.72 if reported.date() >= IMPROVING_SINCE else 1.0)
    days = allowed * slowness * random.lognormvariate(-0.75, 0.62)
    closed = reported + timedelta(minutes=max(12, int(days * 24 * 60)))
    return closed if closed <= END else None


def _event(random: Random, place: Place, month: date) -> dict:
    season = SEASONS.get(month.month, {})
    kind = draw(random, {name: weight * season.get(name, 1.0) for name, weight in KINDS.items()})
    channels = {
        name: weight for name, weight in place.channels.items() if name != "快递小哥" or month >= COURIERS_SINCE
    }
    reported = _instant(random, month)
    closed = _closed(random, place, reported, ALLOWED_DAYS[kind])
    return {
        "grid_code": place.code,
        "kind": kind,
        "channel": draw(random, channels),
        "reported_at": reported,
        "due_at": reported + timedelta(days=ALLOWED_DAYS[kind]),
        "closed_at": closed,
        "reopened_count": int(closed is not None and random.random() < 0.035 * place.slowness),
    }


def rows(random: Random) -> list[dict]:
    """All matters in the order in which they were reported, numbered within each year."""
    where = _places(random)
    found = [
        _event(random, place, month)
        for month in months()
        for place in where
        for _ in range(poisson(random, place.load * random.uniform(0.85, 1.15)))
    ]
    found.sort(key=lambda event: (event["reported_at"], event["grid_code"]))
    numbered: dict[int, int] = {}
    rows: list[dict] = []
    for event in found:
        year = event["reported_at"].year
        numbered[year] = numbered.get(year, 0) + 1
        rows.append({"event_id": f"E{year}-{numbered[year]:06d}"} | event)
    return rows
