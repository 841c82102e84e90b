"""A question → what bears such a name: pages, areas, enterprises that may be named, decided matters, definitions, forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dashboard.metrics.areas import area
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.links import definition_address, page_address
from dashboard.questions.normal import normal
from dashboard.questions.pages import PAGES
from dashboard.questions.reading import Read
from dashboard.tables.dictionary import forms
from dashboard.tables.named import disclosed_names, matters_named
from dashboard.tables.registers import published_facts
from dashboard.views.links import address

MOST_OF_A_KIND = 5
# A word of so many signs is looked for in the titles of matters; a shorter one is in too many.
SHORTEST = 2


@dataclass(frozen=True)
class Entry:
    """Something that is called so: what kind it is, its name, a word on it, and where it is shown."""

    kind: str
    name: str
    note: str
    address: str


def entries(warehouse: Warehouse, read: Read) -> tuple[Entry, ...]:
    """What bears a name that is asked for, at most a few of each kind."""
    kinds = (_pages, _areas, _enterprises, _matters, _published, _definitions, _forms)
    return tuple(one for find in kinds for one in islice(find(warehouse, read), MOST_OF_A_KIND))


def _senses(read: Read, kind: str) -> dict[str, None]:
    return dict.fromkeys(sense.value for one in read.segments for sense in one.senses if sense.kind == kind)


def _words(read: Read) -> tuple[str, ...]:
    """What titles are looked through for: the whole question, and what of it is no known word."""
    return tuple(dict.fromkeys(word for word in (read.text, *read.unknown) if len(word) >= SHORTEST))


def _has(title: str, words: tuple[str, ...]) -> bool:
    plain = normal(title)
    return any(word in plain for word in words)


def _pages(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    for name in _senses(read, "page"):
        yield Entry("页面", PAGES[name].title, "", page_address(warehouse, name, read.areas[0]))


def _areas(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    for code in _senses(read, "area"):
        place = area(warehouse, code)
        yield Entry("区域", place.name, place.path, page_address(warehouse, "overview", code))


def _enterprises(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    named = disclosed_names(warehouse)
    told = _senses(read, "enterprise")
    for name, code in named.items():
        if name in told or _has(name, _words(read)):
            query = {"area": code, "open": "enterprises"}
            yield Entry("企业", name, area(warehouse, code).name, address(warehouse, "park_output", query))


def _matters(warehouse: Warehouse, read: Read) -> Iterator[Entry]:
    words = _words(read)
    for matter in matters_named(warehouse) if words else ():
        if _has(matter.title, words):
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
    for form in forms(warehouse):
        if normal(form.label) in read.text or _has(form.label, _words(read)):
            yield Entry(
                "报表", form.label, form.row_is, address(warehouse, "glossary", {"open": "forms", "form": form.name})
            )
