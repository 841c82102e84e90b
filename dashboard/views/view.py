"""What every view is made of: its parts, the footer of a metric and the table behind the picture."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import dimension_label
from dashboard.metrics.coverage import extent
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import GRAINS, Grain, grain_of, is_to_date, last_day_of, shift, to_grain
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.sources import sources
from dashboard.text.formats import ORIGIN_LABELS, is_number
from dashboard.text.joined import Measured, Sources, named_by
from dashboard.text.periods import month_day, months_span, period_end, period_label, period_until
from dashboard.views.charts import Chart
from dashboard.views.maps import AreaMap
from dashboard.views.marks import marked
from dashboard.views.table import Area, Column, Footer, Period, Table

GRAIN_NAMES = {grain: f"按{name}" for grain, name in GRAINS.items()}
# What a trend shows: three years of quarters, two of months, all years that fit.
TREND_LENGTH: dict[Grain, int] = {"month": 24, "quarter": 12, "two_quarters": 6, "three_quarters": 6, "year": 6}
TRY_ELSEWHERE = "换一个区域或时期，或等报表上报后再看。"
# Nothing to report is an answer; no report is none.
WHY_EMPTY = {
    Absence.NOT_IN_PERIOD: ("这段时间没有，报表已报，不是漏填（本期无此项）。", "换一个区域或时期。"),
    Absence.NOT_REPORTED: ("这段时间没有上报（未填报）。", TRY_ELSEWHERE),
    Absence.NOT_DISCLOSED: ("背后的企业或人数太少，按规定不公开。", "换更大的区域。"),
    Absence.NOT_COMPARABLE: ("口径或范围不同，不能相比（不可比）。", "换一个区域或时期。"),
}


@dataclass(frozen=True)
class View:
    """A finding and what shows it: `measured` names measure, unit and period.

    `chart` or `map` is the picture, `table` its figures as typed cells. `why` is what is said where there is nothing to
    draw because the answer is known to be none. What the finding names is marked in the chart.
    """

    key: str
    finding: str
    measured: str
    footer: Footer
    table: Table
    chart: Chart | None = None
    map: AreaMap | None = None
    why: str = ""

    def __post_init__(self) -> None:
        """Mark in the chart what the finding names, so that the two cannot part."""
        if self.chart is not None:
            object.__setattr__(self, "chart", marked(self.chart, named_by(self.finding)))


# A view, or what makes it: a page hands over the making, so that one that fails leaves the others beside it.
Making = View | Callable[[], View | None]


def why_empty(rows: Table) -> tuple[str, str]:
    """Why a table without figures has none, and what the reader can do; where the reasons differ, all their words."""
    known = dict.fromkeys(row[index] for row in rows.rows for index in _measured(rows))
    words = [word for word in known if isinstance(word, Absence)]
    if len(words) == 1:
        return WHY_EMPTY[words[0]]
    reasons = f"（{'、'.join(words)}）" if words else ""
    return f"没有可以画出的数值{reasons}。", TRY_ELSEWHERE


def _measured(rows: Table) -> list[int]:
    """The places of the columns of numbers."""
    return [index for index, column in enumerate(rows.columns) if column.decimals is not None]


def is_empty(rows: Table) -> bool:
    """Whether the table has columns of numbers and no number in any of them."""
    measured = _measured(rows)
    return bool(measured) and not any(is_number(row[index]) for row in rows.rows for index in measured)


def trend_start(selection: Selection) -> str:
    """The first period of a trend that ends with the selected one."""
    return shift(selection.period, 1 - TREND_LENGTH[selection.grain])


def shown_since(warehouse: Warehouse, metric: Metric, selection: Selection) -> str:
    """The first period of a trend of the metric: a period before its first report is no gap."""
    reported = extent(warehouse, metric.source)
    first = to_grain(reported[0], selection.grain) if reported else selection.period
    return min(max(trend_start(selection), first), selection.period)


def origins_in(origins: Iterable[str | None]) -> tuple[str, ...]:
    """The origins that occur in `origins`, each once, in the order in which footers name them."""
    known = set(origins)
    return tuple(origin for origin in ORIGIN_LABELS if origin in known)


def against(selection: Selection) -> str:
    """同比 or 环比, or nothing where no comparison was asked for."""
    return selection.against


def months_words(warehouse: Warehouse, metric: Metric, grain: Grain) -> str:
    """That of every quarter only its first months count, where it is told as of a day before the end of one."""
    cut_off = warehouse.cut_off
    is_cut = cut_off is not None and cut_off.months > 0 and (metric.grain, grain) == ("month", "quarter")
    return f"各季前{cut_off.months}个月" if is_cut and cut_off else ""


def measured(metric: Metric, *words: str) -> Measured:
    """Measure and unit, then what else the picture is limited to: `按时办结率（%）· 2025年第四季度 · 甲村`."""
    unit = f"（{metric.unit}）" if metric.unit else ""
    return Measured(f"{metric.label}{unit}", *words)


def definition_of(metric: Metric) -> str:
    """How a metric is defined and computed, and what it covers, as one line."""
    clauses = (metric.definition.rstrip("。；"), metric.formula, metric.caliber.rstrip("。"))
    return f"{'；'.join(filter(None, clauses))}。"


def last_known(cells: Sequence[Cell]) -> str:
    """The last period for which cells have a figure; where none has, the last that was asked for."""
    periods = [cell.as_of for cell in cells if cell.as_of] or [cell.period for cell in cells]
    return max(periods, default="")


def period_words(warehouse: Warehouse, metric: Metric, period: str) -> str:
    """A period as it is told as of a day before its end: the months of it that count, else with the day behind it.

    Of a metric that does not add up over time the year to date is its end.
    """
    if is_to_date(period) and metric.is_as_of_last:
        return period_end(period)
    cut_off = warehouse.cut_off
    if cut_off and cut_off.months and (metric.grain, grain_of(period)) == ("month", "quarter"):
        return f"{period[:4]}年{months_span(cut_off.months_of(period))}"
    if cut_off and last_day_of(period) > cut_off.day:
        return f"{period_label(period)}（截至{month_day(cut_off.day)}）"
    return period_label(period)


def as_of_words(warehouse: Warehouse, as_of: str) -> str:
    """As of when: the month that a period ends with; the day, where it is told as of one before that."""
    if not as_of:
        return ""
    cut_off = warehouse.cut_off
    if cut_off and last_day_of(as_of) > cut_off.day:
        return f"{period_label(cut_off.day.isoformat())}已填报"
    return period_until(as_of)


def footer(warehouse: Warehouse, metric: Metric, cells: Iterable[Cell], note: str = "") -> Footer:
    """Where the figures of `cells` come from, as of when, and how the metric is defined."""
    cells = tuple(cells)
    origins = sorted({origin for cell in cells for origin in cell.origins}, key=list(ORIGIN_LABELS).index)
    as_of = last_known(cells)
    return Footer(
        source=Sources(*(source.label for source in sources(warehouse, metric))),
        as_of=as_of_words(warehouse, as_of),
        definition=definition_of(metric),
        origins=tuple(origins),
        note=note,
    )


def table(warehouse: Warehouse, metric: Metric, cells: Iterable[Cell], by: str | None = None) -> Table:
    """The cells as rows: area, period, part where there is one, value, and where the value comes from."""
    parts = (Column(dimension_label(by, metric.mart)),) if by else ()
    columns = (
        Column("区域"),
        Column("时期"),
        *parts,
        Column(metric.label, metric.unit, metric.decimals),
        Column("数据性质"),
    )
    rows = tuple(
        (
            Area(cell.area_code, area_name(warehouse, cell.area_code)),
            Period(cell.period),
            *((cell.part,) if by else ()),
            cell.value,
            "、".join(ORIGIN_LABELS[origin] for origin in cell.origins),
        )
        for cell in cells
    )
    return Table(columns, rows)
