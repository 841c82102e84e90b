"""What a page does not draw, as one table: each metric with its figure, what it is compared with, and its definition."""

from collections.abc import Collection, Sequence

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Value
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.reading import Reading, read
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.sources import sources
from dashboard.text.formats import is_number
from dashboard.text.joined import Measured
from dashboard.text.periods import period_label
from dashboard.views.changes import moved, why_not_compared
from dashboard.views.findings import written
from dashboard.views.kinds.lines import joint_sources
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import against, definition_of, origins_in


def further_names(themes: Collection[str]) -> tuple[str, ...]:
    """The metrics of some themes that no list of a page names."""
    return tuple(metric.name for metric in METRICS.values() if metric.is_further and metric.theme in themes)


@remembered
def further_table(warehouse: Warehouse, names: Sequence[str], selection: Selection) -> tuple[str, str, Table, Footer]:
    """Title, subtitle, rows and footer: one row a metric, in the order of `names`."""
    readings = [read(warehouse, name, selection) for name in names]
    word = against(selection)
    compared = (Column("比较期", is_figures=True), Column(word, is_figures=True)) if word else ()
    origins = {origin for reading in readings for origin in reading.origins}
    return (
        further_finding(readings, word),
        Measured(period_label(selection.period), area_name(warehouse, selection.area_code)),
        Table(
            (Column("指标"), Column("本期", is_figures=True), *compared, Column("口径")),
            tuple(_row(reading, word) for reading in readings),
        ),
        Footer(
            source=joint_sources(warehouse, [reading.metric for reading in readings]),
            as_of=max((reading.as_of for reading in readings if reading.as_of), default=selection.period),
            definition="\n".join(definition_of(reading.metric) for reading in readings),
            origins=origins_in(origins) or _sent(warehouse, readings),
        ),
    )


def _sent(warehouse: Warehouse, readings: Sequence[Reading]) -> tuple[str, ...]:
    """The origins of the forms behind readings of which none has a figure."""
    return origins_in(
        origin for reading in readings for source in sources(warehouse, reading.metric) for origin, _ in source.origins
    )


def _row(reading: Reading, word: str) -> tuple[str, ...]:
    metric = reading.metric
    compared = (_earlier(reading, word), change_words(reading, word)) if word else ()
    return (metric.label, _said(reading, reading.value), *compared, metric.definition)


def _said(reading: Reading, value: Value | None) -> str:
    return written(reading.metric, value) if is_number(value) else str(value or "")


def _earlier(reading: Reading, word: str) -> str:
    """The figure of the compared period; a running total is held against none."""
    return f"累计数不作{word}" if reading.metric.only_grows else _said(reading, reading.earlier)


def change_words(reading: Reading, word: str) -> str:
    """The change in words (`升 2.1个百分点`), or why there is none."""
    change = moved(reading, word)
    why = why_not_compared(reading, word)
    before = change.against if reading.change_kind == "added" else ""
    return f"{before}{change.word}{change.amount}{why and f'：{why}'}"


def further_finding(readings: Sequence[Reading], word: str) -> str:
    """How many of the metrics are known, and how many of them went which way."""
    known = [reading for reading in readings if is_number(reading.value)]
    if not known:
        return f"另有{len(readings)}项指标，本期都没有数"
    text = f"另有{len(readings)}项指标" + (f"，其中{len(known)}项有数" if len(known) < len(readings) else "")
    judged = [reading.verdict for reading in known if reading.verdict]
    if not word or not judged:
        return text
    counts = {"向好": judged.count("better"), "转差": judged.count("worse"), "持平": judged.count("same")}
    verdicts = [f"{count}项{verdict}" for verdict, count in counts.items() if count]
    rest = len(known) - len(judged)
    return f"{text}，{word}{'、'.join(verdicts)}" + (f"，{rest}项不作优劣判断或不可比" if rest else "")
