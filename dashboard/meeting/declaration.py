"""What a module of `slides` declares of its kind of slide: `SLIDE = SlideKind(…)`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.meeting.context import Context
from dashboard.meeting.slide import Slide


@dataclass(frozen=True, kw_only=True)
class SlideKind:
    """One kind of slide: where it stands and is named, how it is drawn, and what makes its slides of a meeting.

    `place` puts the kinds in order (ten apart, so that others go between). `section` is its part of the agenda, empty
    where it is none; `counted` the word by which the subjects of that part are counted. `title` is what a page without
    a name of its own is called beside the deck; `is_listed_by_name` tells whether the presenter's list has it under its own name
    instead of its section. Pages of the `is_appendix` stand behind the others and are left out when the meeting is shown. `layouts` are those that its slides may take, the usual one first. `make` is None where
    something else than a meeting makes it: the cover is made of the other slides, corrections of two editions.
    """

    name: str
    place: int
    title: str
    layouts: tuple[str, ...]
    section: str = ""
    counted: str = ""
    is_listed_by_name: bool = False
    is_appendix: bool = False
    make: Callable[[Context], Iterable[Slide]] | None = None
