"""What the office said beside its forms: answers to questions, and cells that it put right after they were sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content_files import content_folder
from etl.answers import read_answers
from etl.content import CHINA, Bounds, bounds
from etl.corrected import Correction, corrections_in_force

Corrections = Mapping[tuple[str, str], Correction]


@dataclass(frozen=True)
class Office:
    """`answers`: id of a question → answer; `corrections`: file → (sheet, cell) → correction in force.

    `within`: where its shapes lie.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, Corrections] = field(default_factory=dict)
    within: Bounds = CHINA


SILENT = Office()


def read_office(data: Path) -> Office:
    """What was said in a data folder. Raises `etl.corrected.WrongCorrection` and `content_files.WrongContent`."""
    return Office(read_answers(data), corrections_in_force(data), bounds(content_folder(data)))
