"""Turns the quarters of a year so far into its total, held against the same quarters of the year before."""

from dashboard.meeting.context import YEAR_EARLIER, Context
from dashboard.meeting.report.judging import overall, slight
from dashboard.meeting.wording import plain, sentence
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cell import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import shift
from dashboard.text.formats import is_number, number, percent, rounded

# Flows that a year adds up, in the order in which they are told.
SUMMED = ("gross_output", "tax")
# What so many quarters of a year that are over are called.
SO_FAR = {2: "上半年", 3: "前三季度", 4: "全年"}


def year_sentence(given: Context) -> tuple[str, ...]:
    """The totals of the year so far; nothing in its first quarter, or where no flow is known of every quarter."""
    count = int(given.quarter[-1])
    if count not in SO_FAR:
        return ()
    told = [words for name in SUMMED if (words := _told(given, named_metric(name), count))]
    when = SO_FAR[count] if given.warehouse.cut_off is None else "年初以来"
    return (sentence(f"{when}，{'；'.join(told)}"),) if told else ()


def _told(given: Context, metric: Metric, count: int) -> str:
    first = shift(given.quarter, 1 - count)
    found = cells(
        given.warehouse, metric, (given.area_code,), grain="quarter", since=shift(first, -4), until=given.quarter
    )
    now = [one for one in found if one.period >= first]
    then = [one for one in found if one.period <= shift(given.quarter, -4)]
    total, before = _total(now, count), _total(then, count)
    if total is None:
        return ""
    is_fair = [one.base_periods for one in now] == [one.base_periods for one in then]
    return total_words(metric, total, before if is_fair else None)


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
