"""Reads from the warehouse what it says about itself: its forms with their columns, and how they were loaded."""

from dataclasses import dataclass
from datetime import datetime

from dashboard.metrics.warehouse import Warehouse

LOAD_STATES = {
    "loaded": "采用",
    "replaced": "已被更正表取代",
    "unchanged": "与已装载的相同",
    "displaced": "已被单位填报取代",
    "refused": "未通过检查",
    "withdrawn": "文件已移走",
}


@dataclass(frozen=True)
class FormColumn:
    """One column of a form as its clerk knows it; `reference` is the label of the form that it points to."""

    name: str
    label: str
    unit: str
    kind: str
    definition: str
    is_required: bool
    choices: tuple[str, ...]
    reference: str
    is_key: bool


@dataclass(frozen=True)
class Form:
    """One statistics form and how many of its rows are in the warehouse, by origin."""

    name: str
    label: str
    row_is: str
    purpose: str
    source: str
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Load:
    """One sheet of a file as it was loaded; `state` says in Chinese what became of it."""

    form: str
    file: str
    sheet: str
    origin: str
    rows: int
    rows_used: int
    loaded_at: datetime
    state: str


def forms(warehouse: Warehouse) -> tuple[Form, ...]:
    """Every form with its columns, in the order in which forms are declared."""
    return warehouse.remember(("dictionary", "forms"), lambda: _forms(warehouse))


def loads(warehouse: Warehouse) -> tuple[Load, ...]:
    """The load history, the latest first."""
    return warehouse.remember(("dictionary", "loads"), lambda: _loads(warehouse))


def _forms(warehouse: Warehouse) -> tuple[Form, ...]:
    told = warehouse.rows("SELECT name, label, row_is, purpose, source, key FROM meta.datasets ORDER BY rowid")
    labels = {form["name"]: form["label"] for form in told}
    keys = {form["name"]: set(form["key"]) for form in told}
    columns: dict[str, list[FormColumn]] = {name: [] for name in labels}
    for row in warehouse.rows("SELECT * FROM meta.columns ORDER BY rowid"):
        columns[row["dataset"]].append(
            FormColumn(
                row["name"],
                row["label"],
                row["unit"],
                row["kind"],
                row["definition"],
                row["is_required"],
                tuple(row["choices"]),
                labels.get((row["reference"] or "").partition(".")[0], ""),
                row["name"] in keys[row["dataset"]],
            )
        )
    held: dict[str, list[tuple[str, int]]] = {name: [] for name in labels}
    counted = """
        SELECT dataset, origin, sum(rows_used)::BIGINT AS rows
        FROM meta.loads
        WHERE rows_used > 0 AND dataset IN (SELECT name FROM meta.datasets)
        GROUP BY ALL ORDER BY dataset, origin
    """
    for row in warehouse.rows(counted):
        held[row["dataset"]].append((row["origin"], row["rows"]))
    return tuple(
        Form(
            form["name"],
            form["label"],
            form["row_is"],
            form["purpose"],
            form["source"],
            tuple(columns[form["name"]]),
            tuple(held[form["name"]]),
        )
        for form in told
    )


def _loads(warehouse: Warehouse) -> tuple[Load, ...]:
    rows = warehouse.rows(
        """
        SELECT coalesce(datasets.label, '区域图形') AS form, file, sheet, origin, rows, rows_used, loaded_at, status
        FROM meta.loads AS loads LEFT JOIN meta.datasets AS datasets ON datasets.name = loads.dataset
        ORDER BY loaded_at DESC, load_id DESC
        """
    )
    return tuple(Load(state=LOAD_STATES[row.pop("status")], **row) for row in rows)
