"""An answer → the series of one metric over periods, areas or parts, as charts take them."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import Value, is_number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_range
from dashboard.views.charts import Chart, Series
from dashboard.views.explore.answer import Answer, Member, Place
from dashboard.views.explore.offered import dimension_names
from dashboard.views.explore.question import Axis
from dashboard.views.explore.sentence import places_words
from dashboard.views.findings import heat_finding, ranking_finding
from dashboard.views.view import View, footer, measured, table

# A cell of a pivot: its row, its column, its figure.
Named = tuple[str, float | Absence]


def figure(answer: Answer, metric: Metric, **members: Member) -> Value:
    """The figure at the given members; of an axis that is not given, at its last one."""
    keys = {axis: members.get(axis, answer.members[axis][-1]).key for axis in ("area", "period", "part")}
    return answer.value(Place(metric.name, keys["area"], keys["period"], keys["part"]))


def series_over(answer: Answer, metric: Metric, along: Axis, *apart: Axis) -> tuple[Series, ...]:
    """One series for each member (or pair of members) of the axes `apart`, over the members of `along`."""
    first, *rest = apart
    pairs: list[tuple[Member, ...]] = [(member,) for member in answer.members[first]]
    for axis in rest:
        pairs = [(*pair, member) for pair in pairs for member in answer.members[axis]]
    return tuple(
        Series(
            _label(answer, apart, pair),
            tuple(
                (
                    _point(along, member),
                    figure(answer, metric, **dict(zip(apart, pair, strict=True)), **{along: member}),
                )
                for member in answer.members[along]
            ),
        )
        for pair in pairs
    )


def _point(along: Axis, member: Member) -> str:
    """What a chart takes a point by: a period by its code, anything else by its words."""
    return member.key if along == "period" else member.label


def _label(answer: Answer, axes: tuple[Axis, ...], pair: tuple[Member, ...]) -> str:
    """The words of the members that tell a series from others, of all where there is only one."""
    telling = [member.label for axis, member in zip(axes, pair, strict=True) if len(answer.members[axis]) > 1]
    return "·".join(telling or [pair[0].label])


def ends(series: tuple[Series, ...]) -> list[Named]:
    """Each series with its last figure."""
    return [(one.name, _value(one.points[-1][1])) for one in series]


def _value(value: Value) -> float | Absence:
    if value is None:
        return Absence.NOT_REPORTED
    return value if isinstance(value, Absence) else float(value)


def flat(rows: tuple[Series, ...]) -> list[tuple[str, str, float | Absence]]:
    """Every point with the name of its series: (series, point, figure)."""
    return [(one.name, point, _value(value)) for one in rows for point, value in one.points]


def cells_finding(metric: Metric, cells: list[tuple[str, str, float | Absence]]) -> Finding:
    """Which cell is worst, or the word for why there is none."""
    if any(is_number(value) for _, _, value in cells):
        return heat_finding(metric, cells)
    return ranking_finding(metric, [(name, value) for name, _, value in cells])


def withheld_note(series: tuple[Series, ...]) -> str:
    """Of which series some figures are not drawn because they may not be shown."""
    names = [one.name for one in series if any(value is Absence.NOT_DISCLOSED for _, value in one.points)]
    return f"{'、'.join(names)}有不公开的数，未画出" if names else ""


def told(warehouse: Warehouse, answer: Answer, period: str = "") -> tuple[str, ...]:
    """What a picture is limited to, in words: period or range, areas, dimension."""
    question = answer.question
    by = f"按{dimension_names(question.metrics)[question.by]}" if question.by else ""
    return (period or period_range(question.since, question.until), places_words(warehouse, question), by)


def metric_view(
    warehouse: Warehouse, answer: Answer, metric: Metric, kind: str, chart: Chart, finding: str, note: str = ""
) -> View:
    """The picture of one metric with all its figures behind it."""
    cells = answer.cells(metric.name)
    return View(
        key=f"explore-{kind}-{metric.name}",
        finding=finding,
        measured=Measured(measured(metric), *told(warehouse, answer)),
        footer=footer(warehouse, metric, cells, note),
        table=table(warehouse, metric, cells, answer.question.by if answer.is_split else None),
        chart=chart,
    )
