"""Which metrics a meeting tells of each theme."""

from dataclasses import dataclass

from dashboard.meeting.context import Context
from dashboard.metrics.reading import read
from dashboard.text.formats import is_number


@dataclass(frozen=True)
class ThemePage:
    """One theme: the first of `charts` that is known is drawn, the first three of `remarks` that are known are told."""

    theme: str
    charts: tuple[str, ...]
    remarks: tuple[str, ...]


PAGES = (
    ThemePage(
        "output",
        ("gross_output", "tax", "enterprises"),
        ("tax", "enterprises", "output_per_mu", "enterprise_report_rate"),
    ),
    ThemePage(
        "employment",
        ("employees", "job_openings"),
        ("job_openings", "openings_per_seeker", "job_hires", "output_per_employee"),
    ),
    ThemePage(
        "talent",
        ("talent_introduced", "title_pass_rate"),
        ("talent_retention", "title_pass_rate", "order_class_students", "new_citizen_cases"),
    ),
    ThemePage(
        "incubation",
        ("completed", "jobs_created", "courses"),
        ("courses", "completion_rate", "jobs_cumulative", "sales"),
    ),
    ThemePage(
        "grid",
        ("on_time_rate", "events_accepted", "grid_coverage"),
        ("events_accepted", "closure_rate", "overdue_open"),
    ),
    ThemePage("patrol", ("household_coverage", "care_visits"), ("care_visits", "review_score", "patrol_coverage")),
    ThemePage(
        "services",
        ("service_visits", "mediation_success_rate", "wish_completion_rate"),
        ("mediation_success_rate", "redemption_rate", "childcare_occupancy", "wish_completion_rate"),
    ),
    ThemePage("party", ("activity_rate", "party_members"), ("work_coverage", "party_members", "liaison_coverage")),
    ThemePage("lists", ("needs_open", "needs_listed"), ("need_satisfaction_rate", "need_on_time_rate", "needs_raised")),
    ThemePage(
        "meetings",
        ("decisions_open", "attendance_rate"),
        ("decision_closure_rate", "decision_on_time_rate", "decisions_overdue"),
    ),
    ThemePage("population", ("residents",), ("households", "resident_ratio", "registered_residents")),
)


def drawn_metric(given: Context, page: ThemePage) -> str | None:
    """The metric whose course the page shows, None where nothing is known."""
    return next((name for name in page.charts if is_number(read(given.warehouse, name, given.selection).value)), None)
