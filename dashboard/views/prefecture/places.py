"""One metric of every 片区 in a quarter → a map, the order of the 片区, and the events of one of them or of all."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas, shapes
from dashboard.metrics.catalogue import dimension_label
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cell import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.packs import COVERING, districts, events_by, figures_of, having, together
from dashboard.text.formats import ORIGIN_LABELS, is_number, number, percent
from dashboard.text.joined import Finding
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.findings import parts_finding, ranking_finding
from dashboard.views.grid_coverage.extremes import SHOWN, ends, extremes_finding, left_out, ranked
from dashboard.views.kinds.area_map import OFFICIAL, is_counted, short_name
from dashboard.views.maps import PHONE_HEIGHT, PHONE_WIDTH, AreaMap, AreaShape
from dashboard.views.prefecture.told import foot, missing_words
from dashboard.views.table import Column, Table
from dashboard.views.view import View, measured

NO_SHAPES = "区域目录里的片区还没有图形（data/geo），由高到低的次序在旁边。"


def answered(warehouse: Warehouse, name: str, quarter: str) -> tuple[Cell, ...]:
    """The metric of every 片区 in the quarter, in the order of the register."""
    told = figures_of(warehouse, name)
    return tuple(told[one.code, quarter] for one in districts(warehouse))


@remembered
def map_of_districts(
    warehouse: Warehouse, name: str, quarter: str, *, chosen: str | None, width: int, height: int, key: str
) -> View:
    """The metric on the map of the 片区 that have a shape."""
    metric, cells = named_metric(name), answered(warehouse, name, quarter)
    cell_of, register = {cell.area_code: cell for cell in cells}, areas(warehouse)
    drawable = [shape for shape in shapes(warehouse, level=COVERING) if shape.code in cell_of]
    drawn = AreaMap(
        tuple(
            AreaShape(
                code=shape.code,
                name=short_name(register[shape.code]),
                rings=shape.rings,
                value=cell_of[shape.code].value,
                text=_text(metric, cell_of[shape.code]),
                tooltip=(register[shape.code].path,),
            )
            for shape in drawable
        ),
        unit=metric.unit,
        decimals=metric.decimals,
        selected=chosen,
        width=width,
        height=min(height, PHONE_HEIGHT) if width <= PHONE_WIDTH else height,
        is_schematic=any(shape.geometry_status != OFFICIAL for shape in drawable),
        is_count=is_counted(metric),
        direction=metric.direction,
    )
    names = {one.code: one.name for one in districts(warehouse)}
    without = len(cells) - len(drawable)
    notes = (missing_words(warehouse, name, quarter), f"另有{without}个片区没有图形" if without else "")
    return View(
        key=key,
        finding=_spread(warehouse, metric, quarter, cells),
        measured=measured(metric, period_label(quarter), f"{len(cells)}个片区"),
        map=drawn if drawable else None,
        footer=foot(metric, quarter, cells, "；".join(filter(None, notes))),
        table=_table(metric, names, cells),
        why="" if drawable else NO_SHAPES,
    )


def _text(metric: Metric, cell: Cell) -> str:
    return number(cell.value, metric.unit, metric.decimals) if is_number(cell.value) else ""


def _table(metric: Metric, names: dict[str, str], cells: Sequence[Cell]) -> Table:
    columns = (Column("片区"), Column(metric.label, metric.unit, metric.decimals), Column("数据性质"))
    return Table(
        columns,
        tuple(
            (
                names[cell.area_code],
                cell.value,
                "、".join(ORIGIN_LABELS[one] for one in cell.origins),
            )
            for cell in cells
        ),
    )


@remembered
def order_of_districts(warehouse: Warehouse, name: str, quarter: str, *, chosen: str | None, key: str) -> View:
    """The metric of the 片区 that have it, best first: of many the two ends, and the chosen one between."""
    metric, inside = named_metric(name), set(having(warehouse, name, quarter))
    names = {one.code: one.name for one in districts(warehouse)}
    cells = ranked(metric, [cell for cell in answered(warehouse, name, quarter) if cell.area_code in inside])
    shown = ends(cells, chosen)
    bars = [
        charts.Bar(
            f"{place} {names[cell.area_code]}",
            cell.value,
            key=cell.area_code,
            is_highlighted=cell.area_code == chosen,
            is_chosen=cell.area_code == chosen,
            skipped=skipped,
        )
        for (place, cell), skipped in zip(shown, left_out(cells, [cell for _, cell in shown]), strict=True)
    ]
    finding = extremes_finding(metric, [(names[cell.area_code], cell.value) for cell in cells])
    which = f"前后各{SHOWN}名" if len(shown) < len(cells) else ""
    return View(
        key=key,
        finding=finding.keyed({called: code for code, called in names.items()}),
        measured=measured(metric, period_label(quarter), f"有数的{len(cells)}个片区", which),
        chart=charts.Bars(bars, unit=metric.unit, decimals=metric.decimals),
        footer=foot(metric, quarter, cells, missing_words(warehouse, name, quarter)),
        table=_table(metric, names, cells),
    )


def _spread(warehouse: Warehouse, metric: Metric, quarter: str, cells: Sequence[Cell]) -> Finding:
    """What all have together, and what share of it the first ones have; of a ratio, how many lie above that of all."""
    known = [cell for cell in cells if is_number(cell.value)]
    whole = together(warehouse, metric.name, quarter, [cell.area_code for cell in known]).value
    if not known or not is_number(whole):
        return ranking_finding(metric, [(cell.area_code, cell.value) for cell in cells])
    clause = f"{metric.label}：{len(known)}个片区合计{number(whole, metric.unit, metric.decimals)}"
    values = sorted((float(cell.value) for cell in known if is_number(cell.value)), reverse=True)
    if metric.denominator is not None:
        return Finding(clause, f"{sum(value > whole for value in values)}个高于合计")
    is_told = len(values) > SHOWN and whole > 0
    return Finding(clause, f"前{SHOWN}个占{percent(sum(values[:SHOWN]) / whole * 100, 0)}" if is_told else "")


@remembered
def events_view(warehouse: Warehouse, dimension: str, quarter: str, spot: str | None = None) -> View:
    """The events of the quarter by kind or channel, of one 片区 or of all that sent them."""
    metric = named_metric("events_accepted")
    codes = having(warehouse, metric.name, quarter) if spot is None else (spot,)
    cells = events_by(warehouse, dimension, quarter, codes)
    names = {one.code: one.name for one in districts(warehouse)}
    called = f"{len(codes)}个片区合计" if spot is None else names[spot]
    told = [(cell.part, cell.value) for cell in cells] or [(dimension, Absence.NOT_REPORTED)]
    by = dimension_label(dimension, metric.mart)
    return View(
        key=f"prefecture-{dimension}",
        finding=parts_finding(metric, told).behind(f"{called} · "),
        measured=measured(metric, f"按{by}", period_label(quarter), called),
        chart=charts.Bars([charts.Bar(part, value) for part, value in told], unit=metric.unit),
        footer=foot(metric, quarter, cells, missing_words(warehouse, metric.name, quarter) if spot is None else ""),
        table=Table((Column(by), Column(metric.label, metric.unit, 0)), tuple(told)),
    )
