"""Turns assets by quarter into the strip of their states, the waterfall of what they earn, and the list of them."""

from collections.abc import Sequence

from dashboard.metrics.areas import area_name, areas
from dashboard.metrics.periods import last_quarter, shift
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.projects import AssetQuarter, assets
from dashboard.text.formats import ORIGIN_LABELS, number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.kinds.area_map import short_name
from dashboard.views.table import Column, Footer, Row, Table
from dashboard.views.view import View, origins_in

CARDS = ("assets_revived_share", "idle_area", "asset_income", "collective_income")
STATES = {"闲置": "闲", "回购": "购", "改造": "改", "运营": "营"}
IN_USE = "运营"
SOURCE = "资产盘活"
DEFINITION = "季末状态分闲置、改造、运营、回购，以报表所填为准；收入、成本、分成为当季发生数，不沿用上一季。"
QUARTERS_SHOWN = 12
HELD = "没有报来的季度沿用上一次上报的状态，金额不沿用"
COLUMNS = (
    Column("资产"),
    Column("类别"),
    Column("区域"),
    Column("季末状态"),
    Column("面积", "平方米", 0),
    Column("车位、权益户"),
    Column("分成", "%", 0),
    Column("收入", "万元", 1),
    Column("成本", "万元", 1),
    Column("村集体所得", "万元", 1),
    Column("数据性质"),
)


def shown_assets(warehouse: Warehouse, selection: Selection) -> tuple[AssetQuarter, ...]:
    """The assets of the selected area in the twelve quarters up to the end of the selected period."""
    last = last_quarter(selection.period)
    return assets(warehouse, selection.area_code, shift(last, 1 - QUARTERS_SHOWN), last)


@remembered
def stages_view(warehouse: Warehouse, selection: Selection) -> View:
    """In which state every asset was at the end of each quarter; raises ValueError where no asset is known."""
    listed = shown_assets(warehouse, selection)
    if not listed:
        raise ValueError("no asset was reported for the area")
    titles = {record.asset_id: record.title for record in listed}
    quarters = sorted({record.quarter for record in listed})
    state_of = {(record.asset_id, record.quarter): record.state for record in listed}
    # Assets longest in use come first, so that idle ones are together at the bottom.
    order = sorted(titles, key=lambda asset: -sum(state_of.get((asset, quarter)) == IN_USE for quarter in quarters))
    return View(
        key="asset-stages",
        finding=stages_finding(listed),
        measured=Measured(
            "季末状态",
            f"{period_label(quarters[0])}至{period_label(quarters[-1])}",
            area_name(warehouse, selection.area_code),
        ),
        chart=charts.Stages(
            [titles[asset] for asset in order],
            quarters,
            [[state_of.get((asset, quarter)) for quarter in quarters] for asset in order],
            order=tuple(STATES),
            signs=tuple(STATES.values()),
        ),
        footer=Footer(
            SOURCE, quarters[-1], DEFINITION, origins=origins_in(record.origin for record in listed), note=HELD
        ),
        table=Table(
            (Column("资产"), Column("季度"), Column("季末状态"), Column("当季已上报")),
            tuple(
                (record.title, period_label(record.quarter), record.state, "是" if record.has_report else "否")
                for record in listed
            ),
        ),
    )


def strip_height(warehouse: Warehouse, selection: Selection) -> int:
    """Pixels of `stages_view`, which grows with the number of assets; never less than those of a trend."""
    return max(300, charts.stages_height(len({record.asset_id for record in shown_assets(warehouse, selection)})))


def stages_finding(listed: Sequence[AssetQuarter]) -> Finding:
    """How many assets are in use at the end, and which has been out of use the longest without a break."""
    last = max(record.quarter for record in listed)
    now = [record for record in listed if record.quarter == last]
    used = sum(record.state == IN_USE for record in now)
    text = f"{len(now)}处资产中{used}处在运营"
    out = {record.asset_id: record.title for record in now if record.state != IN_USE}
    idle = {asset: _run_out_of_use([record for record in listed if record.asset_id == asset]) for asset in out}
    if not idle:
        return Finding(text)
    longest = max(idle.values())
    named = [out[asset] for asset, quarters in idle.items() if quarters == longest]
    beside = f"等{len(named)}处" if len(named) > 1 else ""
    least = "至少" if longest == len({record.quarter for record in listed}) else ""
    return Finding(f"{text}；{named[0]}{beside}{least}已{longest}个季度未投入运营").naming(*named)


def _run_out_of_use(history: Sequence[AssetQuarter]) -> int:
    """How many quarters on end, up to the last, an asset was not in use."""
    run = 0
    for record in sorted(history, key=lambda record: record.quarter, reverse=True):
        if record.state == IN_USE:
            break
        run += 1
    return run


@remembered
def asset_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the assets as they stood at the end of the selected period."""
    last = last_quarter(selection.period)
    listed = assets(warehouse, selection.area_code, last, last)
    names = {code: short_name(place) for code, place in areas(warehouse).items()}
    return (
        assets_finding(listed),
        Measured(period_label(last), area_name(warehouse, selection.area_code)),
        Table(COLUMNS, tuple(_row(record, names) for record in listed)),
        Footer(
            SOURCE,
            last,
            DEFINITION,
            origins=origins_in(record.origin for record in listed),
            note="；".join(map(_history, filter(_has_history, listed))),
        ),
    )


def assets_finding(listed: Sequence[AssetQuarter]) -> str:
    """How many assets are in each state."""
    counts = {state: sum(record.state == state for record in listed) for state in STATES}
    text = "，".join(f"{state}{count}处" for state, count in counts.items() if count)
    return f"资产{len(listed)}处：{text}" if listed else "没有登记的资产"


def _row(record: AssetQuarter, names: dict[str, str]) -> Row:
    return (
        record.title,
        record.kind,
        names[record.area_code],
        record.state,
        record.area_m2,
        size_words(record),
        record.share_pct,
        record.income_cny_10k,
        record.cost_cny_10k,
        record.collective_income_cny_10k,
        ORIGIN_LABELS[record.origin],
    )


def size_words(record: AssetQuarter) -> str:
    """How many parking spaces it has and how many households hold a share; what does not apply stays out."""
    parts = ((record.spaces, "个车位"), (record.households_entitled, "户权益"))
    return "，".join(number(value, unit) for value, unit in parts if value is not None)


def _has_history(record: AssetQuarter) -> bool:
    return bool(record.in_use_since or record.unsettled_since)


def _history(record: AssetQuarter) -> str:
    """Since when an asset has been in use, and since when its rights were unsettled."""
    parts = [
        f"{period_label(since)}{word}"
        for since, word in ((record.in_use_since, "投用"), (record.unsettled_since, "起权责未清"))
        if since
    ]
    return f"{record.title} {'，'.join(parts)}"
