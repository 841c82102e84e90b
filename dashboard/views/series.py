"""Series over common labels, and how many of them one chart can show; the rest is added up as 其他."""

from collections.abc import Sequence

from dashboard.text.formats import Value, is_number
from dashboard.views.charts import Series

MAX_SERIES = 7
OTHERS = "其他"


def labels_of(series: Sequence[Series]) -> list[str]:
    """All labels in the order in which they first appear; the longest series leads."""
    leading = sorted(series, key=lambda line: -len(line.points))
    return list(dict.fromkeys(label for line in leading for label, _ in line.points))


def values_over(line: Series, labels: Sequence[str]) -> list[Value]:
    """The series' values at the given labels; a label that it lacks is missing."""
    known = dict(line.points)
    return [known.get(label) for label in labels]


def fold(series: Sequence[Series], kept: int = MAX_SERIES - 1) -> tuple[tuple[Series, ...], str]:
    """At most `kept` series and 其他, the sum of the rest, with a note that names what it holds.

    Only for values that may be added. A label at which none of the rest has a value stays missing.
    """
    if len(series) <= kept + 1:
        return tuple(series), ""
    rest = series[kept:]
    points = []
    for label in labels_of(series):
        values = [values_over(line, [label])[0] for line in rest]
        known = [float(value) for value in values if is_number(value)]
        points.append((label, sum(known) if known else values[0]))
    others = Series(OTHERS, tuple(points), is_demo=any(line.is_demo for line in rest))
    return (*series[:kept], others), OTHERS + "：" + "、".join(line.name for line in rest)
