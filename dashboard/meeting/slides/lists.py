"""Turns what came onto the three lists since the meeting before into a page and a sheet."""

from collections import Counter

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.slide import Slide
from dashboard.metrics.areas import area_name
from dashboard.tables.lists import NewItem, new_items
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import origins_in

LISTS = ("需求", "资源", "服务")
LISTED_AT_MOST = 10
NEW_COLUMNS = tuple(map(Column, ("清单", "内容", "区域", "对象", "来源", "提出日期", "责任单位", "状态")))
CLOSED = "已办结"


def list_slides(given: Context) -> tuple[Slide, ...]:
    """What came onto the three lists since the meeting before."""
    found = _new(given)
    counts = Counter(one.list_kind for one in found)
    none = [kind for kind in LISTS if not counts[kind]]
    remarks = (
        f"{'、'.join(none)}清单在这段时间没有新增或未填报" if none else "",
        f"先列未办结的，共列{LISTED_AT_MOST}项，其余{len(found) - LISTED_AT_MOST}项见工作簿"
        if len(found) > LISTED_AT_MOST
        else "",
    )
    slide = Slide(
        key="lists",
        title=_title_of(counts),
        subtitle=f"{given.new_since.isoformat()}之后至{given.between.day.isoformat()}列入清单"
        f" · {area_name(given.warehouse, given.area_code)}",
        remarks=tuple(filter(None, remarks)),
        table=_new_table(found[:LISTED_AT_MOST]),
        footer=_lists_footer(given, found),
    )
    return (slide,)


def lists_title(given: Context) -> str:
    """How many entries are new, by list."""
    return _title_of(Counter(one.list_kind for one in _new(given)))


def _title_of(counts: Counter[str]) -> str:
    told = [f"{kind}{counts[kind]}项" for kind in LISTS if counts[kind]]
    if not told:
        return "三张清单在这段时间没有新增，或未填报"
    if len(counts) == 1:
        return f"{next(iter(counts))}清单新增{counts.total()}项"
    return f"三张清单新增{counts.total()}项：{'、'.join(told)}"


def lists_sheet(given: Context) -> tuple[str, str, Table, Footer]:
    """Every new entry of the lists, for the workbook."""
    found = _new(given)
    return (
        lists_title(given),
        f"{given.new_since.isoformat()}之后至{given.between.day.isoformat()}",
        _new_table(found),
        _lists_footer(given, found),
    )


def _new(given: Context) -> tuple[NewItem, ...]:
    found = new_items(given.warehouse, given.area_code, given.new_since, given.between.day)
    latest_first = sorted(found, key=lambda one: one.raised_on, reverse=True)
    return tuple(sorted(latest_first, key=lambda one: (one.status == CLOSED, LISTS.index(one.list_kind))))


def _new_table(found: tuple[NewItem, ...]) -> Table:
    rows = tuple(
        (
            *(one.list_kind, one.title, one.area_name, one.served_group, one.raised_by_kind),
            *(one.raised_on, one.responsible_unit or "未填报", one.status or "未填报"),
        )
        for one in found
    )
    return Table(NEW_COLUMNS, rows)


def _lists_footer(given: Context, found: tuple[NewItem, ...]) -> Footer:
    return Footer(
        "三张清单",
        as_of=given.between.day.isoformat(),
        definition="提出日期在上次会议之后、本次会议当天及以前的资源、需求和服务；状态为会议当天的状态。",
        origins=origins_in(one.origin for one in found),
    )


SLIDE = SlideKind(
    name="lists", place=80, title="三张清单", section="三张清单", is_appendix=True, layouts=("table",), make=list_slides
)
