"""What is seen of a worksheet beside its values, the same for both workbook formats."""

from dataclasses import dataclass, field


@dataclass
class Marks:
    """What was seen beside the values: `filled` counts cells with content, all lists but the first are of such cells.

    `errors` are the cells of each error value; `merged` the ranges of several cells, each as first row, first column,
    last row, last column. `partly` are cells of which some words are struck out, `veiled` those whose format shows
    nothing, `scaled` those whose format shows another number, `too_long` numbers of more digits than a spreadsheet keeps.
    """

    filled: int = 0
    errors: dict[str, list[str]] = field(default_factory=dict)
    formulas_without_value: list[str] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    in_hidden_columns: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    partly: list[str] = field(default_factory=list)
    veiled: list[str] = field(default_factory=list)
    scaled: list[str] = field(default_factory=list)
    too_long: list[str] = field(default_factory=list)
