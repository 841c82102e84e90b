"""The parts of a report on decided matters: how many stand how, which are blocked or late and why, what comes next."""

from collections import Counter
from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.matters import PRESSING, given_matters, nothing_decided, nothing_listed
from dashboard.meeting.slide_parts import Request
from dashboard.meeting.wording import counted, day_words, numbered, research, sentence, tight, with_place
from dashboard.tables.matters import Standing, steps
from dashboard.tables.milestones import NodeState, Step, returns
from dashboard.views.joint_meeting.states import MAIN_STATES, counts_in_words, main_state, state_counts, state_words

# Nodes that are done, by how they were.
REACHED = {NodeState.IN_TIME: "按期", NodeState.REACHED_LATE: "晚到", NodeState.CLOSED_ALONG: "随销号"}


def matter_sentences(given: Context) -> tuple[str, ...]:
    """The counts by state, the nodes that were due, every matter in trouble by name, the closed ones."""
    found = given_matters(given)
    if not found:
        return (nothing_listed(given),)
    closed = [one for one in found if not one.is_open]
    pressing = sorted(
        (one for one in found if main_state(one) in PRESSING), key=lambda one: MAIN_STATES.index(main_state(one))
    )
    told = steps(given.warehouse, [one.decision_id for one in found], given.between.day)
    return (
        _counts(given, found, closed),
        _states([one for one in found if one.is_open]),
        _nodes(given, found),
        *((f"受阻、超期和无进展的事项{len(pressing)}项：",) if pressing else ()),
        *numbered(map(_in_trouble, pressing)),
        *((f"销号的事项{len(closed)}项：",) if closed else ()),
        *numbered(_closed(one, told[one.decision_id]) for one in closed),
    )


def _closed(one: Standing, told: Sequence[Step]) -> str:
    """How the matter was closed, and that it had been sent back before where it was."""
    back = (f"{day_words(one.closed_on)}报销号，{day_words(one.reported_on)}退回" for one in returns(told))
    return tight("，".join((named(one), state_words(one), *back)))


def _counts(given: Context, found: Sequence[Standing], closed: Sequence[Standing]) -> str:
    since = f"{day_words(given.between.since)}上次会议以来，" if given.before else ""
    late = sum(one.closed_on is not None and one.closed_on > one.original_due_on for one in closed)
    how = counted((("按期", len(closed) - late), ("晚于期限", late)), "项")
    own = sum(one.meeting_id == given.meeting.meeting_id for one in found)
    return sentence(
        f"{since}列入办理的议定事项共{len(found)}项，截至{day_words(given.between.day)}，"
        + (f"完成销号{len(closed)}项（{how}），" if closed else "尚无事项销号，")
        + f"未完成{len(found) - len(closed)}项，"
        + (f"其中本次会议新议定{own}项" if own else nothing_decided(given))
    )


def _states(still: Sequence[Standing]) -> str:
    if not still:
        return "没有在办事项，没有受阻、超期或无进展的事项。"
    counts = state_counts(still)
    calm = [(state, counts[state]) for state in ("正常推进", "新议定")]
    told = "、".join(filter(None, (*counts_in_words(still), counted(calm, "项"))))
    return sentence(tight(f"在办事项中，{told}"))


def _nodes(given: Context, found: Sequence[Standing]) -> str:
    """How many of the nodes that were due by the day were reached, in time or late, and how many are late."""
    due = Counter(
        one.state_of(node)
        for one in found
        for node in one.nodes
        if node.planned_on and node.planned_on <= given.between.day
    )
    if not due:
        return "截至会议当天没有到期的办理节点，或未填报。"
    done = {name: due[state] for state, name in REACHED.items()}
    passed, still = due[NodeState.PASSED], due[NodeState.LATE] + due[NodeState.NOT_DUE]
    how = counted(done.items(), "个")
    told = (
        f"已到期的办理节点{due.total()}个",
        f"完成{sum(done.values())}个（{how}）" if how else "均未按要求完成",
        f"后续节点已到而未填报{passed}个" if passed else "",
        f"未完成{still}个",
    )
    return sentence("，".join(filter(None, told)))


def named(one: Standing) -> str:
    """The matter as a report names it: matters of one title in two villages are told apart by the place."""
    return with_place(one.title, one.area_name, one.responsible_unit)


def _in_trouble(one: Standing) -> str:
    why = f"原因：{one.note}" if one.note else "原因未填报"
    how = f"{tight(state_words(one))}，{_promise(one)}，进度{one.progress_pct}%"
    return f"{named(one)}，{how}，{why}"


def _promise(one: Standing) -> str:
    """The day first promised, and the one that it was moved to."""
    first = f"{day_words(one.original_due_on)}前办结"
    if one.due_on == one.original_due_on:
        return first
    return f"原定{first}，第{one.plan_changes}次调整到{day_words(one.due_on)}"


def next_sentences(given: Context, asked: Sequence[Request]) -> tuple[str, ...]:
    """What is to be done about every open matter, by whom and by when, then what the meeting is asked to decide."""
    found = [one for one in given_matters(given) if one.is_open]
    head = (f"抓好{len(found)}项在办事项的办理：",) if found else ("没有在办事项需要接着办理。",)
    return (*head, *numbered(map(_to_do, found)), *_asked(given, asked))


def _asked(given: Context, asked: Sequence[Request]) -> tuple[str, ...]:
    """Before the meeting what it is asked to decide; after it nothing is asked."""
    if not given.is_before:
        return ()
    if not asked:
        return ("按现有数据没有需要提请会议议定的事项。",)
    return (f"提请会议议定{len(asked)}项：", *numbered(map(research, asked)))


def _to_do(one: Standing) -> str:
    """The matter with its unit, its next node and its end; days that have passed are told as what has to be caught up."""
    who = f"由{one.responsible_unit}负责" if one.responsible_unit else "责任单位待明确，"
    node = one.following
    step = ""
    if node and node.due_on and node.due_on >= one.day:
        step = f"{day_words(node.due_on)}前完成“{node.name}”节点"
    elif one.next_node:
        step = f"抓紧完成“{one.next_node}”节点"
    end = f"{day_words(one.due_on)}前办结" if one.due_on >= one.day else "重新明确完成时限，尽快办结"
    return "，".join(filter(None, (f"{who}{with_place(one.title, one.area_name, '')}", step, end)))
