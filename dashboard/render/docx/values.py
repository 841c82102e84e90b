"""What the Word templates may name: the placeholders in Chinese, each with its text, from the running order alone."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from dashboard.meeting.agenda import AgendaItem, agenda_items
from dashboard.meeting.slide import RunningOrder, sources_of
from dashboard.meeting.slide_parts import Matter, MeetingName, Request
from dashboard.meeting.wording import NOTES, UNREPORTED, day_words, ordinal, research, sentence, tight
from dashboard.render.xlsx.exports import DEMO_MARK

Row = dict[str, str]
# What a placeholder holds: a text, or rows and lists of them.
Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
DRAFT = "草稿，数字可能变动"
MISSING = "未填报"
# The pages whose sources are forms: of the report by their kind, of the minutes by their key.
REPORTED = ("headlines", "output", "party", "theme", "matters", "lists")
IN_MINUTES, WITH_CASES = ("title", "matters"), "attention"
# Minutes count matters on their agenda, and no pages.
COUNTED = "项"
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
BREAKS = re.compile(r"[\t\n\r]+")


def minutes_values(order: RunningOrder) -> dict[str, Value]:
    """The placeholders of the minutes."""
    own = [one for one in order.matters if one.meeting_id == order.meeting_id]
    carried = [one for one in order.matters if one.meeting_id != order.meeting_id]
    closed = sum(one.closed_on is not None for one in carried)
    asked = order.requests
    cover = dict(order.slides[0].facts)
    told = (*IN_MINUTES, *((WITH_CASES,) if any(not one.place for one in asked) else ()))
    return cleaned(
        _common(order)
        | {
            "地点": "",
            "出席": tight(cover.get("出席", MISSING)),
            "出席单位": list(dict.fromkeys(one.responsible_unit for one in order.matters if one.responsible_unit)),
            "议题": tight(cover.get("议题", MISSING)),
            "议程": sentence("、".join(map(_agenda_item, agenda_items(order.slides)))),
            "议定说明": f"会议研究议定事项{len(own)}项：" if own else order.nothing_decided,
            "议定事项": [{"序号": ordinal(place)} | _own(one) for place, one in enumerate(own, 1)],
            "结转说明": f"以前会议议定、上次会议以来办理的事项{len(carried)}项，"
            f"已销号{closed}项，在办{len(carried) - closed}项。"
            if carried
            else "没有以前会议结转的事项，或未填报。",
            "结转事项": _numbered(map(_carried, carried)),
            "提请说明": f"拟提请研究以下{len(asked)}项，研究意见由记录人填写：" if asked else "",
            "提请议定": _numbered(map(_asked, asked)),
            "数据来源": sources_of([slide for slide in order.slides if slide.key in told]),
        }
    )


def report_values(order: RunningOrder) -> dict[str, Value]:
    """The placeholders of the work report."""
    behind = {section.name: section for section in order.report if section.name in (NOTES, UNREPORTED)}
    told = [section for section in order.report if section.name not in behind]
    return cleaned(
        _common(order)
        | {
            "汇报": [
                {"序号": ordinal(place), "标题": section.heading, "句子": list(section.sentences)}
                for place, section in enumerate(told, 1)
            ],
            "注": list(behind[NOTES].sentences) if NOTES in behind else [],
            "附件": list(behind[UNREPORTED].sentences) if UNREPORTED in behind else [],
            "附件标题": behind[UNREPORTED].heading if UNREPORTED in behind else "",
        }
    )


def stated_on(order: RunningOrder) -> str:
    """The day of the meeting: `2025-12-18`."""
    return order.slides[0].footer.as_of


def _common(order: RunningOrder) -> dict[str, Value]:
    made_at = order.version.parts[-1]
    changed = next((slide.title for slide in order.slides if slide.kind == "corrections"), "")
    name, *area = order.meeting.parts if isinstance(order.meeting, MeetingName) else (order.meeting,)
    return {
        "标题": order.title,
        "片区": order.district,
        "会议": order.meeting,
        "会议名称": name,
        "会议区域": "".join(area),
        "时间": day_words(stated_on(order)),
        "稿别": DRAFT if order.is_draft else f"第{order.edition}版定稿，{order.closed_at}",
        "数据版本": order.version,
        "生成时间": made_at,
        "数据提示": DEMO_MARK if order.is_demo else "",
        "数据来源": sources_of([slide for slide in order.slides if slide.kind in REPORTED]),
        "更正": changed,
    }


def _agenda_item(one: AgendaItem) -> str:
    return f"{one.name}（{one.count}{one.counted}）" if one.count and one.counted == COUNTED else one.name


def _asked(one: Request) -> Row:
    """What the meeting is asked to study, in one clause and in its parts."""
    joint = "；" if one.place else "，"
    return {
        "内容": research(one),
        "事项": tight(one.shown),
        "单位": one.unit,
        "依据": tight(joint.join(one.reasons)),
    }


def _own(one: Matter) -> Row:
    """What the meeting decided: the matter as a heading, then in sentences who does it by when."""
    who = f"由{one.responsible_unit}负责" if one.responsible_unit else "责任单位未填报"
    until = f"于{day_words(one.original_due_on)}前完成"
    where = f"该事项涉及{one.area_name}，" if one.area_name else "该事项"
    return _matter(one) | {"题目": sentence(one.title), "要求": f"{where}{who}，{until}。", "状态": tight(one.state)}


def _carried(one: Matter) -> Row:
    """How the matter goes, in one line and in lines that a narrow column need not break inside a day.

    Of a closed one the day tells all, beside what was noted; its last node and 100% would say the same again.
    """
    following, until, first = one.next_node and f"下一节点“{one.next_node}”", "", ""
    if following and one.next_due_on:
        planned = one.next_planned_on or one.next_due_on
        until, first = f"{day_words(one.next_due_on)}前", day_words(planned) if planned != one.next_due_on else ""
    in_brackets = f"（原定{first}，调整到{until}）" if first else f"（{until}）" if until else ""
    closed = day_words(one.closed_on) if one.closed_on else ""
    node = f"已到节点“{one.node}”" if one.node and not closed else ""
    progress = [*filter(None, (one.note, node))]
    told = "；".join([*progress, *filter(None, (f"{following}{in_brackets}",))])
    return _matter(one) | {
        "进度": f"{one.progress_pct}%",
        "状态": tight(one.state),
        "销号": closed,
        "说明": told or closed or "未填报进展",
        "进展": "；".join(progress) or ("" if following or closed else "未填报进展"),
        "下一节点": following,
        "节点时限": until,
        "节点原定": first,
    }


def _matter(one: Matter) -> Row:
    """The matter in parts; `原定` is empty where its day was never moved."""
    is_moved = one.due_on != one.original_due_on
    return {
        "事项": one.title,
        "区域": one.area_name,
        "单位": one.responsible_unit,
        "时限": f"{day_words(one.due_on)}前",
        "原定": day_words(one.original_due_on) if is_moved else "",
    }


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [{"序号": str(place)} | row for place, row in enumerate(rows, 1)]


def cleaned(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values without what no Word file can hold, at any depth."""
    return {name: _clean(one) for name, one in values.items()}


def _clean(value: Value) -> Value:
    """The value without the signs that no Word file can hold; a line break becomes a space."""
    if isinstance(value, str):
        return BREAKS.sub(" ", NOT_IN_XML.sub("", value)).strip()
    if isinstance(value, Mapping):
        return cleaned(value)
    return [_clean(one) for one in value]
