"""What belongs together when figures are withheld: measures of the same enterprises or persons, as frozen values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MART = re.compile(r"\bmart\.\w+")


class Contributors(StrEnum):
    """Who stands behind a figure: the rows of the mart are enterprises, or sites of few sellers, or the figure counts persons."""

    ENTERPRISES = "内部企业数"
    SELLERS = "在营账号或企业数"
    PERSONS = "人数"


@dataclass(frozen=True)
class Column:
    """Numbers of the mart that nobody may take apart: `pieces`, disjoint parts by name, each an SQL expression ≥ 0.

    `protected` is the SQL condition on rows whose numbers are nobody's business; what the other rows say is known.
    Of those that meet `guessed`, somebody knows about what they are: they are protected, and protect no other one.
    """

    name: str
    pieces: Mapping[str, str]
    protected: str = "true"
    guessed: str = "false"


@dataclass(frozen=True)
class Quantity:
    """What is shown of one or several columns: column → SQL condition on the mart's row and its `piece`.

    What the quantities of `rest_of` have more than this one comes out by subtraction where both are shown. With
    `is_asked` false nothing shows the quantity, but it must not come out either. A quantity with a `flow` adds that
    one up over all periods so far. Of a quantity with a `step` only a quotient is shown, the columns of which are the
    sides, rounded to the step. `dimensions` are those that it is shown by, all of the family's by default; `worth`
    says how much is lost with a figure of it, in figures of a total.
    """

    name: str
    of: Mapping[str, str]
    rest_of: tuple[str, ...] = ()
    is_asked: bool = True
    flow: str = ""
    step: float = 0.0
    dimensions: tuple[str, ...] | None = None
    worth: float = 1.0


@dataclass(frozen=True)
class Family:
    """The columns of `mart.<mart>` that are protected together, by area, base period and each of `dimensions`.

    What `adds_up` is of a quarter the sum of its months, and decided for itself.
    """

    name: str
    label: str
    mart: str
    base: str
    contributors: Contributors
    columns: tuple[Column, ...]
    quantities: tuple[Quantity, ...]
    dimensions: tuple[str, ...] = ()
    minimum: int = 3
    adds_up: bool = False

    def __post_init__(self) -> None:
        if self.minimum < 2:
            raise ValueError(f"{self.name} protects nothing")
        columns = {column.name for column in self.columns}
        names = {quantity.name for quantity in self.quantities}
        for quantity in self.quantities:
            if not quantity.of.keys() <= columns or not {*quantity.rest_of, *filter(None, [quantity.flow])} <= names:
                raise ValueError(f"{self.name}.{quantity.name} is made of what is not there")


def marts_read(family: Family) -> frozenset[str]:
    """The full names of the marts that a family's figures and its conditions are read from."""
    said = [sql for column in family.columns for sql in (column.protected, column.guessed, *column.pieces.values())]
    said += [sql for quantity in family.quantities for sql in quantity.of.values()]
    return frozenset({f"mart.{family.mart}"}.union(*(MART.findall(sql) for sql in said)))
