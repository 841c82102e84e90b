"""Turns the rest of a meeting into pages: what is new on the lists, the map of the grids, what needs attention."""

from collections import Counter

from dashboard.meeting.context import Context
from dashboard.meeting.slide import REMARKS_AT_MOST, MapPicture, Slide
from dashboard.meeting.slides.drills import area_drills, case_drills
from dashboard.metrics.absence import Absence
from dashboard.render.maps.legend import map_fills, map_legend
from dashboard.render.palette import LIGHT
from dashboard.tables.lists import NewItem, new_items
from dashboard.text.formats import is_number, number, period_label
from dashboard.views.kinds import map_view
from dashboard.views.overview.attention import RULES_IN_WORDS, attention_items
from dashboard.views.overview.headlines import mapped_places
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import area_name, origins_in

LISTS = ("需求", "资源", "服务")
LISTED_AT_MOST = 10
MAP_METRIC = "on_time_rate"
NEW_COLUMNS = tuple(map(Column, ("清单", "内容", "区域", "对象", "来源", "提出日期", "责任单位", "状态")))
ATTENTION_COLUMNS = tuple(map(Column, ("事项", "责任", "截至", "状态")))
CLOSED = "已办结"


def list_slide(given: Context) -> Slide:
    """What came onto the three lists since the meeting before."""
    found = _new(given)
    counts = Counter(one.list_kind for one in found)
    none = [kind for kind in LISTS if not counts[kind]]
    remarks = (
        f"{'、'.join(none)}清单在这段时间没有新增或未填报" if none else "",
        f"先列未办结的，共列 {LISTED_AT_MOST} 项，其余 {len(found) - LISTED_AT_MOST} 项见工作簿"
        if len(found) > LISTED_AT_MOST
        else "",
    )
    return Slide(
        key="lists",
        kind="list",
        title=_list_title(counts),
        subtitle=f"{given.new_since.isoformat()} 之后至 {given.between.day.isoformat()} 列入清单"
        f" · {area_name(given.warehouse, given.area_code)}",
        remarks=tuple(filter(None, remarks)),
        table=_new_table(found[:LISTED_AT_MOST]),
        is_table_shown=bool(found),
        footer=_lists_footer(given, found),
    )


def _list_title(counts: Counter[str]) -> str:
    told = [f"{kind} {counts[kind]} 项" for kind in LISTS if counts[kind]]
    if not told:
        return "三张清单在这段时间没有新增，或未填报"
    if len(counts) == 1:
        return f"{next(iter(counts))}清单新增 {counts.total()} 项"
    return f"三张清单新增 {counts.total()} 项：{'、'.join(told)}"


def lists_sheet(given: Context) -> tuple[str, str, Table, Footer]:
    """Every new entry of the lists, for the workbook."""
    found = _new(given)
    title = f"三张清单新增 {len(found)} 项"
    return (
        title,
        f"{given.new_since.isoformat()} 之后至 {given.between.day.isoformat()}",
        _new_table(found),
        (_lists_footer(given, found)),
    )


def _new(given: Context) -> tuple[NewItem, ...]:
    found = new_items(given.warehouse, given.area_code, given.new_since, given.between.day)
    latest_first = sorted(found, key=lambda one: one.raised_on, reverse=True)
    return tuple(sorted(latest_first, key=lambda one: (one.status == CLOSED, LISTS.index(one.list_kind))))


def _new_table(found: tuple[NewItem, ...]) -> Table:
    rows = tuple(
        (
            *(one.list_kind, one.title, one.area_name, one.served_group, one.raised_by_kind),
            *(one.raised_on.isoformat(), one.responsible_unit or "未填报", one.status or "未填报"),
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


def map_slide(given: Context) -> Slide:
    """The grids, or the zones where there are none, coloured by whether their matters were settled in time."""
    places = mapped_places(given.warehouse, MAP_METRIC, given.area_code)
    view = map_view(given.warehouse, MAP_METRIC, places, given.selection)
    picture = None
    if view.map is not None:
        fills = map_fills(view.map.shapes, LIGHT, decimals=view.map.decimals)
        picture = MapPicture(view.map.shapes, tuple(fills.items()), map_legend(view.map, LIGHT))
    column = view.table.columns[2]
    known = [(row[0], row[2]) for row in view.table.rows if is_number(row[2])]
    lowest = "、".join(f"{name} {number(value, column.unit, column.decimals)}" for name, value in known[:-4:-1])
    missing = Counter(str(row[2] or Absence.NOT_REPORTED) for row in view.table.rows if not is_number(row[2]))
    remarks = (
        f"最低的 {min(3, len(known))} 处：{lowest}" if known else "本季度没有可以比较的数值。",
        "；".join(f"{count} 处{word}" for word, count in missing.items()),
        view.why or view.footer.note,
    )
    return Slide(
        key="map",
        kind="map",
        title=view.finding,
        subtitle=view.measured,
        remarks=tuple(filter(None, remarks))[:REMARKS_AT_MOST],
        table=view.table,
        is_table_shown=picture is None and bool(view.table.rows),
        map=picture,
        drills=area_drills(given, [shape.code for shape in view.map.shapes]) if view.map else (),
        footer=view.footer,
    )


def attention_slide(given: Context) -> Slide:
    """What the declared rules point at in the quarter, the most pressing first."""
    title, found = attention_items(given.warehouse, given.selection)
    rows = tuple((one.what, one.who, one.due, one.state) for one in found)
    return Slide(
        key="attention",
        kind="attention",
        title=title,
        subtitle=f"{period_label(given.quarter)} · {area_name(given.warehouse, given.area_code)}",
        remarks=() if rows else (RULES_IN_WORDS,),
        table=Table(ATTENTION_COLUMNS, rows),
        drills=case_drills(given),
        is_table_shown=bool(rows),
        footer=Footer(
            "网格治理、产出、孵化与党建各表",
            as_of=given.quarter,
            definition=RULES_IN_WORDS,
            origins=("demo",) if any(one.is_demo for one in found) else (),
        ),
    )
