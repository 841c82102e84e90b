"""The main figures of an area beside those of its kind: the place of each among them, and where all of them lie."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import Area, area_name
from dashboard.metrics.ask import Cell, Value, asked_together
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import Reading, read
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding, Measured
from dashboard.text.periods import period_label
from dashboard.views.answers import in_period
from dashboard.views.changes import moved, phrase, short_why, why_not_compared
from dashboard.views.findings import written
from dashboard.views.kinds.lines import joint_footer
from dashboard.views.profile.subject import kind_of, peers
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import against

# What the first screen holds of an area, by its level; each has its place among those that have a figure.
AREA = (
    *("gross_output", "tax", "enterprises", "employees", "output_per_mu", "residents"),
    *("on_time_rate", "overdue_open", "organization_coverage", "service_visits", "needs_overdue", "decisions_overdue"),
)
GRID = (
    *("events_accepted", "closure_rate", "on_time_rate", "overdue_open", "days_to_close", "residents_per_staff"),
    *("patrol_coverage", "household_coverage", "review_score"),
)
SHOWN = 8
RULE = "位次：有优劣方向的指标由好到差排，其余由高到低排；相同的并列；没有数的（未填报、不公开等）不参加排位。"


@dataclass(frozen=True)
class Rank:
    """The place of a figure among `known` figures of its kind; `is_shared` where another one is as good."""

    place: int
    known: int
    is_shared: bool

    @property
    def words(self) -> str:
        """`第 2／7`, `并列第 1／7`."""
        return f"{'并列' if self.is_shared else ''}第{self.place}／{self.known}"


@dataclass(frozen=True)
class Placed:
    """One metric of an area, its place among those of its kind, and the figures of the others."""

    reading: Reading
    rank: Rank | None
    others: tuple[float, ...]


@dataclass(frozen=True)
class Standings:
    """The main figures of an area under what they come to; `rest` are the words of those without a figure."""

    key: str
    finding: Finding
    measured: str
    rows: tuple[Placed, ...]
    rest: str
    footer: Footer
    table: Table


def rank(metric: Metric, own: Value, others: Sequence[Value]) -> Rank | None:
    """The place of `own` among the others that have a figure, judged on what is shown; None without a figure or others."""
    known = [round(value, metric.decimals) for value in others if is_number(value)]
    if not is_number(own) or not known:
        return None
    shown = round(own, metric.decimals)
    before = sum(value < shown if metric.direction == "lower" else value > shown for value in known)
    return Rank(before + 1, len(known) + 1, shown in known)


@contextmanager
def among_its_kind(warehouse: Warehouse, place: Area) -> Iterator[None]:
    """Inside, what is asked of the area is asked of those of its kind too, which gives its place among them."""
    with asked_together(tuple(one.area_code for one in peers(warehouse, place))):
        yield


def placed(warehouse: Warehouse, name: str, place: Area, selection: Selection) -> Placed:
    """The metric of the area with its place among those of its kind in the period."""
    reading = read(warehouse, name, selection)
    others = tuple(cell.value for cell in _others(warehouse, reading.metric, place, selection))
    return Placed(reading, rank(reading.metric, reading.value, others), tuple(filter(is_number, others)))


def _others(warehouse: Warehouse, metric: Metric, place: Area, selection: Selection) -> tuple[Cell, ...]:
    # All of the kind are asked at once, so that the answer is that of each of them too.
    alike = in_period(warehouse, metric, tuple(one.area_code for one in peers(warehouse, place)), selection)
    return tuple(cell for cell in alike if cell.area_code != place.area_code)


@remembered
def standings_view(warehouse: Warehouse, place: Area, selection: Selection) -> Standings:
    """The main figures of the area, those it has first; at most eight of them."""
    names = GRID if place.level == "网格" else AREA
    with among_its_kind(warehouse, place):
        every = [placed(warehouse, name, place, selection) for name in names]
    known = [one for one in every if is_number(one.reading.value)][:SHOWN]
    silent = [one.reading for one in every if isinstance(one.reading.value, Absence)]
    answers = [(one.reading.metric, _others(warehouse, one.reading.metric, place, selection)) for one in every]
    alike = [one.name for one in peers(warehouse, place)]
    return Standings(
        key="standings",
        finding=standings_finding(known, kind_of(place), [name for name in alike if name != place.name]),
        measured=Measured(
            period_label(selection.period),
            area_name(warehouse, place.area_code),
            f"同类共{len(alike)}个{kind_of(place)}" if len(alike) > 1 else "",
        ),
        rows=tuple(known),
        rest=silent_words(silent),
        footer=_footer(warehouse, every, answers, selection),
        table=Table(COLUMNS, tuple(_row(one, against(selection)) for one in every)),
    )


COLUMNS = (Column("指标"), Column("本期"), Column("变化"), Column("位次"), Column("同类最低"), Column("同类最高"))


def standings_finding(known: Sequence[Placed], kind: str, others: Sequence[str]) -> Finding:
    """In which of the figures the area is first and in which last among those of its kind, or better than the only other."""
    if not known:
        return Finding("主要指标本期都没有数")
    ranked = [(one, one.rank) for one in known if one.rank and one.reading.metric.direction != "neither"]
    if not ranked:
        return Finding(f"{len(known)}项主要指标有数", "没有可比的同类" if others else "")
    first = [one.reading.metric.label for one, place in ranked if place.place == 1 and not place.is_shared]
    last = [one.reading.metric.label for one, place in ranked if place.place == place.known and not place.is_shared]
    among = f"与{others[0]}比" if len(others) == 1 else f"与同类{len(others) + 1}个{kind}比"
    if not first and not last:
        return Finding(among, f"{len(ranked)}项可比指标{'持平' if len(others) == 1 else '都不在首末'}")
    head, tail = ("较好", "较差") if len(others) == 1 else ("居首", "居末")
    return Finding(among, f"{head}：{'、'.join(first)}" if first else "", f"{tail}：{'、'.join(last)}" if last else "")


def silent_words(readings: Sequence[Reading]) -> str:
    """Which metrics have no figure, by the word of why: `未填报：税收、从业人员`."""
    by_word = {
        word: [reading.metric.label for reading in readings if reading.absence is word]
        for word in dict.fromkeys(reading.absence for reading in readings)
    }
    return "；".join(f"{word}：{'、'.join(labels)}" for word, labels in by_word.items())


def change_words(reading: Reading, word: str) -> str:
    """How the figure changed, in words; why two figures are not compared; nothing without a comparison."""
    if not word:
        return ""
    change = moved(reading, word)
    if reading.change_kind:
        return phrase(change)
    why = f"（{short_why(reading.metric)}）" if why_not_compared(reading, word) else ""
    return f"{change.against}：{change.word}{why}"


def extent_words(one: Placed) -> tuple[str, str]:
    """The lowest and the highest figure of the kind, itself among them; empty where there is no other."""
    value, metric = one.reading.value, one.reading.metric
    if not one.others or not is_number(value):
        return "", ""
    every = (*one.others, float(value))
    return written(metric, min(every)), written(metric, max(every))


def _row(one: Placed, word: str) -> tuple[str, ...]:
    metric, value = one.reading.metric, one.reading.value
    figure = written(metric, value) if is_number(value) else str(value)
    return (
        metric.label,
        figure,
        change_words(one.reading, word),
        one.rank.words if one.rank else "",
        *extent_words(one),
    )


def _footer(
    warehouse: Warehouse,
    every: Sequence[Placed],
    answers: Sequence[tuple[Metric, tuple[Cell, ...]]],
    selection: Selection,
) -> Footer:
    own = [
        (metric, (*others, *in_period(warehouse, metric, (one.reading.area_code,), selection)))
        for one, (metric, others) in zip(every, answers, strict=True)
    ]
    foot = joint_footer(warehouse, own)
    return replace(foot, as_of=foot.as_of or selection.period, definition=f"{RULE}\n{foot.definition}")
