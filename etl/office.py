"""What the office said beside its forms: answers to questions, and cells that it put right after they were sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from etl.answers import read_answers
from etl.corrected import Correction, corrections_in_force

Corrections = Mapping[tuple[str, str], Correction]


@dataclass(frozen=True)
class Office:
    """`answers`: id of a question → answer; `corrections`: file → (sheet, cell) → correction in force."""

    answers: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, Corrections] = field(default_factory=dict)


SILENT = Office()


def read_office(data: Path) -> Office:
    """What was said in a data folder. Raises `etl.corrected.WrongCorrection`."""
    return Office(read_answers(data), corrections_in_force(data))
