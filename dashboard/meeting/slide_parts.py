"""What a slide is made of: cells that documents set apart, a chart of its table, headlines, a map, what lies behind a point."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dashboard.content import MapFeature
from dashboard.text.formats import Change, Written
from dashboard.text.joined import Joined
from dashboard.views.maps import AreaShape, Legend
from dashboard.views.table import Footer, Table


class Late(Joined):
    """A cell of a table that tells of 超期 or 受阻, which documents set in red."""

    joint = ""


# The states that are set so, as rules and matters name them.
LATE_STATES = frozenset({"受阻", "超期"})


def state_cell(state: str) -> str:
    """A state as the cell of a table."""
    return Late(state) if state in LATE_STATES else state


class Headed(Joined):
    """What a page tells of, and how that stands, of which nothing is cut: `通内沟：超期 15 天`."""

    joint = "："

    @property
    def end(self) -> str:
        """The joint and what follows it."""
        return f"{self.joint}{self.parts[-1]}"


class MeetingName(Joined):
    """What a meeting is called beside its 片区, then the area inside it that is told of, in brackets."""

    joint = ""


@dataclass(frozen=True)
class Chart:
    """A picture of the slide's own table: which column names the points, and which columns of numbers are drawn.

    `earlier` is the column with the figures of the year before, which are drawn quietly beside them.
    """

    kind: Literal["line", "column", "bar"]
    names: int
    values: tuple[int, ...]
    earlier: int | None = None

    @property
    def drawn(self) -> tuple[int, ...]:
        """The columns that are drawn, the year before first."""
        return self.values if self.earlier is None else (self.earlier, *self.values)


@dataclass(frozen=True)
class Headline:
    """A figure with what it is called and how it moved; `figure` is the word of its absence where there is none."""

    label: str
    figure: Written
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far a matter was on the earlier day (None: it was not there yet) and on the later one, in per cent."""

    then_label: str
    then: int | None
    now_label: str
    now: int


@dataclass(frozen=True)
class MapPicture:
    """Areas with their values, the colour of each by its code, the classes with their counts, what lies around.

    The labels of the codes `named` come first; the `selected` area is outlined.
    """

    shapes: tuple[AreaShape, ...]
    fills: tuple[tuple[str, str], ...]
    legend: Legend
    context: tuple[MapFeature, ...] = ()
    named: tuple[str, ...] = ()
    selected: str | None = None


@dataclass(frozen=True)
class Drill:
    """What lies behind one thing that is drawn: `point` is the key of its row, or the code of its area on the map.

    `leads` has for each row of the table the subject that a page of its own may tell of, empty where there is none.
    """

    point: str
    title: str
    table: Table
    footer: Footer
    leads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Correction:
    """One thing that stands otherwise in a later edition; `before` or `after` is 无 where it was not there."""

    page: str
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class Section:
    """A part of the work report: what a Word template calls it, its heading and its sentences."""

    name: str
    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Matter:
    """A decided matter as documents tell it: `state` in words, `is_pressing` whether it is blocked, late or unmoved.

    The next node is due by `next_due_on`, and was first planned for `next_planned_on`.
    """

    decision_id: str
    meeting_id: str
    title: str
    area_name: str
    responsible_unit: str
    original_due_on: date
    due_on: date
    closed_on: date | None
    progress_pct: int
    state: str
    is_pressing: bool
    note: str
    node: str
    next_node: str
    next_due_on: date | None
    next_planned_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Request:
    """What the meeting is asked to study: a matter in trouble (it has a place), or a case that the rules point at.

    `is_late_first` tells whether the first reason is that it is late. `key` is that of the matter or the case; `kind` its state or 网格与报表; `shown` is `what` with its place where
    several matters share a title.
    """

    key: str
    kind: str
    what: str
    shown: str
    place: str
    unit: str
    reasons: tuple[str, ...]
    is_late_first: bool = False
