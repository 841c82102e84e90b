"""What a statistics form is: columns, key and rules as one frozen value, from which everything else is made.

The blank form, the validation, the table with its comments, the dictionary and the tests are projections of a
`Dataset`. A declaration that makes no sense is refused at import.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from etl.problems import Level


class Kind(StrEnum):
    """What a cell holds. `QUARTER` is `2024Q3`, `MONTH` is `2024-11`, `EDTF` a date of stated vagueness (`XXXX-12`)."""

    TEXT = "text"
    CODE = "code"
    CHOICE = "choice"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    INSTANT = "instant"
    MONTH = "month"
    QUARTER = "quarter"
    EDTF = "edtf"


SQL_TYPES = {
    Kind.TEXT: "VARCHAR",
    Kind.CODE: "VARCHAR",
    Kind.CHOICE: "VARCHAR",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "BIGINT",
    Kind.DECIMAL: "DECIMAL(20,6)",
    Kind.DATE: "DATE",
    Kind.INSTANT: "TIMESTAMP",
    Kind.MONTH: "VARCHAR",
    Kind.QUARTER: "VARCHAR",
    Kind.EDTF: "VARCHAR",
}
NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL})
PERIODS = frozenset({Kind.DATE, Kind.MONTH, Kind.QUARTER, Kind.INSTANT})

# Columns that the pipeline adds to every table; no form may carry them.
PROVENANCE = {
    "origin": "数据性质：published 公开文件、reported 单位填报、demo 演示数据",
    "load_id": "装载批次，指向 meta.loads",
    "source_row": "所在文件的行号",
}

# What an area can be, finer than the level in the register (a 三区单元 is of one of three kinds), and how it is called.
AREA_LEVELS = {
    "市": "市",
    "镇": "镇",
    "片区": "片区",
    "社区": "村（社区）",
    "园区": "园区",
    "厂区": "厂区",
    "网格": "网格",
}
UNITS = ("社区", "园区", "厂区")
AREA_LEVEL = "coalesce(zone_kind, level)"  # SQL, over a row of the register of areas

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a form: its English name, its Chinese header and what may stand in its cells.

    `unit` is printed behind the header; `references` names `dataset.column` of the register in which a value must
    stand, and lets the clerk write the name or an alias there instead of the code; `area_levels` are the keys of
    `AREA_LEVELS` that an area may be of, all where it is empty. `is_past` refuses what lies after the day of loading:
    a fact has happened, a plan or a deadline need not have. `is_flow` says that the figures of the quarters of a year
    add up to the year's; `is_unit` that a text names an office or a post, never a person. `only_with` takes an area of a level in rows alone whose other
    column has one of the values: `(level, column, values)`. `only` tells clerks by what
    choices were chosen.
    """

    name: str
    label: str
    kind: Kind
    definition: str
    unit: str = ""
    is_required: bool = True
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    references: str = ""
    area_levels: tuple[str, ...] = ()
    only_with: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    is_past: bool = False
    is_flow: bool = False
    is_unit: bool = False
    only: str = ""

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name) or self.name in PROVENANCE:
            raise ValueError(f"column name {self.name!r} is not whole lower-case words")
        if not self.label or not self.definition:
            raise ValueError(f"column {self.name} lacks a label or a definition")
        if (self.kind is Kind.CHOICE) != bool(self.choices):
            raise ValueError(f"column {self.name}: choices belong to the kind 'choice', and only to it")
        if self.only and not self.choices:
            raise ValueError(f"column {self.name}: only choices were chosen by something")
        if (self.minimum is not None or self.maximum is not None) and self.kind not in NUMBERS:
            raise ValueError(f"column {self.name}: only numbers have a range")
        if self.kind is Kind.BOOLEAN and not self.name.startswith(("is_", "has_")):
            raise ValueError(f"column {self.name}: a yes-or-no column is called is_… or has_…")
        if self.references and self.kind is not Kind.CODE:
            raise ValueError(f"column {self.name}: only a code refers to another form")
        if not set(self.area_levels) <= set(AREA_LEVELS) or (self.area_levels and self.references != "areas.area_code"):
            raise ValueError(f"column {self.name}: only a reference to an area has levels, and known ones")
        if self.is_flow and self.kind not in NUMBERS:
            raise ValueError(f"column {self.name}: only numbers add up")
        if self.is_unit and self.kind is not Kind.TEXT:
            raise ValueError(f"column {self.name}: only a text names an office")
        if self.is_past and self.kind not in PERIODS:
            raise ValueError(f"column {self.name}: only days, months, quarters and instants pass")

    @property
    def header(self) -> str:
        """The header as the blank form prints it: `营业收入（万元）`."""
        return f"{self.label}（{self.unit}）" if self.unit else self.label

    @property
    def levels_label(self) -> str:
        """The levels that an area may be of, as clerks call them: `村（社区）、园区`; empty where all may stand."""
        return "、".join(AREA_LEVELS[level] for level in self.area_levels)

    @property
    def sql_type(self) -> str:
        """The DuckDB type of the column."""
        return SQL_TYPES[self.kind]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A condition that every row must meet; where it is unknown (an empty cell) it counts as met.

    `check` is an SQL boolean over the row's columns, `column` the cell that is pointed at, `message` and `remedy`
    are Chinese sentences. `unknown` is what nobody can work out where a sheet has no such column at all: an office that
    keeps no such figure is told so, and its rows are taken; without it they break the rule.
    """

    check: str
    column: str
    message: str
    remedy: str = "请核对后重新填写。"
    level: Level = Level.ERROR
    unknown: str = ""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """Figures of areas that lie in one another: where `adds_up` (SQL over a row's key) holds, the inner make up the outer.

    `column` holds the figure. Where they do not add up, it is asked for.
    """

    column: str
    adds_up: str


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """One statistics form: `core.<name>` in the warehouse, one row of which is `row_is`.

    `called` names the columns (name, aliases parted by 、) by which other forms may refer to a row. `example` is what
    the example row of the blank form shows where its kind's own example breaks a rule: column → text, empty for a cell
    that is left blank. `parts` is what areas inside one another add up.
    """

    name: str
    label: str
    row_is: str
    purpose: str
    source: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rules: tuple[Rule, ...] = ()
    called: tuple[str, ...] = ()
    example: Mapping[str, str] = field(default_factory=dict)
    parts: Parts | None = None
    column_of: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "column_of", {column.name: column for column in self.columns})
        if not NAME.fullmatch(self.name):
            raise ValueError(f"dataset name {self.name!r} is not whole lower-case words")
        for word in ("label", "row_is", "purpose", "source"):
            if not getattr(self, word):
                raise ValueError(f"dataset {self.name} lacks its {word}")
        if len(self.column_of) != len(self.columns):
            raise ValueError(f"dataset {self.name} has two columns of one name")
        spellings = [spelling for column in self.columns for spelling in (column.label, *column.aliases)]
        if len(set(spellings)) != len(spellings):
            raise ValueError(f"dataset {self.name} has one header for two columns")
        named = {*self.key, *self.called, *self.example, *(rule.column for rule in self.rules)}
        if not self.key or not named <= set(self.column_of):
            raise ValueError(f"dataset {self.name} names columns that it lacks: {named - set(self.column_of)}")
        if any(not self.column_of[name].is_required for name in self.key):
            raise ValueError(f"dataset {self.name}: a key column may not be left empty")

    @property
    def table(self) -> str:
        """The table that holds the form's rows."""
        return f"core.{self.name}"

    @property
    def referring(self) -> tuple[Column, ...]:
        """The columns that point into a register, in order."""
        return tuple(column for column in self.columns if column.references)
