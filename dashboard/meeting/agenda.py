"""Turns slides into the agenda of their meeting."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.meeting.kinds import KINDS
from dashboard.meeting.slide import Slide


@dataclass(frozen=True)
class AgendaItem:
    """A part of the meeting: its name, and how many subjects its pages tell of, counted by that word (none: uncounted)."""

    name: str
    count: int
    counted: str


def agenda_items(slides: Iterable[Slide]) -> tuple[AgendaItem, ...]:
    """The parts of the meeting in the order of their pages."""
    counts: dict[str, int] = {}
    words: dict[str, str] = {}
    for slide in slides:
        kind = KINDS[slide.kind]
        if kind.section and not slide.is_appendix:
            counts[kind.section] = counts.get(kind.section, 0) + len(slide.subjects)
            words[kind.section] = words.get(kind.section) or kind.counted
    return tuple(AgendaItem(name, count, words[name]) for name, count in counts.items())


def agenda(slides: Iterable[Slide]) -> str:
    """The agenda on one line, with the number of themes and matters."""
    return " → ".join(
        f"{one.name}（{one.count}{one.counted}）" if one.count and one.counted else one.name
        for one in agenda_items(slides)
    )
