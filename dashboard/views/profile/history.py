"""What is dated in the registers of an area → one course of events, the latest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.metrics.areas import area_name
from dashboard.metrics.periods import last_day_of
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.matters import standings
from dashboard.tables.meetings import exemplary_cases, meetings_inside
from dashboard.tables.projects import events, milestones
from dashboard.text.formats import ORIGIN_LABELS
from dashboard.text.joined import Measured, Sources
from dashboard.views.table import Column, Footer, Listed, Table
from dashboard.views.view import origins_in

COLUMNS = (Column("日期"), Column("类别"), Column("事情"), Column("依据"), Column("数据性质"))
SOURCES = Sources("公开文件", "联席会议", "议定事项", "项目节点", "典型案例")
DEFINITION = (
    "列出各台账中写明日期的事：公开文件所载事件、召开的会议、议定与办结的事项、完成的项目节点、入选的典型案例；"
    "公开文件未印年份的按推定的年份排，并注明；只列到所选时期末。"
)
LONGEST, RECENT = 120, 5


@dataclass(frozen=True)
class Dated:
    """Something that happened: `day` in ISO form, as exact as it is known; `basis` is the register or the document."""

    day: str
    kind: str
    text: str
    basis: str
    origin: str


def dated(warehouse: Warehouse, area_code: str, until: date) -> tuple[Dated, ...]:
    """All that happened in the area until the end of `until`, the latest first."""
    found = (
        *_published(warehouse, area_code),
        *_met(warehouse, area_code),
        *_decided(warehouse, area_code, until),
        *_built(warehouse, area_code, until),
    )
    kept = [one for one in found if one.day <= until.isoformat()]
    return tuple(sorted(kept, key=lambda one: (one.day, one.kind, one.text), reverse=True))


def _published(warehouse: Warehouse, area_code: str) -> Iterator[Dated]:
    for one in events(warehouse, area_code):
        assumed = "（年份为推定）" if one.is_year_assumed else ""
        yield Dated(
            one.dated_as, "公开事件", f"{one.event}{assumed}", f"{one.document_name} {one.paragraph}", one.origin
        )


def _met(warehouse: Warehouse, area_code: str) -> Iterator[Dated]:
    for one in meetings_inside(warehouse, area_code):
        listed = f"，议定{one.decisions_listed}项" if one.decisions_listed else ""
        yield Dated(one.held_on.isoformat(), "会议", f"{one.area_name}召开{one.kind}{listed}", "联席会议", one.origin)


def _decided(warehouse: Warehouse, area_code: str, until: date) -> Iterator[Dated]:
    for one in standings(warehouse, area_code, until, until):
        place = f"{one.title}（{one.area_name}）"
        yield Dated(one.decided_on.isoformat(), "议定", f"{place}，{one.responsible_unit}负责", "议定事项", one.origin)
        if one.closed_on:
            yield Dated(one.closed_on.isoformat(), "办结", place, "事项进展", one.origin)


def _built(warehouse: Warehouse, area_code: str, until: date) -> Iterator[Dated]:
    for one in milestones(warehouse, area_code, f"{until:%Y-%m}"):
        if one.done_on:
            yield Dated(
                one.done_on.isoformat(), "项目节点", f"{one.title}：{one.milestone}完成", "项目节点", one.origin
            )
    for case in exemplary_cases(warehouse, area_code, until):
        yield Dated(case.selected_on.isoformat(), "典型案例", f"{case.title}（{case.nature}）", "典型案例", case.origin)


@remembered
def recent(warehouse: Warehouse, selection: Selection) -> tuple[Dated, ...]:
    """The last five things that happened until the end of the period."""
    return dated(warehouse, selection.area_code, last_day_of(selection.period))[:RECENT]


@remembered
def history_table(warehouse: Warehouse, selection: Selection) -> Listed:
    """Title, subtitle, rows and footer: one row an event, at most 120 of them."""
    every = dated(warehouse, selection.area_code, last_day_of(selection.period))
    shown = every[:LONGEST]
    rest = f"只列最近{LONGEST}件，另有{len(every) - LONGEST}件更早" if len(every) > LONGEST else ""
    return (
        history_finding(every),
        Measured("最近的在前", area_name(warehouse, selection.area_code)),
        Table(COLUMNS, tuple((one.day, one.kind, one.text, one.basis, ORIGIN_LABELS[one.origin]) for one in shown)),
        Footer(
            SOURCES,
            as_of=max((one.day for one in every), default=""),
            definition=DEFINITION,
            origins=origins_in(one.origin for one in every),
            note=rest,
        ),
    )


def history_finding(every: tuple[Dated, ...]) -> str:
    """How many events there are, and what the last one was."""
    if not every:
        return "没有写明日期的事"
    return f"有记载的事{len(every)}件，最近一件是{every[0].day} {every[0].text}"
