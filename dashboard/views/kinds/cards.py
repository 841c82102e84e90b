"""One metric of the selected area and period as a headline card."""

from dataclasses import dataclass

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.course import way_of
from dashboard.metrics.periods import is_to_date
from dashboard.metrics.reading import Reading, read
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.sources import sources
from dashboard.tables.targets import progress_of
from dashboard.text.formats import Tone, Value, number, written
from dashboard.views.changes import moved, short_why, why_not_compared
from dashboard.views.leads import lead
from dashboard.views.targets import aim_words, reached_words, so_far, standing, tone_of, verdict
from dashboard.views.view import against, period_words

AT_ITS_END = "（期末）"


@dataclass(frozen=True)
class Goal:
    """How far a target of the year is reached: in per cent of it, and what is due by now (None: no course).

    `verdict` says in a word or two what `words` say with the figures.
    """

    reached_pct: float
    due_pct: float | None
    words: str
    tone: Tone
    verdict: str


@dataclass(frozen=True)
class Card:
    """One headline figure with its change; `trend` is what its small line shows, `aim` the target within it.

    `goal` is the year's target that the area has: how much of it is reached and due, in per cent of it, and in words.
    `link` leads to the list behind the figure or to the page of its theme, empty where there is no more to see.
    """

    label: str
    figure: str = ""
    unit: str = ""
    change: str = ""
    tone: Tone = "none"
    trend: tuple[Value, ...] = ()
    aim: float | None = None
    target: str = ""
    goal: Goal | None = None
    note: str = ""
    is_demo: bool = False
    absence: Absence | None = None
    link: str = ""


@remembered
def card(warehouse: Warehouse, name: str, selection: Selection, *, here: str = "") -> Card:
    """The metric `name` as figure, change against the chosen comparison, small trend, target, source and link.

    `here` is the page that the card stands on: from there it leads to the list behind it, or to the areas that made it.
    """
    metric = named_metric(name)
    reading = read(warehouse, name, selection)
    # In a year to date what does not add up is told as of its end, and says so.
    is_end = is_to_date(reading.period) and metric.is_as_of_last
    label = f"{metric.label}{AT_ITS_END if is_end else ''}"
    source = "、".join(source.label for source in sources(warehouse, metric))
    why = why_not_compared(reading, against(selection))
    note = f"{metric.definition}{why and f'{why}。'}来源：{source}；时期：{period_words(warehouse, metric, reading.period)}"
    target = f"目标{number(reading.target.value, metric.unit, metric.decimals)}" if reading.target else ""
    link = lead(warehouse, name, selection, here=here)
    if isinstance(reading.value, Absence):
        return Card(label, absence=reading.value, note=note, target=target, is_demo=reading.is_demo, link=link)
    figure = written(reading.value, metric.unit, metric.decimals)
    change, tone = _change(reading, against(selection))
    return Card(
        label,
        figure=figure.figure,
        unit=figure.unit,
        change=change,
        tone=tone,
        trend=tuple(value for _, value in reading.trend),
        aim=reading.target.value if reading.target else None,
        target=target,
        goal=_goal(warehouse, name, selection),
        note=note,
        is_demo=reading.is_demo,
        link=link,
    )


def _goal(warehouse: Warehouse, name: str, selection: Selection) -> Goal | None:
    """The area's own target of the year in the metric; None where it has none, or it may not be told."""
    found = progress_of(warehouse, name, selection.area_code, selection.period)
    if found is None or found.reached_pct is None:
        return None
    # A card has the figure of the period; the target is of all that the year adds up, or of its rate.
    way = way_of(found.target.metric)
    is_of_year = way != "stock" and found.period != found.target.year
    year = f"{so_far(found)}{'累计' if way == 'flow' else ''}{reached_words(found)}，" if is_of_year else ""
    words = f"{year}年度目标{aim_words(found.target)}，{standing(found)}"
    return Goal(found.reached_pct, None if found.is_over else found.due_pct, words, tone_of(found), verdict(found))


def _change(reading: Reading, word: str) -> tuple[str, Tone]:
    if not word:
        return "", "none"
    movement = moved(reading, word)
    if reading.change_kind:
        return movement.text, movement.tone
    why = f"（{short_why(reading.metric)}）" if why_not_compared(reading, word) else ""
    return f"{movement.against}：{movement.word}{why}", "none"
