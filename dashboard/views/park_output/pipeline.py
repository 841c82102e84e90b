"""Turns the pipeline of the parks into a funnel from signing to the statistics."""

from collections.abc import Sequence
from functools import partial

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Value
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_end
from dashboard.views import charts
from dashboard.views.answers import now
from dashboard.views.kinds.lines import asked, joint_footer, lines_view
from dashboard.views.kinds.trend import trend_view
from dashboard.views.table import Column, Table
from dashboard.views.view import Making, View

STAGES = {"park_signed": "签约", "park_settled": "入驻", "park_operating": "投产", "park_in_statistics": "纳统"}
RATES = ("settlement_rate", "operation_rate", "statistics_rate")


def has_pipeline(warehouse: Warehouse, selection: Selection) -> bool:
    """Whether a park of the area sent its pipeline in the time that trends show."""
    return any(is_number(cell.value) for cell in asked(warehouse, named_metric("park_signed"), selection))


@remembered
def pipeline_view(warehouse: Warehouse, selection: Selection) -> View:
    """Signed, settled, operating and listed enterprises at the end of the selected period."""
    answers = [(metric, now(warehouse, metric.name, selection)) for metric in map(named_metric, STAGES)]
    stages = [charts.Bar(word, cell.value) for word, (_, cell) in zip(STAGES.values(), answers, strict=True)]
    return View(
        key="pipeline",
        finding=Finding(pipeline_finding([cell.value for _, cell in answers])).naming(*STAGES.values()),
        measured=Measured("家", f"{period_end(selection.period)}", area_name(warehouse, selection.area_code)),
        chart=charts.Funnel(stages, unit="家"),
        footer=joint_footer(
            warehouse,
            [(metric, (cell,)) for metric, cell in answers],
            "箭头旁是占上一阶段的比重，依次为入驻率、投产率、纳统率",
        ),
        table=Table((Column("阶段"), Column("企业", "家", 0)), tuple((stage.name, stage.value) for stage in stages)),
    )


def pipeline_finding(stages: Sequence[Value]) -> str:
    """Of a hundred signed enterprises, how many have settled, produce, and are in the statistics."""
    missing = next((value for value in stages if not is_number(value)), None)
    if missing is not None:
        return f"签约到纳统：{missing}"
    signed, *later = [value for value in stages if is_number(value)]
    if not signed:
        return "还没有签约企业"
    words = zip(tuple(STAGES.values())[1:], later, strict=True)
    return "每100家签约企业，" + "、".join(f"{value / signed * 100:.0f}家{word}" for word, value in words)


def pipeline_rows(warehouse: Warehouse, selection: Selection) -> tuple[tuple[Making, ...], ...]:
    """The funnel with its rates, and how much of the floor is let with how many enterprises grew, row by row."""
    return (
        (
            partial(pipeline_view, warehouse, selection),
            partial(lines_view, warehouse, RATES, selection, key="pipeline-rates"),
        ),
        (
            partial(trend_view, warehouse, "leasing_rate", selection, key="leasing"),
            partial(trend_view, warehouse, "newly_above_scale", selection, key="grown", is_columns=True),
        ),
    )
