"""Seed → a made-up prefecture: its register, schematic shapes, and what 45 片区 sent, late, twice, corrected or not at all.

Run as `python -m demo.prefecture FOLDER`; `python -m etl --data FOLDER … build` makes a warehouse of it.
"""

import csv
import json
import math
import sys
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from demo.shares import seeded
from etl.packs.pack import Figure, Pack, Withheld, to_bytes
from etl.packs.receiving import receive

CITY = ("900000000000", "示例市（演示）")
TOWNS, IN_A_TOWN = "甲乙丙丁戊己庚辛壬", "一二三四五"
WEST, SOUTH, STEP = 117.60, 25.20, 0.05
PRODUCT, NEWER = "1.0.0", "9.9.0"
BUILT = datetime(2026, 1, 8, 1, 30)
YEARS = (2023, 2024, 2025)
KINDS = ("安全隐患", "环境卫生", "市容占道", "矛盾纠纷", "民生求助", "设施损坏", "其他")
CHANNELS = ("网格员", "快递小哥", "微心愿", "企业", "热线")
EVENTS = "grid_event_area_months"
# Nobody has heard of the last two; the pack before them was made before the last quarter had ended.
SILENT, EARLY = 2, 1
# Figures of enterprises and persons: source, quantity, measure, about as many in a quarter.
TOTALS = (
    ("enterprises", "output", "gross_output_cny_10k", 60_000),
    ("enterprises", "output", "revenue_cny_10k", 58_000),
    ("enterprises", "tax", "tax_cny_10k", 1_900),
    ("enterprises", "electricity", "electricity_mwh", 4_200),
    ("enterprises", "employees", "employees_persons", 1_500),
    ("placement", "hired", "hiring", 90),
    ("training", "enrolled", "completion", 160),
    ("services", "visits", "visits", 5_200),
)


@dataclass(frozen=True)
class District:
    """A 片区 of the register, by where it lies in the sketch."""

    code: str
    name: str
    town: str
    column: int
    row: int


def districts() -> tuple[District, ...]:
    """The 45 片区, town by town."""
    return tuple(
        District(
            f"9{town + 1:02d}000{place:03d}901", f"{TOWNS[town]}镇{word}片区", f"9{town + 1:02d}000000000", town, place
        )
        for town in range(len(TOWNS))
        for place, word in enumerate(IN_A_TOWN)
    )


def packs() -> list[Pack]:
    """What was sent, in the order in which it came: one late, one corrected, one of a newer product, some not at all."""
    every = [_pack(one, seeded(f"prefecture {one.code}")) for one in districts()]
    *whole, early = every[:-SILENT]
    early = replace(early, built_at=BUILT - timedelta(days=40))
    late = replace(whole[3], built_at=BUILT - timedelta(days=90), figures=whole[3].figures[::2])
    wrong = replace(whole[4], figures=tuple(replace(one, value=one.value * 10) for one in whole[4].figures))
    right = replace(whole[4], built_at=BUILT + timedelta(days=3))
    newer = replace(whole[5], product=NEWER)
    return [*whole[:4], wrong, newer, *whole[6:], early, late, right]


def _pack(district: District, random: Random) -> Pack:
    size = random.uniform(0.4, 1.8)
    withheld = _withheld(random)
    untold = {(one.source, one.quantity, one.period) for one in withheld}
    figures = [one for one in _totals(random, size) if (one.source, one.quantity, one.period) not in untold]
    figures += [one for year in YEARS for month in range(1, 13) for one in _events(random, size, year, month)]
    version = f"{BUILT:%Y%m%dT%H%M%SZ}-{random.getrandbits(32):08x}"
    return Pack(district.code, district.name, PRODUCT, version, BUILT, tuple(figures), withheld)


def _withheld(random: Random) -> tuple[Withheld, ...]:
    """In one 片区 of eight too few enterprises or persons stand behind a total."""
    source, quantity, _, _ = random.choice(TOTALS)
    quarters = [f"{year}Q{quarter}" for year in YEARS for quarter in (1, 2, 3, 4)]
    return tuple(Withheld(source, quantity, one) for one in quarters[-4:]) if random.random() < 1 / 8 else ()


def _totals(random: Random, size: float) -> list[Figure]:
    found = []
    for source, quantity, measure, about in TOTALS:
        growth, level = random.uniform(-0.01, 0.03), about * size * random.uniform(0.8, 1.2)
        for place in range(4 * len(YEARS)):
            season = 1 + 0.08 * math.sin(math.pi * place / 2)
            value = round(level * (1 + growth) ** place * season * random.uniform(0.96, 1.04))
            period = f"{YEARS[0] + place // 4}Q{place % 4 + 1}"
            found.append(Figure(source, quantity, measure, period, "", "", float(value), "demo"))
    return found


def _events(random: Random, size: float, year: int, month: int) -> list[Figure]:
    """The events of a month by kind and by channel, both adding up to the total."""
    kinds = [random.randint(3, 22) * size for _ in KINDS]
    accepted = max(1, round(sum(kinds)))
    closed = round(accepted * random.uniform(0.86, 1.0))
    due = round(accepted * random.uniform(0.9, 1.0))
    in_time = round(due * random.uniform(0.8, 0.99))
    overdue = due - in_time
    told = {
        "accepted": accepted,
        "closed": closed,
        "closed_days": round(closed * random.uniform(1.5, 4.5), 2),
        "reopened": round(closed * random.uniform(0, 0.06)),
        "due": due,
        "closed_in_time": in_time,
        "overdue_entered": overdue,
        "overdue_left": max(0, overdue - random.randint(0, 1)),
    }
    when = f"{year}-{month:02d}"
    found = [Figure(EVENTS, name, name, when, "", "", float(value), "demo") for name, value in told.items()]
    for dimension, parts, weights in (("kind", KINDS, kinds), ("channel", CHANNELS, [9, 4, 1, 3, 5])):
        left = accepted
        for place, part in enumerate(parts):
            own = left if part == parts[-1] else min(left, round(accepted * weights[place] / sum(weights)))
            left -= own
            found.append(Figure(EVENTS, "accepted", "accepted", when, dimension, part, float(own), "demo"))
    return found


def _rows() -> list[dict[str, str]]:
    """The register, as the form of areas has it."""
    towns = {f"9{town:02d}000000000": f"{name}镇（演示）" for town, name in enumerate(TOWNS, 1)}
    rows = [(*CITY, "市", ""), *((code, name, "镇", CITY[0]) for code, name in towns.items())]
    rows += [(one.code, one.name, "片区", one.town) for one in districts()]
    schematic = {one.code for one in districts()}
    return [
        {
            "区域代码": code,
            "区域名称": name,
            "层级": level,
            "上级区域代码": parent,
            "图形性质": "示意" if code in schematic else "无",
        }
        for code, name, level, parent in rows
    ]


def _shapes() -> dict[str, object]:
    """A sketch of neighbours that share their borders: a net of corners, each a little moved."""
    random = seeded("prefecture corners")
    corners = {
        (column, row): (
            round(WEST + STEP * (column + 0.35 * random.uniform(-1, 1)), 6),
            round(SOUTH + STEP * (row + 0.35 * random.uniform(-1, 1)), 6),
        )
        for column in range(len(TOWNS) + 1)
        for row in range(len(IN_A_TOWN) + 1)
    }
    features = [
        {
            "type": "Feature",
            "properties": {"area_code": one.code, "name": one.name, "status": "示意"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [corners[one.column + x, one.row + y] for x, y in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]
                ],
            },
        }
        for one in districts()
    ]
    return {"type": "FeatureCollection", "name": "示意图，非行政区域界线", "features": features}


def write(folder: Path) -> Path:
    """Write the data folder of the prefecture, with the packs as they were received; the folder."""
    for room in ("demo", "geo", "sent"):
        (folder / room).mkdir(parents=True, exist_ok=True)
    rows = _rows()
    with (folder / "demo" / "areas.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    (folder / "geo" / "areas.geojson").write_text(json.dumps(_shapes(), ensure_ascii=False), encoding="utf-8")
    files = []
    for place, pack in enumerate(packs()):
        files.append(folder / "sent" / f"{place:02d}_{pack.code}.zip")
        files[-1].write_bytes(to_bytes(pack))
    # The first one comes twice.
    receive([*files, files[0]], folder)
    return folder


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
