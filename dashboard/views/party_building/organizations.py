"""Turns the figures of party organizations into what only 组织建设 shows: forms of covering, activities, four levels."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Value
from dashboard.metrics.catalogue import dimension_label
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import last_quarter
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.rosters import EstateRow, estates
from dashboard.text.formats import is_number, number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.answers import high_first, parts_in_period
from dashboard.views.kinds.lines import Answer, asked, joint_footer, joint_table
from dashboard.views.kinds.moves import Move, moves_chart
from dashboard.views.table import Column, Footer, Row, Table
from dashboard.views.view import GRAIN_NAMES, View, footer, origins_in

CARDS = (
    "party_organizations",
    "party_members",
    "organization_coverage",
    "work_coverage",
    "enterprises_uncovered",
    "instructors",
    "activity_rate",
    "four_level_rate",
)
COVERED = ("organization_coverage", "work_coverage", "single_organization_rate")
FORMS = ("covered_single", "covered_by_region", "covered_by_industry", "covered_by_work_only", "enterprises_uncovered")
MEMBERS = ("members_per_organization", "women_share", "under_35_share", "college_share")
NAMED = 3  # kinds named in a title
HELD = ("activities_planned", "activities_held")
PER_ACTIVITY = ("persons_per_activity", "organizations_per_activity", "activity_lines")
BY = {"kind": "按活动类别", "theme_line": "按活动主线"}
LEVELS = ("levels_per_estate", "building_group_coverage", "member_households_per_estate")
ESTATE_COLUMNS = (
    Column("小区"),
    Column("村（社区）"),
    Column("已有层级", "级", 0),
    Column("楼栋", "栋", 0),
    Column("楼栋党小组", "个", 0),
    Column("党员中心户", "户", 0),
    Column("四级完整"),
    Column("统计日期"),
)


@remembered
def forms_view(warehouse: Warehouse, selection: Selection) -> View:
    """Operating enterprises over time by the form in which they are covered, each counted once."""
    answers = [(metric, asked(warehouse, metric, selection)) for metric in map(named_metric, FORMS)]
    place = area_name(warehouse, selection.area_code)
    moved = _form_moves(answers, selection.earlier_period)
    return View(
        key="covering-forms",
        finding=forms_finding(answers, selection.earlier_period, selection.against),
        measured=Measured(f"运营企业按组建形式{selection.against}增减（家）", period_label(selection.period), place)
        if moved
        else Measured("运营企业（家）按组建形式", GRAIN_NAMES[selection.grain], place),
        chart=moves_chart(answers[0][0], moved, is_amount=True) if moved else _forms_chart(answers),
        footer=joint_footer(warehouse, answers, "一家企业只计一次；五项相加即运营企业"),
        table=joint_table(warehouse, answers),
    )


def _form_moves(answers: Sequence[Answer], before: str | None) -> list[Move]:
    """The forms with their answers then and now; empty where there is nothing to compare with."""
    then = [{cell.period: cell for cell in answered}.get(before or "") for _, answered in answers]
    return [
        Move(metric.label, metric.label, earlier, answered[-1])
        for (metric, answered), earlier in zip(answers, then, strict=True)
        if earlier and is_number(earlier.value)
    ]


def _forms_chart(answers: Sequence[Answer]) -> charts.Columns:
    series = [
        charts.Series(metric.label, tuple((cell.period, cell.value) for cell in answered))
        for metric, answered in answers
    ]
    return charts.Columns(series, unit="家", is_stacked=True)


def forms_finding(answers: Sequence[Answer], before: str | None, against: str) -> Finding:
    """Which form of covering grew most, and how many enterprises are still without any."""
    [left] = [answered[-1].value for metric, answered in answers if metric.name == "enterprises_uncovered"]
    if not is_number(left):
        return Finding(f"组建形式：{left}")
    text = f"还有{number(left, '家')}企业没有覆盖"
    moved = []
    for metric, answered in answers:
        last = answered[-1].value
        then = next((cell.value for cell in answered if cell.period == before), None)
        if metric.name != "enterprises_uncovered" and is_number(then) and is_number(last):
            moved.append((last - then, metric.label))
    growth, label = max(moved, default=(0.0, ""))
    uncovered = named_metric("enterprises_uncovered").label
    if growth <= 0:
        return Finding(text).naming(uncovered)
    return Finding(f"{text}；“{label}”{against}增{number(growth, '家')}", "增得最多").naming(uncovered, label)


@remembered
def activities_view(warehouse: Warehouse, by: str, selection: Selection) -> View:
    """What was planned and what was held in the selected period, by kind or line of the activities."""
    answers = [
        (
            metric,
            parts_in_period(warehouse, metric.name, selection, by),
        )
        for metric in map(named_metric, HELD)
    ]
    planned, held = ({cell.part: cell.value for cell in answered} for _, answered in answers)
    parts = sorted(planned, key=lambda part: high_first(planned[part]))
    metric = answers[0][0]
    return View(
        key=f"activities-{by}",
        finding=held_finding([(part, planned[part], held.get(part)) for part in parts]),
        measured=Measured(
            "应开、实开（场）",
            f"按{dimension_label(by, metric.mart)}",
            period_label(selection.period),
            area_name(warehouse, selection.area_code),
        ),
        chart=charts.Dumbbell(
            [charts.Pair(part, planned[part], held.get(part)) for part in parts],
            unit="场",
            then_label="应开",
            now_label="实开",
        ),
        footer=joint_footer(warehouse, answers),
        table=Table(
            (Column(dimension_label(by, metric.mart)), Column("应开", "场", 0), Column("实开", "场", 0)),
            tuple((part, planned[part], held.get(part)) for part in parts),
        ),
    )


def held_finding(rows: Sequence[tuple[str, Value, Value | None]]) -> Finding:
    """How many were held of those planned, and which are wanting; `rows` are (part, planned, held)."""
    known = [(part, planned, held) for part, planned, held in rows if is_number(planned) and is_number(held)]
    if not known:
        return Finding("应开、实开：未填报")
    planned, held = sum(row[1] for row in known), sum(row[2] for row in known)
    text = f"应开{planned:.0f}场，实开{held:.0f}场"
    wanting = sorted(((row[1] - row[2], row[0]) for row in known if row[1] > row[2]), reverse=True)
    if not wanting:
        return Finding(text, "一场不缺")
    told = "、".join(f"{part}缺{count:.0f}场" for count, part in wanting[:NAMED])
    return Finding(f"{text}；{told}").naming(*(part for _, part in wanting[:NAMED]))


@remembered
def estate_table(warehouse: Warehouse, selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer of the estates and their four levels."""
    listed = estates(warehouse, selection.area_code, last_quarter(selection.period))
    return (
        estate_finding(listed),
        Measured("村党支部、小区党支部、楼栋党小组、党员中心户", area_name(warehouse, selection.area_code)),
        Table(ESTATE_COLUMNS, tuple(map(estate_row, listed))),
        list_footer(
            warehouse,
            named_metric("four_level_rate"),
            {row.origin for row in listed},
            max((f"{row.as_of_on:%Y-%m-%d}" for row in listed), default=selection.period),
        ),
    )


def estate_finding(listed: Sequence[EstateRow]) -> str:
    """How many estates have all four levels, and how many have no branch of their own yet."""
    whole = sum(row.is_whole for row in listed)
    alone = sum(row.levels <= 1 for row in listed)
    text = f"{len(listed)}个小区中{whole}个四级完整"
    return f"{text}，{alone}个还没有小区党支部" if alone else text


def estate_row(row: EstateRow) -> Row:
    """One estate as the table shows it."""
    return (
        row.estate,
        row.area_name,
        row.levels,
        row.buildings,
        row.building_groups,
        row.member_households,
        "是" if row.is_whole else "否",
        f"{row.as_of_on:%Y-%m-%d}",
    )


def list_footer(warehouse: Warehouse, metric: Metric, origins: set[str], as_of: str) -> Footer:
    """The footer of a list of rows of those origins as of a day or period, with source and definition of the metric."""
    ordered = origins_in(origins)
    return replace(footer(warehouse, metric, ()), origins=ordered, as_of=as_of)
