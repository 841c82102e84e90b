"""Turns the figures of courses into what only 培训孵化 shows: the funnel of one cohort and the list of courses."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Cell, Value
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import within
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.registers import CourseRow, courses
from dashboard.text.formats import ORIGIN_LABELS, is_number, number, percent
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.answers import now
from dashboard.views.kinds.lines import asked, joint_footer, lines_view
from dashboard.views.table import Column, Footer, Row, Table
from dashboard.views.view import View, footer, origins_in

COURSE_CARDS = ("courses", "completed", "completion_rate", "conversion_6m_rate_cumulative")
SITE_CARDS = ("landing_rate", "enterprises_graduated_cumulative", "jobs_cumulative", "sales")
# What the map shows, place by place.
MAPPED = (
    *("courses", "completed_cumulative", "completion_rate", "conversion_6m_rate_cumulative"),
    *("enterprises_surviving", "jobs_cumulative", "sales"),
)
BY = {"audience": "按主要对象", "category": "按课程类别"}
# Running totals have no parts: of who found work, the breakdown is of the courses that began in the period.
RATES = {"completion_rate": "结业率", "certification_rate": "取证率", "conversion_6m_rate": "六个月转化率"}
# The stages of one and the same cohort, from the first to the last.
STAGES = {
    "enrolled_due_6m": "报名",
    "completed_due_6m": "结业",
    "converted_3m_due_6m": "三个月转化",
    "converted_6m_due_6m": "六个月转化",
}
COURSE_COLUMNS = (
    Column("阵地"),
    Column("开课月份"),
    Column("类别"),
    Column("对象"),
    Column("期次", "期", 0),
    Column("报名", "人", 0),
    Column("结业", "人", 0),
    Column("取证", "人", 0),
    Column("三个月转化", "人", 0),
    Column("六个月转化", "人", 0),
    Column("数据性质"),
)


def heads_view(warehouse: Warehouse, selection: Selection) -> View:
    """Enrolled and completed over time; the title says how many are still at it, lest they be taken for drop-outs."""
    view = lines_view(warehouse, ("enrolled", "completed"), selection)
    learning = still_learning(now(warehouse, "enrolled", selection), now(warehouse, "completion_rate", selection))
    if not learning or not isinstance(view.finding, Finding):
        return view
    told = Finding(*view.finding.parts, f"{learning:.0f}人次在学").naming(*view.finding.named)
    return replace(view, finding=told)


def still_learning(enrolled: Cell, completion: Cell) -> float:
    """How many of those enrolled are in courses that have not reported who completed."""
    if not is_number(enrolled.value) or completion.denominator is None:
        return 0
    return enrolled.value - completion.denominator


def has_incubation(warehouse: Warehouse, selection: Selection) -> bool:
    """Whether an incubation site of the area has sent any report up to the selected period."""
    return is_number(now(warehouse, "accounts_cumulative", selection).value)


def why_no_courses(warehouse: Warehouse, selection: Selection) -> str:
    """Why no course of the area began in the time that trends show; empty where one did."""
    answered = asked(warehouse, named_metric("courses"), selection)
    known = [cell.value for cell in answered if is_number(cell.value)]
    if any(known):
        return ""
    is_reported = known or any(cell.value is Absence.NOT_IN_PERIOD for cell in answered)
    return "所选区域在这段时间没有开课。" if is_reported else "所选区域在这段时间没有上报“培训期次”（未填报）。"


@remembered
def funnel_view(warehouse: Warehouse, selection: Selection) -> View:
    """From enrolled to converted, over all courses up to the selected period whose six-month figure has come in."""
    answers = [(metric, now(warehouse, metric.name, selection)) for metric in map(named_metric, STAGES)]
    stages = [charts.Bar(word, cell.value) for word, (_, cell) in zip(STAGES.values(), answers, strict=True)]
    due = now(warehouse, "courses_due_6m", selection)
    return View(
        key="funnel",
        finding=Finding(funnel_finding([cell.value for _, cell in answers])).naming(*STAGES.values()),
        measured=Measured(
            "人次",
            f"截至{period_label(selection.period)}六个月转化已上报的{number(due.value, '期')}",
            area_name(warehouse, selection.area_code),
        ),
        chart=charts.Funnel(stages, unit="人次"),
        footer=joint_footer(
            warehouse,
            [(metric, (cell,)) for metric, cell in answers],
            "四个阶段是同一批期次；转化是结业后满三个月、满六个月时各自的状况，后者可以更多",
        ),
        table=Table((Column("阶段"), Column("人次", "人次", 0)), tuple((stage.name, stage.value) for stage in stages)),
    )


def funnel_finding(stages: Sequence[Value]) -> str:
    """How many of those who completed had work or a business of their own after six months."""
    enrolled, completed, _, converted = stages
    if not (is_number(completed) and is_number(converted)):
        return f"报名到转化：{converted if not is_number(converted) else completed}"
    if not completed:
        return "到期的期次还没有人结业"
    text = f"每100名结业学员，六个月后有{converted / completed * 100:.0f}名就业或自主经营"
    if is_number(enrolled) and enrolled:
        return f"{text}；报名的有{percent(completed / enrolled * 100, 0)}结业"
    return text


@remembered
def course_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the courses begun in the selected period, by site, month and kind."""
    months = within(selection.period, "month")
    listed = courses(warehouse, selection.area_code, months[0], months[-1])
    origins = {row.origin for row in listed}
    return (
        course_finding(selection.period, listed),
        Measured("同阵地、同月、同类别、同对象的期次合为一行", area_name(warehouse, selection.area_code)),
        Table(COURSE_COLUMNS, tuple(map(course_row, listed))),
        replace(
            footer(warehouse, named_metric("courses"), ()),
            as_of=max((row.month for row in listed), default=months[-1]),
            origins=origins_in(origins),
            note="不足三人的、能由它推出不足三人的人数不公开；未到期或不报转化的期次为未填报",
        ),
    )


def course_finding(period: str, listed: Sequence[CourseRow]) -> str:
    """How many courses began at how many sites."""
    if not listed:
        return f"{period_label(period)}没有开课"
    sites = len({row.site for row in listed})
    return f"{period_label(period)}{sites}处阵地开课{sum(row.courses for row in listed)}期"


def course_row(row: CourseRow) -> Row:
    """One line of courses."""
    return (
        row.site,
        period_label(row.month),
        row.category,
        row.audience,
        row.courses,
        row.enrolled,
        row.completed,
        row.certified,
        row.converted_3m,
        row.converted_6m,
        ORIGIN_LABELS[row.origin],
    )
