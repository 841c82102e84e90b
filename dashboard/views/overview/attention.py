"""Turns cases that need attention into lines of a list: what, where, by when, and the page that shows more."""

from collections.abc import Container

from dashboard.metrics.attention import LISTED, Case, Inspection, foremost, inspect
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.overview.cases import Attention, line_of


def attention_title(count: int, judged: int) -> str:
    """How many matters there are and how many are listed; whether there was anything to judge by."""
    if not judged and not count:
        return "本期没有可供判断的填报数据"
    if not count:
        return "按现行规则，本期没有需要关注的事项"
    return f"需要关注的事项{count}件" + (f"，先列{LISTED}件" if count > LISTED else "")


@remembered
def attention_items(
    warehouse: Warehouse, selection: Selection, *, without: Container[str] = ()
) -> tuple[str, tuple[Attention, ...]]:
    """The title of the list and its lines, the most urgent first; the rules named in `without` give none."""
    inspection = inspect(warehouse, selection)
    lines = tuple(line for line, _ in foremost_lines(warehouse, selection, without=without))
    return attention_title(len(_cases(inspection, without)), inspection.judged), lines


def _cases(inspection: Inspection, without: Container[str]) -> list[Case]:
    return [case for case in inspection.cases if case.rule.name not in without]


def foremost_lines(
    warehouse: Warehouse, selection: Selection, *, without: Container[str] = ()
) -> tuple[tuple[Attention, Case], ...]:
    """The lines with their cases, the most urgent first; the rules named in `without` give none."""
    cases = _cases(inspect(warehouse, selection), without)
    return tuple((line_of(warehouse, case, selection), case) for case in foremost(cases))
