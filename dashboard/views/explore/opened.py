"""A link, or a view that was saved → everything that the page shows of it: question, answer, pivot, picture, notice."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.explore.answer import Answer, answered
from dashboard.views.explore.pivot import Pivot, pivot
from dashboard.views.explore.proposed import KINDS, fitting, proposed, shape_of
from dashboard.views.explore.question import AUTO, Question
from dashboard.views.explore.reading import Replaced, order_column, read_question


@dataclass(frozen=True)
class Opened:
    """A question that can be asked, its answer in rows and columns, and how it is drawn.

    `kind` is the picture (the proposed one where the question leaves it open), `fitting` are all that would do, code →
    word; `replaced` tells what the link asked for in vain.
    """

    question: Question
    answer: Answer
    pivot: Pivot
    kind: str
    proposed: str
    fitting: Mapping[str, str]
    replaced: tuple[Replaced, ...]


def opened(warehouse: Warehouse, query: Mapping[str, str], default: Question) -> Opened:
    """What a link with these parameters opens; whatever cannot be had is replaced and told."""
    read = read_question(warehouse, query, default, {code: kind.label for code, kind in KINDS.items()})
    question, notes = read.question, list(read.replaced)
    answer = answered(warehouse, question)
    shape = shape_of(warehouse, answer)
    offered, usual = fitting(shape), proposed(shape)
    if question.kind not in (AUTO, *offered):
        kind = KINDS[question.kind]
        notes.append(Replaced("图形", kind.label, f"要{kind.needs}，已改为{KINDS[usual].label}"))
        question = replace(question, kind=AUTO)
    shown = _shown(warehouse, question)
    if question.order and order_column(question.order, len(shown.columns)) is None:
        notes.append(Replaced("排序", question.order, "没有这一列，已改为原顺序"))
        question = replace(question, order="")
    return Opened(
        question, answer, shown, usual if question.kind == AUTO else question.kind, usual, offered, tuple(notes)
    )


@remembered
def _shown(warehouse: Warehouse, question: Question) -> Pivot:
    """The rows and columns of a question that was asked before."""
    return pivot(answered(warehouse, question))
