"""What a question was read as, as one value."""

from dataclasses import dataclass

from dashboard.questions.segment import Segment
from dashboard.questions.senses import Kind
from dashboard.questions.understood import Understood


@dataclass(frozen=True)
class Wanted:
    """Of which period, metrics and areas targets or reports are asked for; `is_missed` where only those that are behind, `is_reached` those that are not."""

    period: str
    metrics: tuple[str, ...] = ()
    level: str = ""
    is_missed: bool = False
    is_reached: bool = False


@dataclass(frozen=True)
class Read:
    """A question as it was read: `asked` where a metric was understood, `near` what else it may ask, surest first.

    `unknown` are the words that were not understood, `notes` what could not be taken as it was said; `refusal` says why
    a question that was understood is not answered. `level` are the areas that are asked for without a metric, `wanted`
    whose targets or reports, `projects` in which state projects of which `kinds` at the end of the `period`, where it is told `is_within`. `is_follow` where something was taken over from the question before.
    """

    text: str
    segments: tuple[Segment, ...]
    asked: Understood | None
    near: tuple[Understood, ...]
    areas: tuple[str, ...]
    unknown: tuple[str, ...]
    notes: tuple[str, ...] = ()
    refusal: str = ""
    level: str = ""
    wanted: Wanted | None = None
    is_list: bool = False
    is_follow: bool = False
    projects: str = ""
    kinds: tuple[str, ...] = ()
    period: str = ""
    is_within: bool = False

    def asks(self, kind: Kind) -> bool:
        """Whether a word of that kind was said."""
        return any(sense.kind == kind for one in self.segments for sense in one.senses)
