"""Another name under which an office writes an area, an enterprise or a site → a row of the form of aliases."""

import csv
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path

from etl.datasets import DATASETS, referred
from etl.inputs import ORIGINS
from etl.parse.words import clean
from etl.validate.likeness import LIKE

DATASET = DATASETS["aliases"]
# The label of a register in the form → the column that names its row.
COLUMNS = dict(zip(DATASET.column_of["register"].choices, DATASET.referring, strict=True))
RECEIVED = next(folder for folder, origin in ORIGINS.items() if origin == "reported")


def register_of(dataset: str) -> str | None:
    """The label under which the form of aliases knows a register, or None where it takes no aliases of it."""
    return next((label for label, column in COLUMNS.items() if referred(column)[0] == dataset), None)


def add_alias(data: Path, register: str, code: str, alias: str) -> Path:
    """Append `alias` for the row `code` of a register (区域, 企业 or 阵地) to `received/名称对照.csv`; the file.

    Raises KeyError for a register that takes no aliases.
    """
    column = COLUMNS[register]
    path = data / RECEIVED / f"{DATASET.label}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    headers = [column_.header for column_ in DATASET.columns]
    values = {"alias": alias, "register": register, column.name: code}
    is_new = not path.exists()
    with path.open("a", encoding="utf-8-sig" if is_new else "utf-8", newline="") as stream:
        writer = csv.writer(stream)
        if is_new:
            writer.writerow(headers)
        writer.writerow([values.get(column_.name, "") for column_ in DATASET.columns])
    return path


def nearest(name: str, rows: Mapping[str, str]) -> str | None:
    """The code of the row whose name looks most like `name`; None where none does, or several do alike.

    `rows` are code → name.
    """
    words = clean(name).lower()
    ranked = sorted(
        ((SequenceMatcher(None, words, clean(called).lower()).ratio(), code) for code, called in rows.items()),
        reverse=True,
    )
    if not words or not ranked or ranked[0][0] < LIKE:
        return None
    is_alone = len(ranked) == 1 or ranked[1][0] < ranked[0][0]
    return ranked[0][1] if is_alone else None
