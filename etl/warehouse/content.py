"""`data/content/*.csv`, as far as marts read it → the tables `content.*`: checks of facts, load of grids, documents."""

import re
from pathlib import Path

import duckdb

from content_files import Row, read_rows
from etl.datasets import DATASETS
from etl.warehouse.tables import insert_rows

# What a version is made from, beside the forms.
FILES = ("fact_checks.csv", "grid_load_bands.csv", "documents.csv", "bounds.csv", "choices.csv")
BANDS = ("households_low", "households_high", "residents_high")
TERMS = ("check_id", "part", "place", "words", "counted", "fact_id", "kinds")
# In a note the terms stand in braces.
BRACED = re.compile(r"\{([^{}]*)\}")
# What a term may count instead of naming a fact: the grids in the area of a fact, the rows of the liaison form.
GRIDS, ORGANIZATIONS = "grids", "organizations"
KINDS = DATASETS["party_liaison"].column_of["kind"].choices
GRID_KINDS = DATASETS["areas"].column_of["grid_kind"].choices


def load_content(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Fill the tables of `content`. Raises `content_files.WrongContent`."""
    checks = read_rows(folder, "fact_checks.csv", ("check_id", "statement", "left", "right", "note"), ("check_id",))
    insert_rows(
        connection,
        "content.fact_checks",
        ("check_id", "statement", "place"),
        ((row["check_id"], row["statement"], place) for place, row in enumerate(checks, 1)),
    )
    insert_rows(connection, "content.fact_check_terms", TERMS, (term for row in checks for term in _terms(row)))
    bands = read_rows(folder, "grid_load_bands.csv", ("grid_kind", *BANDS), ("grid_kind",))
    insert_rows(
        connection,
        "content.grid_load_bands",
        ("grid_kind", *BANDS),
        ((*row.known([row["grid_kind"]], GRID_KINDS, "kind of grid"), *map(row.whole, BANDS)) for row in bands),
    )
    papers = read_rows(folder, "documents.csv", ("document_id", "name", "annexes"), ("document_id",))
    insert_rows(
        connection,
        "content.documents",
        ("document_id", "name", "annexes"),
        ((row["document_id"], row["name"], list(row.known(row.words("annexes"), DATASETS, "form"))) for row in papers),
    )


def _terms(row: Row) -> list[tuple[object, ...]]:
    """The rows of a check in `content.fact_check_terms`: its two sides and its note."""
    *pieces, last = BRACED.split(row["note"])
    noted = zip(pieces[::2], pieces[1::2], strict=True)
    parts = {
        "left": [("", text) for text in row.words("left")],
        "right": [("", text) for text in row.words("right")],
        "note": [*noted],
    }
    if empty := [part for part, terms in parts.items() if not terms]:
        raise row.wrong(f"{empty[0]} names no number")
    found = [
        (row["check_id"], part, place, words, *_term(row, text))
        for part, terms in parts.items()
        for place, (words, text) in enumerate(terms)
    ]
    return [*found, (row["check_id"], "note", len(found), last, None, None, [])]


def _term(row: Row, text: str) -> tuple[str, str | None, list[str]]:
    """What is counted, the fact, and the kinds of organizations (none: all of them)."""
    counted, colon, of = text.partition(":")
    if counted == ORGANIZATIONS:
        return counted, None, list(row.known(filter(None, of.split(",")), KINDS, "kind of organization"))
    if counted == GRIDS and of:
        return counted, of, []
    if colon or not text:
        raise row.wrong(f"{text!r} is no fact, {GRIDS}:FACT, {ORGANIZATIONS} or {ORGANIZATIONS}:KIND,KIND")
    return "fact", text, []
