"""An answer → the pictures of a kind, each with its finding, its figures and where they come from."""

from collections.abc import Callable
from functools import partial

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import Value, is_number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.explore.answer import Answer, answered
from dashboard.views.explore.causes import causes_picture
from dashboard.views.explore.proposed import TABLE
from dashboard.views.explore.question import Axis, Question
from dashboard.views.explore.series import (
    cells_finding,
    ends,
    figure,
    flat,
    metric_view,
    series_over,
    told,
    withheld_note,
)
from dashboard.views.findings import parts_finding, ranking_finding, trend_finding
from dashboard.views.kinds import map_view, ranking_view
from dashboard.views.kinds.lines import joint_footer, joint_table, lines_finding
from dashboard.views.table import Column, Table
from dashboard.views.view import Making, View, period_words

HEIGHT, LOW = 360, 260
# A map has the whole width of the page.
MAP_WIDTH, MAP_HEIGHT = 1300, 540
OWN_SCALES = "大小相差悬殊，各小图的纵轴都从零起、各用各的刻度，只比走势"
Draw = Callable[[Warehouse, Answer, Metric, int], View | None]


def pictures(warehouse: Warehouse, question: Question, kind: str) -> tuple[Making, ...]:
    """What makes the pictures of the kind: one a metric, one of all where they can be read on one scale, none for a table."""
    if kind == TABLE:
        return ()
    if kind == "scatter":
        return (partial(scatter_view, warehouse, question),)
    if kind in ("line", "columns") and _is_joint(answered(warehouse, question)):
        return (partial(joint_view, warehouse, question, kind),)
    height = HEIGHT if len(question.metrics) == 1 else LOW
    return tuple(partial(picture, warehouse, question, kind, name, height) for name in question.metrics)


@remembered
def picture(warehouse: Warehouse, question: Question, kind: str, name: str, height: int) -> View | None:
    """The picture of one metric, `height` pixels high where it does not say its height itself."""
    return DRAWN[kind](warehouse, answered(warehouse, question), named_metric(name), height)


def _is_joint(answer: Answer) -> bool:
    """Whether several metrics of one unit are each a single line."""
    alone = len(answer.members["area"]) == len(answer.members["part"]) == 1
    units = {metric.unit for metric in answer.metrics}
    return alone and len(answer.metrics) > 1 and len(units) == 1 and len(answer.members["period"]) > 1


def _selection(answer: Answer) -> Selection:
    """The last period of the first chosen area, as views of one period take it."""
    question = answer.question
    return Selection(question.areas[0], question.until, question.comparison)


def _over_time(warehouse: Warehouse, answer: Answer, metric: Metric, series: tuple[charts.Series, ...]) -> Finding:
    """What the last figure of one series is, or which of several is highest and lowest in the last period."""
    last = period_words(warehouse, metric, answer.question.until)
    if len(series) == 1:
        points = [(period, value) for _, period, value in flat(series)]
        return trend_finding(metric, points, None, last)
    if answer.is_split and len(answer.members["area"]) == 1:
        return parts_finding(metric, ends(series)).behind(last)
    return ranking_finding(metric, ends(series)).behind(last)


def _line(warehouse: Warehouse, answer: Answer, metric: Metric, height: int) -> View:
    series = series_over(answer, metric, "period", "area", "part")
    chart = charts.Trend(series, unit=metric.unit, decimals=metric.decimals, height=height)
    return metric_view(warehouse, answer, metric, "line", chart, _over_time(warehouse, answer, metric, series))


def _multiples(warehouse: Warehouse, answer: Answer, metric: Metric, height: int) -> View:
    series = series_over(answer, metric, "period", "area", "part")
    is_wide = answer.is_wide
    chart = charts.SmallMultiples(series, unit=metric.unit, decimals=metric.decimals, columns=4, is_own_scale=is_wide)
    finding = _over_time(warehouse, answer, metric, series)
    return metric_view(warehouse, answer, metric, "multiples", chart, finding, OWN_SCALES if is_wide else "")


def _columns(warehouse: Warehouse, answer: Answer, metric: Metric, height: int) -> View:
    """Columns over periods; in one period bars of areas or of parts, or groups of columns where both are told apart."""
    areas, parts = len(answer.members["area"]), len(answer.members["part"])
    if len(answer.members["period"]) > 1:
        series = series_over(answer, metric, "period", "area", "part")
        finding = _over_time(warehouse, answer, metric, series)
    elif parts == 1:
        return ranking_view(
            warehouse, metric.name, answer.places, _selection(answer), key=f"explore-columns-{metric.name}"
        )
    elif areas == 1:
        return _bars(warehouse, answer, metric)
    else:
        along: tuple[Axis, Axis] = ("area", "part") if areas >= parts else ("part", "area")
        series = series_over(answer, metric, *along)
        finding = cells_finding(metric, flat(series))
    chart = charts.Columns(series, unit=metric.unit, decimals=metric.decimals, height=height)
    return metric_view(warehouse, answer, metric, "columns", chart, finding)


def _bars(warehouse: Warehouse, answer: Answer, metric: Metric) -> View:
    """The parts of one area in one period, the largest first."""
    [series] = series_over(answer, metric, "part", "area")
    parts = [(part, value) for _, part, value in flat((series,))]
    high_first = sorted(parts, key=lambda one: (0, -one[1]) if is_number(one[1]) else (1, 0))
    bars = [charts.Bar(part, value) for part, value in high_first]
    chart = charts.Bars(bars, unit=metric.unit, decimals=metric.decimals)
    return metric_view(warehouse, answer, metric, "columns", chart, parts_finding(metric, high_first))


def _stack(warehouse: Warehouse, answer: Answer, metric: Metric, height: int) -> View:
    """Parts on top of each other over periods, or over areas in one period."""
    is_over_time = len(answer.members["period"]) > 1
    along: tuple[Axis, Axis, Axis] = ("period", "part", "area") if is_over_time else ("area", "part", "period")
    every = series_over(answer, metric, *along)
    # A part without any figure takes no room in the stack, nor one of the few colours.
    series = tuple(one for one in every if any(is_number(value) for _, value in one.points))
    finding = _over_time(warehouse, answer, metric, every) if is_over_time else cells_finding(metric, flat(series))
    chart = charts.Columns(series, unit=metric.unit, decimals=metric.decimals, is_stacked=True, height=height)
    return metric_view(warehouse, answer, metric, "stack", chart, finding, withheld_note(every))


def _heat(warehouse: Warehouse, answer: Answer, metric: Metric, height: int) -> View:
    """The two axes that are open as rows and columns, periods always as columns."""
    open_axes = [axis for axis in ("area", "part", "period") if axis in answer.open_axes]
    across, down = open_axes[-1], open_axes[0]
    series = series_over(answer, metric, across, down)
    chart = charts.Heat(
        [one.name for one in series],
        [point for point, _ in series[0].points],
        [[value for _, value in one.points] for one in series],
        unit=metric.unit,
        decimals=metric.decimals,
    )
    return metric_view(warehouse, answer, metric, "heat", chart, cells_finding(metric, flat(series)))


def _map(warehouse: Warehouse, answer: Answer, metric: Metric, height: int) -> View:
    key = f"explore-map-{metric.name}"
    return map_view(
        warehouse, metric.name, answer.places, _selection(answer), key=key, width=MAP_WIDTH, height=MAP_HEIGHT
    )


def _causes(warehouse: Warehouse, answer: Answer, metric: Metric, height: int) -> View | None:
    return causes_picture(warehouse, answer, metric)


DRAWN: dict[str, Draw] = {
    "line": _line,
    "multiples": _multiples,
    "columns": _columns,
    "stack": _stack,
    "heat": _heat,
    "causes": _causes,
    "map": _map,
}


@remembered
def joint_view(warehouse: Warehouse, question: Question, kind: str) -> View:
    """Several metrics of one unit in one area, as lines or columns of one picture."""
    answer = answered(warehouse, question)
    answers = [(metric, answer.cells(metric.name)) for metric in answer.metrics]
    series = [
        charts.Series(metric.label, tuple((cell.period, cell.value) for cell in cells)) for metric, cells in answers
    ]
    unit, decimals = answer.metrics[0].unit, max(metric.decimals for metric in answer.metrics)
    drawn = charts.Trend if kind == "line" else charts.Columns
    labels = "、".join(metric.label for metric in answer.metrics)
    return View(
        key=f"explore-{kind}-{'-'.join(question.metrics)}",
        finding=lines_finding(answers, question.until),
        measured=Measured(f"{labels}（{unit}）", *told(warehouse, answer)),
        footer=joint_footer(warehouse, answers),
        table=joint_table(warehouse, answers),
        chart=drawn(series, unit=unit, decimals=decimals, height=HEIGHT),
    )


@remembered
def scatter_view(warehouse: Warehouse, question: Question) -> View:
    """Two metrics against each other in the last period, a dot for each area or part that has both."""
    answer = answered(warehouse, question)
    across, up = answer.metrics
    spots = [
        (area.label if len(answer.members["part"]) == 1 else f"{area.label}·{part.label}", area, part)
        for area in answer.members["area"]
        for part in answer.members["part"]
    ]
    rows = [
        (name, figure(answer, across, area=area, part=part), figure(answer, up, area=area, part=part))
        for name, area, part in spots
    ]
    dots = [charts.Dot(name, float(x), float(y)) for name, x, y in rows if is_number(x) and is_number(y)]
    last = period_label(question.until)
    return View(
        key=f"explore-scatter-{'-'.join(question.metrics)}",
        finding=f"{last}{across.label}与{up.label}：{len(dots)}处两项都有数",
        measured=Measured(
            f"横轴{across.label}（{across.unit}）", f"纵轴{up.label}（{up.unit}）", *told(warehouse, answer, last)
        ),
        footer=joint_footer(
            warehouse, [(metric, answer.cells(metric.name)) for metric in answer.metrics], _undrawn(rows)
        ),
        table=Table(
            (Column("名称"), *(Column(metric.label, metric.unit, metric.decimals) for metric in answer.metrics)),
            tuple(rows),
        ),
        chart=charts.Scatter(
            dots,
            x_title=across.label,
            y_title=up.label,
            x_unit=across.unit,
            y_unit=up.unit,
            decimals=max(metric.decimals for metric in answer.metrics),
            labels=8,
            height=420,
        )
        if dots
        else None,
        why="" if dots else f"没有一处{across.label}和{up.label}都有数，画不出散点图。",
    )


def _undrawn(rows: list[tuple[str, Value, Value]]) -> str:
    """How many dots are missing, and the words for why."""
    missing = [[value for value in figures if not is_number(value)] for _, *figures in rows]
    words = dict.fromkeys(str(value) for values in missing for value in values if isinstance(value, Absence))
    count = sum(map(bool, missing))
    return f"另有{count}处缺一项或两项（{'、'.join(words)}），未画出" if count else ""
