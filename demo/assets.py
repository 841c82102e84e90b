"""Seed → assets of both towns by quarter: idle, bought back, rebuilt, in use, and what the village gets of them."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from demo import places, projects
from demo.park_pipeline import pipeline_rows
from demo.periods import QUARTERS
from demo.rows import Row
from demo.shares import money, seeded

SEASON = (0.86, 0.98, 1.0, 1.16)
CODES = {"闲": "闲置", "购": "回购", "改": "改造", "营": "运营"}


@dataclass(frozen=True, kw_only=True)
class Asset:
    """One asset: `states` has one sign per quarter, `income` is 万元 a quarter at full use, `cost` its share of that.

    After rebuilding, income rises to the full over `ramp` quarters. `missing` are quarters without a report.
    """

    asset_id: str
    title: str
    kind: str
    area_code: str
    states: str
    area_m2: int
    income: float
    cost: float
    share: int
    ramp: int = 4
    spaces: int | None = None
    households: int | None = None
    in_use_since: str | None = None
    unsettled_since: str | None = None
    missing: tuple[str, ...] = ()


# The first three are those of the 灵秀 report: their states follow its dates, every amount here is made up.
ASSETS = (
    Asset(
        asset_id="A-LX-01",
        title="锦绣花园配套商场",
        kind="商场",
        area_code=places.PENGTIAN,
        states="闲闲闲闲闲闲闲闲购购购改",  # 回购款 on 2025-08-26, operating rights auctioned on 2025-12-05
        area_m2=8600,
        income=0,
        cost=0,
        share=40,
        households=218,
        in_use_since="2016",
        unsettled_since="2017-05",
    ),
    Asset(
        asset_id="A-LX-02",
        title="锦绣花园地下车库",
        kind="地下车库",
        area_code=places.PENGTIAN,
        states="闲闲闲闲闲闲闲闲闲闲闲改",  # rebuilt from 2025-11-11, charging as each part opens
        area_m2=11200,
        income=9.5,
        cost=0.3,
        share=50,
        ramp=2,
        spaces=326,
        in_use_since="2018-03",
    ),
    Asset(
        asset_id="A-LX-03",
        title="石狮服装城南D幢",
        kind="商场",
        area_code=places.GARMENT_CITY,
        states="闲闲闲闲闲闲改改改营营营",
        area_m2=15400,
        income=132,
        cost=0.46,
        share=15,
        missing=("2024Q2",),
    ),
    Asset(
        asset_id="D-LX-04",
        title="石狮轻纺城演示裙楼",
        kind="商场",
        area_code=places.TEXTILE_CITY,
        states="闲闲闲改改营营营营营营营",
        area_m2=6200,
        income=41,
        cost=0.52,
        share=20,
        missing=("2025Q4",),
    ),
    Asset(
        asset_id="D-LX-05",
        title="天球工业园演示旧厂房",
        kind="厂房",
        area_code=places.TIANQIU_PARK,
        states="闲闲改改改改营营营营营营",
        area_m2=9800,
        income=58,
        cost=0.35,
        share=25,
        missing=("2023Q3",),
    ),
    Asset(
        asset_id="D-LX-06",
        title="彭田村演示标准厂房",
        kind="厂房",
        area_code=places.PENGTIAN,
        states="营营营营营营营营营营营营",
        area_m2=5400,
        income=33,
        cost=0.22,
        share=100,
        ramp=1,
    ),
    Asset(
        asset_id="D-BG-01",
        title="塘后村演示闲置地块（停车场）",
        kind="闲置土地",
        area_code=places.TANGHOU,
        states="闲闲闲改改营营营营营营营",
        area_m2=7300,
        income=16,
        cost=0.3,
        share=100,
    ),
    Asset(
        asset_id="D-BG-02",
        title="塘后村演示旧厂房",
        kind="厂房",
        area_code=places.TANGHOU,
        states="闲闲闲闲闲闲闲改改改营营",
        area_m2=4600,
        income=29,
        cost=0.4,
        share=60,
        ramp=3,
        missing=("2025Q1",),
    ),
    Asset(
        asset_id="D-BG-03",
        title="仑后村演示闲置地块",
        kind="闲置土地",
        area_code=places.LUNHOU,
        states="闲闲闲闲闲闲闲闲闲闲闲闲",  # the one that lags
        area_m2=9100,
        income=0,
        cost=0,
        share=100,
    ),
    Asset(
        asset_id="D-BG-04",
        title="仑后村演示店面",
        kind="商场",
        area_code=places.LUNHOU,
        states="营营营营闲闲改营营营营营",  # stood empty for a time and came back
        area_m2=2900,
        income=21,
        cost=0.25,
        share=100,
        ramp=3,
    ),
    Asset(
        asset_id="D-BG-05",
        title="宝盖科技园演示地下车库",
        kind="地下车库",
        area_code=places.PARK,
        states="闲闲改改营营营营营营营营",
        area_m2=13500,
        income=24,
        cost=0.48,
        share=50,
        spaces=410,
        in_use_since="2015",
        missing=("2024Q4",),
    ),
    Asset(
        asset_id="D-BG-06",
        title="宝盖科技园演示待改造厂房",
        kind="厂房",
        area_code=places.PARK,
        states="闲闲闲闲闲闲闲闲闲改改改",
        area_m2=6800,
        income=0,
        cost=0,
        share=30,
    ),
)


def _money(random: Random, asset: Asset, number: int) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Income, cost and the village's part of one quarter; None where nothing is earned yet."""
    is_earning = asset.states[number] == "营" or asset.spaces and asset.states[number] == "改" and number == 11
    if not is_earning or not asset.income:
        return None, None, None
    begun = max((place for place in range(number + 1) if asset.states[place] != "营"), default=-9)
    use = min(1.0, (number - begun or 0.6) / asset.ramp)
    income = money(asset.income * use * SEASON[number % 4] * random.uniform(0.93, 1.06))
    # Guards, light and the spread of what was put in first cost the same whether the asset is full or not.
    cost = money(asset.income * asset.cost * random.uniform(0.94, 1.05) * (0.55 + 0.45 * use))
    part = max(income - cost, Decimal(0)) * asset.share / 100
    return income, cost, Decimal(int(part * 100)) / 100


def asset_rows(random: Random) -> list[Row]:
    """One row per asset and quarter that was reported, asset by asset."""
    rows = []
    for asset in ASSETS:
        for number, quarter in enumerate(QUARTERS):
            income, cost, part = _money(random, asset, number)
            if quarter in asset.missing:
                continue
            rows.append(
                {
                    "asset_id": asset.asset_id,
                    "quarter": quarter,
                    "title": asset.title,
                    "kind": asset.kind,
                    "area_code": asset.area_code,
                    "state": CODES[asset.states[number]],
                    "area_m2": asset.area_m2,
                    "spaces": asset.spaces,
                    "households_entitled": asset.households,
                    "in_use_since": asset.in_use_since,
                    "unsettled_since": asset.unsettled_since,
                    "income_cny_10k": income,
                    "cost_cny_10k": cost,
                    "share_pct": asset.share,
                    "collective_income_cny_10k": part,
                }
            )
    return rows


def forms() -> dict[str, list[Row]]:
    """Assets, projects and the pipeline of the parks."""
    return {
        "assets": asset_rows(seeded("assets")),
        "projects": projects.project_rows(seeded("projects")),
        "park_pipeline": pipeline_rows(seeded("park pipeline")),
    }
