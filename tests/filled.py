"""The committed forms as typed DuckDB tables, read plainly and without the pipeline that they are to feed."""

import csv
from datetime import date, datetime
from pathlib import Path

import duckdb
import openpyxl

from etl.datasets import DATASETS
from etl.schema import Dataset, Kind

DATA = Path(__file__).resolve().parents[1] / "data"
YES_NO = {"是": True, "否": False}


def sheet(path: Path) -> list[list[object]]:
    """All rows of a form file, header rows included, as typed cells (xlsx) or text (CSV)."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [list(row) for row in csv.reader(file)]
    return [list(row) for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]


def headers(dataset: Dataset) -> list[str]:
    """The headers of the form in order."""
    return [column.header for column in dataset.columns]


def _cell(value: object, kind: Kind) -> object:
    if value in (None, ""):
        return None
    if kind is Kind.BOOLEAN:
        return YES_NO[value]
    if kind is Kind.DATE and isinstance(value, datetime):
        return value.date()
    return value


def rows(path: Path) -> list[dict[str, object]]:
    """The rows below the header of a form whose file name is the dataset's."""
    dataset = DATASETS[path.stem]
    cells = sheet(path)
    start = cells.index(headers(dataset)) + 1
    return [
        {column.name: _cell(value, column.kind) for column, value in zip(dataset.columns, row, strict=True)}
        for row in cells[start:]
    ]


def forms(folder: str) -> dict[str, list[dict[str, object]]]:
    """Every form of a folder of `data` by dataset."""
    paths = [path for path in sorted((DATA / folder).iterdir()) if path.suffix in (".csv", ".xlsx")]
    return {path.stem: rows(path) for path in paths}


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def warehouse(folder: Path, *origins: str) -> duckdb.DuckDBPyConnection:
    """Tables `core.<dataset>` (declared columns and `origin`) with the forms of the named folders of `data`."""
    connection = duckdb.connect()
    connection.execute("CREATE SCHEMA core")
    for dataset in DATASETS.values():
        columns = ", ".join(f"{column.name} {column.sql_type}" for column in dataset.columns)
        connection.execute(f"CREATE TABLE core.{dataset.name} ({columns}, origin VARCHAR)")
    for origin in origins:
        for name, found in forms(origin).items():
            plain = folder / f"{origin}-{name}.csv"
            with plain.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([[_text(value) for value in row.values()] + [origin] for row in found])
            connection.execute(f"COPY core.{name} FROM '{plain.as_posix()}' (HEADER false, NULLSTR '')")
    return connection
