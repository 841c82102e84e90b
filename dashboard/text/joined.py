"""Words in parts → what a reader sees, with the parts kept, so that nobody takes a sentence apart again."""

from typing import ClassVar, Self


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

    def __reduce__(self) -> tuple[type[Self], tuple[str, ...]]:
        """What it is made of again when it is copied or unpacked."""
        return type(self), self.parts

    def after_first(self, *parts: str) -> Self:
        """The same with more parts behind the first one."""
        return type(self)(*self.parts[:1], *parts, *self.parts[1:])


class Finding(Joined):
    """What a picture found, clause by clause: where it stands, then how it moved."""

    joint = "，"


class Measured(Joined):
    """What a picture shows: measure with unit, period, area, each a part."""

    joint = " · "


class Sources(Joined):
    """The forms that figures come from."""

    joint = "、"


class DataVersion(Joined):
    """Which version of the data, then when it was made."""

    joint = "，"
