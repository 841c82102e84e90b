"""Chooses what of many figures is told first: what moved most for the better, for the worse, or is furthest behind."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.meeting.context import YEAR_EARLIER, Context
from dashboard.meeting.targets import behind_of
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import Reading, read
from dashboard.metrics.weight import NEWS, weight
from dashboard.views.changes import moved
from dashboard.views.findings import bare
from dashboard.views.overview.narrative import figure_words
from dashboard.views.targets import clause as target_clause


@dataclass(frozen=True)
class Told:
    """A figure that moved or is behind: its metric, how much in per cent or points, and the clause that says it."""

    metric: Metric
    weight: float
    words: str


def foremost(given: Context, names: Iterable[str]) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """What moved for the better against the year before, and what for the worse or is behind its target, the most first.

    How much a figure moved is measured by `dashboard.metrics.weight`; a distance to the target counts like it.
    """
    better: list[Told] = []
    worse: list[Told] = []
    for name in names:
        reading = read(given.warehouse, name, given.selection)
        moved_by, slow = weight(reading), behind_of(given, name)
        # What is behind its target is no good news, whatever it was a year before.
        if slow and -slow.distance >= max(NEWS, moved_by * (reading.verdict == "worse")):
            worse.append(Told(named_metric(name), -slow.distance, target_clause(slow)))
        elif moved_by >= NEWS and reading.verdict in ("better", "worse"):
            told = Told(named_metric(name), moved_by, clause(reading))
            (better if reading.verdict == "better" else worse).append(told)
    return tuple(sorted(better, key=_first)), tuple(sorted(worse, key=_first))


def clause(reading: Reading) -> str:
    """The figure with its change: `事件按期办结率 92.2%，同比升 8.0个百分点`; the figure alone where there is none."""
    said = f"{bare(reading.metric)}{figure_words(reading)}"
    if reading.change_kind is None or (reading.value_high or reading.value) != reading.value:
        return said
    change = moved(reading, YEAR_EARLIER)
    return f"{said}，{change.against}{change.word}{change.amount}"


def _first(told: Told) -> tuple[float, str]:
    return -told.weight, told.metric.name
