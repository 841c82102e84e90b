"""The milestones of one project as a schedule, planned against done."""

from collections.abc import Sequence

from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.projects import Milestone, milestones
from dashboard.text.formats import number
from dashboard.text.joined import Finding, Measured
from dashboard.views import charts
from dashboard.views.assets_projects.projects import DEFINITION, PLANNED, SOURCE, TONES, late_words
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import View, origins_in


@remembered
def milestones_view(warehouse: Warehouse, selection: Selection, project_id: str) -> View:
    """The milestones of one project, planned against done."""
    steps = [
        step for step in milestones(warehouse, selection.area_code, selection.period) if step.project_id == project_id
    ]
    return View(
        key="milestones",
        finding=milestones_finding(steps),
        measured=Measured(steps[0].title, steps[0].kind, "节点"),
        chart=charts.Schedule([milestone_span(step) for step in steps], until=steps[0].seen_on),
        footer=Footer(
            SOURCE, f"{steps[0].seen_on}", DEFINITION, origins=origins_in(step.origin for step in steps), note=PLANNED
        ),
        table=Table(
            (
                Column("节点"),
                Column("开始"),
                Column("计划完成"),
                Column("实际完成"),
                Column("状态"),
                Column("承诺"),
                Column("实际用时"),
                Column("征收面积"),
            ),
            tuple(
                (
                    step.milestone,
                    step.started_on,
                    step.planned_on,
                    step.done_on,
                    step.state,
                    # Words, not numbers: most milestones have none of the three.
                    *(number(value, unit) if value is not None else "" for value, unit in _measures(step)),
                )
                for step in steps
            ),
        ),
    )


def _measures(step: Milestone) -> tuple[tuple[float | None, str], ...]:
    return (step.promised_days, "天"), (step.used_days, "天"), (step.acquired_mu, "亩")


def milestone_span(step: Milestone) -> charts.Span:
    """A milestone as a row of the schedule; its state in words where it is not done."""
    return charts.Span(
        step.milestone,
        step.started_on or step.planned_on,
        step.planned_on,
        step.done_on,
        late_words(step.days_ahead) if step.done_on else f"超期{-step.days_ahead}天" if step.days_ahead else step.state,
        TONES.get(step.state, "none"),
        is_begun=step.state != "未启动",
    )


def milestones_finding(steps: Sequence[Milestone]) -> Finding:
    """How many milestones are done and how many of them in time; what comes next."""
    done = [step for step in steps if step.done_on]
    in_time = sum(step.state == "按期完成" for step in done)
    text = f"{len(steps)}个节点完成{len(done)}个" + (f"，其中{in_time}个按期" if done else "")
    coming = next((step for step in steps if not step.done_on), None)
    if coming is None:
        return Finding(text)
    due = f"计划{coming.planned_on:%Y-%m-%d}" + (f"，已超期{-coming.days_ahead}天" if coming.days_ahead else "")
    return Finding(f"{text}；下一个是{coming.milestone}", due).naming(coming.milestone)
