"""A question for projects → which of them, in which state, at the end of which period."""

from dataclasses import replace

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.heard import Heard
from dashboard.questions.normal import pair
from dashboard.questions.outcome import Read
from dashboard.questions.project_words import LATE
from dashboard.questions.segment import Segment
from dashboard.questions.spans import spans
from dashboard.questions.times import clock

MART = "project_months"
NO_PROJECTS = "项目只能按区域、类别和状态列出，没有作答；各项目的节点和进度见“资产项目”"


def of_projects(
    warehouse: Warehouse,
    text: str,
    found: tuple[Segment, ...],
    said: Heard,
    places: tuple[str, ...],
    unknown: tuple[str, ...],
    here: Selection,
) -> Read:
    """The projects that are asked for; none where a condition is said that their register cannot keep."""
    times = spans(said.times, said.joins, clock(warehouse, here))
    kinds = tuple(part for values in said.part_words for column, part in map(pair, values[1]) if column == "kind")
    period = times[-1].last if times else here.period
    kept = (
        said.projects[-1] if len(set(said.projects)) == 1 else next((one for one in said.projects if one != "all"), "")
    )
    is_late = bool(said.named) and LATE.issuperset(said.named)
    kept = "late" if is_late and kept == "all" else kept
    told = Read(
        text, found, None, (), places, unknown, projects=kept, kinds=kinds, period=period, is_within=bool(times)
    )
    conditions = [*(limit.text for limit in said.limits), *said.orders, said.rising, said.falling, said.level]
    is_kept = (
        not any(conditions)
        and len(places) == 1
        and len(kinds) == len(said.part_words)
        and not (unknown or (said.is_firm and not is_late) or _is_of_other(said))
    )
    return told if is_kept else replace(told, projects="", refusal=NO_PROJECTS)


def _is_of_other(said: Heard) -> bool:
    """Whether some word is of other things than projects: 签约了几个项目."""
    return any(all(METRICS[sense.value].mart != MART for sense in senses) for senses in said.metrics)
