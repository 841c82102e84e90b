"""What is wrong with a form, as values that a clerk can act on: file, sheet, cell, message and remedy."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a problem weighs: an error keeps its file out, a warning goes in and is shown."""

    ERROR = "error"
    WARNING = "warning"


LEVEL_LABELS = {Level.ERROR: "错误", Level.WARNING: "提醒"}


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing wrong in one place of one file; `message` and `remedy` are Chinese sentences for the clerk.

    `cell` is an address such as `C7`, several such joined by a comma where two cells contradict each other,
    or empty where the whole sheet or file is meant.
    """

    file: str
    message: str
    remedy: str
    level: Level = Level.ERROR
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        place = " ".join(part for part in (self.file, self.sheet and f"工作表“{self.sheet}”", self.cell) if part)
        return f"【{LEVEL_LABELS[self.level]}】{place}：{self.message}{self.remedy}"

    def as_dict(self) -> dict[str, str]:
        """The problem as plain JSON values."""
        return {key: str(value) for key, value in asdict(self).items()}


def has_error(problems: "list[Problem]") -> bool:
    """Whether any of `problems` keeps its file out."""
    return any(problem.level is Level.ERROR for problem in problems)
