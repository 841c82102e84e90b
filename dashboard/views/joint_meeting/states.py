"""Turns matters into how many stand how: each counts for one state, and what else applies to it is said beside."""

from collections import Counter
from collections.abc import Callable, Sequence

from dashboard.tables.matters import Standing

NOTHING_LISTED, NODE_LATE = "这段时间没有在办事项", "节点滞后"
# From the most urgent to the least; an open matter counts for the first that holds.
TROUBLES: dict[str, Callable[[Standing], bool]] = {
    "受阻": lambda matter: matter.status == "受阻",
    "超期": lambda matter: matter.overdue_days > 0,
    "无进展": lambda matter: matter.is_unmoved,
    NODE_LATE: lambda matter: not matter.overdue_days and bool(matter.late_nodes),
}
MAIN_STATES = (*TROUBLES, "正常推进", "新议定", "销号")
# What counts for a more urgent state is no part of these, and their labels say so.
MARKED = {"超期": "超期（不含受阻）", "无进展": "无进展（不含受阻、超期）", NODE_LATE: "节点滞后（期限未到）"}


def main_state(matter: Standing) -> str:
    """The one state that a matter counts for: the most urgent one that applies."""
    if not matter.is_open:
        return "销号"
    return next(iter(troubles(matter)), "新议定" if matter.is_new else "正常推进")


def troubles(matter: Standing) -> tuple[str, ...]:
    """Everything that is wrong with a matter, the most urgent first; nothing is with a closed one."""
    return tuple(word for word, applies in TROUBLES.items() if matter.is_open and applies(matter))


def state_words(matter: Standing) -> str:
    """The state of a matter on one line: closed, or blocked, late, unmoved, opened again, or simply moving."""
    if matter.closed_on is not None:
        late = (matter.closed_on - matter.original_due_on).days
        return f"销号（晚{late}天）" if late > 0 else "销号（按期）"
    days = {"超期": matter.overdue_days}
    if matter.late_nodes:
        days[NODE_LATE] = matter.late_nodes[0].late_days(matter.day)
    clauses = ["重开"] * matter.is_reopened
    clauses += [f"{word}{days[word]}天" if word in days else word for word in troubles(matter)]
    return "、".join(clauses) or ("新议定" if matter.is_new and matter.status == "未启动" else matter.status)


def counts_in_words(matters: Sequence[Standing]) -> tuple[str, ...]:
    """How many matters each trouble applies to in all, with those that count for a more urgent one: `超期 4 项（含受阻 2 项）`."""
    told = []
    for word in TROUBLES:
        own = [matter for matter in matters if word in troubles(matter)]
        before = Counter(main_state(matter) for matter in own if main_state(matter) != word)
        crossed = f"（含{'、'.join(before)}{before.total()}项）" if before else ""
        if own:
            told.append(f"{word}{len(own)}项{crossed}")
    return tuple(told)


def items_finding(matters: Sequence[Standing]) -> str:
    """How many matters are open and were closed since, and what is wrong with how many of them."""
    if not matters:
        return NOTHING_LISTED
    still = sum(matter.is_open for matter in matters)
    closed = [f"销号{len(matters) - still}项"] if still < len(matters) else []
    text = "、".join((*closed, *counts_in_words(matters)))
    return f"{len(matters)}项事项，在办{still}项" + (f"；{text}" if text else "")


def once_words(matters: Sequence[Standing], joint: str = "：") -> str:
    """That every matter counts for one state, and how many are late in all where some of them count as blocked."""
    once = f"一项只计一类{joint}受阻先于超期，超期先于无进展，无进展先于节点滞后"
    both = sum(main_state(matter) == "受阻" and matter.overdue_days > 0 for matter in matters)
    late = sum("超期" in troubles(matter) for matter in matters)
    return f"{once}；超期共{late}项，其中{both}项计入受阻" if both else once


def state_counts(matters: Sequence[Standing]) -> dict[str, int]:
    """How many matters count for each state, in the order of urgency."""
    counts = Counter(map(main_state, matters))
    return {state: counts[state] for state in MAIN_STATES}


def state_label(state: str) -> str:
    """A state as the name of what counts for it alone."""
    return MARKED.get(state, state)
