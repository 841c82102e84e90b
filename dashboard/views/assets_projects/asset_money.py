"""What revived assets earn, and what of it stays with owner and village."""

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Value
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number, number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.answers import now
from dashboard.views.kinds.lines import joint_footer
from dashboard.views.table import Column, Table
from dashboard.views.view import View

STEPS = ("asset_income", "asset_cost", "owner_income", "collective_income")


@remembered
def waterfall_view(warehouse: Warehouse, selection: Selection) -> View:
    """From the income of the assets over what they cost to what the village and the owners get."""
    answers = [(metric, now(warehouse, metric.name, selection)) for metric in map(named_metric, STEPS)]
    income, cost, owner, village = (cell.value for _, cell in answers)
    steps = waterfall_steps(income, cost, owner, village)
    is_known = all(map(is_number, (income, cost, owner, village)))
    return View(
        key="asset-waterfall",
        finding=waterfall_finding(selection.period, income, cost, village),
        measured=Measured("万元", period_label(selection.period), area_name(warehouse, selection.area_code)),
        chart=charts.Waterfall(steps, unit="万元", decimals=1),
        footer=joint_footer(
            warehouse,
            [(metric, (cell,)) for metric, cell in answers],
            "减去的一项为正时，是亏损由产权方承担" if is_known and is_number(owner) and owner < 0 else "",
        ),
        table=Table(
            (Column("项目"), Column("金额", "万元", 1)),
            tuple((step.name, step.value) for step in steps),
        ),
    )


def waterfall_steps(income: Value, cost: Value, owner: Value, village: Value) -> tuple[charts.Step, ...]:
    """The five rows of the waterfall; while one of the four figures is missing, no row is subtracted from another."""
    less_cost, net, less_owner = cost, income, owner
    if is_number(income) and is_number(cost) and is_number(owner) and is_number(village):
        less_cost, net, less_owner = -cost, income - cost, -owner
    return (
        charts.Step("经营收入", income, is_total=True),
        charts.Step("运营成本", less_cost),
        charts.Step("成本后收益", net, is_total=True),
        charts.Step("产权方等所得", less_owner),
        charts.Step("村集体增收", village, is_total=True, is_highlighted=True),
    )


def waterfall_finding(period: str, income: Value, cost: Value, village: Value) -> Finding:
    """What of every 100 元 of income went on costs and what the village got."""
    when = period_label(period)
    if not (is_number(income) and is_number(cost) and is_number(village)):
        missing = next(value for value in (income, cost, village) if not is_number(value))
        return Finding(f"资产经营收益：{when}{missing}")
    if not income:
        return Finding(f"{when}资产没有经营收入")
    spent, got = (f"{value / income * 100:.0f}" for value in (cost, village))
    return Finding(
        f"{when}资产每收入100元", f"成本{spent}元", f"村集体得{got}元", f"共{number(village, '万元', 1)}"
    ).naming("经营收入", "运营成本", "村集体增收")
