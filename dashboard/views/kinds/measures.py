"""Several metrics of one area over time, whatever their units: a small plot each, what moved most in the title."""

from collections.abc import Sequence

from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import Reading, read
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.metrics.weight import NEWS, weight
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.changes import moved, phrase
from dashboard.views.findings import bare, written
from dashboard.views.kinds.lines import asked, joint_footer, joint_table
from dashboard.views.view import GRAIN_NAMES, View, shown_since

SCALED = "同一单位、大小相近的图用同一比例"


@remembered
def measures_view(warehouse: Warehouse, names: Sequence[str], selection: Selection) -> View:
    """The metrics `names` up to the selected period, each in a panel; the title tells the foremost moves."""
    metrics = [named_metric(name) for name in names]
    readings = [read(warehouse, name, selection) for name in names]
    # Their forms may have begun at different times; the plots have one, and show what the title compares with.
    begun = max(shown_since(warehouse, metric, selection) for metric in metrics)
    first = min([begun, *filter(None, (reading.earlier_period for reading in readings if selection.against))])
    answers = [(metric, asked(warehouse, metric, selection, since=first)) for metric in metrics]
    compared = readings[0].earlier_period if selection.against else None
    panels = [
        charts.Panel(
            metric.label,
            tuple((cell.period, cell.value) for cell in answered),
            metric.unit,
            metric.decimals,
            change=_change(reading, selection.against),
            is_line=not counts_each_period(metric),
        )
        for (metric, answered), reading in zip(answers, readings, strict=True)
    ]
    marks = tuple(filter(None, (compared, selection.period)))
    return View(
        key=f"measures-{'-'.join(names)}",
        finding=measures_finding(readings, selection),
        measured=Measured(GRAIN_NAMES[selection.grain], area_name(warehouse, selection.area_code), SCALED),
        chart=charts.Panels(panels, marks=marks),
        footer=joint_footer(warehouse, answers),
        table=joint_table(warehouse, answers),
    )


def counts_each_period(metric: Metric) -> bool:
    """Whether every period counts for itself, which columns show and lines do not."""
    return metric.denominator is None and metric.numerator.over_time == "sum"


def _change(reading: Reading, against: str) -> str:
    """How the figure moved, in words; nothing where it cannot be compared."""
    return phrase(moved(reading, against)) if against and reading.change_kind else ""


def measures_finding(readings: Sequence[Reading], selection: Selection) -> Finding:
    """What moved most for the worse and what most for the better; where nothing is judged, what moved most at all.

    Where nothing moved, what the first known ones are.
    """
    told = [reading for reading in readings if selection.against and weight(reading) >= NEWS]
    ordered = sorted(told, key=lambda reading: -weight(reading))
    foremost = [
        next((reading for reading in ordered if reading.verdict == verdict), None) for verdict in ("better", "worse")
    ]
    shown = [reading for reading in foremost if reading] or [one for one in ordered if one.change_kind != "added"][:1]
    when = period_label(selection.period)
    if shown:
        first, *more = (
            f"{bare(one.metric)}{written(one.metric, one.value)}，{phrase(moved(one, selection.against))}"
            for one in shown
            if is_number(one.value)
        )
        joined = f"{when}{first}" + "".join(f"；{text}" for text in more)
        periods = filter(None, (selection.period, shown[0].earlier_period))
        return Finding(joined).naming(*periods, *(one.metric.label for one in shown))
    known = [one for one in readings if is_number(one.value)][:2]
    if not known:
        return Finding(f"{when}{readings[0].metric.label}等{len(readings)}项未填报")
    first, *more = (f"{bare(one.metric)}{written(one.metric, one.value)}" for one in known if is_number(one.value))
    return Finding(f"{when}{first}", *more).naming(selection.period, *(one.metric.label for one in known))
