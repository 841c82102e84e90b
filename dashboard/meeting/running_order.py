"""Turns a joint meeting of the warehouse into its running order: what is shown, page by page, as plain values."""

from dashboard.meeting.agenda import agenda
from dashboard.meeting.context import Context, context
from dashboard.meeting.kinds import made, of_kind
from dashboard.meeting.matters import matter_records, nothing_decided
from dashboard.meeting.report import report
from dashboard.meeting.requests import requests
from dashboard.meeting.sheets import matters_sheet, nodes_sheet
from dashboard.meeting.slide import RunningOrder
from dashboard.meeting.slide_parts import MeetingName
from dashboard.meeting.slides.cover import cover_slide
from dashboard.meeting.slides.lists import lists_sheet
from dashboard.meeting.stage import Stage
from dashboard.meeting.wording import sentence
from dashboard.metrics.areas import area_name, areas
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.meetings import Meeting, joint_meetings_held
from dashboard.tables.sources import version_line
from dashboard.text.periods import period_label
from dashboard.views.joint_meeting.meetings import meeting_names


class UnknownMeeting(Exception):
    """There is no such joint meeting, or the area is not spoken of in it; the text says it in Chinese, with what there is."""


def running_order(
    warehouse: Warehouse, meeting_id: str, area_code: str | None = None, stage: Stage | None = None
) -> RunningOrder:
    """The slides of a joint meeting, as told of the whole 片区 or of the area inside it.

    Before the meeting (`stage`, by default the one that it is at) they ask, after it they tell what was decided. The
    pages of the appendix come last. Raises UnknownMeeting where the register holds no such meeting or the area does not belong to it.
    """
    meeting = _meeting(warehouse, meeting_id)
    chosen = area_code or meeting.area_code
    inside = {code for code, place in areas(warehouse).items() if meeting.area_code in (code, place.district_code)}
    if chosen not in inside:
        raise UnknownMeeting(f"区域{chosen}不在会议{meeting_id}的片区（{meeting.area_name}）之内。")
    given = context(warehouse, chosen, meeting, stage)
    body = tuple(sorted(made(given), key=lambda slide: slide.is_appendix))
    district, name = meeting.area_name, _name(given)
    cover = of_kind("cover", cover_slide(given, f"{district}{name}", agenda(body), body))
    asked = requests(given) if given.is_before else ()
    return RunningOrder(
        meeting_id=meeting_id,
        area_code=chosen,
        district_code=meeting.area_code,
        district=district,
        meeting=name,
        version=version_line(warehouse),
        slides=(cover, *body),
        items=(matters_sheet(given), lists_sheet(given), nodes_sheet(given)),
        matters=matter_records(given),
        requests=asked,
        nothing_decided=sentence(said) if (said := nothing_decided(given)) else "",
        report=report(given, asked),
        stage=given.stage,
    )


def _meeting(warehouse: Warehouse, meeting_id: str) -> Meeting:
    found = {one.meeting_id: one for one in joint_meetings_held(warehouse)}
    if meeting_id in found:
        return found[meeting_id]
    known = "\n".join(f"  {one}  {name}" for one, name in meeting_names(tuple(found.values())).items())
    there = f"已有的会议：\n{known}" if known else "台账里还没有召开过的联席会议（未填报）。"
    raise UnknownMeeting(f"没有编号为“{meeting_id}”的联席会议。{there}")


def _name(given: Context) -> MeetingName:
    """What the meeting is called beside its 片区, with the area inside it that is told of."""
    place = area_name(given.warehouse, given.area_code)
    of = "" if given.area_code == given.meeting.area_code else f"（{place}）"
    return MeetingName(f"{period_label(given.quarter)}联席会议", of)
