"""Finds what the modules of `slides` declare; whatever a kind of slide lacks is said here, when it is imported."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from dashboard.meeting import slides
from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.layouts import UnknownLayout, layout
from dashboard.meeting.slide import Slide

APPENDIX = "附录"
ROOM = "dashboard/meeting/slides"


class IncompleteSlide(Exception):
    """A kind of slide lacks what it needs; the text names its module and what is missing."""


def declared() -> tuple[SlideKind, ...]:
    """The kinds of all modules of `slides`, in their order. Raises IncompleteSlide."""
    modules = [import_module(f"{slides.__name__}.{found.name}") for found in iter_modules(slides.__path__)]
    for module in modules:
        if not isinstance(getattr(module, "SLIDE", None), SlideKind):
            raise IncompleteSlide(f"{_file(module.__name__)} declares no SLIDE = SlideKind(…)")
    return checked([module.SLIDE for module in modules])


def checked(kinds: Sequence[SlideKind]) -> tuple[SlideKind, ...]:
    """The kinds in their order. Raises IncompleteSlide where one has no layout or shares name or place with another."""
    for kind in kinds:
        where = f"{_file(kind.name)}: {kind.name!r}"
        if not kind.layouts:
            raise IncompleteSlide(f"{where} names no layout")
        for name in kind.layouts:
            try:
                layout(name)
            except UnknownLayout as error:
                raise IncompleteSlide(f"{where}: {error}") from error
        if not kind.title:
            raise IncompleteSlide(f"{where} has no title")
        for other in kinds:
            if other is not kind and (other.name == kind.name or other.place == kind.place):
                raise IncompleteSlide(f"{where} has the name or the place of {other.name!r}")
    return tuple(sorted(kinds, key=lambda kind: kind.place))


def _file(name: str) -> str:
    return f"{ROOM}/{name.rpartition('.')[-1]}.py"


KINDS = {kind.name: kind for kind in declared()}


def made(given: Context) -> Iterator[Slide]:
    """The slides of the meeting in order, all but those that are made of other slides."""
    for kind in KINDS.values():
        if kind.make is not None:
            yield from (of_kind(kind.name, slide) for slide in kind.make(given))


def of_kind(name: str, slide: Slide) -> Slide:
    """The slide as one of the kind. Raises ValueError for a layout that the kind does not declare."""
    kind = KINDS[name]
    chosen = slide.layout or kind.layouts[0]
    if chosen not in kind.layouts:
        raise ValueError(f"{slide.key!r} takes the layout {chosen!r}, which {_file(name)} does not declare")
    is_behind = kind.is_appendix or slide.is_appendix
    return replace(slide, kind=name, layout=chosen, name=slide.name or kind.title, is_appendix=is_behind)


def listed_under(slide: Slide) -> str:
    """What the presenter's list has the slide under: its own name, or its part of the agenda."""
    if slide.is_appendix:
        return APPENDIX
    kind = KINDS[slide.kind]
    return slide.name if kind.is_listed_by_name or not kind.section else kind.section


def section_of(slide: Slide) -> str:
    """The part of the meeting that the slide belongs to, its own name where it belongs to none."""
    if slide.is_appendix:
        return APPENDIX
    kind = KINDS.get(slide.kind)
    return (kind.section or kind.title) if kind else slide.name or slide.key
