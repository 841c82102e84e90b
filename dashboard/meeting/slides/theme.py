"""Turns the figures of a quarter into one page per theme: finding, chart, three remarks."""

from collections.abc import Collection
from dataclasses import replace

from dashboard.content import ThemePage
from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import metric_drills
from dashboard.meeting.figures import joint_footer, other_day, remark
from dashboard.meeting.slide import REMARKS_AT_MOST, Slide
from dashboard.meeting.slide_parts import Chart
from dashboard.meeting.theme_pages import drawn_metric, theme_pages
from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import THEMES
from dashboard.metrics.periods import shift
from dashboard.metrics.reading import read
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding, Measured, named_by
from dashboard.views.kinds import trend_view
from dashboard.views.table import Table, code_of
from dashboard.views.view import GRAIN_NAMES, months_words

FEW, QUARTERS = 3, 4


# These have a kind of their own, since they are shown.
SHOWN = frozenset({"output", "party"})


def theme_slides(given: Context) -> tuple[Slide, ...]:
    """A page for every other theme of which anything is known in the quarter; the page of headlines names the rest."""
    return theme_slides_of(given, {page.theme for page in theme_pages(given)} - SHOWN)


def theme_slides_of(given: Context, themes: Collection[str]) -> tuple[Slide, ...]:
    """The pages of the themes of which anything is known."""
    drawn = ((page, drawn_metric(given, page)) for page in theme_pages(given) if page.theme in themes)
    return tuple(_theme_slide(given, page, name) for page, name in drawn if name)


def _theme_slide(given: Context, page: ThemePage, name: str) -> Slide:
    view = trend_view(given.warehouse, name, given.selection)
    metric = named_metric(name)
    is_flow = metric.denominator is None and metric.numerator.over_time == "sum"
    known = [one for one in page.remarks if is_number(read(given.warehouse, one, given.selection).value)]
    shown = [one for one in known if one != name][:REMARKS_AT_MOST]
    remarks = tuple(remark(given, named_metric(one)) for one in shown)
    shown_rows = beside_year_before(view.table) if metric.is_seasonal else view.table
    has_earlier = len(shown_rows.columns) > len(view.table.columns)
    quarters = tuple(code_of(row[1]) for row in shown_rows.rows)
    gaps = sum(not is_number(row[2]) for row in shown_rows.rows)
    return Slide(
        key=f"theme-{page.theme}",
        name=THEMES[page.theme],
        subjects=(page.theme,),
        title=_with_day(view.finding, other_day(given, metric)),
        # The unit stands at the axis of the chart, 亿元 where the table has 万元.
        subtitle=Measured(
            THEMES[page.theme],
            metric.label,
            GRAIN_NAMES[given.selection.grain],
            months_words(given.warehouse, metric, given.selection.grain),
            area_name(given.warehouse, given.area_code),
            f"空缺的{gaps}期没有数值" if gaps else "",
        ),
        remarks=remarks or (Finding("本主题的其他指标本季度没有填报。"),),
        table=shown_rows,
        row_keys=quarters,
        drills=tuple(metric_drills(given, metric, quarters).values()),
        chart=Chart(
            "column" if is_flow or len(shown_rows.rows) <= FEW else "line", 1, (2,), earlier=3 if has_earlier else None
        ),
        footer=joint_footer(given, [metric, *map(named_metric, shown)]),
    )


def _with_day(finding: str, day: str) -> Finding:
    """The finding, with the day behind where it stands."""
    stands, *moves = finding.parts if isinstance(finding, Finding) else (finding,)
    return Finding(f"{stands}{day}", *moves).naming(*named_by(finding))


def beside_year_before(table: Table) -> Table:
    """The quarters from the first whose year before is in the table too, each with that figure; all if they are few."""
    *before, value, origin = table.columns
    known = {code_of(row[1]): row[2] for row in table.rows}
    earlier = [known.get(shift(code, -QUARTERS)) for code in known]
    first = next((place for place, one in enumerate(earlier) if is_number(one)), len(earlier))
    rows = tuple((*row[:3], then, row[3]) for row, then in list(zip(table.rows, earlier, strict=True))[first:])
    if len(rows) <= FEW:
        return table
    return Table((*before, value, replace(value, label=f"{value.label}（上年同期）"), origin), rows)


SLIDE = SlideKind(
    name="theme",
    place=70,
    title="各主题",
    section="各主题",
    counted="页",
    is_listed_by_name=True,
    is_appendix=True,
    layouts=("chart",),
    make=theme_slides,
)
