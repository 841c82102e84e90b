"""Seed → recruitment events, and openings, seekers and placements by month, channel and occupation that hold them."""

from dataclasses import dataclass
from datetime import date
from random import Random

from demo import places
from demo.periods import months
from demo.rows import Row
from demo.shares import seeded, shares


@dataclass(frozen=True)
class Trade:
    """An occupation: heads wanted in a usual month, seekers per opening, and how many who are sent are agreed on."""

    openings: int
    seekers: float
    agreed: float


# What the plan says is missing: designers in garments, 普工 in hardware and printing, 临时工 in some enterprises.
TRADES = {
    "缝纫工": Trade(110, 0.66, 0.46),
    "裁剪": Trade(22, 0.78, 0.48),
    "普工": Trade(96, 0.60, 0.50),
    "设计师": Trade(17, 0.34, 0.27),
    "电商运营": Trade(20, 1.38, 0.38),
    "机修电工": Trade(14, 0.72, 0.44),
    "质检": Trade(18, 1.12, 0.42),
    "仓储物流": Trade(30, 0.98, 0.50),
    "临时工": Trade(62, 0.82, 0.58),
    "其他": Trade(20, 1.22, 0.36),
}
# Work is looked for and offered after Spring Festival and before the winter season; casual work peaks at its end.
SEASON = (0.55, 1.45, 1.35, 0.95, 0.90, 0.85, 0.80, 1.05, 1.30, 1.25, 1.00, 0.75)
CASUAL_SEASON = (0.70, 0.90, 1.00, 0.90, 0.90, 0.80, 0.75, 1.00, 1.20, 1.35, 1.45, 1.25)
# 宝盖职聘 and 零工配产 open with the plan of 2024-11; until then the park only has the system's survey.
OPENED = date(2024, 12, 1)
EARLY = {"企业人才数据系统": 1.0}
LATE = {"企业人才数据系统": 0.22, "宝盖职聘": 0.50, "零工配产": 0.28}
CASUAL_CHANNELS = ("零工配产", "零工驿站")
CASUAL = ("缝纫工", "裁剪", "普工", "仓储物流", "临时工")
STATION_OPENED = date(2023, 4, 1)
EVENT_CHANNELS = {"园区专场": "招聘会", "校园": "校企", "云市集": "云市集"}
GRADUATE_MIX = {"设计师": 16, "电商运营": 26, "质检": 18, "机修电工": 18, "其他": 22}
USUAL_MIX = {name: trade.openings for name, trade in TRADES.items() if name != "临时工"}

# Where and when events are held, with the enterprises that come.
EVENTS = (
    (
        places.PARK,
        "园区专场",
        "宝盖科技园专场招聘会",
        "2023-02 2023-05 2023-09 2024-02 2024-06 2024-09 2024-11 2025-02 2025-03 2025-06 2025-09 2025-11",
        (30, 46),
    ),
    (
        places.PARK,
        "校园",
        "大中专院校毕业生招聘（宝盖科技园）",
        "2023-06 2023-11 2024-05 2024-11 2025-04 2025-05 2025-10 2025-11",
        (10, 18),
    ),
    (
        places.PARK,
        "云市集",
        "招聘“云市集”长廊",
        "2024-12 2025-01 2025-03 2025-04 2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12",
        (16, 28),
    ),
    (
        places.SMART_PARK,
        "园区专场",
        "石狮服装智能制造园专场招聘会",
        "2023-03 2023-10 2024-03 2024-10 2025-03 2025-09 2025-11",
        (10, 18),
    ),
    (places.SMART_PARK, "校园", "毕业生实训基地招聘", "2024-06 2025-06", (8, 12)),
    (places.GARMENT_CITY, "校园", "实训基地双选会", "2024-05 2025-05", (8, 14)),
)
# openings per enterprise, visitors per opening, agreed per visitor
EVENT_RATES = {"园区专场": (7.5, 0.95, 0.36), "校园": (5.0, 1.45, 0.27), "云市集": (5.5, 1.10, 0.24)}
LAST_CALLED_BACK = date(2025, 11, 30)
FIRST_YEAR = 2023


def _arrived(day: date) -> float:
    """Of those agreed on, how many had begun to work; better from the end of 2024, when somebody follows them up."""
    return (0.60, 0.62, 0.72)[day.year - FIRST_YEAR] + (0.06 if day >= OPENED else 0.0)


def _event(random: Random, number: int, area: str, kind: str, title: str, month: str, size: tuple[int, int]) -> Row:
    held_on = date(int(month[:4]), int(month[5:]), random.randint(6, 26))
    per_enterprise, per_opening, agreed = EVENT_RATES[kind]
    enterprises = random.randint(*size)
    openings = round(enterprises * per_enterprise * random.uniform(0.85, 1.15))
    visitors = round(openings * per_opening * random.uniform(0.85, 1.15))
    intentions = round(visitors * agreed * random.uniform(0.9, 1.1))
    hires = round(intentions * _arrived(held_on) * random.uniform(0.88, 1.05))
    return {
        "event_id": f"ZP{number:03d}",
        "title": f"{held_on.year}年{held_on.month}月{title}",
        "kind": kind,
        "area_code": area,
        "held_on": held_on,
        "enterprises_attending": enterprises,
        "openings": openings,
        "visitors": visitors,
        "intentions": intentions,
        "hires": hires if held_on <= LAST_CALLED_BACK else None,
    }


def event_rows(random: Random) -> list[Row]:
    """Every event, in the order of days; those of the last month have not been called back yet."""
    planned = sorted(
        (month, area, kind, title, size) for area, kind, title, listed, size in EVENTS for month in listed.split()
    )
    return [
        _event(random, number, area, kind, title, month, size)
        for number, (month, area, kind, title, size) in enumerate(planned, 1)
    ]


def _of_event(event: Row) -> list[Row]:
    """The event as rows of its month: its openings, visitors, agreed and hired, parted by occupation."""
    mix = GRADUATE_MIX if event["kind"] == "校园" else USUAL_MIX
    trades = [TRADES[name] for name in mix]
    openings = shares(event["openings"], tuple(mix.values()))
    sought = [count * trade.seekers for count, trade in zip(openings, trades, strict=True)]
    seekers = shares(event["visitors"], sought)
    agreed = shares(event["intentions"], [count * trade.agreed for count, trade in zip(seekers, trades, strict=True)])
    hired = [None] * len(mix) if event["hires"] is None else shares(event["hires"], agreed)
    return [
        {
            "area_code": event["area_code"],
            "month": f"{event['held_on']:%Y-%m}",
            "channel": EVENT_CHANNELS[event["kind"]],
            "occupation": name,
            "openings": wanted,
            "seekers": came,
            # Whoever comes to an event is sent to more than one stand.
            "recommended": max(round(came * 1.3), settled),
            "matched": settled,
            "hired": begun,
        }
        for name, wanted, came, settled, begun in zip(mix, openings, seekers, agreed, hired, strict=True)
    ]


def _easing(day: date) -> float:
    """Seekers in a month against the usual: fewer through 2024, more from month to month once the programs are open."""
    if day < date(2024, 3, 1):
        return 1.0
    if day < OPENED:
        return 0.88
    return 0.95 + 0.022 * ((day.year - OPENED.year) * 12 + day.month - OPENED.month)


def _standing(
    random: Random, area: str, channel: str, day: date, name: str, wanted: float, per_opening: float
) -> Row | None:
    """A channel's row for an occupation and month, None where nobody is wanted and nobody asks."""
    trade = TRADES[name]
    season = (CASUAL_SEASON if name == "临时工" else SEASON)[day.month - 1]
    openings = round(wanted * season * 1.02 ** (day.year - FIRST_YEAR) * random.uniform(0.86, 1.14))
    seekers = round(wanted * (0.35 + 0.65 * season) * per_opening * _easing(day) * random.uniform(0.86, 1.14))
    if not openings and not seekers:
        return None
    recommended = round(min(seekers * 0.9, openings * 1.8) * random.uniform(0.9, 1.05))
    gain = 1.18 if day >= OPENED and name != "设计师" else 1.0
    matched = min(recommended, round(recommended * trade.agreed * gain * random.uniform(0.9, 1.1)), openings)
    return {
        "area_code": area,
        "month": f"{day:%Y-%m}",
        "channel": channel,
        "occupation": name,
        "openings": openings,
        "seekers": seekers,
        "recommended": recommended,
        "matched": matched,
        # Rounded by chance: of one who was agreed on, not always one arrives.
        "hired": int(matched * min(1.0, _arrived(day) * random.uniform(0.94, 1.1)) + random.random() * 0.999),
    }


def _park(random: Random, day: date) -> list[Row | None]:
    mix = LATE if day >= OPENED else EARLY
    found = []
    for channel, share in mix.items():
        names = CASUAL if channel in CASUAL_CHANNELS else tuple(TRADES)
        for name in names:
            of_channel = share * (0.5 if channel == "企业人才数据系统" and name == "临时工" else 1.0)
            wanted = TRADES[name].openings * of_channel
            found.append(_standing(random, places.PARK, channel, day, name, wanted, TRADES[name].seekers))
    return found


# Villages have more who look for work than work; the station's park has more work, its village more hands.
VILLAGES = {places.TANGHOU: 1.0, places.LUNHOU: 0.55}
VILLAGE_TRADES = {"普工": 7, "仓储物流": 6, "临时工": 8, "其他": 8}
STATION_TRADES = {"缝纫工": 20, "仓储物流": 16, "电商运营": 9, "临时工": 34}
STATION_VILLAGE_TRADES = {"临时工": 11, "普工": 7, "其他": 6}
UNREPORTED = {(places.TANGHOU, "2024-07"), (places.LUNHOU, "2023-02"), (places.PENGTIAN, "2025-02")}


def _elsewhere(random: Random, day: date) -> list[Row | None]:
    found = []
    for village, size in VILLAGES.items():
        channel = "宝盖职聘" if day >= OPENED else "企业人才数据系统"
        for name, wanted in VILLAGE_TRADES.items():
            found.append(_standing(random, village, channel, day, name, wanted * size, 2.1))
    if day >= STATION_OPENED:
        growth = 1 + 0.012 * ((day.year - STATION_OPENED.year) * 12 + day.month - STATION_OPENED.month)
        for name, wanted in STATION_TRADES.items():
            row = _standing(random, places.SMART_PARK, "零工驿站", day, name, wanted * growth, 0.84)
            found.append(row)
        for name, wanted in STATION_VILLAGE_TRADES.items():
            found.append(_standing(random, places.PENGTIAN, "零工驿站", day, name, wanted * growth, 1.9))
    return found


def job_rows(random: Random, events: list[Row]) -> list[Row]:
    """Rows by month: the standing channels, then what the month's events brought; three reports never came."""
    rows: list[Row] = []
    for day in months():
        standing = [row for row in (*_park(random, day), *_elsewhere(random, day)) if row]
        rows += [row for row in standing if (row["area_code"], row["month"]) not in UNREPORTED]
        for event in events:
            if event["held_on"].replace(day=1) == day:
                rows += _of_event(event)
    return rows


def forms() -> dict[str, list[Row]]:
    """The recruitment events, and the months of which they are part."""
    events = event_rows(seeded("recruitment"))
    return {"recruitment_events": events, "job_months": job_rows(seeded("jobs"), events)}
