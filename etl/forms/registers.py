"""The names and aliases by which other forms refer to a register's rows → the codes they stand for."""

from collections import defaultdict
from dataclasses import dataclass

import duckdb

from etl.datasets import DATASETS, referred
from etl.forms.convert import nearest, shorten
from etl.schema import AREA_LEVEL, Column, Dataset
from etl.tables import literal
from etl.values.words import clean

REGISTERS = frozenset(referred(column)[0] for dataset in DATASETS.values() for column in dataset.referring)


def create_spellings(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the empty table of spellings; `is_used` is false for rows that a more reliable form has displaced."""
    connection.execute(
        "CREATE TABLE staging.spellings (dataset VARCHAR, spelling VARCHAR, code VARCHAR, is_used BOOLEAN)"
    )


def remember(connection: duckdb.DuckDBPyConnection, dataset: Dataset, table: str) -> None:
    """Add the codes, names and aliases (parted by 、) of a table of the register `dataset`."""
    (key,) = dataset.key
    names = ", ".join(f"[{name}], string_split({name}, '、')" for name in dataset.called)
    connection.execute(
        f"""
        INSERT INTO staging.spellings
        SELECT DISTINCT '{dataset.name}', trim(spelling), code, true
        FROM (SELECT {key} AS code, unnest(list_concat([{key}]{", " if names else ""}{names})) AS spelling FROM {table})
        WHERE code IS NOT NULL AND trim(spelling) <> ''
        """
    )


def set_aside_displaced(connection: duckdb.DuckDBPyConnection, dataset: Dataset, refused: list[str]) -> None:
    """Mark what is not in the register's final table as displaced.

    Rows of `refused` tables stay: one wrong register should not make every form that refers to it look wrong.
    """
    (key,) = dataset.key
    kept = " UNION ALL ".join(f"SELECT {key} FROM {table}" for table in [dataset.table, *refused])
    connection.execute(
        f"UPDATE staging.spellings SET is_used = false WHERE dataset = '{dataset.name}' AND code NOT IN ({kept})"
    )


def known_codes(column: Column, origin: str) -> str:
    """SQL of (known_text, known_code): each spelling that stands for one code only.

    Only demonstration may still refer to rows that have been displaced; it is displaced with them.
    """
    dataset, _ = referred(column)
    used = "" if origin == "demo" else "AND is_used"
    return (
        f"SELECT spelling AS known_text, min(code) AS known_code FROM staging.spellings WHERE dataset = '{dataset}' {used} "
        "GROUP BY spelling HAVING count(DISTINCT code) = 1"
    )


def is_of_other_level(column: Column, code: str) -> str:
    """SQL: the area that `code` (SQL) names is known to be of a level that `column` does not take."""
    taken = ", ".join(literal(level) for level in column.area_levels)
    return f"{code} IN (SELECT area_code FROM core.areas WHERE {AREA_LEVEL} NOT IN ({taken}))"


@dataclass(frozen=True)
class Register:
    """The spellings of one register: cleaned spelling → its codes; `fitting` are those that the column takes."""

    label: str
    codes: dict[str, set[str]]
    fitting: frozenset[str]

    def find(self, text: str) -> str | None:
        """The code that `text` stands for, or None where it is unknown or stands for several."""
        codes = self.codes.get(clean(text), set())
        return next(iter(codes)) if len(codes) == 1 else None

    def explain(self, column: Column, text: str) -> tuple[str, str]:
        """Message and remedy for a text that `find` does not know."""
        codes = sorted(self.codes.get(clean(text), ()))
        if codes:
            return f"“{shorten(text)}”在“{self.label}”中不止一个：{'、'.join(codes)}。", "请改填代码。"
        near = nearest(clean(text), sorted(self.fitting))
        return (
            f"“{column.label}”中的“{shorten(text)}”不在“{self.label}”中。" + (f"最接近的是“{near}”。" if near else ""),
            f"请改正，或先把它补进“{self.label}”。",
        )


def register(connection: duckdb.DuckDBPyConnection, column: Column, origin: str) -> Register:
    """The register that `column` refers to, as forms of `origin` may use it."""
    dataset, _ = referred(column)
    codes: dict[str, set[str]] = defaultdict(set)
    fitting: set[str] = set()
    fits = f"NOT {is_of_other_level(column, 'code')}" if column.area_levels else "true"
    rows = connection.execute(
        f"SELECT spelling, code, {fits} FROM staging.spellings WHERE dataset = ? AND (is_used OR ?)",
        [dataset, origin == "demo"],
    )
    for spelling, code, is_fitting in rows.fetchall():
        codes[clean(spelling)].add(code)
        if is_fitting:
            fitting.add(clean(spelling))
    return Register(DATASETS[dataset].label, dict(codes), frozenset(fitting))
