"""What a mart is: a table of the warehouse that figures are computed from, with what it counts and by what, as a frozen value."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.metrics.periods import Grain

# The level of the areas that have none below them.
FINEST = "网格"


class Coverage(StrEnum):
    """What it means that a mart has no row for an area in a period.

    ROWS: the area sent nothing. REGISTER: the register has no such thing there. LIST: nothing happened, where the
    片区 of the area sent its list for that period. SPAN: nothing happened, between the first and the last period for
    which the 片区 sent anything (lists with natural pauses).
    """

    ROWS = "rows"
    REGISTER = "register"
    LIST = "list"
    SPAN = "span"


@dataclass(frozen=True)
class Dimension:
    """A column by which figures are broken down, and what readers call it."""

    name: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Mart:
    """A table `mart.<name>`; one with a `base` (its finest period, also the column's name) can be measured.

    `forms` are the datasets whose figures it carries, as told under a chart (not those that only lend it a calendar);
    `lenders` are forms that lend its rows an attribute. `columns` are those that lists read; what metrics measure stands
    in the metrics, and what the table holds, in the warehouse. A mart of `FINEST` areas may have one `above` it, with the
    same columns and each row summed for every area that it lies in but those: it answers what is not asked of them.
    """

    name: str
    label: str
    base: Grain | None = None
    dimensions: tuple[Dimension, ...] = ()
    coverage: Coverage = Coverage.ROWS
    forms: tuple[str, ...] = ()
    lenders: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    above: str = ""

    @property
    def read_columns(self) -> tuple[str, ...]:
        """Every column that is read beside those that metrics measure."""
        measured = ("area_code", self.base, "origin") if self.base else ()
        return (*measured, *(dimension.name for dimension in self.dimensions), *self.columns)


def words(text: str) -> tuple[str, ...]:
    """The names of columns that stand in `text` with spaces between."""
    return tuple(text.split())
