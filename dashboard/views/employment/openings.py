"""Openings beside those who look for work: over time, by occupation and channel, and how many come to be hired."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import dimension_label
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.answers import high_first, now, parts_since
from dashboard.views.employment.labour import NAMED
from dashboard.views.findings import Named, heat_finding, trend_finding, written
from dashboard.views.kinds.lines import asked, joint_footer
from dashboard.views.kinds.parts import parts_trend_view
from dashboard.views.table import Column, Table
from dashboard.views.view import GRAIN_NAMES, View, footer, measured, table

STAGES = ("job_openings", "job_recommendations", "job_matches", "job_hires")
EVEN = "岗位与人相当"


@remembered
def ratio_view(warehouse: Warehouse, selection: Selection) -> View:
    """Openings per seeker over time, against the line at which there are as many openings as people."""
    metric = named_metric("openings_per_seeker")
    answered = asked(warehouse, metric, selection)
    points = tuple((cell.period, cell.value) for cell in answered)
    return View(
        key="openings-per-seeker",
        finding=ratio_finding(metric, points),
        measured=measured(
            metric, GRAIN_NAMES[selection.grain], area_name(warehouse, selection.area_code), f"虚线处{EVEN}"
        ),
        chart=charts.Trend(
            (charts.Series(area_name(warehouse, selection.area_code), points, is_highlighted=True),),
            unit=metric.unit,
            decimals=metric.decimals,
            # The line runs to and fro across this one, so the subtitle says what it means.
            target=charts.Target(1, ""),
        ),
        footer=footer(warehouse, metric, answered, "大于1是岗位比人多，小于1是人比岗位多"),
        table=table(warehouse, metric, answered),
    )


def ratio_finding(metric: Metric, points: Sequence[Named]) -> Finding:
    """Whether openings or people are more in the last period, and in how many of all periods openings were."""
    period, value = points[-1]
    if not is_number(value):
        return trend_finding(metric, points)
    word = "岗位比人多" if value > 1 else "人比岗位多" if value < 1 else EVEN
    known = [ratio for _, ratio in points if is_number(ratio)]
    more = sum(ratio > 1 for ratio in known)
    often = "期期岗位比人多" if more == len(known) else f"{more}期岗位比人多" if more else "没有一期岗位比人多"
    stands = f"{period_label(period)}{metric.label}{written(metric, value)}"
    return Finding(stands, f"{word}；{len(known)}期中{often}").naming(period)


@remembered
def parts_heat(warehouse: Warehouse, name: str, by: str, selection: Selection) -> View:
    """A ratio by the parts of a dimension over time, the highest of the last period first."""
    metric = named_metric(name)
    since = min(cell.period for cell in asked(warehouse, metric, selection))
    answered = parts_since(warehouse, metric, selection, by, since)
    ratioof = {(cell.part, cell.period): cell.value for cell in answered}
    periods = sorted({cell.period for cell in answered})
    last = {part: value for (part, period), value in ratioof.items() if period == periods[-1]}
    parts = sorted(last, key=lambda part: high_first(last[part]))
    return View(
        key=f"heat-{name}-{by}",
        finding=occupations_finding(periods[-1], [(part, last[part]) for part in parts])
        if (name, by) == ("openings_per_seeker", "occupation")
        else heat_finding(metric, [(cell.part, cell.period, cell.value) for cell in answered]),
        measured=measured(
            metric,
            f"按{dimension_label(by, metric.mart)}",
            GRAIN_NAMES[selection.grain],
            area_name(warehouse, selection.area_code),
        ),
        chart=charts.Heat(
            parts,
            periods,
            [[ratioof[part, period] for period in periods] for part in parts],
            unit=metric.unit,
            decimals=1,
        ),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered, by),
    )


def by_channel(warehouse: Warehouse, name: str, selection: Selection) -> View:
    """The measure by channel over time: what adds up as columns, what does not as a heat map."""
    if named_metric(name).denominator is None:
        return parts_trend_view(warehouse, name, "channel", selection)
    return parts_heat(warehouse, name, "channel", selection)


def occupations_finding(period: str, ratios: Sequence[Named]) -> Finding:
    """Which occupations lack people in the period, the scarcest first, and in how many there are enough."""
    known = [(name, value) for name, value in ratios if is_number(value)]
    if not known:
        return Finding(f"{period_label(period)}各类岗位的用工供需比：{Absence.NOT_REPORTED}")
    short = [name for name, value in sorted(known, key=lambda item: -item[1]) if value > 1]
    if not short:
        return Finding(f"{period_label(period)}{len(known)}类岗位都是人比岗位多").naming(period)
    named = "、".join(short[:NAMED]) + ("等" if len(short) > NAMED else "")
    text = f"{period_label(period)}{len(known)}类岗位中{len(short)}类缺人：{named}"
    return Finding(text).naming(period, *short[:NAMED])


@remembered
def funnel_view(warehouse: Warehouse, selection: Selection) -> View:
    """From openings to hires in the selected period."""
    answers = [(metric, (now(warehouse, metric.name, selection),)) for metric in map(named_metric, STAGES)]
    stages = [charts.Bar(metric.label, cell.value) for metric, (cell,) in answers]
    return View(
        key="placement",
        finding=Finding(
            funnel_finding(*(now(warehouse, name, selection).value for name in ("match_rate", "hire_rate")))
        ).naming(*(stage.name for stage in stages)),
        measured=Measured("人次", period_label(selection.period), area_name(warehouse, selection.area_code)),
        chart=charts.Funnel(stages, unit="人次"),
        footer=joint_footer(
            warehouse, answers, "岗位需求按拟招人数；一名求职者可推荐到几个岗位，推荐可多于岗位；入职随回访补全"
        ),
        table=Table((Column("阶段"), Column("人次", "人次", 0)), tuple((stage.name, stage.value) for stage in stages)),
    )


def funnel_finding(match_rate: float | Absence, hire_rate: float | Absence) -> str:
    """How many of those sent were agreed on, and of a hundred openings whose hires are known, how many are filled."""
    if not is_number(hire_rate):
        return f"从岗位到入职：{hire_rate}"
    agreed = f"每推荐100人次达成意向{match_rate:.0f}人次；" if is_number(match_rate) else ""
    return f"{agreed}每100个已回访的岗位招到{hire_rate:.0f}人"
