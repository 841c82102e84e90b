"""Turns the three lists into tables and reasons of 三张清单: the plan's needs traced, what is still open, what was not sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Value
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import last_day_of
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.lists import OpenNeed, PlanNeed, last_day, open_needs, plan_needs
from dashboard.tables.sources import recorded_on
from dashboard.text.formats import is_number, number
from dashboard.text.joined import Measured
from dashboard.views.kinds.lines import asked
from dashboard.views.table import Column, Footer, Row, Table
from dashboard.views.view import footer, origins_in

CARDS = (
    "needs_listed",
    "need_match_rate",
    "need_satisfaction_rate",
    "list_closure_rate",
    "needs_open",
    "needs_overdue",
    "need_on_time_rate",
    "need_days_to_close",
)
# What documents alone can tell.
LISTED_CARDS = ("lists_kept", "needs_listed", "resources_listed", "services_listed")
VISIT_CARDS = ("visit_cadres", "enterprises_visited", "issues_raised", "visit_satisfaction_rate")
AGES = ("30天以内", "31–90天", "91–180天", "180天以上")
FLOW = ("needs_raised", "needs_matched", "needs_closed")
RATES = ("need_match_rate", "need_satisfaction_rate", "list_closure_rate", "need_on_time_rate")
SHOWN_OPEN = 40


def why_no_lists(warehouse: Warehouse, selection: Selection) -> str:
    """Why the lists of the area show nothing up to the selected period; empty where they do."""
    answered = asked(warehouse, named_metric("needs_listed"), selection)
    if any(is_number(cell.value) for cell in answered):
        return ""
    return "所选区域在这段时间没有列入三张清单的事项。"


def has_reports(warehouse: Warehouse, selection: Selection) -> bool:
    """Whether anybody reports what becomes of the needs of the area, beside what documents print."""
    return any(is_number(cell.value) for cell in asked(warehouse, named_metric("needs_open"), selection))


def has_visits(warehouse: Warehouse, selection: Selection) -> bool:
    """Whether the area reports visits to enterprises in the time that trends show."""
    return any(is_number(cell.value) for cell in asked(warehouse, named_metric("enterprises_visited"), selection))


PLAN_COLUMNS = (
    Column("对象"),
    Column("方案所列需求"),
    Column("方案中的措施"),
    Column("议定事项与进展"),
    Column("其后的同类需求"),
)


@remembered
def plan_table(warehouse: Warehouse, area_code: str) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the plan's needs, each with its measure and what came of it."""
    needs = plan_needs(warehouse, area_code)
    origins = origins_in([origin for need in needs for origin in (need.origin, need.result_origin)])
    note = "需求与措施照方案原文；“其他人员需求”一段没有编号，按所说的三件事列为三项；对应关系为本系统按对象与类别所配"
    return (
        plan_finding(needs),
        "宝委综〔2024〕27号“二、需求分析”逐项对应“三、主要措施”，再看议定事项与同类需求办得怎样",
        Table(PLAN_COLUMNS, tuple(map(plan_row, needs))),
        Footer(
            "公开文件、三张清单、议定事项",
            as_of=recorded_on(warehouse),
            definition="一行是方案的一项需求；议定事项以督办台账的状态为准，其后的同类需求为对象、类别相同而后来列入清单的需求。",
            origins=origins,
            note=note,
        ),
    )


def plan_finding(needs: Sequence[PlanNeed]) -> str:
    """How many of the plan's needs were taken up by a meeting, and of how many the matters are closed."""
    decided = [need for need in needs if need.decisions]
    if not decided:
        return f"方案列出{len(needs)}项需求，办理情况未填报"
    done = sum(need.decisions == need.decisions_closed for need in decided)
    rest = len(needs) - done
    return f"方案列出的{len(needs)}项需求，{len(decided)}项已议定办理，{done}项办结" + (
        f"，还有{rest}项未结" if rest else ""
    )


def basis_finding(warehouse: Warehouse, selection: Selection) -> str:
    """Of how many of the listed needs the rates are: those of which only a document tells have no status."""
    [listed], [met] = (
        asked(warehouse, named_metric(name), selection, selection.period)
        for name in ("needs_listed", "need_satisfaction_rate")
    )
    return basis_words(listed.value, met.denominator)


def basis_words(listed: Value, judged: float | None) -> str:
    """The sentence for so many listed needs, `judged` of which have a status; empty where all have one."""
    if not is_number(listed) or judged is None or judged >= listed:
        return ""
    return (
        f"列入的{listed:.0f}项需求中，{listed - judged:.0f}项由公开文件列出、清单台账没有报办理状态（会议议定办理的见“文件所列需求”），"
        f"对接率、满足率、办结率以其余{judged:.0f}项为准。"
    )


def plan_row(need: PlanNeed) -> tuple[str, ...]:
    """One need of the plan in words."""
    measure = f"{need.measure}（{need.measure_kind}）" if need.measure else "方案未写明"
    decided = alike = Absence.NOT_REPORTED.value
    if need.decisions:
        progress = "，".join(filter(None, (need.decision_node, f"{need.updated_on:%Y-%m-%d}")))
        several = f"议定{need.decisions}项，办结{need.decisions_closed}项；" if need.decisions > 1 else ""
        decided = f"{several}{need.decision_status}（{progress}）"
    if need.alike_raised:
        alike = f"{need.alike_raised}项中满足{need.alike_met}项"
    return (need.served_group, need.title, measure, decided, alike)


OPEN_COLUMNS = (
    Column("需求"),
    Column("对象"),
    Column("区域"),
    Column("来源"),
    Column("责任单位"),
    Column("对接"),
    Column("在办", "天", 0),
    Column("期限"),
    Column("超期", "天", 0),
)


@remembered
def open_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the needs that were open when the selected period or the lists ended."""
    day = as_of(last_day(warehouse), selection.period)
    needs = open_needs(warehouse, selection.area_code, day) if day else ()
    shown = needs[:SHOWN_OPEN]
    rest = f"；只列最紧要的{SHOWN_OPEN}项" if len(needs) > SHOWN_OPEN else ""
    return (
        open_finding(needs),
        Measured("超期最久的在前", f"截至{day:%Y-%m-%d}", area_name(warehouse, selection.area_code)) if day else "",
        Table(OPEN_COLUMNS, tuple(map(open_row, shown))),
        replace(
            footer(warehouse, named_metric("needs_open"), ()),
            as_of=f"{day:%Y-%m-%d}" if day else "",
            origins=origins_in([need.origin for need in needs]),
            note=f"状态以台账最近一次填报为准；超期按清单所列期限计，议定事项另有期限，分别计算{rest}",
        ),
    )


def as_of(known: date | None, period: str) -> date | None:
    """The last day of the period, or the last day that is known where that comes before; None where nothing is."""
    if known is None:
        return None
    return min(known, last_day_of(period))


def open_finding(needs: Sequence[OpenNeed]) -> str:
    """How many needs are open and late, and which has waited longest beyond its day."""
    late = [(need.overdue_days, need) for need in needs if need.overdue_days]
    if not needs:
        return "没有在办需求"
    if not late:
        return f"在办需求{len(needs)}项，没有超期"
    overdue_days, worst = max(late, key=lambda item: item[0])
    days = number(overdue_days, "天")
    longest = f"“{worst.title}”（{worst.area_name}），期限{worst.due_on:%Y-%m-%d}，超期{days}"
    return f"在办需求{len(needs)}项，超期{len(late)}项，最久的是{longest}"


def open_row(need: OpenNeed) -> Row:
    """One open need."""
    return (
        need.title,
        need.served_group,
        need.area_name,
        need.raised_by_kind,
        need.responsible_unit or "",
        need.matched_title or "待对接",
        need.open_days,
        f"{need.due_on:%Y-%m-%d}" if need.due_on else "未填报",
        need.overdue_days if need.due_on else None,
    )
