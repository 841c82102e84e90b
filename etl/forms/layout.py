"""Where the columns of a form stand in one sheet, as values that the later steps share."""

from dataclasses import dataclass

from etl.addresses import address
from etl.schema import Column, Dataset


@dataclass(frozen=True)
class Field:
    """A declared column at its place in a sheet; `unit` is what the sheet states, or the column's own."""

    column: Column
    index: int
    unit: str

    @property
    def cell(self) -> str:
        """The column of the raw view."""
        return f"raw.c{self.index}"

    def address(self, row: int) -> str:
        """The cell of this field in a row of the sheet, such as C7."""
        return address(row, self.index + 1)

    @property
    def needs_conversion(self) -> bool:
        """Whether bare numbers of the sheet are in another unit than the column's."""
        return self.unit != self.column.unit


@dataclass(frozen=True)
class Layout:
    """Which form a sheet is, the row of its headers, and its fields in the sheet's order.

    `year` is what the title, the sheet's name or the file's name says, for cells such as 三季度; `width` counts cells.
    """

    dataset: Dataset
    header_row: int
    fields: tuple[Field, ...]
    year: int | None
    width: int

    def field_of(self, name: str) -> Field:
        """The field of a column, or the first field of the key where the sheet lacks that column."""
        placed = {field.column.name: field for field in self.fields}
        return placed.get(name) or placed[self.dataset.key[0]]


@dataclass(frozen=True)
class Form:
    """One sheet on its way into the warehouse: where it comes from and the view that shows its raw cells."""

    load_id: int
    origin: str
    file: str
    sheet: str
    raw: str
    layout: Layout

    @property
    def typed(self) -> str:
        """The staging table of the form's typed rows."""
        return f"staging.typed_{self.load_id}"

    @property
    def dataset(self) -> Dataset:
        """The declaration of the form."""
        return self.layout.dataset
