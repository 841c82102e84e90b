"""`data/content/*.csv`, as far as forms and shapes need it → the town's own choices, and where its shapes may lie."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from content_files import read_rows


@dataclass(frozen=True)
class Bounds:
    """Between which degrees the town's shapes lie, and what that is called in a message."""

    name: str
    west: float
    south: float
    east: float
    north: float


CHINA = Bounds("中国", 73, 3, 136, 54)


def bounds(folder: Path) -> Bounds:
    """Where the town's shapes lie: in China where it does not say. Raises `WrongContent`."""
    sides = ("west", "south", "east", "north")
    found = CHINA
    for row in read_rows(folder, "bounds.csv", ("name", *sides), ("name", *sides)):
        west, south, east, north = (float(row.number(side) or 0) for side in sides)
        if found is not CHINA or not (west < east and south < north):
            raise row.wrong("one place stands here, west and south of it before east and north")
        found = Bounds(row["name"], west, south, east, north)
    return found


def own_choices(
    folder: Path, known: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Form → column → its choices with those that the town adds behind them, for the columns that it adds to.

    `known` are all columns with choices. Raises `WrongContent`.
    """
    added: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in read_rows(folder, "choices.csv", ("dataset", "column", "choice"), ("dataset", "column", "choice")):
        row.known([row["dataset"]], known, "form with choices")
        row.known([row["column"]], known[row["dataset"]], "column with choices")
        columns = added.setdefault(row["dataset"], {})
        before = columns.get(row["column"], known[row["dataset"]][row["column"]])
        if row["choice"] in before:
            raise row.wrong(f"{row['choice']!r} is a choice already")
        columns[row["column"]] = (*before, row["choice"])
    return added
