"""Turns the figures of a quarter into the page of headlines and one page per theme: finding, chart, three remarks."""

from dataclasses import dataclass, replace

from dashboard.meeting.context import SINCE_LAST, YEAR_EARLIER, Context, cell, meeting_oddity
from dashboard.meeting.slide import REMARKS_AT_MOST, Chart, Headline, Slide
from dashboard.meeting.slides.drills import metric_drills
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import THEMES, Metric
from dashboard.metrics.periods import shift
from dashboard.metrics.reading import Reading, read
from dashboard.tables.meetings import counted_on
from dashboard.tables.registers import sources
from dashboard.text.formats import Change, is_number, month_day, period_label, period_short, written
from dashboard.text.joined import Finding
from dashboard.views.changes import between
from dashboard.views.kinds import trend_view
from dashboard.views.overview.headlines import headline
from dashboard.views.overview.narrative import figure_words
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import area_name, origins_in

FEW = 3


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


def headline_slide(given: Context) -> Slide:
    """The headline figures of the quarter, against the quarter of the meeting before and against the year before."""
    names = headline(given.warehouse, given.selection)
    metrics = [named_metric(name) for name in names]
    shown = [_headline(given, metric) for metric in metrics]
    known = sum(bool(one.changes) for one in shown)
    missing = [THEMES[page.theme] for page in PAGES if _drawn(given, page) is None]
    remarks = (
        f"本季度没有填报、因此不单列一页的主题：{'、'.join(missing)}。" if missing else "",
        meeting_oddity(given.meeting),
        no_comparison(given),
    )
    quarter = period_label(given.quarter)
    return Slide(
        key="headlines",
        kind="headlines",
        title=f"{quarter}{area_name(given.warehouse, given.area_code)}总览"
        + ("" if known else "：主要指标本季度没有填报"),
        subtitle=f"主要指标 {len(shown)} 项 · {_compared(given)}",
        headlines=tuple(shown),
        remarks=tuple(filter(None, remarks)),
        table=_table(given, metrics),
        drills=tuple(
            replace(metric_drills(given, one, [given.quarter])[given.quarter], point=one.label) for one in metrics
        ),
        footer=_joint_footer(given, metrics),
    )


def theme_slides(given: Context) -> tuple[Slide, ...]:
    """A page for every theme of which anything is known in the quarter; `headline_slide` names the others."""
    drawn = ((page, _drawn(given, page)) for page in PAGES)
    return tuple(_theme_slide(given, page, name) for page, name in drawn if name)


def _drawn(given: Context, page: ThemePage) -> str | None:
    """The metric whose course the page shows, None where nothing is known."""
    return next((name for name in page.charts if is_number(read(given.warehouse, name, given.selection).value)), None)


def _theme_slide(given: Context, page: ThemePage, name: str) -> Slide:
    view = trend_view(given.warehouse, name, given.selection)
    metric = named_metric(name)
    is_flow = metric.denominator is None and metric.numerator.over_time == "sum"
    known = [one for one in page.remarks if is_number(read(given.warehouse, one, given.selection).value)]
    shown = [one for one in known if one != name][:REMARKS_AT_MOST]
    remarks = tuple(remark(given, named_metric(one)) for one in shown)
    stands, *moves = view.finding.parts
    gaps = sum(not is_number(row[2]) for row in view.table.rows)
    return Slide(
        key=f"theme-{page.theme}",
        kind="theme",
        title=Finding(f"{stands}{other_day(given, metric)}", *moves),
        subtitle=f"{THEMES[page.theme]} · {view.measured}" + (f" · 空缺的 {gaps} 期没有数值" if gaps else ""),
        remarks=remarks or ("本主题的其他指标本季度没有填报。",),
        table=view.table,
        drills=tuple(metric_drills(given, metric, [row[1].code for row in view.table.rows]).values()),
        chart=Chart("column" if is_flow or len(view.table.rows) <= FEW else "line", 1, (2,)),
        footer=_joint_footer(given, [metric, *map(named_metric, shown)]),
    )


def remark(given: Context, metric: Metric) -> str:
    """A figure in one sentence, with its changes since the meeting before and since the year before."""
    reading = read(given.warehouse, metric.name, given.selection)
    moved = [f"{one.against}{one.word}{one.amount}" for one in changes(given, metric, reading)]
    return "，".join((f"{metric.label} {figure_words(reading)}{other_day(given, metric)}", *moved))


def other_day(given: Context, metric: Metric) -> str:
    """The day of a stock of matters where it is not the meeting's, whose own pages count them anew; else nothing."""
    is_stock = metric.theme == "meetings" and metric.numerator.over_time != "sum"
    day = counted_on(given.warehouse, given.quarter)
    return f"（截至{month_day(day)}）" if is_stock and day != given.between.day else ""


def changes(given: Context, metric: Metric, reading: Reading) -> tuple[Change, ...]:
    """How the figure moved since the meeting before and since the year before; a span has no change to speak of."""
    if reading.value_high is not None and reading.value_high != reading.value:
        return ()
    return _changes(given, metric)


def _changes(given: Context, metric: Metric) -> tuple[Change, ...]:
    now = cell(given, metric, given.quarter)
    since = [(SINCE_LAST, given.earlier_quarter)] if given.earlier_quarter else []
    before = [*since, (YEAR_EARLIER, shift(given.quarter, -4))]
    if metric.only_grows:
        before = since or [(YEAR_EARLIER, shift(given.quarter, -1))]
    return tuple(between(metric, now, cell(given, metric, quarter), word) for word, quarter in before)


def _headline(given: Context, metric: Metric) -> Headline:
    now = cell(given, metric, given.quarter)
    figure = written(now.value, metric.unit, metric.decimals)
    return Headline(metric.label, figure, _changes(given, metric) if is_number(now.value) else ())


def _compared(given: Context) -> str:
    year = period_short(shift(given.quarter, -4))
    if given.earlier_quarter is None:
        return f"同比 {year}"
    return f"较上次会议（{period_short(given.earlier_quarter)}）、同比（{year}）"


def no_comparison(given: Context) -> str:
    """Why nothing is held against the meeting before; nothing where it is."""
    if given.before is None:
        return "这是台账中的第一次联席会议，没有上次会议可以对照。"
    if given.before.named_quarter > given.quarter:
        return f"上次会议属更晚的{period_label(given.before.named_quarter)}，不作对照。"
    return "" if given.earlier_quarter else "上次会议与本次会议同属一个季度，不作对照。"


def _table(given: Context, metrics: list[Metric]) -> Table:
    """One row per metric; units stand in a column of their own, for they differ from row to row."""
    quarters = (given.quarter, *filter(None, (given.earlier_quarter, shift(given.quarter, -4))))
    words = ("本季度", *(("上次会议",) if given.earlier_quarter else ()), "去年同期")
    columns = (Column("指标"), Column("单位"))
    columns += tuple(
        Column(f"{word} {period_short(one)}", decimals=2) for word, one in zip(words, quarters, strict=True)
    )
    rows = tuple(
        (metric.label, metric.unit, *(cell(given, metric, quarter).value for quarter in quarters)) for metric in metrics
    )
    return Table(columns, rows)


def _joint_footer(given: Context, metrics: list[Metric]) -> Footer:
    found = [cell(given, metric, given.quarter) for metric in metrics]
    labels = (source.label for metric in metrics for source in sources(given.warehouse, metric))
    return Footer(
        source="、".join(dict.fromkeys(labels)),
        as_of=max((one.as_of for one in found if one.as_of), default=""),
        definition="\n".join(f"{metric.label}：{metric.definition}{metric.caliber}" for metric in metrics),
        origins=origins_in(origin for one in found for origin in one.origins),
    )
