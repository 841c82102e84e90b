"""Turns the approvals finished in a period into days used against days promised."""

from collections.abc import Sequence

from dashboard.metrics.periods import within
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.projects import Milestone, milestones
from dashboard.text.formats import percent, period_label
from dashboard.text.joined import Measured
from dashboard.views import charts
from dashboard.views.assets_projects.assets import origins_of
from dashboard.views.assets_projects.projects import SOURCE
from dashboard.views.remembered import remembered
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import View, area_name


@remembered
def approvals_view(warehouse: Warehouse, selection: Selection) -> View | None:
    """Promised against used days of the approvals finished in the selected period; None where there was none."""
    first, last = within(selection.period, "month")[0], within(selection.period, "month")[-1]
    done = [
        one
        for one in milestones(warehouse, selection.area_code, selection.period)
        if one.promised_days and one.done_on and first <= f"{one.done_on:%Y-%m}" <= last
    ]
    if not done:
        return None
    # Several projects take the same step in a period: a row is a step, its days are their mean.
    steps = {one.milestone: [other for other in done if other.milestone == one.milestone] for one in done}
    pairs = [
        charts.Pair(
            name,
            sum(one.promised_days for one in same) / len(same),
            sum(one.used_days for one in same) / len(same),
            direction="lower",
        )
        for name, same in steps.items()
    ]
    return View(
        key="approvals",
        finding=approvals_finding(done),
        measured=Measured(
            "每个节点的天数（自然日）",
            f"{period_label(selection.period)}办成",
            area_name(warehouse, selection.area_code),
        ),
        chart=charts.Dumbbell(
            sorted(pairs, key=lambda pair: pair.now - pair.then),
            unit="天",
            decimals=1 if len(done) > len(pairs) else 0,
            then_label="承诺",
            now_label="实际",
        ),
        footer=Footer(
            SOURCE,
            origins=origins_of(done),
            as_of=selection.period,
            definition="承诺为帮办时承诺的办理天数，实际为办理所用的天数；只含两项都已上报、已完成的审批节点。",
            note="同名节点取平均" if len(done) > len(pairs) else "",
        ),
        table=Table(
            (Column("项目"), Column("节点"), Column("承诺", "天", 0), Column("实际", "天", 0), Column("完成日期")),
            tuple((one.title, one.milestone, one.promised_days, one.used_days, one.done_on) for one in done),
        ),
    )


def approvals_finding(done: Sequence[Milestone]) -> str:
    """How much quicker than promised the approvals were, and which one saved most."""
    promised, used = sum(one.promised_days for one in done), sum(one.used_days for one in done)
    best = max(done, key=lambda one: one.promised_days - one.used_days)
    word, share = ("提速", promised - used) if promised >= used else ("超时", used - promised)
    said = f"{len(done)} 个审批节点比承诺{word} {percent(share / promised * 100, 0)}"
    saved = best.promised_days - best.used_days
    return f"{said}；{best.milestone}省得最多，{saved} 天" if saved > 0 else said
