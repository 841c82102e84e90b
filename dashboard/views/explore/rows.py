"""An opened question → its rows and columns with title, subtitle and footer, as files and the page show them."""

from dashboard.metrics.warehouse import Warehouse
from dashboard.text.joined import Measured
from dashboard.text.periods import period_range
from dashboard.views.explore.answer import Answer, adds_over_time
from dashboard.views.explore.offered import dimension_names
from dashboard.views.explore.opened import Opened
from dashboard.views.explore.pivot import Pivot, as_table
from dashboard.views.explore.sentence import places_words, sentence
from dashboard.views.kinds.lines import joint_footer
from dashboard.views.table import Footer, Table
from dashboard.views.view import footer, measured

Listed = tuple[str, str, Table, Footer]
OWN_TOTAL = "区域和分组的合计是上一级自己的数，与明细一同决定能否公开，不由可见的数相加"
TIME_TOTAL = "时期的合计只在各期都有数时相加"
MIXED = "以各自单位计"


def listed_rows(warehouse: Warehouse, shown: Opened) -> Listed:
    """Title, subtitle, rows and footer."""
    question, metrics = shown.question, shown.answer.metrics
    by = f"按{dimension_names(question.metrics)[question.by]}" if question.by else ""
    return (
        sentence(warehouse, question),
        Measured(
            "、".join(measured(metric) for metric in metrics),
            period_range(question.since, question.until),
            places_words(warehouse, question),
            by,
        ),
        as_table(shown.pivot),
        rows_footer(warehouse, shown.answer, shown.pivot),
    )


def rows_footer(warehouse: Warehouse, answer: Answer, pivot: Pivot) -> Footer:
    """Where the figures come from and how they are defined, and what a total is where there is one."""
    answers = [(metric, answer.cells(metric.name)) for metric in answer.metrics]
    note = total_note(answer, pivot)
    if len(answers) > 1:
        return joint_footer(warehouse, answers, note)
    [(metric, cells)] = answers
    return footer(warehouse, metric, cells, note)


def total_note(answer: Answer, pivot: Pivot) -> str:
    """What the totals of a pivot are made of; empty where it has none."""
    members = (*pivot.columns, *(head for line in pivot.lines for head in line.heads))
    labels = {member.label for member in members if member.is_total}
    if not labels:
        return ""
    own = [answer.totals[axis].label for axis in ("area", "part") if axis in answer.totals]
    is_own, is_over_time = bool(labels.intersection(own)), all(map(adds_over_time, answer.metrics))
    return "；".join(filter(None, (OWN_TOTAL if is_own else "", TIME_TOTAL if is_over_time else "")))
