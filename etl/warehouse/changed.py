"""What became of the rows of a form, as values and as text that is kept."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

# In the order in which examples are chosen.
KINDS = ("changed", "new", "gone", "displaced")
KIND_LABELS = {"new": "新增", "changed": "改动", "gone": "减少", "displaced": "演示数据让位"}


@dataclass(frozen=True, kw_only=True)
class RowChange:
    """One row: its `key` in words, its `kind`, and for each header that differs the value before and after."""

    key: tuple[str, ...]
    kind: str
    values: dict[str, tuple[str | None, str | None]]


@dataclass(frozen=True, kw_only=True)
class TableChange:
    """What became of one form's rows, as counts and some of the rows; forms without a difference have none.

    `displaced` counts rows of demonstration whose place a reported row, or nothing, has taken; a reported row in the
    place of demonstration is new.
    """

    dataset: str
    label: str
    key_labels: tuple[str, ...]
    new: int = 0
    changed: int = 0
    gone: int = 0
    displaced: int = 0
    examples: tuple[RowChange, ...] = ()

    @property
    def summary(self) -> str:
        """The counts as one Chinese sentence."""
        return (
            f"新增 {self.new:,} 行，改动 {self.changed:,} 行，减少 {self.gone:,} 行，"
            f"演示数据让位 {self.displaced:,} 行。"
        )


def to_json(changes: Sequence[TableChange]) -> str:
    """The changes as text to be kept."""
    return json.dumps([asdict(change) for change in changes], ensure_ascii=False)


def from_json(text: str) -> tuple[TableChange, ...]:
    """The changes that `to_json` kept."""
    return tuple(
        TableChange(
            **told
            | {
                "key_labels": tuple(told["key_labels"]),
                "examples": tuple(
                    RowChange(
                        key=tuple(row["key"]),
                        kind=row["kind"],
                        values={header: tuple(pair) for header, pair in row["values"].items()},
                    )
                    for row in told["examples"]
                ),
            }
        )
        for told in json.loads(text)
    )
