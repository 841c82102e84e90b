"""What a meeting is shown as: slides of plain values, which a screen and every kind of document draw in its own way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dashboard.meeting.layouts import parts_of
from dashboard.meeting.slide_parts import Chart, Drill, Headline, MapPicture, Matter, Progress, Request, Section
from dashboard.meeting.stage import Stage
from dashboard.text.formats import is_number
from dashboard.text.joined import DataVersion, Sources
from dashboard.views.table import Footer, Row, Table

REMARKS_AT_MOST = 3
Part = TypeVar("Part")


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One page: `title` states the finding, `subtitle` what is measured; whatever is missing is said in `remarks`.

    `kind` is the name of its declaration in `slides`, `layout` how it is drawn, `name` what it is called beside the
    deck. `subjects` are the keys of the themes or matters that it tells of. `facts` are (word, text) pairs. `table` holds the data of
    the chart, the map or the headlines too, and `row_keys` a key for each of its rows, of the points of its chart or of
    its headlines, by which drills are found. `sheet` is which of how many pages a long table takes. `is_late` tells
    whether the title tells of 超期 or 受阻, `is_appendix` whether it stands behind and is shown on demand alone, `is_brief` whether all but its first page do.
    """

    key: str
    title: str
    kind: str = ""
    layout: str = ""
    name: str = ""
    subjects: tuple[str, ...] = ()
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    headlines: tuple[Headline, ...] = ()
    remarks: tuple[str, ...] = ()
    table: Table | None = None
    row_keys: tuple[str, ...] = ()
    chart: Chart | None = None
    progress: Progress | None = None
    map: MapPicture | None = None
    drills: tuple[Drill, ...] = ()
    sheet: tuple[int, int] = (1, 1)
    is_late: bool = False
    is_appendix: bool = False
    is_brief: bool = False
    footer: Footer = Footer("")

    def __post_init__(self) -> None:
        if self.row_keys and len(self.row_keys) != len(self.rows):
            raise ValueError(f"{self.key}: {len(self.row_keys)} keys of {len(self.rows)} rows")

    @property
    def is_demo(self) -> bool:
        """Whether any figure of the page is made up for demonstration."""
        return self.footer.is_demo

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of its table, none where it has no table."""
        return self.table.rows if self.table else ()

    @property
    def parts(self) -> frozenset[str]:
        """The parts of its layout for which it has something to show."""
        has_rows = bool(self.rows)
        there = {
            "facts": self.facts,
            "cards": self.headlines,
            "chart": self.is_drawn,
            "table": has_rows,
            "nodes": has_rows,
            "map": self.map,
            "legend": self.map,
            "progress": self.progress,
            "remarks": self.remarks,
            "first_remarks": self.remarks,
        }
        return frozenset(part for part in parts_of(self.layout) if there[part])

    @property
    def is_drawn(self) -> bool:
        """Whether there is a number to draw in its chart."""
        if self.chart is None:
            return False
        return any(is_number(row[place]) for row in self.rows for place in self.chart.values)

    @property
    def is_table_shown(self) -> bool:
        """Whether the page shows its table itself and not only what is drawn of it."""
        return bool(self.parts & {"table", "nodes"})

    @property
    def subtitle_end(self) -> str:
        """Which page of a long table it is, nothing for the only one."""
        place, count = self.sheet
        if self.is_brief and place == 1 and count > 1:
            return " · 其余列在附录"
        return f" · 第{place}页，共{count}页" if count > 1 else ""


@dataclass(frozen=True, kw_only=True)
class RunningOrder:
    """The slides of a meeting in order, with the version of the data that they were made from.

    `area_code` is what is told of, the 片区 of the meeting (`district_code`, `district`) or an area inside it; `meeting`
    is what the meeting is called without its 片区. `items` are all decided matters, list entries and nodes of matters in full,
    as sheets of (title, subtitle, table, footer); `matters` and `requests` are what the minutes tell, `nothing_decided` why
    they tell of no new matter; `report` is the work report
    in sentences, `stage` whether the papers ask or tell. Until the meeting is frozen it is a draft of no edition; `closed_at` is in words.
    """

    meeting_id: str
    area_code: str
    district_code: str
    district: str = ""
    meeting: str = ""
    version: DataVersion
    slides: tuple[Slide, ...]
    items: tuple[tuple[str, str, Table, Footer], ...] = ()
    matters: tuple[Matter, ...] = ()
    requests: tuple[Request, ...] = ()
    nothing_decided: str = ""
    report: tuple[Section, ...] = ()
    stage: str = Stage.AFTER
    is_draft: bool = True
    edition: int = 0
    closed_at: str = ""

    @property
    def title(self) -> str:
        """The meeting with its 片区, and the area inside it that is told of."""
        return f"{self.district}{self.meeting}"

    @property
    def is_demo(self) -> bool:
        """Whether any slide shows what is made up for demonstration."""
        return any(slide.is_demo for slide in self.slides)

    def slide(self, key: str) -> Slide:
        """The page of that key. Raises KeyError."""
        return {slide.key: slide for slide in self.slides}[key]


def sources_of(slides: Sequence[Slide]) -> Sources:
    """The forms that the pages are made from, each once."""
    return joint_sources(slide.footer for slide in slides)


def joint_sources(footers: Iterable[Footer]) -> Sources:
    """The forms that the footers name, each once."""
    told = [footer.source for footer in footers]
    return Sources(*dict.fromkeys(form for one in told for form in (one.parts if isinstance(one, Sources) else (one,))))


def required(part: Part | None) -> Part:
    """What there is wherever it is drawn: a slide's table, chart or map, the digits of a column of numbers.

    Raises ValueError where there is none.
    """
    if part is None:
        raise ValueError("a part is drawn of which the slide has nothing")
    return part
