"""A question → what bears such a name: pages, areas, enterprises that may be named, decided matters, definitions, forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dashboard.metrics.areas import area
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.links import definition_address, page_address
from dashboard.questions.normal import normal
from dashboard.questions.outcome import Read
from dashboard.questions.pages import PAGES
from dashboard.tables.dictionary import forms
from dashboard.tables.meetings import joint_meetings
from dashboard.tables.named import disclosed_names, matters_named
from dashboard.tables.registers import published_facts
from dashboard.text.periods import month_day
from dashboard.views.links import address, profile

MOST_OF_A_KIND, MOST_MEETINGS = 5, 3
# A word of so many signs is looked for in the titles of matters; a shorter one is in too many.
SHORTEST = 2
# What is asked about whatever is called so, and is no part of its name.
ASIDE = ("responsible", "filler")


@dataclass(frozen=True)
class Entry:
    """Something that is called so: what kind it is, its name, a word on it, and where it is shown."""

    kind: str
    name: str
    note: str
    address: str


def entries(warehouse: Warehouse, read: Read) -> tuple[Entry, ...]:
    """What bears a name that is asked for, at most a few of each kind."""
    kinds = (_meetings, _pages, _areas, _enterprises, _matters, _published, _definitions, _forms)
    return tuple(one for find in kinds for one in islice(find(warehouse, read), MOST_OF_A_KIND))


def _senses(read: Read, kind: str) -> dict[str, None]:
    return dict.fromkeys(sense.value for one in read.segments for sense in one.senses if sense.kind == kind)


def _words(read: Read) -> tuple[str, ...]:
    """What titles are looked through for: the whole question, and what of it is no known word."""
    rest = "".join(one.text for one in read.segments if not any(sense.kind in ASIDE for sense in one.senses))
    return tuple(dict.fromkeys(word for word in (read.text, rest, *read.unknown) if len(word) >= SHORTEST))


def _longest(title: str, words: tuple[str, ...]) -> int:
    """How long the longest of the words is that stand in a title; 0 where none does."""
    plain = normal(title)
    return max((len(word) for word in words if word in plain), default=0)


def _has(title: str, words: tuple[str, ...]) -> bool:
    return _longest(title, words) > 0


def _meetings(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    """The last joint meetings of the area, the latest first."""
    if _senses(read, "meeting"):
        for held in joint_meetings(warehouse, read.areas[0])[:MOST_MEETINGS]:
            told = f"议定{held.decisions}项" if held.decisions else "没有议定事项"
            note = told
            name = f"{held.area_name}{held.held_on.year}年{month_day(held.held_on)}{held.kind}"
            yield Entry("会议", name, note, page_address(warehouse, "joint_meeting", held.area_code))


def _pages(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    names = _senses(read, "page")
    # What a word means that no metric is called by stands among the definitions, if anywhere.
    if read.asked is None and read.asks("definition"):
        names |= {"glossary": None}
    for name in names:
        yield Entry("页面", PAGES[name].title, "", page_address(warehouse, name, read.areas[0]))


def _areas(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    for code in _senses(read, "area"):
        place = area(warehouse, code)
        yield Entry("区域", place.name, place.path, profile(warehouse, code, {}))


def _enterprises(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    named = disclosed_names(warehouse)
    told, words = _senses(read, "enterprise"), _words(read)
    for name, code in named.items():
        if name in told or _has(name, words):
            yield Entry("企业", name, area(warehouse, code).name, profile(warehouse, code, {}, name))


def _matters(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    words = _words(read)
    held = joint_meetings(warehouse, read.areas[0])[:1] if _senses(read, "meeting") else ()
    decided = {(one.area_code, one.held_on) for one in held}
    every = matters_named(warehouse) if words or held else ()
    for matter in sorted(every, key=lambda one: -_longest(one.title, words)):
        if (matter.district_code, matter.decided_on) in decided or _has(matter.title, words):
            note = f"{matter.responsible_unit} · {matter.status}"
            yield Entry("事项", matter.title, note, page_address(warehouse, "joint_meeting", matter.district_code))


def _published(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    """What documents print of the areas that are named, with the words that leave it open: 超30亿元."""
    named = _senses(read, "area")
    for fact in published_facts(warehouse):
        if fact.area_code in named and normal(fact.measure) in read.text:
            note = f"《{fact.document_title}》"
            link = address(warehouse, "published_facts", {})
            yield Entry("公开数据", f"{fact.entity}{fact.measure} {fact.qualified.text()}", note, link)


def _definitions(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    told = {sense.value for one in read.segments for sense in one.senses[:1] if sense.kind == "metric"}
    for name in METRICS:
        if name in told:
            metric = METRICS[name]
            yield Entry("口径", metric.label, metric.definition, definition_address(warehouse, name))


def _forms(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    words = _words(read)
    for form in forms(warehouse):
        if normal(form.label) in read.text or _has(form.label, words):
            yield Entry(
                "报表", form.label, form.row_is, address(warehouse, "glossary", {"open": "forms", "form": form.name})
            )
