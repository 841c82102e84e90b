"""What somebody put into a meeting from 自助分析 or a profile → its pages, made anew of the version that is told."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from dashboard.meeting.kinds import of_kind
from dashboard.meeting.slide import RunningOrder, Slide
from dashboard.meeting.slide_parts import Chart
from dashboard.metrics.areas import areas
from dashboard.metrics.selection import Selection, from_query
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.explore.offered import area_names, default_question
from dashboard.views.explore.opened import Opened, opened
from dashboard.views.explore.pictures import pictures
from dashboard.views.explore.reading import notice
from dashboard.views.explore.rows import listed_rows
from dashboard.views.explore.sentence import sentence
from dashboard.views.links import OF
from dashboard.views.profile.enterprise import course_table
from dashboard.views.profile.standing import standings_view
from dashboard.views.profile.subject import named
from dashboard.views.table import Table
from dashboard.views.view import View

Page = Literal["explore", "profile"]
KIND = "annexed"
MOST_SERIES, MOST_POINTS = 4, 24


@dataclass(frozen=True)
class Annexed:
    """A view of a page by the parameters of its link."""

    page: Page
    query: Mapping[str, str]

    @property
    def key(self) -> str:
        """What its pages are told by: the same view is the same page."""
        told = json.dumps([self.page, *sorted(self.query.items())], ensure_ascii=False)
        return f"{KIND}-{hashlib.sha256(told.encode()).hexdigest()[:10]}"


def with_annexed(warehouse: Warehouse, order: RunningOrder, annexed: Sequence[Annexed]) -> RunningOrder:
    """The running order with the pages of what was put into the meeting at its end, behind the appendix."""
    pages = tuple(of_kind(KIND, slide) for one in annexed for slide in MADE[one.page](warehouse, one))
    return replace(order, slides=(*order.slides, *pages)) if pages else order


def _explored(warehouse: Warehouse, one: Annexed) -> Iterator[Slide]:
    """The picture of a question, where its rows can be drawn, and its rows; what is replaced in it is said."""
    default = default_question(warehouse)
    if default is None:
        return
    shown = opened(warehouse, one.query, default)
    view = _first_view(warehouse, shown)
    _, subtitle, table, footer = listed_rows(warehouse, shown)
    drawn, chart = _drawn(shown, table)
    if view and shown.kind == "causes" and view.chart:
        # What made a change is told by its own rows: the parts, then the whole.
        subtitle, table, footer = view.measured, view.table, view.footer
        drawn, chart = Table(table.columns, table.rows[:-1]), Chart("bar", 0, (len(table.columns) - 1,))
    slide = partial(
        Slide,
        title=view.finding if view else sentence(warehouse, shown.question),
        name=f"自助分析：{'、'.join(metric.label for metric in shown.answer.metrics)}",
        subtitle=subtitle,
        remarks=tuple(filter(None, (sentence(warehouse, shown.question), notice(shown.replaced, "放进会议的分析")))),
        footer=footer,
    )
    if chart:
        yield slide(key=f"{one.key}-picture", layout="chart", table=drawn, chart=chart)
    yield slide(key=one.key, layout="table", table=table)


def _first_view(warehouse: Warehouse, shown: Opened) -> View | None:
    """The first picture of the question; None where it has none."""
    for making in pictures(warehouse, shown.question, shown.kind)[:1]:
        return making if isinstance(making, View) else making()
    return None


def _drawn(shown: Opened, table: Table) -> tuple[Table, Chart | None]:
    """The rows without totals as points, where they have one name and few figures of one unit; periods as a line."""
    if shown.question.comparison != "none" or len(shown.pivot.axes) != 1:
        return table, None
    rows = tuple(row for row, line in zip(table.rows, shown.pivot.lines, strict=True) if not line.is_total)
    values = tuple(
        place
        for place, (column, member) in enumerate(zip(table.columns[1:], shown.pivot.columns, strict=False), 1)
        if column.decimals is not None and not member.is_total
    )
    units = {table.columns[place].unit for place in values}
    fits = 1 < len(rows) <= MOST_POINTS and 0 < len(values) <= MOST_SERIES and len(units) == 1
    if not fits or "metric" in shown.pivot.axes:
        return table, None
    kind: Literal["line", "column"] = "line" if shown.pivot.axes == ("period",) else "column"
    return Table(table.columns, rows), Chart(kind, 0, values)


def _profiled(warehouse: Warehouse, one: Annexed) -> Iterator[Slide]:
    """The main figures of an area beside those of its kind, or what is public of an enterprise in it."""
    known = area_names(warehouse)
    default = default_question(warehouse)
    code = one.query.get("area", "")
    if default is None or code not in areas(warehouse):
        return
    periods = (one.query.get("period", ""),)
    selection = from_query(one.query, Selection(code, default.until), areas=(code, *known), periods=periods)
    if OF in one.query:
        yield from _of_enterprise(warehouse, one, selection)
        return
    standings = standings_view(warehouse, areas(warehouse)[code], selection)
    yield Slide(
        key=one.key,
        layout="table",
        title=standings.finding,
        name=f"区域档案：{areas(warehouse)[code].name}",
        subtitle=standings.measured,
        remarks=tuple(filter(None, (standings.rest,))),
        table=standings.table,
        footer=standings.footer,
    )


def _of_enterprise(warehouse: Warehouse, one: Annexed, selection: Selection) -> Iterator[Slide]:
    """What an enterprise reported, as far as it is public; nothing where it may not be named any more."""
    row = named(warehouse, selection.area_code, selection.period).get(one.query[OF])
    if row is None:
        return
    title, subtitle, table, footer = course_table(warehouse, row, selection)
    yield Slide(
        key=one.key,
        layout="table",
        title=title,
        name=f"企业档案：{row.name}",
        subtitle=subtitle,
        table=table,
        footer=footer,
    )


MADE = {"explore": _explored, "profile": _profiled}
