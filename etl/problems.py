"""What is wrong with a form, or must be asked, as values that a clerk can act on: file, sheet, cells, message, remedy."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """How much a problem weighs.

    An error keeps its file out until the file is changed, a question until somebody answers it. A warning goes in and
    is shown; a note says what was done on the clerk's behalf.
    """

    ERROR = "error"
    QUESTION = "question"
    WARNING = "warning"
    NOTE = "note"


LEVEL_LABELS = {Level.ERROR: "错误", Level.QUESTION: "待确认", Level.WARNING: "提醒", Level.NOTE: "已处理"}
# What keeps a file out, each until something else happens.
BLOCKING = frozenset({Level.ERROR, Level.QUESTION})

# The words of the Frictionless Data specification for what can be wrong with a table, as far as they fit, and for what
# it has no word for, words of the same make. `--json` prints them in a field of their own.
CODES = frozenset(
    {
        "source-error", "format-error", "encoding-error", "scheme-error", "hash-count", "byte-count",
        "blank-header", "blank-label", "duplicate-label", "extra-label", "incorrect-label", "missing-label",
        "blank-row", "extra-cell", "missing-cell", "type-error", "constraint-error", "unique-error",
        "primary-key", "foreign-key", "row-constraint", "sequential-value", "deviated-value", "ascii-value",
        "forbidden-value", "truncated-value", "field-error", "row-error", "table-error", "unknown",
        # Words of the same make.
        "personal-data", "unit-error", "period-error", "merged-cell", "hidden-content", "marked-content",
        "set-aside-row", "total-error", "converted-value", "resolved-reference", "unknown-form", "geometry-error",
    }
)  # fmt: skip

SHOWN_RANGES = 3


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing wrong in some places of one file; `message` and `remedy` are Chinese sentences for the clerk.

    `cell` holds the addresses, joined by commas (`C7,E5:E15`), or is empty where the whole sheet or file is meant;
    `count` is the number of cells that are meant, where it is more than `cell` lists. `code` is a word of `CODES`.
    A question has an id in `question` and the answers that it takes in `options`, the first of them the usual one.
    """

    file: str
    message: str
    remedy: str
    level: Level = Level.ERROR
    sheet: str = ""
    cell: str = ""
    count: int = 1
    code: str = "unknown"
    question: str = ""
    options: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"{self.code!r} is no kind of problem")
        if (self.level is Level.QUESTION) != bool(self.question) or bool(self.question) != bool(self.options):
            raise ValueError("a question has an id and answers, and nothing else has")

    @property
    def place(self) -> str:
        """The cells as a clerk reads them: `E5–E15 等 33 格`."""
        ranges = [part.replace(":", "–") for part in self.cell.split(",") if part]
        shown = "、".join(ranges[:SHOWN_RANGES])
        return f"{shown} 等 {self.count} 格" if len(ranges) > SHOWN_RANGES else shown

    def __str__(self) -> str:
        place = " ".join(part for part in (self.file, self.sheet and f"工作表“{self.sheet}”", self.place) if part)
        ask = f"（确认编号 {self.question}，可答：{'、'.join(self.options)}）" if self.question else ""
        return f"【{LEVEL_LABELS[self.level]}】{place}：{self.message}{self.remedy}{ask}"

    def as_dict(self) -> dict[str, str]:
        """The problem as plain JSON values; `options` joined by 、."""
        return {
            key: "、".join(value) if isinstance(value, tuple) else str(value) for key, value in asdict(self).items()
        }


def from_dict(told: dict[str, Any]) -> Problem:
    """The problem that `as_dict` told of."""
    options = tuple(told["options"].split("、")) if told["options"] else ()
    return Problem(**{**told, "level": Level(told["level"]), "count": int(told["count"]), "options": options})


def has_error(problems: Sequence[Problem]) -> bool:
    """Whether any of `problems` keeps its file out, be it until the file is changed or until somebody answers."""
    return any(problem.level in BLOCKING for problem in problems)
