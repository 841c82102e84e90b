"""Sites of services: how much they are used, and the list of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Value
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import last_quarter
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.service_sites import Site, service_sites
from dashboard.text.formats import ORIGIN_LABELS, is_number
from dashboard.text.joined import Measured
from dashboard.text.periods import period_end, period_label
from dashboard.views import charts
from dashboard.views.answers import high_first, parts_in_period
from dashboard.views.findings import ranking_finding
from dashboard.views.kinds.lines import joint_footer
from dashboard.views.table import Column, Footer, Row, Table
from dashboard.views.view import View, footer, measured, origins_in, table

SITE_COLUMNS = (
    Column("阵地"),
    Column("类别"),
    Column("所在"),
    Column("面积", "平方米", 0),
    Column("座位", "个", 0),
    Column("启用"),
    Column("服务", "人次", 0),
    Column("使用率", "%", 1),
    Column("数据性质"),
)
DISTRICT = "片区"


@remembered
def site_use_view(warehouse: Warehouse, selection: Selection) -> View:
    """The share of open hours in which a site was used, of the sites that wrote both down, most used first."""
    metric = named_metric("site_use_rate")
    known = [cell for cell in parts_in_period(warehouse, metric.name, selection, "site") if is_number(cell.value)]
    answered = sorted(known, key=lambda cell: high_first(cell.value))
    parts = [(cell.part, cell.value) for cell in answered]
    return View(
        key="site-use",
        finding=ranking_finding(metric, parts),
        measured=measured(metric, "按阵地", period_label(selection.period), area_name(warehouse, selection.area_code)),
        chart=charts.Bars(
            # The picture is marked as a demonstration anyway; in a label the word only breaks the line.
            [charts.Bar(part.removesuffix("（演示）"), value, key=part) for part, value in parts],
            unit=metric.unit,
            decimals=metric.decimals,
        ),
        footer=footer(warehouse, metric, answered, "没有上报时数的阵地不列"),
        table=table(warehouse, metric, answered, "site"),
    )


@remembered
def site_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the sites of the area, each with its visits and use in the period."""
    listed = service_sites(warehouse, selection.area_code, last_quarter(selection.period))
    visits, use = (_by_site(warehouse, name, selection) for name in ("service_visits", "site_use_rate"))
    sent = {cell.part: cell.origins for cell in parts_in_period(warehouse, "service_visits", selection, "site")}
    rows = tuple(site_row(site, visits, use, sent.get(site.name, ())) for site in listed)
    origins = {origin for site in listed for origin in (site.origin, *sent.get(site.name, ()))}
    use_footer = joint_footer(warehouse, [(named_metric(name), ()) for name in ("service_visits", "site_use_rate")])
    return (
        site_finding(listed, visits),
        Measured(f"{period_end(selection.period)}已启用", area_name(warehouse, selection.area_code), "点列名排序"),
        Table(SITE_COLUMNS, rows),
        replace(
            use_footer,
            as_of=selection.period,
            source="、".join((footer(warehouse, named_metric("service_sites"), ()).source, use_footer.source)),
            origins=origins_in(origins),
            note=district_note(listed),
        ),
    )


def _by_site(warehouse: Warehouse, name: str, selection: Selection) -> dict[str, Value]:
    return {cell.part: cell.value for cell in parts_in_period(warehouse, name, selection, "site")}


def site_finding(listed: Sequence[Site], visits: Mapping[str, Value]) -> str:
    """How many sites of how many kinds there are, and which was visited most."""
    if not listed:
        return "所选区域没有登记阵地"
    text = f"{len(listed)}处阵地，{len({site.kind for site in listed})}类"
    known = [(visits[site.name], site.name) for site in listed if is_number(visits.get(site.name))]
    if not known:
        return f"{text}，服务量均未填报"
    count, name = max(known)
    silent = f"，{len(listed) - len(known)}处没有上报服务量" if len(known) < len(listed) else ""
    return f"{text}{silent}；{name}服务最多（{count:,.0f}人次）"


def site_row(site: Site, visits: Mapping[str, Value], use: Mapping[str, Value], sent: Sequence[str] = ()) -> Row:
    """One site as a row; `sent` are the origins of the reports on its services, which the row names with that of the site."""
    return (
        site.name,
        site.kind,
        site.area_name,
        site.area_m2,
        site.seats,
        period_label(site.opened_on) if site.opened_on else Absence.NOT_REPORTED.value,
        visits.get(site.name, Absence.NOT_REPORTED),
        use.get(site.name, Absence.NOT_REPORTED),
        "、".join(label for origin, label in ORIGIN_LABELS.items() if origin in (site.origin, *sent)),
    )


def district_note(listed: Sequence[Site]) -> str:
    """That some sites belong to a 片区 as a whole, so that the map shows them in none of its units."""
    count = sum(site.level == DISTRICT for site in listed)
    whole = f"其中{count}处登记在片区，地图上不落在任何单位；" if count else ""
    return f"{whole}公开文件没有载明阵地坐标，地图只到所在区域"
