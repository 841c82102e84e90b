"""What made a sum change: each area or part by what it added or took, as a waterfall that ends at the whole change."""

from collections.abc import Iterable, Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import Area, area_name
from dashboard.metrics.ask import Cell, cells
from dashboard.metrics.catalogue import dimension_label
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import grain_of
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import Value, is_number, rounded
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.findings import written
from dashboard.views.kinds.causes import REST, REST_KEY, Cause, Part, Sides, causes_of, why_no_causes
from dashboard.views.table import Column, Table
from dashboard.views.view import View, footer

CHANGE, WHOLE, AREA = "增减", "合计", "区域"


def causes_view(
    warehouse: Warehouse,
    metric: Metric,
    sides: Sides,
    parts: Sequence[Part],
    *,
    key: str,
    told: Sequence[str] = (),
    note: str = "",
) -> View:
    """The change of a sum by what its `parts` added and took, or why that cannot be said."""
    why = why_no_causes(metric, sides, parts)
    unit = f"（{metric.unit}）" if metric.unit else ""
    shown = View(
        key=key,
        finding=f"{metric.label}{sides.against}{CHANGE}的归因",
        measured=Measured(f"{metric.label}{sides.against}{CHANGE}{unit}", f"按{sides.what}", *told),
        footer=footer(warehouse, metric, (sides.then, sides.now), note),
        table=Table((), ()),
        why=why,
    )
    if why or not (is_number(sides.now.value) and is_number(sides.then.value)):
        return shown
    causes = causes_of(metric, sides.now.value - sides.then.value, parts)
    return View(
        key=key,
        finding=_finding(metric, sides, causes),
        measured=shown.measured,
        footer=footer(
            warehouse, metric, (sides.then, sides.now), "；".join(filter(None, (note, _rest_note(causes, parts))))
        ),
        table=_table(metric, sides, parts, causes),
        chart=charts.Waterfall(
            (
                *(charts.Step(cause.name, cause.change, key=cause.key) for cause in causes),
                charts.Step(WHOLE, sides.now.value - sides.then.value, is_total=True),
            ),
            unit=metric.unit,
            decimals=metric.decimals,
            is_change=True,
        ),
    )


def _finding(metric: Metric, sides: Sides, causes: Sequence[Cause]) -> Finding:
    """By how much the whole moved, and who moved it most, up and down."""
    whole = sum(cause.change for cause in causes)
    up, down = max(causes, key=lambda cause: cause.change), min(causes, key=lambda cause: cause.change)
    ends = [cause for cause, is_so in ((up, up.change > 0), (down, down.change < 0)) if is_so]
    named = sorted(ends, key=lambda cause: -abs(cause.change))
    first = f"{metric.label}{sides.against}{_moved(metric, whole)}"
    # What is left is several parts: it is no part that did most.
    told = (
        f"{cause.name}{'共' if cause.key == REST_KEY else ''}{_moved(metric, cause.change)}"
        f"{'' if cause.key == REST_KEY else '最多'}"
        for cause in named
    )
    return Finding(first, *told).naming(*(cause.key for cause in named))


def _moved(metric: Metric, change: float) -> str:
    if not rounded(change, metric.decimals):
        return "持平"
    return f"{'增' if change > 0 else '减'}{written(metric, abs(change))}"


def _rest_note(causes: Sequence[Cause], parts: Sequence[Part]) -> str:
    """What the last bar holds: what is too small for a bar of its own, and what has no figure, with its word."""
    if not causes or causes[-1].key != REST_KEY:
        return ""
    shown = {cause.key for cause in causes}
    small = sum(1 for part in parts if part.change and part.key not in shown)
    missing: dict[str, list[str]] = {}
    for part in parts:
        word = next((one for one in (part.now, part.then) if isinstance(one, Absence)), None)
        if word and not part.is_none:
            missing.setdefault(word, []).append(part.name)
    clauses = [f"{small}项较小的"] if small else []
    clauses += [f"{'、'.join(names)}（{word}）" for word, names in missing.items()]
    return f"{REST}是合计减去列出各项：{'、'.join(clauses) or '未列入各项的'}"


def _table(metric: Metric, sides: Sides, parts: Sequence[Part], causes: Sequence[Cause]) -> Table:
    """Every part with both figures and the difference, then what is left, then the whole."""

    def figures(label: str) -> Column:
        return Column(label, metric.unit, metric.decimals)

    rows = [(part.name, part.then, part.now, _difference(part)) for part in parts]
    rows += [(cause.name, None, None, cause.change) for cause in causes if cause.key == REST_KEY]
    whole = Part("", WHOLE, sides.then.value, sides.now.value)
    rows.append((whole.name, whole.then, whole.now, _difference(whole)))
    columns = (figures(period_label(sides.then.period)), figures(period_label(sides.now.period)), figures(CHANGE))
    return Table((Column(sides.what), *columns), tuple(rows))


def _difference(part: Part) -> Value:
    if part.change is not None:
        return part.change
    return next(one for one in (part.now, part.then) if isinstance(one, Absence))


def _parts(
    warehouse: Warehouse, metric: Metric, codes: tuple[str, ...], periods: tuple[str, str], by: str | None = None
) -> dict[tuple[str, str], tuple[Cell | None, ...]]:
    """Of every (area, part) its cells in the two periods, None where it has none."""
    grain = grain_of(periods[0])
    found = {
        (cell.area_code, cell.part, period): cell
        for period in periods
        for cell in cells(warehouse, metric, codes, grain=grain, since=period, until=period, by=by)
    }
    spots = dict.fromkeys((code, part) for code, part, _ in found)
    return {spot: tuple(found.get((*spot, period)) for period in periods) for spot in spots}


def _figures(pair: Iterable[Cell | None]) -> tuple[Value, ...]:
    return tuple(cell.value if cell else Absence.NOT_IN_PERIOD for cell in pair)


def _sides(warehouse: Warehouse, metric: Metric, selection: Selection, before: str, what: str) -> Sides | None:
    [(then, now)] = _parts(warehouse, metric, (selection.area_code,), (before, selection.period)).values() or [
        (None, None)
    ]
    return Sides(then, now, selection.against, what) if then and now else None


@remembered
def part_causes(
    warehouse: Warehouse, name: str, by: str, selection: Selection, *, key: str = "", note: str = ""
) -> View | None:
    """Which parts of the dimension `by` made the change of the metric; None where nothing is compared."""
    metric, before = named_metric(name), selection.earlier_period
    sides = _sides(warehouse, metric, selection, before, dimension_label(by, metric.mart)) if before else None
    if not before or not sides:
        return None
    found = _parts(warehouse, metric, (selection.area_code,), (before, selection.period), by)
    parts = [Part(part, part, *_figures(pair)) for (_, part), pair in found.items()]
    return causes_view(
        warehouse, metric, sides, parts, key=key or f"causes-{name}-{by}", told=_told(warehouse, selection), note=note
    )


@remembered
def area_causes(
    warehouse: Warehouse, name: str, places: Sequence[Area], selection: Selection, *, key: str = "", note: str = ""
) -> View | None:
    """Which of the `places` inside the selected area made the change of the metric; None where nothing is compared."""
    metric, before = named_metric(name), selection.earlier_period
    sides = _sides(warehouse, metric, selection, before, AREA) if before else None
    if not before or not sides:
        return None
    found = _parts(warehouse, metric, tuple(place.area_code for place in places), (before, selection.period))
    parts = [
        Part(place.area_code, place.name, *_figures(found.get((place.area_code, ""), (None, None)))) for place in places
    ]
    return causes_view(
        warehouse, metric, sides, parts, key=key or f"causes-{name}-area", told=_told(warehouse, selection), note=note
    )


def _told(warehouse: Warehouse, selection: Selection) -> tuple[str, str]:
    return period_label(selection.period), area_name(warehouse, selection.area_code)
