"""A question typed in Chinese → its answer: the figure in words with a picture, what was understood, and where to read on."""

from dataclasses import dataclass, replace

from dashboard.metrics.areas import areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.apart import amount_told, metrics_apart
from dashboard.questions.choices import Part, parts, with_metric
from dashboard.questions.crossed import crossed_lines
from dashboard.questions.elsewhere import elsewhere_note
from dashboard.questions.found import Entry, entries
from dashboard.questions.further import others
from dashboard.questions.late import late_told
from dashboard.questions.links import Link, links_of, page_address, target_link
from dashboard.questions.normal import LONGEST, is_longer, normal
from dashboard.questions.noted import places_note
from dashboard.questions.outcome import Read
from dashboard.questions.pictures import picture
from dashboard.questions.reading import USUAL, read
from dashboard.questions.single import projects_told, single_told
from dashboard.questions.told import areas_counted, areas_told, targets_told, unsent_told
from dashboard.questions.understood import Understood, area_word
from dashboard.questions.writing import written
from dashboard.views.view import View, definition_of

# What an empty box offers, and what is offered where an area alone was named.
EXAMPLES = ("哪个网格超期最多", "近四季总产值分行业", "办结率 同比", "各村 常住人口 排名", "用工供需比是什么意思")
NOT_UNDERSTOOD = "没有认出要问的指标"
FOUND = "按名称找到"
OF_ENTERPRISE = "单个企业的数多不公开，公开的见企业档案"
ALONE = "没有可接着问的上一问，请连同指标一起问"
UNITS_ONLY = "只登记责任单位，不登记个人；单位见所列的事项和清单"
ASK = "请输入要问的指标、区域和时期"


@dataclass(frozen=True)
class Answer:
    """What is told: a `title`, `lines` below it, and a `view` whose finding is the answer where there is a figure.

    `parts` are the words that were understood; `near` are other questions that may have been meant, as words → question.
    `question` are the words that ask for just that, from which the next may go on, as this one did where it `is_follow`.
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
    question: str = ""
    is_follow: bool = False


@remembered
def answer(warehouse: Warehouse, typed: str, here: Selection, after: str = "") -> Answer:
    """The answer to the question on a page that shows `here`; one that goes on from the question `after` is read with it.

    Never raises for what is typed.
    """
    if not normal(typed):
        return Answer("", ASK, near=tuple((example, example) for example in EXAMPLES))
    found = read(warehouse, typed, here, after)
    named = entries(warehouse, found)
    held = (UNITS_ONLY,) if found.asks("responsible") else ()
    notes = (*found.notes, *_unknown(found, typed, named), *held)
    if found.asked is None or _is_of_enterprise(found, named):
        return _unanswered(warehouse, found, named, notes, here)
    asked = found.asked
    view = None if asked.late else picture(warehouse, asked)
    title, lines = _told(warehouse, found, asked, view)
    return Answer(
        text=found.text,
        title=title,
        lines=lines,
        view=view,
        parts=parts(warehouse, asked),
        near=tuple((_difference(warehouse, one, asked), written(warehouse, one)) for one in found.near),
        links=links_of(warehouse, asked),
        entries=tuple(one for one in named if one.kind not in ("区域", "口径")),
        notes=(*notes, *places_note(warehouse, asked), *elsewhere_note(warehouse, asked)),
        question=written(warehouse, asked),
        is_follow=found.is_follow,
    )


def _told(warehouse: Warehouse, found: Read, asked: Understood, view: View | None) -> tuple[str, tuple[str, ...]]:
    """The sentence that answers, and those below it."""
    if asked.late:
        return late_told(warehouse, asked, asked.late)
    if view is None:
        return asked.metric.label, _definitions(asked)
    lines = (
        *amount_told(warehouse, asked),
        *_single(warehouse, found, asked),
        *others(warehouse, asked),
        *metrics_apart(warehouse, asked),
        *crossed_lines(warehouse, asked),
    )
    return view.finding, lines


def _single(warehouse: Warehouse, found: Read, asked: Understood) -> tuple[str, ...]:
    is_of_things = asked.form == "figure" or (asked.form == "parts" and bool(asked.parts) and not asked.is_share)
    return single_told(warehouse, asked) if found.is_list and is_of_things else ()


def _is_of_enterprise(found: Read, named: tuple[Entry, ...]) -> bool:
    """Whether the figure of a single enterprise is asked for, and not of an area: its profile has what is public."""
    told = any(sense.kind == "enterprise" for one in found.segments for sense in one.senses[:1])
    return told and not any(sense.kind == "area" for one in found.segments for sense in one.senses)


def _definitions(asked: Understood) -> tuple[str, ...]:
    first, *more = (METRICS[name] for name in asked.metrics)
    return (definition_of(first), *(f"{metric.label}：{definition_of(metric)}" for metric in more))


def _difference(warehouse: Warehouse, near: Understood, asked: Understood) -> str:
    """What is other in a near question: the metric where that is, or else the areas with their path."""
    if near.metrics != asked.metrics:
        return METRICS[near.metrics[0]].label
    register = areas(warehouse)
    return "、".join(register[code].path for code in near.areas if code not in asked.areas)


def _unknown(found: Read, typed: str, named: tuple[Entry, ...]) -> tuple[str, ...]:
    """The words that were not understood; a word by which something was found is understood."""
    told = []
    titles = "".join(normal(one.name) for one in named)
    words = [word for word in found.unknown if found.asked is not None or word not in titles]
    if words:
        told.append(f"没有认出：{'、'.join(f'“{word}”' for word in words)}")
    if is_longer(typed):
        told.append(f"只读了前{LONGEST}个字")
    return tuple(told)


def _unanswered(
    warehouse: Warehouse, found: Read, named: tuple[Entry, ...], notes: tuple[str, ...], here: Selection
) -> Answer:
    """That no metric was understood, with what bears such a name and the nearest questions; or what else was asked for."""
    near = found.near or (_usual(warehouse, found, here) if named or found.level else ())
    links: tuple[Link, ...] = ()
    offered = tuple((_short(warehouse, one), written(warehouse, one)) for one in near)
    title, lines = f"{FOUND} {len(named)}处" if named else NOT_UNDERSTOOD, tuple[str, ...]()
    is_of_matter = found.asks("responsible") and any(one.kind == "事项" for one in named)
    if found.refusal and not is_of_matter:
        title = found.refusal
    elif found.asks("meeting") and named and named[0].kind == "会议":
        title = f"最近一次是{named[0].name}，{named[0].note}"
    elif found.projects:
        title, lines = projects_told(
            warehouse, found.areas[0], found.period, found.projects, found.kinds, is_within=found.is_within
        )
        links = (Link("看资产项目", page_address(warehouse, "assets_projects", found.areas[0], found.period)),)
    elif found.wanted and found.asks("unsent"):
        title, lines = unsent_told(warehouse, found.areas[0], found.wanted)
        links = (Link("看数据填报", page_address(warehouse, "filing", found.areas[0])),)
    elif found.wanted:
        title, lines = targets_told(warehouse, found.areas[0], found.wanted)
        links = (target_link(warehouse, found.areas[0], here.period),)
    elif found.level and not named or found.level and all(one.kind == "区域" for one in named):
        is_one = len(found.areas) == 1
        told = areas_told(warehouse, found.areas[0], found.level)
        title = told if is_one else areas_counted(warehouse, found.areas, found.level)
    elif found.asked is not None:
        title = OF_ENTERPRISE
    return Answer(
        text=found.text,
        title=title,
        lines=lines,
        near=() if links else offered or tuple((example, example) for example in EXAMPLES),
        links=links,
        entries=named,
        notes=(
            *notes,
            *((ALONE,) if found.text.endswith("呢") and found.asked is None and not found.is_follow else ()),
        ),
        is_follow=found.is_follow,
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
