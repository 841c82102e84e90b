"""Turns the headline figures of a quarter into one page of cards."""

from dataclasses import replace

from dashboard.meeting.context import Context, cell, meeting_oddity
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import metric_drills
from dashboard.meeting.figures import changes_of, compared_line, compared_table, joint_footer, no_comparison
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Headline
from dashboard.meeting.theme_pages import drawn_metric, theme_pages
from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import THEMES, Metric
from dashboard.text.formats import is_number, written
from dashboard.text.periods import period_label
from dashboard.views.overview.headlines import headline


def headline_slides(given: Context) -> tuple[Slide, ...]:
    """The headline figures of the quarter, against the quarter of the meeting before and against the year before."""
    names = headline(given.warehouse, given.selection)
    metrics = [named_metric(name) for name in names]
    shown = [_headline(given, metric) for metric in metrics]
    known = any(is_number(cell(given, metric, given.quarter).value) for metric in metrics)
    missing = [THEMES[page.theme] for page in theme_pages(given) if drawn_metric(given, page) is None]
    remarks = (
        f"本季度没有填报、因此不单列一页的主题：{'、'.join(missing)}。" if missing else "",
        meeting_oddity(given.meeting),
        no_comparison(given),
    )
    quarter = period_label(given.quarter)
    slide = Slide(
        key="headlines",
        title=f"{quarter}{area_name(given.warehouse, given.area_code)}总览"
        + ("" if known else "：主要指标本季度没有填报"),
        subtitle=f"主要指标{len(shown)}项 · {compared_line(given, shown)}",
        headlines=tuple(shown),
        remarks=tuple(filter(None, remarks)),
        table=compared_table(given, metrics),
        row_keys=tuple(names),
        drills=tuple(
            replace(metric_drills(given, one, [given.quarter])[given.quarter], point=one.name) for one in metrics
        ),
        footer=joint_footer(given, metrics),
    )
    return (slide,)


def _headline(given: Context, metric: Metric) -> Headline:
    now = cell(given, metric, given.quarter)
    figure = written(now.value, metric.unit, metric.decimals)
    return Headline(metric.label, figure, changes_of(given, metric) if is_number(now.value) else ())


SLIDE = SlideKind(
    name="headlines", place=60, title="总览", section="总览", is_appendix=True, layouts=("cards",), make=headline_slides
)
