"""A question typed in Chinese → its answer: the figure in words with a picture, what was understood, and where to read on."""

from dataclasses import dataclass, replace

from dashboard.metrics.areas import areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.choices import Part, parts, with_metric
from dashboard.questions.found import Entry, entries
from dashboard.questions.links import Link, links_of
from dashboard.questions.normal import LONGEST, is_longer, normal
from dashboard.questions.pictures import picture
from dashboard.questions.reading import Read, read
from dashboard.questions.sentences import others
from dashboard.questions.understood import Understood, area_word, written
from dashboard.views.remembered import remembered
from dashboard.views.view import View, definition_of

# What an empty box offers, and what is offered where an area alone was named.
USUAL = ("events_accepted", "closure_rate", "overdue_open", "gross_output", "employees")
EXAMPLES = ("哪个网格超期最多", "近四季总产值分行业", "办结率 同比", "各村 常住人口 排名", "求人倍率是什么意思")
NOT_UNDERSTOOD = "没有认出要问的指标"
FOUND = "按名称找到"
ASK = "请输入要问的指标、区域和时期"


@dataclass(frozen=True)
class Answer:
    """What is told: a `title`, `lines` below it, and a `view` whose finding is the answer where there is a figure.

    `parts` are the words that were understood; `near` are other questions that may have been meant, as words → question.
    """

    text: str
    title: str
    lines: tuple[str, ...] = ()
    view: View | None = None
    parts: tuple[Part, ...] = ()
    near: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()
    entries: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()


@remembered
def answer(warehouse: Warehouse, typed: str, here: Selection) -> Answer:
    """The answer to the question on a page that shows `here`. Never raises for what is typed."""
    if not normal(typed):
        return Answer("", ASK, near=tuple((example, example) for example in EXAMPLES))
    found = read(warehouse, typed, here)
    named = entries(warehouse, found)
    notes = (*found.notes, *_unknown(found, typed, bool(named)))
    if found.asked is None:
        return _unanswered(warehouse, found, named, notes, here)
    asked = found.asked
    is_defined = asked.form == "definition"
    view = picture(warehouse, asked)
    return Answer(
        text=found.text,
        title=asked.metric.label if is_defined or view is None else view.finding,
        lines=_definitions(asked) if is_defined else others(warehouse, asked),
        view=view,
        parts=parts(warehouse, asked),
        near=tuple((_difference(warehouse, one, asked), written(warehouse, one)) for one in found.near),
        links=links_of(warehouse, asked),
        entries=tuple(one for one in named if one.kind not in ("区域", "口径")),
        notes=notes,
    )


def _definitions(asked: Understood) -> tuple[str, ...]:
    first, *more = (METRICS[name] for name in asked.metrics)
    return (definition_of(first), *(f"{metric.label}：{definition_of(metric)}" for metric in more))


def _difference(warehouse: Warehouse, near: Understood, asked: Understood) -> str:
    """What is other in a near question: the metric where that is, or else the areas with their path."""
    if near.metrics != asked.metrics:
        return METRICS[near.metrics[0]].label
    register = areas(warehouse)
    return "、".join(register[code].path for code in near.areas if code not in asked.areas)


def _unknown(found: Read, typed: str, has_names: bool) -> tuple[str, ...]:
    told = []
    if found.unknown and not has_names:
        told.append(f"没有认出：{'、'.join(f'“{word}”' for word in found.unknown)}")
    if is_longer(typed):
        told.append(f"只读了前 {LONGEST} 个字")
    return tuple(told)


def _unanswered(
    warehouse: Warehouse, found: Read, named: tuple[Entry, ...], notes: tuple[str, ...], here: Selection
) -> Answer:
    """That no metric was understood, with what bears such a name and the nearest questions."""
    near = found.near or (_usual(warehouse, found, here) if named else ())
    offered = tuple((_short(warehouse, one), written(warehouse, one)) for one in near)
    return Answer(
        text=found.text,
        title=f"{FOUND} {len(named)} 处" if named else NOT_UNDERSTOOD,
        near=offered or tuple((example, example) for example in EXAMPLES),
        entries=named,
        notes=notes,
    )


def _short(warehouse: Warehouse, asked: Understood) -> str:
    """A question in few words: where and what."""
    return " ".join((*(area_word(warehouse, code) for code in asked.areas), asked.metric.label))


def _usual(warehouse: Warehouse, found: Read, here: Selection) -> tuple[Understood, ...]:
    """What is usually asked of an area."""
    first = read(warehouse, METRICS[USUAL[0]].label, here).asked
    if first is None:
        return ()
    placed = replace(first, areas=found.areas)
    return tuple(with_metric(replace(placed, metrics=(name,)), name) for name in USUAL)
