"""The last part of a report: what is to be done about the open matters, unit by unit, and what the meeting is asked."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.matters import given_matters
from dashboard.meeting.report.matters import NAMED
from dashboard.meeting.requests import ASKS, NOTHING_ASKED
from dashboard.meeting.slide_parts import Request
from dashboard.meeting.wording import day_words, numbered, research, sentence, with_place
from dashboard.tables.matters import Standing


def next_sentences(given: Context, asked: Sequence[Request]) -> tuple[str, ...]:
    """What is to be done about every open matter, by whom and by when, then what the meeting is asked to decide."""
    found = [one for one in given_matters(given) if one.is_open]
    units: dict[str, list[Standing]] = {}
    for one in found:
        units.setdefault(one.responsible_unit, []).append(one)
    head = (f"抓好{len(found)}项在办事项的办理：",) if found else ("没有在办事项需要接着办理。",)
    return (*head, *numbered(_unit_to_do(unit, own) for unit, own in units.items()), *_asked(given, asked))


def _asked(given: Context, asked: Sequence[Request]) -> tuple[str, ...]:
    """Before the meeting what it is asked to decide; after it nothing is asked."""
    if not given.is_before:
        return ()
    if not asked:
        return (sentence(NOTHING_ASKED),)
    return (f"{ASKS}{len(asked)}项：", *numbered(map(research, asked)))


def _unit_to_do(unit: str, own: Sequence[Standing]) -> str:
    """What one unit has to do; matters of one step and one end are named together."""
    steps: dict[str, list[str]] = {}
    for one in own:
        steps.setdefault(_step(one), []).append(with_place(one.title, one.area_name, ""))
    several = f"{len(own)}项：" if len(own) > 1 else ""
    who = f"由{unit}负责{several}" if unit else f"责任单位待明确{several or '，'}"
    return who + "；".join(f"{_together(names)}，{step}" for step, names in steps.items())


def _together(names: Sequence[str]) -> str:
    """The names; of many the first ones, and how many they are."""
    return "、".join(names) if len(names) <= NAMED else f"{'、'.join(names[:NAMED])}等{len(names)}项"


def _step(one: Standing) -> str:
    """The next node of the matter and its end; days that have come are told as what has to be caught up."""
    node, step = one.following, ""
    if node and node.due_on and node.due_on > one.day:
        step = f"{day_words(node.due_on)}前完成“{node.name}”节点"
    elif one.next_node:
        step = f"抓紧完成“{one.next_node}”节点"
    end = f"{day_words(one.due_on)}前办结" if one.due_on > one.day else "重新明确完成时限，尽快办结"
    return "，".join(filter(None, (step, end)))
