"""Turns the figures of work into what only 就业人才 shows: where hands are missing, by which channel they come."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number, number
from dashboard.text.periods import period_label
from dashboard.views.answers import now, parts_in_period
from dashboard.views.findings import Named

CARDS = (
    "job_openings",
    "job_seekers",
    "labour_gap",
    "openings_per_seeker",
    "match_rate",
    "hire_rate",
    "talent_introduced",
    "talent_retention",
)
# What the map shows, place by place.
MAPPED = ("labour_gap", "job_openings", "openings_per_seeker", "match_rate", "employees", "talent_introduced")
CHANNEL_MEASURES = {
    "job_hires": "入职",
    "job_openings": "岗位需求",
    "hire_rate": "岗位入职率",
    "match_rate": "撮合率",
    "openings_per_seeker": "用工供需比",
}
EVENT_COUNTS = ("event_openings", "event_intentions", "event_hires")
# Code in the address → words and the metrics that belong together.
TOPICS = {
    "stay": (
        "引才留才与服务",
        (
            "talent_introduced",
            "talent_retention",
            "new_citizen_cases",
            "talent_consultations",
            "talent_activities",
            "persons_per_talent_activity",
        ),
    ),
    "school": ("校企合作", ("partner_schools", "order_class_students", "interns", "intern_retention")),
    "title": ("职称竞赛与培训", ("titles_applied", "title_pass_rate", "contests", "contest_entrants")),
    "staff": (
        "在岗人员",
        ("employees", "employees_per_enterprise", "above_scale_employee_share", "output_per_employee"),
    ),
}
NAMED = 3  # occupations named in a title


def shortage(warehouse: Warehouse, selection: Selection) -> str:
    """One sentence: how many hands are missing, in which occupation most, and which is hardest to fill."""
    gap, openings, hires = (
        now(warehouse, name, selection).value for name in ("labour_gap", "job_openings", "job_hires")
    )
    gaps, ratios = (
        [(cell.part, cell.value) for cell in parts_in_period(warehouse, name, selection, "occupation")]
        for name in ("labour_gap", "openings_per_seeker")
    )
    unknown = 0.0
    if is_number(gap) and is_number(openings) and is_number(hires):
        unknown = openings - hires - gap
    return shortage_finding(selection.period, gap, gaps, ratios, unknown)


def shortage_finding(
    period: str, gap: float | Absence, gaps: Sequence[Named], ratios: Sequence[Named], unknown: float
) -> str:
    """The sentence from the whole gap, and from gap and openings per seeker by occupation.

    `unknown` is the number of openings of which it is not known yet whether they are filled.
    """
    if not is_number(gap):
        return f"{period_label(period)}用工缺口：{gap}。"
    short = sorted(((name, value) for name, value in gaps if is_number(value) and value > 0), key=lambda item: -item[1])
    clauses = [f"{period_label(period)}新发布的岗位还缺{number(gap, '人')}"]
    if short:
        clauses.append("缺得最多的是" + "、".join(f"{name}（{number(value, '人')}）" for name, value in short[:NAMED]))
    scarce = [(value, name) for name, value in ratios if is_number(value) and value > 1]
    if scarce:
        value, name = max(scarce)
        clauses.append(f"最难招的是{name}，每100名求职者对着{value * 100:.0f}个岗位")
    if unknown:
        clauses.append(f"另有{unknown:.0f}个岗位的入职还没有核实，不计在内")
    return f"{'；'.join(clauses)}。"
