"""Turns the approvals finished in a period into days used compared with days promised."""

from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

from dashboard.metrics.areas import area_name
from dashboard.metrics.periods import within
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.projects import Milestone, milestones
from dashboard.text.formats import percent
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.assets_projects.projects import SOURCE
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import View, origins_in


class Approval(NamedTuple):
    """A finished milestone with the days that were promised for it and the days that it took."""

    milestone: Milestone
    promised: int
    used: int

    @property
    def saved(self) -> int:
        """The days that it took less than promised, negative where it took more."""
        return self.promised - self.used


def approvals(steps: Iterable[Milestone]) -> list[Approval]:
    """Those of the milestones of which both numbers of days are known."""
    return [
        Approval(step, step.promised_days, step.used_days)
        for step in steps
        if step.promised_days and step.used_days is not None
    ]


def _in_months(approval: Approval, first: str, last: str) -> bool:
    done_on = approval.milestone.done_on
    return done_on is not None and first <= f"{done_on:%Y-%m}" <= last


def step_pairs(done: Sequence[Approval]) -> list[charts.Pair]:
    """One pair for each step, the quickest against its promise first: several projects take the same step, by their mean."""
    of_step: dict[str, list[Approval]] = {}
    for approval in done:
        of_step.setdefault(approval.milestone.milestone, []).append(approval)
    quickest_first = sorted(of_step.items(), key=lambda item: -fmean(approval.saved for approval in item[1]))
    return [
        charts.Pair(
            name,
            fmean(approval.promised for approval in same),
            fmean(approval.used for approval in same),
            direction="lower",
        )
        for name, same in quickest_first
    ]


@remembered
def approvals_view(warehouse: Warehouse, selection: Selection) -> View | None:
    """Promised against used days of the approvals finished in the selected period; None where there was none."""
    months = within(selection.period, "month")
    known = approvals(milestones(warehouse, selection.area_code, selection.period))
    done = [approval for approval in known if _in_months(approval, months[0], months[-1])]
    if not done:
        return None
    pairs = step_pairs(done)
    return View(
        key="approvals",
        finding=approvals_finding(done),
        measured=Measured(
            "每个节点的天数（自然日）",
            f"{period_label(selection.period)}办成",
            area_name(warehouse, selection.area_code),
        ),
        chart=charts.Dumbbell(
            pairs,
            unit="天",
            decimals=1 if len(done) > len(pairs) else 0,
            then_label="承诺",
            now_label="实际",
        ),
        footer=Footer(
            SOURCE,
            origins=origins_in(approval.milestone.origin for approval in done),
            as_of=selection.period,
            definition="承诺为帮办时承诺的办理天数，实际为办理所用的天数；只含两项都已上报、已完成的审批节点。",
            note="同名节点取平均" if len(done) > len(pairs) else "",
        ),
        table=Table(
            (Column("项目"), Column("节点"), Column("承诺", "天", 0), Column("实际", "天", 0), Column("完成日期")),
            tuple((step.title, step.milestone, promised, used, step.done_on) for step, promised, used in done),
        ),
    )


def approvals_finding(done: Sequence[Approval]) -> Finding:
    """How much quicker than promised the approvals were, and which one saved most."""
    promised, saved = sum(approval.promised for approval in done), sum(approval.saved for approval in done)
    word = "提速" if saved >= 0 else "超时"
    said = f"{len(done)}个审批节点比承诺{word}{percent(abs(saved) / promised * 100, 0)}"
    best = max(done, key=lambda approval: approval.saved)
    if best.saved <= 0:
        return Finding(said)
    name = best.milestone.milestone
    return Finding(f"{said}；{name}省得最多", f"{best.saved}天").naming(name)
