"""Turns a figure of the meeting's quarter into what is said of it: its changes, a remark, where it comes from."""

from collections.abc import Sequence
from itertools import groupby

from dashboard.meeting.context import SINCE_LAST, YEAR_EARLIER, Context, cell
from dashboard.meeting.slide_parts import Headline
from dashboard.metrics.absence import Absence
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import shift
from dashboard.metrics.reading import Reading, read
from dashboard.tables.matters import counted_on
from dashboard.tables.sources import sources
from dashboard.text.formats import Change
from dashboard.text.joined import Finding, Sources
from dashboard.text.periods import month_day, months_span, period_label, period_short
from dashboard.views.changes import between
from dashboard.views.findings import bare
from dashboard.views.overview.narrative import figure_words
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import as_of_words, origins_in, period_words


def remark(given: Context, metric: Metric) -> Finding:
    """A figure, then its changes since the meeting before and since the year before."""
    reading = read(given.warehouse, metric.name, given.selection)
    told = groupby(changes(given, metric, reading), key=lambda one: (one.word, one.amount))
    moved = [alike([one.against for one in same], f"{word}{amount}") for (word, amount), same in told]
    return Finding(f"{bare(metric)}{figure_words(reading)}{other_day(given, metric)}", *moved)


def alike(against: Sequence[str], came: str) -> str:
    """What a figure came to against each earlier one, said once where it is the same: `较上次会议、同比均持平`."""
    return f"{'、'.join(against)}{'均' * (len(against) > 1)}{came}"


def other_day(given: Context, metric: Metric) -> str:
    """The day of a stock of matters where it is not the meeting's, whose own pages count them anew; else nothing."""
    is_stock = metric.theme == "meetings" and metric.numerator.over_time != "sum"
    day = counted_on(given.warehouse, given.quarter)
    return f"（截至{month_day(day)}）" if is_stock and day != given.between.day else ""


def changes(given: Context, metric: Metric, reading: Reading) -> tuple[Change, ...]:
    """How the figure moved since the meeting before and since the year before; a span has no change to speak of."""
    if reading.value_high is not None and reading.value_high != reading.value:
        return ()
    return changes_of(given, metric)


def changes_of(given: Context, metric: Metric) -> tuple[Change, ...]:
    """How the metric moved, or why the two are not compared; nothing is said of a period that nobody reported."""
    now = cell(given, metric, given.quarter)
    since = [(SINCE_LAST, given.earlier_quarter)] if given.earlier_quarter else []
    before = [*since, (YEAR_EARLIER, shift(given.quarter, -4))]
    if metric.only_grows:
        before = since or [(YEAR_EARLIER, shift(given.quarter, -1))]
    found = (between(metric, now, cell(given, metric, quarter), word) for word, quarter in before)
    return tuple(one for one in found if one.kind or one.word != Absence.NOT_REPORTED)


def no_comparison(given: Context) -> str:
    """Why nothing is held against the meeting before; nothing where it is."""
    if given.before is None:
        return "这是台账中的第一次联席会议，没有上次会议可以对照。"
    if given.before.named_quarter > given.quarter:
        return f"上次会议属更晚的{period_label(given.before.named_quarter)}，不作对照。"
    return "" if given.earlier_quarter else "上次会议与本次会议同属一个季度，不作对照。"


def compared_line(given: Context, shown: Sequence[Headline]) -> str:
    """What the figures are held against, short: `较上次会议（25年三季度）、同比（24年四季度）`."""
    if not any(one.changes for one in shown):
        return "没有可比数据"
    year = period_short(shift(given.quarter, -4))
    if given.earlier_quarter is None:
        return f"同比{year}"
    return f"较上次会议（{period_short(given.earlier_quarter)}）、同比（{year}）"


def months_line(given: Context, metrics: Sequence[Metric]) -> str:
    """Which months the figures by month are of where the quarter was not over: `按月填报的取10—11月`; else nothing."""
    cut_off = given.warehouse.cut_off
    by_month = [metric for metric in metrics if metric.grain == "month"]
    if cut_off is None or not cut_off.months or not by_month:
        return ""
    whose = "按月填报的" if len(by_month) < len(metrics) else ""
    return f"{whose}取{months_span(cut_off.months_of(given.quarter))}，比较也取相同月份"


def compared_words(given: Context) -> str:
    """What figures are held against, as a sentence."""
    year = f"“{YEAR_EARLIER}”与{period_label(shift(given.quarter, -4))}相比"
    since = f"“{SINCE_LAST}”与{period_label(given.earlier_quarter)}相比，" if given.earlier_quarter else ""
    return f"{since}{year}；没有可比数据的不列。"


def joint_footer(given: Context, metrics: Sequence[Metric]) -> Footer:
    """One footer for figures of several metrics, with what each of them is."""
    found = [cell(given, metric, given.quarter) for metric in metrics]
    labels = (source.label for metric in metrics for source in sources(given.warehouse, metric))
    return Footer(
        source=Sources(*dict.fromkeys(labels)),
        as_of=as_of_words(given.warehouse, max((one.as_of for one in found if one.as_of), default="")),
        definition="\n".join(f"{metric.label}：{metric.definition}{metric.caliber}" for metric in metrics),
        origins=origins_in(origin for one in found for origin in one.origins),
    )


def compared_table(given: Context, metrics: Sequence[Metric]) -> Table:
    """One row per metric; units stand in a column of their own, for they differ from row to row.

    So does what the figure of a quarter is of that was not over.
    """
    quarters = (given.quarter, *filter(None, (given.earlier_quarter, shift(given.quarter, -4))))
    words = ("本季度", *(("上次会议",) if given.earlier_quarter else ()), "去年同期")
    is_cut = given.warehouse.cut_off is not None
    columns = (
        Column("指标"),
        Column("单位"),
        *(Column(f"{word}（{period_short(one)}）", decimals=2) for word, one in zip(words, quarters, strict=True)),
        *((Column("本季度所取"),) if is_cut else ()),
    )
    rows = tuple(
        (
            metric.label,
            metric.unit,
            *(cell(given, metric, quarter).value for quarter in quarters),
            *((period_words(given.warehouse, metric, given.quarter),) if is_cut else ()),
        )
        for metric in metrics
    )
    return Table(columns, rows, digits=tuple(metric.decimals for metric in metrics))
