"""The figures of a report as sentences: which metrics each theme tells is declared, how they stand is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard.meeting.context import Context
from dashboard.meeting.figures import changes
from dashboard.meeting.wording import sentence, tight
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.reading import Reading, read
from dashboard.text.formats import Change, is_number, period_label
from dashboard.views.overview.narrative import Clause, as_of_words, figure_words

# What each sign of a change is called, by what it is told in: points, per cent or so many.
VERBS = {
    "points": {"▲": "提高", "▼": "下降"},
    "relative": {"▲": "增长", "▼": "下降"},
    "absolute": {"▲": "增加", "▼": "减少"},
}


@dataclass(frozen=True)
class Part:
    """A theme of the report: its name in templates, its heading, and its sentences, each of some metrics."""

    name: str
    heading: str
    sentences: tuple[tuple[Clause, ...], ...]


def _of(*named: str | Clause) -> tuple[Clause, ...]:
    return tuple(Clause(one) if isinstance(one, str) else one for one in named)


POPULATION = (_of("residents", "registered_residents", "households"),)
PARTS = (
    Part(
        "output",
        "园区产出",
        (
            _of("gross_output", "sales_output", "tax"),
            _of("enterprises", Clause("above_scale_enterprises", "其中规上企业"), "newly_settled", "enterprises_left"),
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
        (
            _of("employees", "output_per_employee"),
            _of("job_openings", "job_hires", "openings_per_seeker"),
            _of("recruitment_events", "event_hires"),
            _of("talent_introduced", "talent_retention", "title_pass_rate"),
            _of("order_class_students", "new_citizen_cases"),
        ),
    ),
    Part(
        "incubation",
        "培训孵化",
        (
            _of(Clause("courses", "开课"), Clause("enrolled", "报名"), Clause("completed", "结业"), "completion_rate"),
            _of(Clause("courses_cumulative", "累计开课"), Clause("completed_cumulative", "累计结业")),
            _of("enterprises_admitted", "enterprises_graduated_cumulative", "jobs_cumulative", "sales"),
        ),
    ),
    Part(
        "grid",
        "网格治理",
        (
            _of("grids", "grid_leaders", "grid_staff", "grid_coverage"),
            _of("events_accepted", "closure_rate", "on_time_rate", Clause("overdue_open", "期末超期未办结")),
            _of("household_coverage", "care_visits", "review_score"),
        ),
    ),
    Part(
        "party",
        "组织建设",
        (
            _of("party_organizations", "party_members"),
            _of("organization_coverage", "work_coverage", "liaison_coverage"),
            _of("activities_planned", "activities_held", "activity_rate"),
        ),
    ),
    Part(
        "lists",
        "三张清单与服务",
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


def part_sentences(given: Context, part: Part) -> tuple[str, ...]:
    """What is known of the theme in the quarter, then by name what is not; one sentence where nothing is."""
    readings = _read(given, part.sentences)
    absences = {reading.absence for reading in readings.values()}
    if len(absences) == 1 and None not in absences:
        return (f"{period_label(given.quarter)}{part.heading}各项数据均{absences.pop()}。",)
    return (*figure_sentences(given, part.sentences), *_missing(readings))


def figure_sentences(given: Context, sentences: tuple[tuple[Clause, ...], ...]) -> tuple[str, ...]:
    """A sentence for each group of metrics of which any is known, each figure with the comparisons that it has."""
    readings = {name: one for name, one in _read(given, sentences).items() if is_number(one.value)}

    def said(clause: Clause) -> str:
        reading = readings[clause.metric]
        moved = [one for one in changes(given, reading.metric, reading) if one.kind]
        return figure_clause(clause, reading, given.quarter, moved)

    groups = ([one for one in clauses if one.metric in readings] for clauses in sentences)
    return tuple(sentence("；".join(map(said, clauses))) for clauses in groups if clauses)


def figure_clause(clause: Clause, reading: Reading, quarter: str, moved: Sequence[Change]) -> str:
    """The figure with its changes: `税收6,757万元，较上次会议增长8.6%、同比下降0.3%`."""
    words = clause.words or reading.metric.label
    figure = f"{words}{figure_words(reading)}{as_of_words(reading, quarter)}"
    return "，".join(map(tight, filter(None, (figure, moved_words(moved)))))


def moved_words(moved: Sequence[Change]) -> str:
    """How a figure moved against each earlier one; comparisons with the same result are told together."""
    told = []
    for (verb, amount), alike in groupby(moved, key=lambda one: (_verb(one), one.amount)):
        names = [one.against for one in alike]
        told.append(f"{'、'.join(names)}{'均' * (len(names) > 1)}{verb}{amount}")
    return "、".join(told)


def _verb(moved: Change) -> str:
    """The verb of a document: amounts grow, shares rise by points, counts become more; `持平` stays."""
    verbs = VERBS[moved.kind] if moved.kind else {}
    return verbs.get(moved.sign, moved.word)


def _read(given: Context, sentences: tuple[tuple[Clause, ...], ...]) -> dict[str, Reading]:
    names = [clause.metric for clauses in sentences for clause in clauses]
    return {name: read(given.warehouse, name, given.selection) for name in names}


def _missing(readings: dict[str, Reading]) -> tuple[str, ...]:
    labels: dict[str, list[str]] = {}
    for name, reading in readings.items():
        if reading.absence:
            labels.setdefault(str(reading.absence), []).append(named_metric(name).label)
    told = "；".join(f"{'、'.join(names)}{absence}" for absence, names in labels.items())
    return (sentence(told),) if told else ()
