"""Turns projects and their milestones into schedules and the list of projects."""

from collections.abc import Container, Sequence
from datetime import date

from dashboard.metrics.areas import area_name, areas
from dashboard.metrics.periods import last_quarter, shift, within
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.projects import Project, projects
from dashboard.text.formats import ORIGIN_LABELS
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.kinds.area_map import short_name
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import View, origins_in

CARDS = ("milestones_on_time_rate", "milestones_overdue")
CARD_OF_GROUP = {"approval": "approval_speedup", "land": "land_acquired"}
SOURCE = "项目与帮办"
DEFINITION = (
    "节点按计划日期与完成日期判断：完成日期不晚于计划日期的为按期，到数据截止日仍未完成而计划日期已过的为超期。"
)
GROUPS = {
    "build": ("改造扩建与共建", ("招商改造", "扩建", "共建")),
    "land": ("征迁", ("征迁",)),
    "approval": ("全流程帮办", ("全流程帮办",)),
}
SHOWN, QUARTERS_SHOWN = 12, 8
TONES: dict[str, charts.SpanTone] = {"按期完成": "better", "逾期完成": "worse", "超期": "late"}
PLANNED = "宽条为计划，细条为实际；虚线是数据所到的一天"
PROJECT_COLUMNS = (
    Column("项目"),
    Column("类别"),
    Column("区域"),
    Column("状态"),
    Column("节点"),
    Column("下一节点"),
    Column("计划完成"),
    Column("数据性质"),
)


def groups(warehouse: Warehouse, selection: Selection) -> dict[str, str]:
    """The groups of kinds of which the area has projects, by their code."""
    kinds = {project.kind for project in projects(warehouse, selection.area_code, selection.period)}
    return {code: label for code, (label, held) in GROUPS.items() if kinds & set(held)}


def cards(groups: Container[str]) -> tuple[str, ...]:
    """The headline figures of projects, of approvals and land only where there are such projects."""
    return (*CARDS, *(name for group, name in CARD_OF_GROUP.items() if group in groups)) if groups else ()


def of_group(warehouse: Warehouse, selection: Selection, group: str) -> tuple[Project, ...]:
    """At most twelve projects of the group: overdue ones, open ones, then the latest finished."""
    kinds = GROUPS[group][1]
    of_kind = [
        project for project in projects(warehouse, selection.area_code, selection.period) if project.kind in kinds
    ]
    urgent = sorted(
        of_kind,
        key=lambda project: (
            not project.milestones_overdue,
            project.done_on is not None,
            -project.planned_on.toordinal(),
        ),
    )
    return tuple(urgent[:SHOWN])


def state_of(project: Project) -> str:
    """The state of a project as a whole: 超期 where any milestone is overdue."""
    if project.milestones_overdue:
        return "超期"
    if project.done_on is None:
        return "推进中"
    return "按期完成" if project.done_on <= project.planned_on else "逾期完成"


def late_words(days: int | None) -> str:
    """Days ahead of the plan in words: 提前 5 天, 晚 3 天, 按计划日."""
    if days is None:
        return ""
    return f"提前{days}天" if days > 0 else f"晚{-days}天" if days < 0 else "按计划日"


def project_words(project: Project) -> str:
    """The text behind a project's bar: how many of its milestones are done, and how late or early it is."""
    done = f"{project.milestones_done}/{project.milestones}"
    if project.milestones_overdue:
        return f"{done}，超期{project.days_overdue}天"
    return f"{done}，{late_words((project.planned_on - project.done_on).days)}" if project.done_on else done


@remembered
def projects_view(warehouse: Warehouse, selection: Selection, group: str) -> View:
    """The projects of a group over time, planned against done; raises ValueError where there is none."""
    shown = sorted(of_group(warehouse, selection, group), key=lambda project: project.started_on)
    if not shown:
        raise ValueError(f"no project of the group {group}")
    kinds = GROUPS[group][1]
    listed = [
        project for project in projects(warehouse, selection.area_code, selection.period) if project.kind in kinds
    ]
    spans = [
        charts.Span(
            project.title,
            project.started_on,
            project.planned_on,
            project.done_on,
            project_words(project),
            TONES.get(state_of(project), "none"),
            key=project.project_id,
        )
        for project in shown
    ]
    since = date.fromisoformat(f"{within(shift(last_quarter(selection.period), 1 - QUARTERS_SHOWN), 'month')[0]}-01")
    rest = len(listed) - len(shown)
    return View(
        key=f"projects-{group}",
        finding=projects_finding(listed),
        measured=Measured(f"{GROUPS[group][0]}项目", "已完成节点数/节点数", area_name(warehouse, selection.area_code)),
        # What ended before the window would be drawn outside it.
        chart=charts.Schedule(spans, until=shown[0].seen_on, since=min(since, *(_end(project) for project in shown))),
        footer=Footer(
            SOURCE,
            origins=origins_in(project.origin for project in shown),
            as_of=f"{shown[0].seen_on}",
            definition=DEFINITION,
            note=f"{PLANNED}；另有{rest}个较早完成的项目见下方清单" if rest else PLANNED,
        ),
        table=project_rows(warehouse, listed),
    )


def _end(project: Project) -> date:
    return max(project.planned_on, project.done_on or project.planned_on)


def projects_finding(listed: Sequence[Project]) -> Finding:
    """How many projects are done, and how many have a milestone overdue, the worst by name."""
    done = sum(project.done_on is not None for project in listed)
    late = [project for project in listed if project.milestones_overdue]
    text = f"{len(listed)}个项目中{done}个已全部完成" if done else f"{len(listed)}个项目在办"
    if not late:
        return Finding(text, "没有超期的节点")
    worst = max(late, key=lambda project: project.days_overdue or 0)
    return Finding(text, f"{len(late)}个有节点超期", f"{worst.title}超期{worst.days_overdue}天").naming(
        worst.project_id
    )


def project_rows(warehouse: Warehouse, listed: Sequence[Project]) -> Table:
    """The projects as rows: overdue first, then open ones by their next planned day, then the latest finished."""
    names = {code: short_name(place) for code, place in areas(warehouse).items()}
    rank = {"超期": 0, "推进中": 1, "逾期完成": 2, "按期完成": 2}

    def order(project: Project) -> tuple[int, int]:
        due = project.next_planned_on
        return rank[state_of(project)], due.toordinal() if due else -(project.done_on or project.planned_on).toordinal()

    ordered = sorted(listed, key=order)
    return Table(
        PROJECT_COLUMNS,
        tuple(
            (
                project.title,
                project.kind,
                names[project.area_code],
                state_of(project),
                f"{project.milestones_done}/{project.milestones}",
                project.next_milestone or "",
                project.next_planned_on or project.planned_on,
                ORIGIN_LABELS[project.origin],
            )
            for project in ordered
        ),
    )


@remembered
def project_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of all projects begun by the end of the selected period."""
    listed = projects(warehouse, selection.area_code, selection.period)
    return (
        projects_finding(listed) if listed else "没有登记的项目",
        Measured(f"截至{period_label(selection.period)}", area_name(warehouse, selection.area_code)),
        project_rows(warehouse, listed),
        Footer(
            SOURCE,
            f"{listed[0].seen_on}" if listed else selection.period,
            DEFINITION,
            origins=origins_in(project.origin for project in listed),
        ),
    )
