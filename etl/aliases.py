"""Another name under which an office writes an area, an enterprise or a site → a row of the form of aliases."""

import csv
from pathlib import Path

from etl.datasets import DATASETS, referred
from etl.inputs import ORIGINS

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
