"""Turns land and output of the same scope into a scatter with lines of equal output per mu."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import last_quarter
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.named_enterprises import disclosed_enterprises
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.answers import high_first, in_period
from dashboard.views.findings import ranking_finding, written
from dashboard.views.kinds.area_map import places_of, short_name
from dashboard.views.marks import names_of
from dashboard.views.park_output.named_enterprises import per_mu
from dashboard.views.table import Column, Table
from dashboard.views.view import View, footer

# What a dot of the scatter may be; enterprises only where they may be named.
DOTS = {"industry": "行业", "area": "园区、村、厂区", "enterprise": "具名企业"}
UNIT = "三区单元"
NAMED_AT_MOST = 5
RANKED_FROM = 5
SCATTER_HEIGHT = 520  # as high as the two charts beside it
PER_MU = "output_per_mu"


class Spot(NamedTuple):
    """A dot: land in mu, output in 万元, and output per mu or why there is none."""

    name: str
    land_mu: float | Absence | None
    output_cny_10k: float | Absence | None
    per_mu: float | Absence


def land_views(warehouse: Warehouse, selection: Selection) -> dict[str, View]:
    """The scatters that have anything to show, by what a dot is, the one with most dots first."""
    made = {dots: land_view(warehouse, selection, dots) for dots in DOTS}
    known = {dots: view for dots, view in made.items() if view}
    # A single industry beside several areas is no choice.
    shown = {dots: view for dots, view in known.items() if len(view.table.rows) > 1} or known
    return dict(sorted(shown.items(), key=lambda item: -_dots(item[1])))


def _dots(view: View) -> int:
    return len(names_of(view.chart)) if view.chart else 0


@remembered
def land_view(warehouse: Warehouse, selection: Selection, dots: str) -> View | None:
    """Output against land in the selected period, one dot per industry, area or named enterprise (see `DOTS`).

    None where nothing can be compared. Only what is of the same scope is drawn; the footer names what is left out.
    """
    metric = named_metric(PER_MU)
    # Enterprises are told of by quarter, and so is what they are held against.
    period = last_quarter(selection.period) if dots == "enterprise" else selection.period
    [whole] = in_period(warehouse, metric, (selection.area_code,), replace(selection, period=period)) or (None,)
    spots = SPOTS[dots](warehouse, metric, selection)
    drawn = [dot for spot in spots if (dot := _dot(spot))]
    if not drawn:
        return None
    return View(
        key=f"land-{dots}",
        finding=land_finding(metric, spots, dots),
        measured=Measured(
            "总产值（万元）与同口径用地（亩）",
            period_label(period),
            f"{area_name(warehouse, selection.area_code)}，一点为一个{DOTS[dots]}",
        ),
        chart=_picture(metric, spots, drawn, whole),
        footer=footer(warehouse, metric, (whole,) if whole else (), left_out(spots)),
        table=_table(metric, spots, DOTS[dots]),
    )


def _picture(metric: Metric, spots: Sequence[Spot], drawn: Sequence[charts.Dot], whole: Cell | None) -> charts.Chart:
    """The dots against each other; a few of them only as bars of output per mu, for they make no cloud."""
    if len(drawn) >= RANKED_FROM:
        return charts.Scatter(
            drawn,
            x_title="同口径用地",
            y_title="总产值",
            x_unit="亩",
            y_unit="万元",
            is_log=True,
            ratios=_ratios(metric, whole),
            labels=len(drawn),
            height=SCATTER_HEIGHT,
        )
    names = {dot.name for dot in drawn}
    ranked = sorted((spot for spot in spots if spot.name in names), key=lambda spot: high_first(spot.per_mu))
    target = charts.Target(whole.value, "整体") if whole and is_number(whole.value) else None
    return charts.Bars(
        [charts.Bar(spot.name, spot.per_mu) for spot in ranked],
        unit=metric.unit,
        decimals=metric.decimals,
        target=target,
    )


def _table(metric: Metric, spots: Sequence[Spot], label: str) -> Table:
    columns = (
        Column(label),
        Column("同口径用地", "亩", 1),
        Column("总产值", "万元", 1),
        Column(metric.label, metric.unit, metric.decimals),
    )
    return Table(columns, tuple(spots))


def land_finding(metric: Metric, spots: Sequence[Spot], dots: str) -> Finding:
    """The best and the worst of the dots drawn; of a few, how many there are: the best of three says nothing of thirteen."""
    known = sum(is_number(spot.per_mu) for spot in spots)
    if known < min(RANKED_FROM, len(spots)):
        return Finding(f"{len(spots)}个{DOTS[dots]}中{known}个可以算出{metric.label}")
    return ranking_finding(metric, [(spot.name, spot.per_mu) for spot in spots if _dot(spot)])


def _dot(spot: Spot) -> charts.Dot | None:
    """The spot as a dot; None where it has no output per mu, or where a logarithmic axis has no place for it."""
    if not (is_number(spot.per_mu) and is_number(spot.land_mu) and is_number(spot.output_cny_10k)):
        return None
    is_drawable = spot.land_mu > 0 and spot.output_cny_10k > 0
    return charts.Dot(spot.name, spot.land_mu, spot.output_cny_10k) if is_drawable else None


def _spot(name: str, cell: Cell) -> Spot:
    return Spot(name, cell.denominator, cell.numerator, cell.value)


def _industries(warehouse: Warehouse, metric: Metric, selection: Selection) -> list[Spot]:
    answered = in_period(warehouse, metric, (selection.area_code,), selection, by="industry")
    return [_spot(cell.part, cell) for cell in answered]


def _areas(warehouse: Warehouse, metric: Metric, selection: Selection) -> list[Spot]:
    places = {place.area_code: place for place in places_of(warehouse, selection.area_code, UNIT)}
    answered = in_period(warehouse, metric, tuple(places), selection)
    return [_spot(short_name(places[cell.area_code]), cell) for cell in answered]


def _enterprises(warehouse: Warehouse, _: Metric, selection: Selection) -> list[Spot]:
    """The last quarterly report of each, so that a year is shown by its last quarter."""
    quarter = last_quarter(selection.period)
    return [
        Spot(row.name, row.land_mu, row.gross_output_cny_10k, per_mu(row))
        for row in disclosed_enterprises(warehouse, selection.area_code, quarter)
        if row.quarter == quarter or row.quarter is None
    ]


SPOTS = {"industry": _industries, "area": _areas, "enterprise": _enterprises}


def _ratios(metric: Metric, whole: Cell | None) -> list[charts.Ratio]:
    """The output per mu of the whole area, twice and half of it, as lines to read the dots against."""
    if whole is None or not is_number(whole.value) or whole.value <= 0:
        return []
    labels = {2.0: "两倍", 1.0: f"整体{written(metric, whole.value)}", 0.5: "一半"}
    return [charts.Ratio(whole.value * factor, label) for factor, label in labels.items()]


def left_out(spots: Sequence[Spot]) -> str:
    """Which dots are not drawn, by the word why; many of them by their number."""
    named: dict[str, list[str]] = {word: [spot.name for spot in spots if spot.per_mu is word] for word in Absence}
    named["产值为零"] = [spot.name for spot in spots if is_number(spot.per_mu) and _dot(spot) is None]
    reasons = [
        f"{'、'.join(names) if len(names) <= NAMED_AT_MOST else f'另{len(names)}个'}{word}"
        for word, names in named.items()
        if names
    ]
    return f"未画：{'；'.join(reasons)}" if reasons else ""
