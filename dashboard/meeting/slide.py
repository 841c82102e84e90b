"""What a meeting is shown as: slides of plain values, which a screen and every kind of document draw in its own way."""

from dataclasses import dataclass
from typing import Literal

from dashboard.render.maps.legend import Legend
from dashboard.text.formats import Change, Written
from dashboard.views.maps import AreaShape
from dashboard.views.table import Footer, Table

Kind = Literal[
    "title", "headlines", "theme", "matters", "matter", "decided", "list", "map", "attention", "closing", "corrections"
]
REMARKS_AT_MOST = 3


@dataclass(frozen=True)
class Chart:
    """A picture of the slide's own table: which column names the points, and which columns of numbers are drawn."""

    kind: Literal["line", "column", "bar"]
    names: int
    values: tuple[int, ...]


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
    """Areas with their values, the colour of each by its code, and the classes with their counts."""

    shapes: tuple[AreaShape, ...]
    fills: tuple[tuple[str, str], ...]
    legend: Legend


@dataclass(frozen=True)
class Drill:
    """What lies behind one thing that is drawn: `point` is its name on the chart, its code on the map, its headline or a cell of its row."""

    point: str
    title: str
    table: Table
    footer: Footer


@dataclass(frozen=True)
class Section:
    """A part of the work report: what a Word template calls it, its heading and its sentences."""

    name: str
    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One page: `title` states the finding, `subtitle` what is measured; whatever is missing is said in `remarks`.

    `facts` are (word, text) pairs. `table` holds the data of the chart, the map or the headlines too; `is_table_shown`
    tells whether the page shows it as well. `state` is the one that a matter counts for, `is_late` whether its title
    tells of 超期 or 受阻.
    """

    key: str
    kind: Kind
    title: str
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    headlines: tuple[Headline, ...] = ()
    remarks: tuple[str, ...] = ()
    table: Table | None = None
    is_table_shown: bool = False
    chart: Chart | None = None
    progress: Progress | None = None
    map: MapPicture | None = None
    drills: tuple[Drill, ...] = ()
    state: str = ""
    is_late: bool = False
    footer: Footer = Footer("")

    @property
    def is_demo(self) -> bool:
        """Whether any figure of the page is made up for demonstration."""
        return self.footer.is_demo


@dataclass(frozen=True, kw_only=True)
class RunningOrder:
    """The slides of a meeting in order, with the version of the data that they were made from.

    `area_code` is what is told of, the 片区 of the meeting (`district_code`) or an area inside it.
    `items` are all decided matters and list entries in full, as sheets of (title, subtitle, table, footer); `report` is
    the work report in sentences. Until the meeting is frozen it is a draft of no
    edition.
    """

    meeting_id: str
    area_code: str
    district_code: str
    title: str
    version: str
    slides: tuple[Slide, ...]
    items: tuple[tuple[str, str, Table, Footer], ...] = ()
    report: tuple[Section, ...] = ()
    is_draft: bool = True
    edition: int = 0

    @property
    def is_demo(self) -> bool:
        """Whether any slide shows what is made up for demonstration."""
        return any(slide.is_demo for slide in self.slides)
