"""Declares which figures each theme of a report tells, in which sentences, and what the area as a whole is told by."""

from dataclasses import dataclass

from dashboard.views.overview.narrative import Clause


@dataclass(frozen=True)
class Part:
    """A theme of the report: its name in templates, its heading, and its sentences, each of some metrics.

    `main` is the figure by which the theme is judged as a whole, with what is then spoken of.
    """

    name: str
    heading: str
    main: Clause
    sentences: tuple[tuple[Clause, ...], ...]


def _of(*named: str | Clause) -> tuple[Clause, ...]:
    return tuple(Clause(one) if isinstance(one, str) else one for one in named)


# What the first paragraph says of the area as a whole; the themes do not say it again.
AREA = _of(
    *(Clause("enterprises", "现有企业"), Clause("above_scale_enterprises", "规上企业")),
    *("employees", "residents", "registered_residents", "households"),
)
BASICS = Part("area", "基本情况", AREA[0], (AREA,))
PARTS = (
    Part(
        "output",
        "园区产出",
        Clause("gross_output", "园区产出"),
        (
            _of("gross_output", "sales_output", "tax"),
            _of("newly_settled", "enterprises_left"),
            _of("output_per_mu", "tax_per_mu", "assets_revived_share"),
            _of(
                Clause("milestones_due", "到期项目节点"),
                Clause("milestones_done", "完成项目节点"),
                Clause("milestones_overdue", "超期未完成项目节点"),
            ),
            _of("enterprise_report_rate"),
        ),
    ),
    Part(
        "employment",
        "就业与人才",
        Clause("employees", "就业规模"),
        (
            _of("output_per_employee"),
            _of("job_openings", "job_hires", Clause("openings_per_seeker", "用工供需比（岗位需求与求职登记之比）")),
            _of("recruitment_events", "event_hires"),
            _of("talent_introduced", "talent_retention", "title_pass_rate"),
            _of("order_class_students", "new_citizen_cases"),
        ),
    ),
    Part(
        "incubation",
        "培训孵化",
        Clause("completed", "培训规模"),
        (
            _of(Clause("courses", "开课"), Clause("enrolled", "报名"), Clause("completed", "结业"), "completion_rate"),
            _of(Clause("courses_cumulative", "累计开课"), Clause("completed_cumulative", "累计结业")),
            _of("enterprises_admitted", "enterprises_graduated_cumulative", "jobs_cumulative", "sales"),
        ),
    ),
    Part(
        "grid",
        "网格治理",
        Clause("on_time_rate", "网格事件按期办结率"),
        (
            _of("grids", "grid_leaders", "grid_staff", "grid_coverage"),
            _of("events_accepted", "closure_rate", "on_time_rate", Clause("overdue_open", "期末超期未办结事件")),
            _of("household_coverage", "care_visits"),
            _of("review_score"),
        ),
    ),
    Part(
        "party",
        "组织建设",
        Clause("organization_coverage", "组织覆盖"),
        (
            _of("party_organizations", "party_members"),
            _of("organization_coverage", "work_coverage", "liaison_coverage"),
            _of("activities_planned", "activities_held", "activity_rate"),
        ),
    ),
    Part(
        "lists",
        "三张清单与服务",
        Clause("need_on_time_rate", "需求办理时效"),
        (
            _of("needs_listed", "resources_listed", "services_listed"),
            _of(
                "needs_raised",
                "needs_closed",
                Clause("needs_open", "期末在办需求"),
                Clause("needs_overdue", "期末超期需求"),
            ),
            _of("need_satisfaction_rate", "need_on_time_rate"),
            _of(
                Clause("service_visits", "服务"),
                "mediation_success_rate",
                "wish_completion_rate",
                "childcare_occupancy",
            ),
        ),
    ),
)
