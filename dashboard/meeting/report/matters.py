"""The parts of a report on decided matters: how many stand how, which are blocked or late and why, what comes next."""

from collections import Counter
from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.matters import PRESSING, given_matters, nothing_decided, nothing_listed
from dashboard.meeting.wording import counted, day_words, numbered, sentence, tight, with_place
from dashboard.tables.matters import Standing, steps
from dashboard.tables.milestones import NodeState, Step, returns
from dashboard.views.joint_meeting.states import MAIN_STATES, counts_in_words, main_state, state_counts, state_words

# Matters of a kind that are told one by one; a meeting of sixty has the others in its workbook.
NAMED = 10
WORKBOOK = "会议工作簿“全部事项”表"
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
        *numbered(map(_in_trouble, pressing[:NAMED])),
        *_others(pressing[NAMED:]),
        *((f"销号的事项{len(closed)}项：",) if closed else ()),
        *numbered(_closed(one, told[one.decision_id]) for one in closed[:NAMED]),
        *_others(closed[NAMED:]),
    )


def _others(left: Sequence[Standing]) -> tuple[str, ...]:
    """How many matters are not told here, and where each of them is."""
    if not left:
        return ()
    states = tight("、".join(counts_in_words(left)))
    return (sentence(f"其余{len(left)}项{f'中，{states}，' if states else ''}逐项列在{WORKBOOK}"),)


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
        return f"应于{first}"
    return f"原定{first}，第{one.plan_changes}次调整到{day_words(one.due_on)}"
