"""Seed → the matters reported in the grids of 宝盖 and in the units of 彭田片区, with seasons and late closures."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from demo import channels, places, seasons
from demo.closings import closed_at
from demo.holidays import working_days_later
from demo.periods import LAST_DAY, months
from demo.rows import Row
from demo.shares import draw, poisson

END = datetime(2025, 12, 31, 23, 59)
# Matters of all grids, and of all units without grids, on a usual working day.
IN_GRIDS, IN_UNITS = 8.6, 3.7
GROWTH = 0.006  # a month: more and more is reported since 网格通 came into use

KINDS = {"环境卫生": 25, "市容占道": 18, "安全隐患": 17, "民生求助": 14, "设施损坏": 12, "矛盾纠纷": 10, "其他": 4}
# Promised working days.
ALLOWED_DAYS = {"安全隐患": 2, "环境卫生": 2, "市容占道": 2, "设施损坏": 5, "民生求助": 5, "矛盾纠纷": 10, "其他": 7}
GRID_CHANNELS = {"网格员": 68, "热线": 14, "企业": 11, "微心愿": 7}
UNIT_CHANNELS = {"网格员": 34, "快递小哥": 38, "热线": 14, "微心愿": 8, "企业": 6}
COURIERS_SINCE = date(2024, 3, 1)
# What a place is like: factories are looked after, homes are cleaned, markets spill onto the pavement.
OF_PARK = {"安全隐患": 1.9, "环境卫生": 0.7, "民生求助": 0.5}
OF_VILLAGE = {"环境卫生": 1.25, "民生求助": 1.3, "安全隐患": 0.8}
OF_MARKET = {"市容占道": 2.0, "矛盾纠纷": 1.3, "环境卫生": 1.2}
UNIT_KINDS = {
    **dict.fromkeys((places.PARK, places.SMART_PARK, places.JIANJIAN_PARK, places.STARTUP_PARK), OF_PARK),
    **dict.fromkeys((places.TIANQIU_PARK, places.EXPRESS_HEADQUARTERS), OF_PARK),
    **dict.fromkeys((places.TANGHOU, places.LUNHOU, places.PENGTIAN), OF_VILLAGE),
    **dict.fromkeys((places.GARMENT_CITY, places.TEXTILE_CITY), OF_MARKET),
}
OWN_TROUBLE = 2.4  # each place has one kind of its own that it has much more of
# How unequal places are: the standard deviation of the logarithm of what is reported there.
GRID_SPREAD, UNIT_SPREAD = 0.68, 0.6
QUIETEST, BUSIEST = 0.3, 3.2

LATE_GRIDS = {"35058110120603": 2.0, "35058110191106": 1.5}  # 塘后村3号、宝盖科技园6号
BUSY = 1.4  # the late grids are late because they have more to do than others: by this at least
IMPROVING_SINCE = date(2025, 4, 1)


@dataclass(frozen=True)
class Place:
    """Where matters are reported: a grid, or a unit that has no grids.

    `mixes` has for each channel the weight of each kind, on a usual working day; together they are matters a day.
    """

    code: str
    slowness: float
    mixes: dict[str, dict[str, float]]


def _mixes(load: float, shares: dict[str, float], own: dict[str, float]) -> dict[str, dict[str, float]]:
    """Matters of a working day by channel and kind, that sum to `load`."""
    weights = {
        channel: {
            kind: share * weight * own.get(kind, 1.0) * channels.KINDS_OF[channel].get(kind, 1.0)
            for kind, weight in KINDS.items()
        }
        for channel, share in shares.items()
    }
    whole = sum(sum(mix.values()) for mix in weights.values())
    return {channel: {kind: load * weight / whole for kind, weight in mix.items()} for channel, mix in weights.items()}


def _places(random: Random, codes: tuple[str, ...], total: float, spread: float, shares: Row) -> list[Place]:
    """The places with unequal parts of `total` matters a day."""
    sizes = [min(BUSIEST, max(QUIETEST, random.lognormvariate(0, spread))) for _ in codes]
    sizes = [max(size, BUSY) if code in LATE_GRIDS else size for code, size in zip(codes, sizes, strict=True)]
    found = []
    for code, size in zip(codes, sizes, strict=True):
        usual = UNIT_KINDS[code[:12]]
        trouble = draw(random, KINDS)
        own = usual | {trouble: usual.get(trouble, 1.0) * OWN_TROUBLE}
        slowness = LATE_GRIDS.get(code, random.uniform(0.75, 1.1))
        found.append(Place(code, slowness, _mixes(total * size / sum(sizes), shares, own)))
    return found


def _event(random: Random, place: Place, day: date, mixes: dict[str, dict[str, float]]) -> Row:
    channel = draw(random, {name: sum(mix.values()) for name, mix in mixes.items()})
    kind = draw(random, mixes[channel])
    hour = draw(random, channels.HOURS[channel])
    reported = datetime.combine(day, time(hour, random.randint(0, 59)))
    allowed = ALLOWED_DAYS[kind]
    speed = place.slowness * (0.7 if day >= IMPROVING_SINCE else 1.0)
    days = allowed * speed * random.lognormvariate(-0.6, 0.62)
    closed = closed_at(random, kind, channel, reported, days, place.slowness)
    return {
        "grid_code": place.code,
        "kind": kind,
        "channel": channel,
        "reported_at": reported,
        "due_at": datetime.combine(working_days_later(day, allowed), reported.time()),
        "closed_at": closed if closed <= END else None,
        "reopened_count": int(closed <= END and random.random() < 0.035 * place.slowness),
    }


def _of_day(random: Random, places_there: list[Place], day: date) -> list[Row]:
    """What was reported on a day."""
    factors = {kind: seasons.factor(kind, day) for kind in KINDS}
    open_channels = [name for name in channels.OFF_DAYS if name != "快递小哥" or day >= COURIERS_SINCE]
    growth = 1 + GROWTH * (12 * (day.year - 2023) + day.month - 1)
    shares = {name: growth * channels.share(name, day) for name in open_channels}
    found = []
    for place in places_there:
        mixes = {
            name: {kind: weight * shares[name] * factors[kind] for kind, weight in mix.items()}
            for name, mix in place.mixes.items()
            if name in shares
        }
        expected = sum(sum(mix.values()) for mix in mixes.values())
        found += [_event(random, place, day, mixes) for _ in range(poisson(random, expected))]
    return found


def rows(random: Random) -> list[Row]:
    """All matters in the order in which they were reported, numbered within each year."""
    where = _places(random, places.ALL_GRIDS, IN_GRIDS, GRID_SPREAD, GRID_CHANNELS)
    where += _places(random, places.PENGTIAN_UNITS, IN_UNITS, UNIT_SPREAD, UNIT_CHANNELS)
    first = months()[0]
    days = [first + timedelta(days=number) for number in range((LAST_DAY - first).days + 1)]
    found = [event for day in days for event in _of_day(random, where, day)]
    found.sort(key=lambda event: (event["reported_at"], event["grid_code"]))
    numbered: dict[int, int] = {}
    rows: list[Row] = []
    for event in found:
        year = event["reported_at"].year
        numbered[year] = numbered.get(year, 0) + 1
        rows.append({"event_id": f"E{year}-{numbered[year]:06d}"} | event)
    return rows
