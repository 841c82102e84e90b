"""Month by month: how many matters were accepted and how many of them are closed, and how long closing took."""

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Cell, Value, cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.coverage import extent
from dashboard.metrics.periods import last_month, shift
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number, percent
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.findings import trend_finding, written
from dashboard.views.kinds.lines import joint_footer, joint_table
from dashboard.views.view import View, footer, measured, table

MONTHS_SHOWN = 24
ACCEPTED, CLOSED, DAYS = "events_accepted", "events_closed", "days_to_close"


@remembered
def flow_view(warehouse: Warehouse, selection: Selection, *, key: str = "grid-flow") -> View:
    """Matters accepted in each of 24 months, and those of the same month that are closed by now."""
    answers = [(named_metric(name), _monthly(warehouse, name, selection)) for name in (ACCEPTED, CLOSED)]
    series = [
        charts.Series(
            f"{metric.label}",
            tuple((cell.period, cell.value) for cell in answered),
            is_highlighted=metric.name == ACCEPTED,
        )
        for metric, answered in answers
    ]
    (accepting, accepted), (_, closed) = answers
    return View(
        key=key,
        finding=Finding(
            flow_finding(
                accepted[-1].period, accepted[-1].value, closed[-1].value, written(accepting, accepted[-1].value)
            )
        ).naming(accepted[-1].period, *(line.name for line in series)),
        measured=Measured("受理与其中已办结（件）", "按上报月份", area_name(warehouse, selection.area_code)),
        chart=charts.Columns(series, unit="件", height=280),
        footer=joint_footer(warehouse, answers, "近月受理的事件还在办理，办结数会继续增加"),
        table=joint_table(warehouse, answers),
    )


def flow_finding(period: str, accepted: Value, closed: Value, said: str) -> str:
    """What came in during the last month, and how much of it is closed."""
    if not is_number(accepted):
        return f"受理事件：{period_label(period)}{accepted}"
    if not accepted:
        return f"{period_label(period)}没有受理事件"
    if not is_number(closed):
        return f"{period_label(period)}受理{said}"
    rest = accepted - closed
    done = f"已办结{percent(closed / accepted * 100)}"
    return f"{period_label(period)}受理{said}，{done}，{f'还有{rest:,.0f}件在办' if rest else '全部办结'}"


@remembered
def days_view(warehouse: Warehouse, selection: Selection, *, key: str = "grid-days") -> View:
    """The mean days from report to closing, by month of report."""
    metric = named_metric(DAYS)
    answered = _monthly(warehouse, DAYS, selection)
    points = tuple((cell.period, cell.value) for cell in answered)
    name = area_name(warehouse, selection.area_code)
    return View(
        key=key,
        finding=trend_finding(metric, points),
        measured=measured(metric, "按上报月份", name),
        chart=charts.Trend(
            (charts.Series(name, points, is_highlighted=True),),
            unit=metric.unit,
            decimals=metric.decimals,
            height=280,
        ),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered),
    )


def _monthly(warehouse: Warehouse, name: str, selection: Selection) -> tuple[Cell, ...]:
    """The metric in the months up to the end of the selected period, from the first that any list reports."""
    metric = named_metric(name)
    last = last_month(selection.period)
    first = shift(last, 1 - MONTHS_SHOWN)
    reported = extent(warehouse, metric.source)
    since = max(first, min(reported[0], last)) if reported else first
    return cells(warehouse, metric, (selection.area_code,), grain="month", since=since, until=last)
