"""Turns the quarters of a year so far into its total, held against the same quarters of the year before."""

from dashboard.meeting.context import YEAR_EARLIER, Context
from dashboard.meeting.report.judging import overall, slight
from dashboard.meeting.targets import behind_words, standings
from dashboard.meeting.wording import plain, sentence
from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cell import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import shift
from dashboard.metrics.target import Progress
from dashboard.tables.targets import progress_of
from dashboard.text.formats import is_number, number, percent, rounded
from dashboard.views.targets import completed, standing

# Flows that a year adds up, in the order in which they are told.
SUMMED = ("gross_output", "tax")
# What so many quarters of a year that are over are called.
SO_FAR = {2: "上半年", 3: "前三季度", 4: "全年"}


def year_sentence(given: Context) -> tuple[str, ...]:
    """The totals of the year so far, none in its first quarter or of a flow that is not known in all; then its targets."""
    count = int(given.quarter[-1])
    told = {name: words for name in SUMMED if count in SO_FAR and (words := _told(given, named_metric(name), count))}
    when = _when(given, count)
    targets = behind_words(standings(given), named=3, already=told)
    return (
        *((sentence(f"{when}，{'；'.join(told.values())}"),) if told else ()),
        *((sentence(plain(targets)),) if targets else ()),
    )


def year_fall(given: Context, name: str) -> str:
    """The total of the year so far where it is below that of the year before; nothing else."""
    count, metric = int(given.quarter[-1]), named_metric(name)
    total, before = _totals(given, metric, count)
    if count not in SO_FAR or total is None or before is None or total >= before:
        return ""
    return f"{_when(given, count)}{total_words(metric, total, before)}"


def _when(given: Context, count: int) -> str:
    return SO_FAR.get(count, "") if given.warehouse.cut_off is None else "年初以来"


def _told(given: Context, metric: Metric, count: int) -> str:
    total, before = _totals(given, metric, count)
    if total is None:
        return ""
    reached = progress_of(given.warehouse, metric.name, given.area_code, given.quarter)
    return "，".join(filter(None, (total_words(metric, total, before), aim_words(reached))))


def _totals(given: Context, metric: Metric, count: int) -> tuple[float | None, float | None]:
    """The total of the quarters so far, and of the same ones a year before where the two can be compared."""
    first = shift(given.quarter, 1 - count)
    found = cells(
        given.warehouse, metric, (given.area_code,), grain="quarter", since=shift(first, -4), until=given.quarter
    )
    now = [one for one in found if one.period >= first]
    then = [one for one in found if one.period <= shift(given.quarter, -4)]
    is_fair = [one.base_periods for one in now] == [one.base_periods for one in then]
    return _total(now, count), _total(then, count) if is_fair else None


def aim_words(reached: Progress | None) -> str:
    """How much of the year's target that is: `完成年度目标的65.8%，慢于序时进度5.3个百分点`; nothing without a target."""
    if reached is None or isinstance(reached.reached, Absence):
        return ""
    stands = "" if reached.state == "met" else standing(reached)
    return plain("，".join(filter(None, (completed(reached), stands))))


def _total(quarters: list[Cell], count: int) -> float | None:
    """The sum of the quarters; None where one of them is not known exactly."""
    exact = [one.value for one in quarters if is_number(one.value) and one.value_high in (None, one.value)]
    return sum(exact) if len(exact) == count else None


def total_words(metric: Metric, total: float, before: float | None) -> str:
    """The total with its change: `累计实现总产值89.3亿元，同比略增0.2%，总体保持平稳`."""
    told = f"累计实现{metric.label}{number(total, metric.unit, metric.decimals)}"
    if before is None or before <= 0:
        return plain(told)
    size = (total / before - 1) * 100
    if not rounded(size, 1):
        return plain(f"{told}，{YEAR_EARLIER}持平")
    verb = slight("增长" if size > 0 else "下降", size)
    steady = overall(size, "relative") if verb in ("略增", "略降") else ""
    return plain("，".join(filter(None, (told, f"{YEAR_EARLIER}{verb}{percent(abs(size))}", steady))))
