"""Several metrics of one unit in one area over time, as lines in one picture."""

from collections.abc import Sequence

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Cell, cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import PER_YEAR, grain_of, shift
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.sources import sources
from dashboard.text.formats import ORIGIN_LABELS
from dashboard.text.joined import Finding, Measured, Sources
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.findings import bare, written
from dashboard.views.kinds.trend import FEW
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import GRAIN_NAMES, View, footer, last_known, origins_in, shown_since

Answer = tuple[Metric, tuple[Cell, ...]]


@remembered
def lines_view(
    warehouse: Warehouse, names: Sequence[str], selection: Selection, *, key: str = "", height: int = 300
) -> View:
    """The metrics `names`, all of one unit, in the selected area up to the selected period.

    Raises ValueError for metrics of different units: two scales in one picture mislead.
    """
    metrics = [named_metric(name) for name in names]
    if len({metric.unit for metric in metrics}) != 1:
        raise ValueError(f"{', '.join(names)} are of different units")
    answers = [(metric, asked(warehouse, metric, selection)) for metric in metrics]
    series = [
        charts.Series(metric.label, tuple((cell.period, cell.value) for cell in answered))
        for metric, answered in answers
    ]
    kind = charts.Columns if len(answers[0][1]) <= FEW else charts.Trend
    unit, decimals = metrics[0].unit, max(metric.decimals for metric in metrics)
    labels = "、".join(metric.label for metric in metrics)
    return View(
        key=key or f"lines-{'-'.join(names)}",
        finding=lines_finding(answers, selection.period),
        measured=Measured(
            f"{labels}（{unit}）",
            GRAIN_NAMES[selection.grain],
            area_name(warehouse, selection.area_code),
            "空心点为上年同期" if kind is charts.Trend and is_seasonal(metrics) else "",
        ),
        chart=kind(series, unit=unit, decimals=decimals, height=height),
        footer=joint_footer(warehouse, answers),
        table=joint_table(warehouse, answers),
    )


def asked(warehouse: Warehouse, metric: Metric, selection: Selection, since: str | None = None) -> tuple[Cell, ...]:
    """The metric in the selected area from `since` (by default the start of a trend) to the selected period."""
    return cells(
        warehouse,
        metric,
        (selection.area_code,),
        grain=selection.grain,
        since=since or shown_since(warehouse, metric, selection),
        until=selection.period,
    )


def lines_finding(answers: Sequence[Answer], period: str) -> Finding:
    """What each metric is in the last period, in one sentence that names them all.

    Of what the time of the year moves it points to the same period of the year before as well.
    """
    first, *more = (f"{bare(metric)}{written(metric, answered[-1].value)}" for metric, answered in answers)
    metrics = [metric for metric, _ in answers]
    before = [shift(period, -PER_YEAR[grain_of(period)])] if is_seasonal(metrics) else []
    return Finding(f"{period_label(period)}{first}", *more).naming(
        period, *before, *(metric.label for metric in metrics)
    )


def is_seasonal(metrics: Sequence[Metric]) -> bool:
    """Whether the time of the year moves any of the metrics."""
    return any(metric.is_seasonal for metric in metrics)


def joint_sources(warehouse: Warehouse, metrics: Sequence[Metric]) -> Sources:
    """The forms behind several metrics, each once."""
    return Sources(*dict.fromkeys(source.label for metric in metrics for source in sources(warehouse, metric)))


def joint_footer(warehouse: Warehouse, answers: Sequence[Answer], note: str = "") -> Footer:
    """One footer for several metrics: every source once, the definition of each under its name."""
    footers = [footer(warehouse, metric, answered) for metric, answered in answers]
    origins = {origin for foot in footers for origin in foot.origins}
    return Footer(
        source=joint_sources(warehouse, [metric for metric, _ in answers]),
        as_of=last_known([cell for _, answered in answers for cell in answered]),
        definition="\n".join(
            f"{metric.label}：{foot.definition}" for (metric, _), foot in zip(answers, footers, strict=True)
        ),
        origins=origins_in(origins),
        note=note,
    )


def joint_table(warehouse: Warehouse, answers: Sequence[Answer]) -> Table:
    """One row per period, one column per metric."""
    first = answers[0][1]
    columns = (
        Column("区域"),
        Column("时期"),
        *(Column(metric.label, metric.unit, metric.decimals) for metric, _ in answers),
        Column("数据性质"),
    )
    rows = tuple(
        (
            area_name(warehouse, cell.area_code),
            period_label(cell.period),
            *(answered[index].value for _, answered in answers),
            "、".join(
                label
                for origin, label in ORIGIN_LABELS.items()
                if any(origin in answered[index].origins for _, answered in answers)
            ),
        )
        for index, cell in enumerate(first)
    )
    return Table(columns, rows)
