"""Sets a table on a sheet of a workbook: preamble, a table that Excel sorts and filters, what is printed of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.render.palette import LIGHT
from dashboard.render.xlsx.exports import as_written, is_formula_like, on_one_line, preamble
from dashboard.views.table import Cell, Column, Footer, Table, cell_text

NARROWEST, WIDEST, DAY_WIDTH = 12, 40, 12
# Of what stands above a table, in signs and points: a column behind it, the least that a line has, its height.
STANDARD, LEAST_LINE, LINE_HEIGHT = 9, 90, 15
LAST_LATIN = 0x2E7F
# Rows of a table that is printed on one page whatever stands above it.
A4, ON_ONE_PAGE = 9, 30
LINK = {"font_color": LIGHT.series[0], "underline": 1, "valign": "top"}
# Of a wide table the columns that name a row stay in sight.
WIDE, NAMING = 8, 2
STYLE = "Table Style Light 1"
FOOT = "&L&A&R第 &P 页，共 &N 页"


@dataclass(frozen=True)
class Styles:
    """The formats of a workbook, each made once."""

    workbook: Workbook
    made: dict[tuple[tuple[str, object], ...], Format] = field(default_factory=dict)

    def of(self, **properties: object) -> Format:
        """The format of those properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.workbook.add_format(properties)
        return self.made[key]

    def of_text(self, text: str, **properties: object) -> Format:
        """The format of a text, which Excel never takes for a formula, also where somebody edits the cell."""
        quoted = {"quote_prefix": True} if is_formula_like(text) else {}
        return self.of(**properties, **quoted)


def add_sheet(
    styles: Styles,
    name: str,
    title: str,
    subtitle: str,
    table: Table,
    footer: Footer,
    unit: str = "",
    links: Sequence[str] = (),
) -> None:
    """Add a sheet: the preamble, then the table with numbers as numbers and days as days.

    `links` are the sheets that the first cells of the rows lead to.
    """
    sheet = styles.workbook.add_worksheet(name)
    lines = preamble(title, subtitle, footer, unit)
    _add_preamble(styles, sheet, table, lines)
    top = len(lines) + 1
    _add_header(styles, sheet, table, top)
    for place, row in enumerate(table.rows):
        for position, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            digits = table.digits[place] if table.digits else column.decimals
            _write(styles, sheet, (top + 1 + place, position), cell, column, digits or 0)
    for number, link in enumerate(links, top + 1):
        sheet.write_url(number, 0, f"internal:'{link}'!A1", styles.of_text(link, **LINK), link)
    _set_page(sheet, table, top)


def _add_preamble(styles: Styles, sheet: Worksheet, table: Table, lines: Sequence[Sequence[str]]) -> None:
    """The lines above the table, each on as many lines of its row as the table is wide: none makes the printed sheet wider."""
    widths = [_width(table, position) for position in range(len(table.columns))]
    # A narrow table gives way to its lines.
    widths += [STANDARD] * max(2 - len(widths), (LEAST_LINE - sum(widths)) // STANDARD, 0)
    last = len(widths) - 1
    for number, line in enumerate(lines):
        *words, text = line
        for position, word in enumerate(words):
            sheet.write_string(number, position, word, styles.of(valign="top"))
        room = sum(widths[len(words) :])
        shape = styles.of_text(text, bold=number == 0, text_wrap=True, valign="top")
        if len(words) < last:
            sheet.merge_range(number, len(words), number, last, "", shape)
        sheet.write_string(number, len(words), text, shape)
        sheet.set_row(number, LINE_HEIGHT * max(1, -(-_signs(text) // room)))


def _add_header(styles: Styles, sheet: Worksheet, table: Table, top: int) -> None:
    """The header over the rows as a table of Excel's own; a table without rows is its header alone."""
    headers = _headers(table.columns)
    look = [styles.of_text(text, bold=True, bottom=1, text_wrap=True, valign="top") for text in headers]
    for position, (header, shape) in enumerate(zip(headers, look, strict=True)):
        sheet.write_string(top, position, header, shape)
        sheet.set_column(position, position, _width(table, position))
    if table.rows:
        place = len(styles.workbook.worksheets())
        columns = [{"header": text, "header_format": shape} for text, shape in zip(headers, look, strict=True)]
        told = {"name": f"table_{place}", "columns": columns, "style": STYLE, "banded_rows": False}
        sheet.add_table(top, 0, top + len(table.rows), len(table.columns) - 1, told)


def _headers(columns: Sequence[Column]) -> list[str]:
    """The headers, each another, as a table of Excel's wants them."""
    seen: Counter[str] = Counter()
    found = []
    for column in columns:
        header = on_one_line(column.header)
        seen[header] += 1
        found.append(header if seen[header] == 1 else f"{header}（{seen[header]}）")
    return found


def _write(styles: Styles, sheet: Worksheet, place: tuple[int, int], cell: Cell, column: Column, digits: int) -> None:
    if column.decimals is None and isinstance(cell, date):
        sheet.write_datetime(*place, cell, styles.of(num_format="yyyy-mm-dd", align="left", valign="top"))
        return
    value = as_written(cell, column)
    if isinstance(value, str):
        sheet.write_string(*place, value, styles.of_text(value, text_wrap=True, valign="top"))
        return
    shape = "#,##0" + ("." + "0" * digits if digits else "")
    sheet.write_number(*place, float(value), styles.of(num_format=shape, valign="top"))


def _set_page(sheet: Worksheet, table: Table, top: int) -> None:
    """What stays in sight, and what is printed: A4 across, as wide as the page, the header on every page."""
    sheet.freeze_panes(top + 1, NAMING if len(table.columns) > WIDE else 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 1 if len(table.rows) <= ON_ONE_PAGE else 0)
    sheet.repeat_rows(top)
    sheet.set_footer(FOOT)


def _width(table: Table, position: int) -> int:
    """The width of a column in signs: a number is always seen whole (else it is ####), text up to 40 signs."""
    column = table.columns[position]
    texts = [cell_text(row[position], column) for row in table.rows]
    longest = max((_signs(text) for text in (column.header, *texts)), default=0) + 2
    numbers = max((len(text) for text in texts), default=0) + 2 if column.decimals is not None else 0
    return max(NARROWEST, numbers, min(WIDEST, longest))


def _signs(text: str) -> int:
    """The width of a text in Latin signs; a Chinese one is as wide as two."""
    return sum(2 if ord(sign) > LAST_LATIN else 1 for sign in text)
