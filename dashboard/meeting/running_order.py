"""Turns a joint meeting of the warehouse into its running order: what is shown, page by page, as plain values."""

from collections.abc import Iterable, Iterator, Sequence

from dashboard.meeting.context import Context, context
from dashboard.meeting.report import OWN, report
from dashboard.meeting.slide import Drill, RunningOrder, Slide
from dashboard.meeting.slides.drills import case_drills, matter_drills
from dashboard.meeting.slides.further import attention_slide, list_slide, lists_sheet, map_slide
from dashboard.meeting.slides.matters import matter_slides, matters_sheet, nothing_decided
from dashboard.meeting.slides.themes import headline_slide, theme_slides
from dashboard.metrics.areas import areas
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.meetings import Meeting, Standing, joint_meetings_held
from dashboard.tables.registers import version_line
from dashboard.text.formats import period_label, period_short
from dashboard.views.joint_meeting.matters import listed, main_state, placed
from dashboard.views.joint_meeting.meetings import meeting_names, meeting_words
from dashboard.views.overview.attention import foremost_lines
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import area_name, origins_in

AGENDA = "议程"
# What a page of each kind belongs to on the agenda, and what its pages are counted as where they are.
SECTIONS = {
    "headlines": "总览",
    "theme": "各主题",
    "matters": "议定事项",
    "matter": "议定事项",
    "decided": "议定事项",
    "list": "三张清单",
    "map": "网格地图",
    "attention": "需要关注",
    "closing": "提请议定",
}
COUNTED = {"各主题": "页", "议定事项": "项"}
# What a matter in trouble asks of the meeting; the others ask for nothing.
ASKED = {"受阻": "研究受阻问题", "超期": "明确新的办结时限", "未动": "督促启动，明确下一节点"}
CASE = "处理："
# Late matters stand on the closing page one by one.
ONE_BY_ONE = ("late_decisions",)
CLOSING_COLUMNS = tuple(map(Column, ("类别", "事项", "责任单位", "依据")))


class UnknownMeeting(Exception):
    """There is no such joint meeting, or the area is not spoken of in it; the text says it in Chinese, with what there is."""


def running_order(warehouse: Warehouse, meeting_id: str, area_code: str | None = None) -> RunningOrder:
    """The slides of a joint meeting, as told of the whole 片区 or of the area inside it.

    Raises UnknownMeeting where the register holds no such meeting or the area does not belong to it.
    """
    meeting = _meeting(warehouse, meeting_id)
    chosen = area_code or meeting.area_code
    inside = {code for code, place in areas(warehouse).items() if meeting.area_code in (code, place.district_code)}
    if chosen not in inside:
        raise UnknownMeeting(f"区域 {chosen} 不在会议 {meeting_id} 的片区（{meeting.area_name}）之内。")
    given = context(warehouse, chosen, meeting)
    body = tuple(_body(given))
    title = _title(given)
    footers = [slide.footer for slide in body]
    return RunningOrder(
        meeting_id=meeting_id,
        area_code=chosen,
        district_code=meeting.area_code,
        title=title,
        version=version_line(warehouse),
        slides=(_title_slide(given, title, body, footers), *body),
        items=(matters_sheet(given), lists_sheet(given)),
        report=report(given, body),
    )


def known_meetings(warehouse: Warehouse) -> dict[str, str]:
    """Every joint meeting that was held: id → quarter, day and 片区, the latest first."""
    return meeting_names(joint_meetings_held(warehouse))


def _meeting(warehouse: Warehouse, meeting_id: str) -> Meeting:
    found = {one.meeting_id: one for one in joint_meetings_held(warehouse)}
    if meeting_id in found:
        return found[meeting_id]
    known = "\n".join(f"  {one}  {name}" for one, name in meeting_names(tuple(found.values())).items())
    there = f"已有的会议：\n{known}" if known else "台账里还没有召开过的联席会议（未填报）。"
    raise UnknownMeeting(f"没有编号为“{meeting_id}”的联席会议。{there}")


def agenda(slides: Iterable[Slide]) -> str:
    """The parts of the meeting in the order of their pages, with the number of themes and matters."""
    counts: dict[str, int] = {}
    for slide in slides:
        if slide.kind in SECTIONS:
            section = SECTIONS[slide.kind]
            counts[section] = counts.get(section, 0) + _count(slide)
    return " → ".join(
        f"{section}（{count} {COUNTED[section]}）" if count and section in COUNTED else section
        for section, count in counts.items()
    )


def _count(slide: Slide) -> int:
    """How many themes or matters a page tells of."""
    return len(slide.table.rows) if slide.kind == "decided" else int(slide.kind in ("theme", "matter"))


def _title(given: Context) -> str:
    place = area_name(given.warehouse, given.area_code)
    of = "" if given.area_code == given.meeting.area_code else f"（{place}）"
    return f"{given.meeting.area_name}{period_label(given.quarter)}联席会议{of}"


def _body(given: Context) -> Iterator[Slide]:
    yield headline_slide(given)
    yield from theme_slides(given)
    yield from matter_slides(given)
    yield list_slide(given)
    yield map_slide(given)
    yield attention_slide(given)
    yield closing_slide(given)


def _title_slide(given: Context, title: str, body: tuple[Slide, ...], footers: list[Footer]) -> Slide:
    # The minutes come after the meeting.
    words = [(word, text) for word, text in meeting_words(given.meeting) if text and word != "纪要"]
    origins = origins_in([given.meeting.origin, *(origin for footer in footers for origin in footer.origins)])
    return Slide(
        key="title",
        kind="title",
        title=title,
        subtitle=f"{given.meeting.area_name} · {given.meeting.held_on.isoformat()}",
        facts=(*words, (AGENDA, agenda(body))),
        footer=Footer("联席会议", as_of=given.meeting.held_on.isoformat(), origins=origins),
    )


def closing_slide(given: Context) -> Slide:
    """What the meeting decided and what it is asked to decide, each with the reason that the data give."""
    found = placed(listed(given.warehouse, given.area_code, given.between))
    own = [one for one in found if one.meeting_id == given.meeting.meeting_id]
    cases = [line for line, _ in foremost_lines(given.warehouse, given.selection, without=ONE_BY_ONE)]
    asked = [_asked(one) for one in found if main_state(one) in ASKED]
    asked += [("网格与报表", f"{CASE}{one.what}", one.who, f"{one.state}，{one.due}") for one in cases]
    rows = [(OWN, one.title, one.responsible_unit, f"{one.original_due_on.isoformat()} 前办结") for one in own] + asked
    said = [f"提请会议议定 {len(asked)} 项" if asked else "按现有数据没有需要提请议定的事项"]
    said += [f"本次会议已登记议定 {len(own)} 项"] if own else []
    return Slide(
        key="closing",
        kind="closing",
        title="；".join(said),
        subtitle="受阻提请协调，超期重定时限，未动督促" + ("；其余按规则列出" if cases else ""),
        remarks=() if own else (f"{nothing_decided(given)}。",),
        table=Table(CLOSING_COLUMNS, tuple(rows)),
        drills=_closing_drills(given, found, own),
        is_table_shown=bool(rows),
        footer=Footer(
            "议定事项、事项进展及各表",
            as_of=_as_of(given, has_cases=bool(cases)),
            definition="本次议定是本次会议登记的事项；提请议定的是受阻、超期、未动的事项，以及按规则需要关注的事项。",
            origins=origins_in([*(one.origin for one in found), *("demo" for one in cases if one.is_demo)]),
        ),
    )


def _as_of(given: Context, *, has_cases: bool) -> str:
    """The day of the matters, and the period of the other rows where there are any."""
    day = period_label(given.between.day.isoformat())
    # One line of the screen has room for no more.
    return f"{day}，其余{period_short(given.quarter)}末" if has_cases else day


def _closing_drills(given: Context, found: Sequence[Standing], own: Sequence[Standing]) -> tuple[Drill, ...]:
    """What lies behind each row: the matter, or the course of the figure."""
    of_matters = matter_drills(given, own, lambda one: one.title, {one.title: one.title for one in own})
    asked = [one for one in found if main_state(one) in ASKED]
    of_asked = matter_drills(given, asked, _request, {_request(one): one.title for one in asked})
    return (*of_matters, *of_asked, *case_drills(given, CASE, without=ONE_BY_ONE))


def _request(one: Standing) -> str:
    return f"{ASKED[main_state(one)]}：{one.title}"


def _asked(one: Standing) -> tuple[str, str, str, str]:
    reasons = (one.note, f"超期 {one.overdue_days} 天" if one.overdue_days else "", "未动" if one.is_unmoved else "")
    return (
        main_state(one),
        _request(one),
        one.responsible_unit,
        "；".join(filter(None, reasons)),
    )
