"""What 片区 have sent → tables: all of them beside each other, one of them with its rank, the packs, and the definitions."""

from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import in_beijing
from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.packs import SUMMED, District, districts, figures_of, having, packs_sent, together, told_metrics
from dashboard.tables.sources import origins_known, recorded_on
from dashboard.text.formats import number
from dashboard.text.periods import period_label
from dashboard.views.grid_coverage.extremes import ranked
from dashboard.views.prefecture.told import SOURCE, is_early, sent_sentence
from dashboard.views.table import Column, Footer, Listed, Table
from dashboard.views.view import definition_of, origins_in

DEFINED = "各片区用同一套报表和口径；汇总为各片区合计，比率为合计之比；片区内不公开的数不外报。"
SENT_WORDS = "一个片区只用数据最新的一个包：迟到的留存不用，重复的只收一次，更正的取代先前的。"
USED, SUPERSEDED, EARLY, SILENT, UNKNOWN = (
    "采用",
    "有更新的，不使用",
    "采用，早于本季末",
    "没有收到",
    "采用，不在区域目录",
)


def _origins(warehouse: Warehouse, quarter: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return origins_in(
        origin
        for name in names
        for one in districts(warehouse)
        for origin in figures_of(warehouse, name)[one.code, quarter].origins
    )


@remembered
def beside_each_other(warehouse: Warehouse, quarter: str) -> Listed:
    """Every 片区 with every metric that any of them has in the quarter."""
    names = told_metrics(warehouse, quarter)
    metrics = [named_metric(name) for name in names]
    columns = (Column("片区"), *(Column(one.label, one.unit, one.decimals) for one in metrics))
    rows = tuple(
        (one.name, *(figures_of(warehouse, name)[one.code, quarter].value for name in names))
        for one in districts(warehouse)
    )
    foot = Footer(SOURCE, quarter, DEFINED, _origins(warehouse, quarter, names), sent_sentence(warehouse, quarter))
    return f"{len(rows)}个片区{len(names)}项指标", period_label(quarter), Table(columns, rows), foot


@remembered
def one_district(warehouse: Warehouse, quarter: str, spot: str) -> Listed:
    """Every metric of one 片区, beside all together and with its rank among those that have it."""
    name_of = {one.code: one.name for one in districts(warehouse)}
    names = told_metrics(warehouse, quarter)
    foot = Footer(SOURCE, quarter, DEFINED, _origins(warehouse, quarter, names))
    columns = (Column("指标"), Column(name_of[spot]), Column("各片区合计"), Column("位次"))
    rows = tuple(_row(warehouse, name, quarter, spot) for name in names)
    return f"{name_of[spot]}{len(rows)}项指标", f"{period_label(quarter)} · 与各片区比", Table(columns, rows), foot


def _row(warehouse: Warehouse, name: str, quarter: str, spot: str) -> tuple[str, str, str, str]:
    metric, told = named_metric(name), figures_of(warehouse, name)
    inside = having(warehouse, name, quarter)
    order = [cell.value for cell in ranked(metric, [told[code, quarter] for code in inside])]
    own, whole = told[spot, quarter].value, together(warehouse, name, quarter, inside).value
    place = f"{order.index(own) + 1} / {len(order)}" if spot in inside else ""
    return (
        metric.label,
        number(own, metric.unit, metric.decimals),
        number(whole, metric.unit, metric.decimals),
        place,
    )


@remembered
def packs_listed(warehouse: Warehouse, quarter: str) -> Listed:
    """Every 片区 that ought to have sent a pack, and every pack that is kept of it."""
    every = districts(warehouse)
    sent = packs_sent(warehouse)
    of = {one.code: [pack for pack in sent if pack.code == one.code] for one in every}
    rows = tuple(
        (
            one.name,
            _state(one, quarter) if pack.is_used else SUPERSEDED,
            f"{in_beijing(pack.built_at):%Y-%m-%d %H:%M}",
            pack.product,
            pack.figures,
        )
        for one in every
        for pack in of[one.code]
    )
    silent = tuple((one.name, SILENT, "", "", None) for one in every if one.pack is None)
    columns = (
        Column("片区"),
        Column("汇总包"),
        Column("数据生成时间"),
        Column("软件版本"),
        Column("采用的数", "个", 0),
    )
    foot = Footer(
        SOURCE, recorded_on(warehouse), SENT_WORDS, _origins(warehouse, quarter, told_metrics(warehouse, quarter))
    )
    title = f"{sum(one.pack is not None for one in every)}个片区报来{len(sent)}个包，{len(silent)}个没有报来"
    return title, "没有报来的在前", Table(columns, (*silent, *rows)), foot


def _state(one: District, quarter: str) -> str:
    return UNKNOWN if not one.is_registered else EARLY if is_early(one, quarter) else USED


@remembered
def metrics_listed(warehouse: Warehouse) -> Listed:
    """What a pack tells, as it is defined everywhere."""
    rows = tuple((one.label, one.unit, definition_of(one)) for one in map(named_metric, SUMMED))
    foot = Footer(SOURCE, recorded_on(warehouse), DEFINED, origins_in(origins_known(warehouse)))
    return (
        f"汇总包里的{len(rows)}项指标",
        DEFINED,
        Table((Column("指标"), Column("单位"), Column("口径")), rows),
        foot,
    )
