"""One metric of the selected area and period as a headline card."""

from dashboard.figures.absence import Absence
from dashboard.figures.catalogue import metric as named_metric
from dashboard.figures.reading import read
from dashboard.figures.registers import sources
from dashboard.figures.selection import Selection
from dashboard.figures.warehouse import Warehouse
from dashboard.look.blocks import Card
from dashboard.look.charts import sparkline
from dashboard.look.formats import change, is_number, number, period_label, written
from dashboard.panels.panel import against
from dashboard.panels.remembered import remembered


@remembered
def card(warehouse: Warehouse, name: str, selection: Selection) -> Card:
    """The metric `name` as figure, change against the chosen comparison, small trend, target and source."""
    metric = named_metric(name)
    reading = read(warehouse, name, selection)
    source = "、".join(source.label for source in sources(warehouse, metric))
    note = f"{metric.definition} 来源：{source}；时期：{period_label(reading.period)}"
    trend = sparkline([value for _, value in reading.trend], target=reading.target.value if reading.target else None)
    target = f"目标 {number(reading.target.value, metric.unit, metric.decimals)}" if reading.target else ""
    if isinstance(reading.value, Absence):
        return Card(metric.label, absence=reading.value, note=note, target=target, is_demo=reading.is_demo)
    figure = written(reading.value, metric.unit, metric.decimals)
    moved = _change(reading, metric, selection)
    return Card(
        metric.label,
        figure=figure.figure,
        unit=figure.unit,
        change=moved[0],
        tone=moved[1],
        sparkline=trend,
        target=target,
        note=note,
        is_demo=reading.is_demo,
    )


def _change(reading, metric, selection: Selection) -> tuple[str, str]:
    word = against(selection)
    if not word:
        return "", "none"
    if not is_number(reading.earlier):
        return f"{word}：{reading.earlier or Absence.NOT_REPORTED}", "none"
    moved = change(reading.value, reading.earlier, metric.unit, direction=metric.direction, against=word)
    return moved.text, moved.tone
