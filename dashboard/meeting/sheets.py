"""Turns the decided matters of a meeting into sheets of its workbook: every matter, and every node of them."""

from dashboard.meeting.context import Context
from dashboard.meeting.matters import late_node_days
from dashboard.metrics.absence import Absence
from dashboard.tables.matters import Standing, standings
from dashboard.tables.milestones import Node
from dashboard.views.joint_meeting.matters import items_table
from dashboard.views.joint_meeting.nodes import LATE_WORDS
from dashboard.views.joint_meeting.states import state_words
from dashboard.views.table import Column, Footer, Row, Table

Sheet = tuple[str, str, Table, Footer]
MATTER_COLUMNS = (
    *map(Column, ("事项编号", "事项", "区域", "任务", "责任单位", "帮办形式", "议定日期", "原定期限", "现定期限")),
    Column("调整次数", "次", 0),
    Column("上次进度", "%", 0),
    Column("本次进度", "%", 0),
    *map(Column, ("状态", "已到节点", "说明", "下一节点", "下一节点原定期限", "下一节点现定期限")),
    Column("超期", "天", 0),
    Column("节点滞后", "天", 0),
    Column("销号日期"),
    Column("议定会议"),
)
NODE_COLUMNS = (
    *map(Column, ("事项编号", "事项", "区域", "责任单位", "节点", "原定日期", "现定日期", "到达日期", "结果")),
    Column("晚或滞后", "天", 0),
)


def matters_sheet(given: Context) -> Sheet:
    """Every matter that was decided until the meeting's day, those closed before the meeting before it last."""
    found = sorted(_all(given), key=lambda one: one.was_closed)
    earlier = sum(one.was_closed for one in found)
    of_those = f"，其中截至{given.between.since.isoformat()}已销号{earlier}项" if earlier else ""
    _, subtitle, _, footer = items_table(found, given.between)
    return f"全部事项{len(found)}项{of_those}", subtitle, Table(MATTER_COLUMNS, tuple(map(_matter, found))), footer


def nodes_sheet(given: Context) -> Sheet:
    """Every node of those matters as planned and as reached, matter by matter."""
    found = _all(given)
    rows = tuple(_node(one, node) for one in found for node in one.nodes)
    _, subtitle, _, footer = items_table(found, given.between)
    return f"全部节点{len(rows)}个", subtitle, Table(NODE_COLUMNS, rows), footer


def _all(given: Context) -> tuple[Standing, ...]:
    found = standings(given.warehouse, given.area_code, given.between.day, given.between.since)
    return tuple(one for one in found if not (given.is_before and one.meeting_id == given.meeting.meeting_id))


def _matter(one: Standing) -> Row:
    planned = one.following.planned_on if one.following else None
    # Of a matter decided since the meeting before there is none.
    then = Absence.NOT_IN_PERIOD if one.earlier_progress_pct is None else one.earlier_progress_pct
    return (
        *(one.decision_id, one.title, one.area_name, one.task, one.responsible_unit, one.help_mode or ""),
        *(one.decided_on, one.original_due_on, one.due_on, one.plan_changes, then, one.progress_pct),
        *(state_words(one), one.node or "", one.note or "", one.next_node or "", planned, one.next_due_on),
        *(one.overdue_days, late_node_days(one), one.closed_on, one.meeting_id),
    )


def _node(one: Standing, node: Node) -> Row:
    state = one.state_of(node)
    return (
        *(one.decision_id, one.title, one.area_name, one.responsible_unit, node.name),
        *(node.planned_on, node.due_on, node.reached_on, state.value),
        node.late_days(one.day) if state in LATE_WORDS else 0,
    )
