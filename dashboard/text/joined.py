"""Words in parts → what a reader sees, with the parts kept, so that nobody takes a sentence apart again."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self


class Joined(str):
    """The parts with their joint between them; empty parts are left out. `parts` are what it was joined from."""

    joint: ClassVar[str]
    parts: tuple[str, ...]

    def __new__(cls, *parts: str) -> Self:
        """The text of the parts."""
        kept = tuple(filter(None, parts))
        text = super().__new__(cls, cls.joint.join(kept))
        text.parts = kept
        return text

    def __reduce__(self) -> tuple[Callable[..., Self], tuple[Any, ...]]:
        """What it is made of again when it is copied or unpacked."""
        return type(self), self.parts

    def after_first(self, *parts: str) -> Self:
        """The same with more parts behind the first one."""
        return type(self)(*self.parts[:1], *parts, *self.parts[1:])


class Finding(Joined):
    """What a picture found, clause by clause: where it stands, then how it moved.

    `named` are the keys of what it names (bars, lines, periods): the picture marks these and no others.
    """

    joint = "，"
    named: tuple[str, ...] = ()

    def naming(self, *named: str) -> Self:
        """The same words, which name what these keys mean."""
        same = type(self)(*self.parts)
        same.named = tuple(dict.fromkeys(named))
        return same

    def keyed(self, keys: Mapping[str, str]) -> Self:
        """The same words; what is named there by a word of `keys` is known by its key."""
        return self.naming(*(keys.get(word, word) for word in self.named))

    def behind(self, words: str) -> Self:
        """The same behind other words, as one clause with the first."""
        first, *more = self.parts
        return type(self)(f"{words}{first}", *more).naming(*self.named)

    def after_first(self, *parts: str) -> Self:
        """The same with more parts behind the first one."""
        return super().after_first(*parts).naming(*self.named)

    def __reduce__(self) -> tuple[Callable[..., Self], tuple[Any, ...]]:
        """What it is made of again when it is copied or unpacked."""
        return type(self)._again, (self.parts, self.named)

    @classmethod
    def _again(cls, parts: tuple[str, ...], named: tuple[str, ...]) -> Self:
        return cls(*parts).naming(*named)


def named_by(title: str) -> tuple[str, ...]:
    """The keys of what a title names; none where it is plain words."""
    return title.named if isinstance(title, Finding) else ()


def clauses(remark: str) -> tuple[str, ...]:
    """What a remark states, and of a finding how that moved, which is set smaller behind it."""
    if not isinstance(remark, Finding):
        return (remark,)
    first, *rest = remark.parts
    return (first, Finding(*rest)) if rest else (first,)


class Measured(Joined):
    """What a picture shows: measure with unit, period, area, each a part."""

    joint = " · "


class Sources(Joined):
    """The forms that figures come from."""

    joint = "、"


class DataVersion(Joined):
    """Which version of the data, then when it was made."""

    joint = "，"
