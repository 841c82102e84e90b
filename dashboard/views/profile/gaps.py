"""Which metrics an area has no figure of in a period, why, and in which form they would come."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area, area_name
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import THEMES, Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.sources import origins_known, sources
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views.answers import now
from dashboard.views.profile.standing import among_its_kind
from dashboard.views.table import Column, Footer, Listed, Table
from dashboard.views.view import origins_in

# 本期无此项 is an answer and no gap.
GAPS = {
    Absence.NOT_REPORTED: "报表没有报来，或这一格是空的。",
    Absence.NOT_DISCLOSED: "背后的企业或人数太少，按规定不公开。",
    Absence.NOT_COMPARABLE: "口径或范围不同，不能相除或相比。",
}
COLUMNS = (Column("缘由"), Column("主题"), Column("报表"), Column("没有数的指标"))
DEFINITION = "逐项查所选区域、所选时期的全部指标；本期本来就没有的（本期无此项）不列。" + "".join(
    f"{absence}：{why}" for absence, why in GAPS.items()
)


@remembered
def gaps_table(warehouse: Warehouse, selection: Selection) -> Listed:
    """Title, subtitle, rows and footer: one row for each reason, theme and form, with the metrics that are missing."""
    with among_its_kind(warehouse, area(warehouse, selection.area_code)):
        absences = {name: now(warehouse, name, selection).value for name in METRICS}
    missing = [(METRICS[name], value) for name, value in absences.items() if isinstance(value, Absence)]
    rows = [
        (str(absence), THEMES[theme], forms, "、".join(labels))
        for absence in GAPS
        for (theme, forms), labels in _by_form(warehouse, [metric for metric, why in missing if why is absence]).items()
    ]
    return (
        gaps_finding({absence: sum(why is absence for _, why in missing) for absence in GAPS}),
        Measured(period_label(selection.period), area_name(warehouse, selection.area_code)),
        Table(COLUMNS, tuple(rows)),
        Footer(
            "全部报表",
            as_of=selection.period,
            definition=DEFINITION,
            origins=origins_in(origins_known(warehouse)),
        ),
    )


def _by_form(warehouse: Warehouse, metrics: Sequence[Metric]) -> dict[tuple[str, str], list[str]]:
    """The labels of the metrics by theme and forms."""
    found: dict[tuple[str, str], list[str]] = {}
    for metric in metrics:
        forms = "、".join(source.label for source in sources(warehouse, metric))
        found.setdefault((metric.theme, forms), []).append(metric.label)
    return found


def gaps_finding(counts: dict[Absence, int]) -> Finding:
    """How many metrics have no figure, by why."""
    told = [f"{absence}{count}项" for absence, count in counts.items() if count]
    return Finding(f"本期没有数的指标{sum(counts.values())}项", *told) if told else Finding("各项指标本期都有数")
