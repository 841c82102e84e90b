"""Turns decided matters into pages: how many stand how, and one page each with its nodes as planned and as reached."""

from collections.abc import Sequence
from datetime import date

from dashboard.meeting.context import Context
from dashboard.meeting.slide import Chart, Progress, Slide
from dashboard.meeting.slides.course import nodes, returns
from dashboard.meeting.slides.drills import matter_drills, state_drills
from dashboard.metrics.absence import Absence
from dashboard.metrics.periods import to_grain
from dashboard.tables.meetings import Meeting, Standing, Step, early_reports, steps
from dashboard.text.formats import period_label
from dashboard.views.joint_meeting.matters import (
    MAIN_STATES,
    REGISTER,
    items_finding,
    items_table,
    listed,
    main_state,
    placed,
    state_words,
    states_view,
)
from dashboard.views.table import Column, Footer, Table

NODE_COLUMNS = (Column("节点"), Column("计划"), Column("实际"), Column("结果"))
DECIDED_COLUMNS = tuple(map(Column, ("事项", "区域", "责任单位", "帮办形式", "期限")))
SHEET_COLUMNS = (
    *map(Column, ("事项编号", "事项", "区域", "任务", "责任单位", "帮办形式", "议定日期", "原定期限", "现定期限")),
    Column("调整次数", "次", 0),
    Column("上次进度", "%", 0),
    Column("本次进度", "%", 0),
    *map(Column, ("状态", "已到节点", "说明", "下一节点", "下一节点期限")),
    Column("超期", "天", 0),
    Column("销号日期"),
    Column("议定会议"),
)


def matter_slides(given: Context) -> tuple[Slide, ...]:
    """All matters on one page, then a page each: blocked and late ones first, closed ones last.

    What the meeting has just decided has nothing to tell yet and stands on one page, the last of them.
    """
    found = sorted(
        listed(given.warehouse, given.area_code, given.between),
        key=lambda one: (MAIN_STATES.index(main_state(one)), one.original_due_on, one.decision_id),
    )
    if not found:
        return (
            Slide(
                key="matters",
                kind="matters",
                title="本次会议没有可以汇报的议定事项",
                subtitle=_days(given),
                remarks=(nothing_listed(given),),
                footer=Footer(REGISTER),
            ),
        )
    told = steps(given.warehouse, [one.decision_id for one in found], given.between.day)
    early = early_reports(given.warehouse, list(told))
    fresh = [one for one in placed(found) if _is_fresh(given, one) and one.decision_id not in early]
    pages = (
        matter_slide(given, one, told[one.decision_id], early.get(one.decision_id, ()))
        for one in placed(found)
        if one not in fresh
    )
    return (_all_matters(given, found), *pages, *((decided_slide(given, fresh),) if fresh else ()))


def _is_fresh(given: Context, one: Standing) -> bool:
    """Whether the meeting decided the matter on its day, and nobody has told anything of it yet."""
    is_own = one.meeting_id == given.meeting.meeting_id and one.decided_on == given.meeting.held_on
    return is_own and one.is_open and one.updated_on == one.decided_on and not one.progress_pct


def decided_slide(given: Context, fresh: Sequence[Standing]) -> Slide:
    """What the meeting has decided, one matter a row; the first nodes where any is told."""
    columns, rows = DECIDED_COLUMNS, [_decided_row(one) for one in fresh]
    if any(one.next_node for one in fresh):
        columns += (Column("首个节点"),)
        rows = [(*row, _following(one) or "未填报") for row, one in zip(rows, fresh, strict=True)]
        remark = ""
    else:
        remark = "议定以来尚未填报进展和节点"
    *_, foot = items_table(fresh, given.between)
    return Slide(
        key="decided",
        kind="decided",
        title=f"本次议定 {len(fresh)} 项",
        subtitle=f"{given.between.day_label} {given.between.day.isoformat()} 议定",
        remarks=(remark,) if remark else (),
        table=Table(columns, tuple(rows)),
        drills=matter_drills(given, fresh, lambda one: one.title, {one.title: one.title for one in fresh}),
        is_table_shown=True,
        footer=foot,
    )


def _decided_row(one: Standing) -> tuple[str, ...]:
    due = f"{one.original_due_on.isoformat()} 前"
    return one.title, one.area_name, one.responsible_unit, one.help_mode or "未采用", due


def _following(one: Standing) -> str:
    """The next node with its day, nothing where none is told."""
    if one.next_node and one.next_due_on:
        return f"{one.next_node}（{one.next_due_on.isoformat()} 前）"
    return one.next_node or ""


def nothing_decided(given: Context) -> str:
    """That the meeting decided nothing for the area that is told of, or that nobody registered anything."""
    is_elsewhere = given.area_code != given.meeting.area_code and given.meeting.decisions_listed > 0
    return "本次会议没有新议定本区域的事项" if is_elsewhere else "本次会议的议定事项还没有登记（未填报）"


def nothing_listed(given: Context) -> str:
    """That there is no matter at all to tell of."""
    return f"台账里没有这次会议以前议定、至今在办的事项；{nothing_decided(given)}。"


def _days(given: Context) -> str:
    between = given.between
    if given.before is None:
        return f"{between.day_label} {between.day.isoformat()} · 没有上次会议可以对照"
    return f"{between.since_label} {between.since.isoformat()} → {between.day_label} {between.day.isoformat()}"


def _all_matters(given: Context, found: Sequence[Standing]) -> Slide:
    panel = states_view(found, given.between)
    silent = [one for one in found if one.updated_on == one.decided_on and not one.is_new]
    own = sum(one.meeting_id == given.meeting.meeting_id for one in found)
    remarks = (
        f"其中本次会议新议定 {own} 项" if own else nothing_decided(given),
        f"{len(silent)} 项自议定以来没有报过进展" if silent else "",
        panel.footer.note,
    )
    return Slide(
        key="matters",
        kind="matters",
        title=items_finding(found),
        subtitle=f"事项（项）· {_days(given)}",
        remarks=tuple(filter(None, remarks)),
        table=panel.table,
        chart=Chart("bar", 0, (1,)),
        drills=state_drills(given, found, MAIN_STATES),
        footer=panel.footer,
    )


def matter_slide(given: Context, one: Standing, told: Sequence[Step], early: Sequence[date] = ()) -> Slide:
    """One decided matter: what was promised, by whom, until when; its nodes; how far it was then and is now.

    `early` are the days of reports that are older than the matter itself, which it says and does not count.
    """
    *_, footer = items_table((one,), given.between)
    between = given.between
    rows = tuple(
        (
            node.name,
            node.planned_on.isoformat() if node.planned_on else "未填报",
            node.reached_on.isoformat() if node.reached_on else "未到",
            node.result(between.day, is_closed=not one.is_open),
        )
        for node in nodes(told)
    )
    is_silent = one.updated_on == one.decided_on
    remarks = (
        one.note or "",
        "；".join(back.words for back in returns(told)),
        "" if rows else ("议定以来尚未填报进展和节点" if is_silent else "尚未填报节点"),
        _last_told(given, one) if not is_silent else "",
        _oddity(one, early, given.meeting),
    )
    return Slide(
        key=f"matter-{one.decision_id}",
        kind="matter",
        title=f"{one.title}：{state_words(one)}",
        subtitle=f"{one.area_name} · {one.task} · {_days(given)}",
        facts=_facts(one),
        remarks=tuple(filter(None, remarks)),
        table=Table(NODE_COLUMNS, rows),
        is_table_shown=bool(rows),
        progress=Progress(between.since_label, one.earlier_progress_pct, between.day_label, one.progress_pct),
        state=main_state(one),
        is_late=one.is_open and (one.status == "受阻" or bool(one.overdue_days)),
        footer=footer,
    )


def _last_told(given: Context, one: Standing) -> str:
    """The day of the last report, and that it is none of the quarter where it is not."""
    day = one.updated_on.isoformat()
    is_own = to_grain(day[:7], "quarter") == given.quarter
    return f"最近一次填报 {day}" + ("" if is_own else f"，不在{period_label(given.quarter)}内")


def _oddity(one: Standing, early: Sequence[date], meeting: Meeting) -> str:
    """What does not go together in the days of a matter."""
    decided = one.decided_on.isoformat()
    is_other = one.meeting_id == meeting.meeting_id and one.decided_on != meeting.held_on
    said = (
        f"进展日期 {'、'.join(day.isoformat() for day in early)} 早于议定日期 {decided}，未计入" if early else "",
        f"议定日期 {decided} 与会议召开日期 {meeting.held_on.isoformat()} 不一致" if is_other else "",
    )
    return "；".join(filter(None, said))


def _facts(one: Standing) -> tuple[tuple[str, str], ...]:
    due = f"{one.original_due_on.isoformat()} 前办结"
    if one.due_on != one.original_due_on:
        due = f"原定 {due}，第 {one.plan_changes} 次调整到 {one.due_on.isoformat()}"
    following = _following(one) or ("已销号" if not one.is_open else "未填报")
    earlier = one.earlier_status or "尚未议定"
    return (
        ("承诺", f"{one.decided_on.isoformat()} 议定，{due}"),
        ("责任单位", one.responsible_unit),
        ("帮办形式", one.help_mode or "未采用"),
        ("状态", f"{earlier} → {one.status}"),
        ("已到节点", one.node or ("已销号" if not one.is_open else "未填报")),
        ("下一节点", following),
    )


def _progress_then(progress: int | None) -> int | Absence:
    """The progress at the meeting before; of a matter decided since there is none."""
    return Absence.NOT_IN_PERIOD if progress is None else progress


def matters_sheet(given: Context) -> tuple[str, str, Table, Footer]:
    """Every matter with all that is known of it, for the workbook."""
    found = listed(given.warehouse, given.area_code, given.between)
    title, subtitle, _, footer = items_table(found, given.between)

    def day(value: date | None) -> str:
        return value.isoformat() if value else ""

    rows = tuple(
        (
            *(one.decision_id, one.title, one.area_name, one.task, one.responsible_unit, one.help_mode or ""),
            *(day(one.decided_on), day(one.original_due_on), day(one.due_on), one.plan_changes),
            *(
                _progress_then(one.earlier_progress_pct),
                one.progress_pct,
                state_words(one),
                one.node or "",
                one.note or "",
            ),
            *(one.next_node or "", day(one.next_due_on), one.overdue_days, day(one.closed_on), one.meeting_id),
        )
        for one in found
    )
    return f"议定事项：{title}", subtitle, Table(SHEET_COLUMNS, rows), footer
