"""Turns figures of services into what only 服务共治 shows: which parts have anything to tell, and the list of sites."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

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
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_end, period_label
from dashboard.views import charts
from dashboard.views.answers import high_first, parts_in_period
from dashboard.views.findings import ranking_finding
from dashboard.views.kinds.lines import asked, joint_footer, lines_view
from dashboard.views.kinds.parts import parts_trend_view, parts_view
from dashboard.views.kinds.trend import trend_view
from dashboard.views.table import Column, Footer, Row, Table
from dashboard.views.view import Making, View, footer, measured, origins_in, table

# In the order of reading; of these an area shows the first eight of which it has anything to tell.
CARDS = (
    "service_sites",
    "service_visits",
    "childcare_occupancy",
    "site_use_rate",
    "mediation_success_rate",
    "redemption_rate",
    "wish_completion_rate",
    "team_served",
    "courier_share",
    "mediation_days",
)
MOST_CARDS = 8
MICRO_CARDS = ("micro_kinds", "wish_completion_rate", "wish_claim_rate", "joint_talks")
# What the map may show, and by which part it is broken down beside it.
WHERE = {
    "service_sites": ("阵地", "site_kind"),
    "service_visits": ("服务人次", "service"),
    "mediations_accepted": ("受理纠纷", "kind"),
    "team_served": ("服务队服务", "kind"),
}
# What stands over time below the parts, where the number itself hardly changes.
COURSES = {"service_sites": "site_use_rate"}
MEDIATION_RATES = {"mediation_success_rate": "调解成功率", "mediation_days": "平均用时"}
TEAMS = {"team_served": "服务人次", "team_sorties": "出动次数", "service_teams": "队伍数"}
# Part of the page → the metric that tells whether the area has it, and the form that it waits for.
PARTS = {
    "services": ("service_visits", "服务量"),
    "hours": ("site_use_rate", "场地时数"),
    "childcare": ("childcare_seats", "托位"),
    "mediation": ("mediations_accepted", "多元调解"),
    "points": ("points_issued", "文明积分"),
    "teams": ("service_teams", "服务队伍"),
    "micro": ("micro_actions", "四微联动"),
    "couriers": ("courier_events", "快递小哥上报的事件"),
}
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


def _has(warehouse: Warehouse, name: str, selection: Selection) -> bool:
    """Whether the metric tells anything but nought in the time that trends show."""
    return any(is_number(cell.value) and cell.value for cell in asked(warehouse, named_metric(name), selection))


@remembered
def card_names(warehouse: Warehouse, selection: Selection) -> tuple[str, ...]:
    """The metrics for the headline: those that the area has, filled up with those that it has not reported."""
    reported = [name for name in CARDS if _has(warehouse, name, selection)]
    silent = [name for name in CARDS if name not in reported]
    kept = (
        {*reported[:MOST_CARDS], *silent[: MOST_CARDS - len(reported)]}
        if len(reported) < MOST_CARDS
        else {*reported[:MOST_CARDS]}
    )
    return tuple(name for name in CARDS if name in kept)


@remembered
def told_parts(warehouse: Warehouse, selection: Selection) -> frozenset[str]:
    """The parts of the page for which the area has reported anything in the time that trends show."""
    return frozenset(part for part, (name, _) in PARTS.items() if _has(warehouse, name, selection))


def why_untold(reported: frozenset[str], part: str) -> str:
    """Why a part of the page has nothing to show; empty where it was reported."""
    if part in reported:
        return ""
    return "没有快递小哥上报的网格事件。" if part == "couriers" else f"没有上报“{PARTS[part][1]}”（未填报）。"


@remembered
def where_view(warehouse: Warehouse, name: str, selection: Selection) -> View:
    """What the map shows, by its parts; of sites the title counts kinds, since shares of a few sites tell little."""
    view = parts_view(warehouse, name, WHERE[name][1], selection, key="services-parts")
    if name != "service_sites":
        return view
    counts = [(str(row[2]), float(row[3])) for row in view.table.rows if is_number(row[3])]
    return replace(view, finding=kinds_finding(counts) or view.finding)


def kinds_finding(counts: Sequence[tuple[str, float]]) -> Finding:
    """Which kinds have most sites, in `counts` of (kind, sites); empty where there are none."""
    if not counts:
        return Finding()
    most = max(count for _, count in counts)
    leading = [kind for kind, count in counts if count == most]
    if len(leading) == len(counts):
        return Finding(f"{len(counts)}类阵地{'各' if len(counts) > 1 else ''}{most:.0f}处")
    each = "各" if len(leading) > 1 else ""
    return Finding(f"{len(counts)}类阵地中{'、'.join(leading)}最多", f"{each}{most:.0f}处").naming(*leading)


def mediation_view(warehouse: Warehouse, selection: Selection) -> View:
    """Disputes accepted, settled and handed on over time; the title says out of how many that ended."""
    names = ("mediations_accepted", "mediations_settled", "mediations_transferred")
    view = lines_view(warehouse, names, selection)
    [accepted], [settled] = (
        asked(warehouse, named_metric(name), selection, selection.period)
        for name in ("mediations_accepted", "mediation_success_rate")
    )
    told = mediation_finding(selection.period, accepted.value, settled.numerator, settled.denominator)
    named = (named_metric(name).label for name in names[:2])
    return replace(view, finding=Finding(told).naming(selection.period, *named))


def mediation_finding(period: str, accepted: Value, settled: float | None, closed: float | None) -> str:
    """How many disputes came in, and how many of those that ended were settled."""
    if not is_number(accepted):
        return f"{period_label(period)}受理纠纷：{accepted}"
    ended = f"；当期结案{closed:.0f}件，其中调解成功{settled:.0f}件" if closed and settled is not None else ""
    return f"{period_label(period)}受理纠纷{accepted:.0f}件{ended}"


def visit_rows(warehouse: Warehouse, selection: Selection, reported: frozenset[str]) -> list[tuple[Making, ...]]:
    """Visits, hours and seats, as far as the area has reported them, in rows of two."""
    makings_of = {
        "services": [partial(parts_trend_view, warehouse, "service_visits", "service", selection)],
        "hours": [
            partial(trend_view, warehouse, "site_use_rate", selection),
            partial(site_use_view, warehouse, selection),
        ],
        "childcare": [partial(lines_view, warehouse, ("childcare_seats", "childcare_seats_in_use"), selection)],
    }
    makings = [making for part, of_part in makings_of.items() if part in reported for making in of_part]
    return [tuple(makings[place : place + 2]) for place in range(0, len(makings), 2)]


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
