"""What the page 园区产出 lists and how: its measures, its parks, villages and factories, how they moved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import Area, area, area_name, outermost
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding
from dashboard.views.changes import between
from dashboard.views.kinds.area_map import places_of
from dashboard.views.kinds.growth import growth_view
from dashboard.views.kinds.lines import asked
from dashboard.views.kinds.moves import Move, moves_chart, moves_measured
from dashboard.views.kinds.parts import parts_trend_view, parts_view
from dashboard.views.kinds.ranking import ranking_view
from dashboard.views.kinds.several import places_told
from dashboard.views.kinds.trend import trend_view
from dashboard.views.view import Making, View, period_words

CARDS = (
    "enterprises",
    "above_scale_enterprises",
    "gross_output",
    "tax",
    "employees",
    "output_per_mu",
    "tax_per_mu",
    "enterprise_report_rate",
)
FURTHER = (
    *("sales_to_output", "tax_to_output", "land_compared", "electricity", "output_per_mwh", "employees_per_enterprise"),
    *("industries", "newly_settled", "enterprises_left"),
)
# Three measures of what is produced that are never mixed.
OUTPUTS = {"gross_output": "总产值", "sales_output": "销售产值", "revenue": "营业收入"}
MAPPED = (*OUTPUTS, "tax", "output_per_mu", "enterprises", "above_scale_share", "employees")
NOT_LIKE_FOR_LIKE = "按各期已上报的企业计算，未按同一批企业比较"
# What the page shows over time for the whole area anyway.
SHOWN_OVER_TIME = {*OUTPUTS, "tax", "employees", "above_scale_share"}
UNIT = "三区单元"
# So many places are told by their names.
NAMED_AT_MOST = 2
# The two courses above the map, in pixels.
OUTPUT_HEIGHT = 250
WAYS = {"▲": "上升", "▼": "下降", "–": "持平"}


@dataclass(frozen=True)
class Units:
    """The parks, villages and factories that the page lists; `pointed` is the one that the filter names."""

    places: tuple[Area, ...]
    pointed: str | None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the places."""
        return tuple(place.area_code for place in self.places)


def units(warehouse: Warehouse, area_code: str) -> Units:
    """The units inside the area, or beside it where it is one itself or holds none; for a grid, the unit around it."""
    places = places_of(warehouse, area_code, UNIT)
    inside = {place.area_code for place in places}
    lineage = (area_code, area(warehouse, area_code).parent_code)
    return Units(places, next((code for code in lineage if code in inside), None))


def missing(warehouse: Warehouse, selection: Selection) -> str:
    """Why the area has no figure of output, tax or employees in the time that trends show; empty where it has one."""
    answers = [asked(warehouse, named_metric(name), selection) for name in (*OUTPUTS, "tax", "employees")]
    if any(is_number(cell.value) for answered in answers for cell in answered):
        return ""
    if area(warehouse, selection.area_code).level == "网格":
        return "企业按所在的园区、村、厂区登记，产出不分到网格。"
    if any(cell.value is Absence.NOT_DISCLOSED for answered in answers for cell in answered):
        return "所选区域上报的企业不足三家，合计不公开。"
    counted = asked(warehouse, named_metric("enterprises"), selection)
    known = [cell.value for cell in counted if is_number(cell.value)]
    if not known:
        return "所选区域在这段时间没有企业季报（未填报）。"
    return "所选区域的企业没有上报季报（未填报）。" if any(known) else "所选区域没有在册企业。"


def with_figures(warehouse: Warehouse, names: Sequence[str], listed: Units, selection: Selection) -> tuple[str, ...]:
    """Those of the metrics of which any of the units has a figure in the selected period."""
    return tuple(name for name in names if places_told(warehouse, name, listed.places, selection))


@remembered
def ranking(
    warehouse: Warehouse,
    name: str,
    places: Sequence[Area],
    selection: Selection,
    *,
    chosen: str | None = None,
    key: str = "",
) -> View:
    """How the metric of the places moved, and in how many of them it rose; from high to low without a comparison.

    A place inside another one of them is drawn and not counted.
    """
    view = ranking_view(warehouse, name, places, selection, chosen=chosen, key=key)
    before, metric = selection.earlier_period, named_metric(name)
    if before is None or not places:
        return view
    codes = tuple(place.area_code for place in places)
    answered = cells(warehouse, metric, codes, grain=selection.grain, since=before, until=selection.period)
    cell_of = {(cell.area_code, cell.period): cell for cell in answered}
    apart = {place.area_code for place in outermost(places)}
    moves = [
        Move(
            place.area_code,
            place.name if place.area_code in apart else f"其中：{place.name}",
            cell_of[place.area_code, before],
            cell_of[place.area_code, selection.period],
            is_chosen=place.area_code == chosen,
        )
        for place in places
        # A part of another place without a figure tells nothing of a change; the map and the table say that it is missing.
        if place.area_code in apart or is_number(cell_of[place.area_code, selection.period].value)
    ]
    finding = movement(metric, [move for move in moves if move.key in apart], selection.against)
    if not finding.named:
        return replace(view, finding=finding)
    chart = moves_chart(metric, moves)
    words = moves_measured(metric, chart, selection.against, period_words(warehouse, metric, selection.period))
    return replace(view, finding=finding, chart=chart, measured=words)


def unit_ranking(warehouse: Warehouse, name: str, selection: Selection) -> View | None:
    """The metric of the units of the selected area from high to low; None where fewer than two have a figure."""
    told = places_told(warehouse, name, units(warehouse, selection.area_code).places, selection)
    return ranking_view(warehouse, name, told, selection) if len(told) > 1 else None


def spot_trend(warehouse: Warehouse, name: str, selection: Selection, spot: str | None) -> View | None:
    """The metric over time at the place that is pointed out, whose name the title begins with, or in the whole area.

    None where the page shows that already.
    """
    is_elsewhere = spot is not None and spot != selection.area_code
    if not is_elsewhere and name in SHOWN_OVER_TIME:
        return None
    chosen = replace(selection, area_code=spot or selection.area_code)
    view = trend_view(warehouse, name, chosen, key="places-spot", height=220)
    if spot and isinstance(view.finding, Finding):
        return replace(view, finding=view.finding.behind(f"{area_name(warehouse, spot)} · "))
    return view


def workforce(warehouse: Warehouse, selection: Selection) -> tuple[View, ...]:
    """Employees and the share of 规上 enterprises over time, below each other; the share only where there are both kinds."""
    share = trend_view(warehouse, "above_scale_share", selection, height=220)
    shares = {row[2] for row in share.table.rows if is_number(row[2])}
    if shares and shares <= {0.0, 100.0}:
        return (trend_view(warehouse, "employees", selection, height=300),)
    return trend_view(warehouse, "employees", selection, height=220), share


def movement(metric: Metric, moves: Sequence[Move], against: str) -> Finding:
    """In how many of the places that can be compared the metric rose and fell, and which these are where they are few.

    It names the places that went the way of the fewest, all that moved where they are more than can be told by name.
    """
    # The same change as the cards write: 亿 with one decimal would hide a rise of 1.7%.
    signs = [(between(metric, move.now, move.then, against).sign, move) for move in moves]
    ways = {sign: [move for found, move in signs if found == sign] for sign in WAYS}
    if not any(ways.values()):
        return Finding(f"{metric.label}由高到低", f"没有可比的{against}")
    moved = [sign for sign in ("▲", "▼") if ways[sign]]
    fewest = min(moved, key=lambda sign: len(ways[sign]), default="–")
    told = ways[fewest] if len(ways[fewest]) <= NAMED_AT_MOST and len(signs) > 1 else []
    words = {fewest: f"（{'、'.join(move.name for move in told)}）"} if told else {}
    first, *more = (f"{len(ways[sign])}处{word}{words.get(sign, '')}" for sign, word in WAYS.items() if ways[sign])
    return Finding(f"{metric.label}{against}：{first}", *more).naming(*(move.key for move in ways[fewest]))


def output_trends(warehouse: Warehouse, name: str, selection: Selection) -> tuple[Making, ...]:
    """The measure of output over time, beside the tax."""
    return (
        partial(trend_view, warehouse, name, selection, key="output-trend", height=OUTPUT_HEIGHT),
        partial(trend_view, warehouse, "tax", selection, key="tax-trend", height=OUTPUT_HEIGHT),
    )


def output_growth(warehouse: Warehouse, name: str, selection: Selection) -> View:
    """How output and tax grew, period by period."""
    return growth_view(warehouse, (name, "tax"), selection, key="growth", note=NOT_LIKE_FOR_LIKE, height=240)


def output_parts(warehouse: Warehouse, name: str, selection: Selection) -> tuple[Making, ...]:
    """The measure of output by scale and by industry."""
    return (
        partial(parts_trend_view, warehouse, name, "scale", selection, key="scale-trend"),
        partial(parts_view, warehouse, name, "industry", selection, key="industry"),
        partial(parts_trend_view, warehouse, name, "industry", selection, key="industry-trend"),
    )
