"""Turns cases that need attention into lines of a list: what, where, by when, and the page that shows more."""

from collections.abc import Container

from dashboard.metrics.attention import LISTED, OF_ONE_KIND, Case, Inspection, foremost, inspect
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.attention.matters import matters
from dashboard.views.overview.cases import Attention, line_of

# How those listed first were chosen, said where there are more.
ORDER = f"超期的在前，按天数由多到少，同一规则先列{OF_ONE_KIND}件。"


def attention_title(count: int, judged: int) -> str:
    """How many matters there are and how many are listed; whether there was anything to judge by."""
    if not judged and not count:
        return "本期没有可供判断的填报数据"
    if not count:
        return "按现行规则，本期没有需要关注的事项"
    return f"需要关注的事项{count}件" + (f"，先列{LISTED}件" if count > LISTED else "")


@remembered
def attention_items(warehouse: Warehouse, selection: Selection) -> tuple[str, tuple[Attention, ...]]:
    """The title of the list and its first lines, in the order of the whole list, each with for how long it has been so."""
    found = matters(warehouse, selection)
    title = attention_title(len(found), inspect(warehouse, selection).judged)
    first = {case.key for case in foremost([one.case for one in found])}
    return title, tuple(one.lasting_line for one in found if one.key in first)


def title_without(warehouse: Warehouse, selection: Selection, without: Container[str]) -> str:
    """The title of the list that the rules named in `without` give nothing to."""
    inspection = inspect(warehouse, selection)
    return attention_title(len(_cases(inspection, without)), inspection.judged)


def _cases(inspection: Inspection, without: Container[str]) -> list[Case]:
    return [case for case in inspection.cases if case.rule.name not in without]


def foremost_lines(
    warehouse: Warehouse, selection: Selection, *, without: Container[str] = ()
) -> tuple[tuple[Attention, Case], ...]:
    """The lines with their cases, rule by rule; the rules named in `without` give none."""
    cases = _cases(inspect(warehouse, selection), without)
    return tuple((line_of(warehouse, case, selection), case) for case in foremost(cases))
