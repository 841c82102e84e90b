"""Writes the sheets of a form as an OpenDocument table, in the elements and attributes that LibreOffice writes."""

import datetime
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from etl.addresses import address, place_of

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
STYLES = (
    '<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="struck" style:family="table-cell">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
)
MEDIA = "application/vnd.oasis.opendocument.spreadsheet"
BLANK_ROWS = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'


def document(tables: str, *, media: str = "spreadsheet", before: str = "") -> str:
    """The XML of a document that holds these tables."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:{media}>{tables}</office:{media}></office:body></office:document-content>"
    )


def zipped(target: Path | IO[bytes], content: str, **more: str) -> None:
    """The document as a zip in `target`; `more` are other parts by their names."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MEDIA, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        for name, text in more.items():
            archive.writestr(name, text)


def cell(value: Any, attributes: str = "", inside: str = "") -> str:
    """One cell with its value as it is stored and as it is shown."""
    shown = "" if value is None else str(value)
    match value:
        case bool():
            kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
        case int() | float():
            kind = f'office:value-type="float" office:value="{value}"'
        case datetime.datetime():
            kind, shown = f'office:value-type="date" office:date-value="{value.isoformat()}"', f"{value:%Y-%m-%d %H:%M}"
        case datetime.date():
            kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        case _:
            kind = 'office:value-type="string"' if shown else ""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n")) if shown else ""
    return f"<table:table-cell {kind} {attributes}>{inside}{lines}</table:table-cell>"


def table(name: str, rows: Iterable[str], *, columns: str = "<table:table-column/>", is_hidden: bool = False) -> str:
    """A table of rows that are written already, with the blank rows that follow to the end of a sheet."""
    style = ' table:style-name="unseen"' if is_hidden else ""
    return f"<table:table table:name={quoteattr(name)}{style}>{columns}{''.join(rows)}{BLANK_ROWS}</table:table>"


def row(cells: Iterable[str], attributes: str = "") -> str:
    """A row of cells that are written already."""
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def write(sheets: Sequence[Any], path: Path) -> None:
    """Write the sheets of a form, as `declare.Sheet` describes them, at `path`."""
    zipped(path, document("".join(map(_table, sheets))))


def _table(sheet: Any) -> str:
    spans = {}
    for cells in sheet.merged:
        first, _, last = cells.partition(":")
        (left, top), (right, bottom) = place_of(first), place_of(last)
        spans[first] = (
            f'table:number-columns-spanned="{right - left + 1}" table:number-rows-spanned="{bottom - top + 1}"'
        )
    hidden = {place_of(f"{letters}1")[0] for letters in sheet.hidden_columns}
    width = max((len(cells) for cells in sheet.rows), default=1)
    columns = "".join(
        f"<table:table-column{' table:visibility=' + chr(34) + 'collapse' + chr(34) if place in hidden else ''}/>"
        for place in range(1, width + 1)
    )
    rows = (
        row(
            (_cell(sheet, value, address(number, place), spans) for place, value in enumerate(cells, 1)),
            'table:visibility="collapse"' if number in sheet.hidden_rows else "",
        )
        for number, cells in enumerate(sheet.rows, 1)
    )
    return table(sheet.name, rows, columns=columns, is_hidden=sheet.is_hidden)


def _cell(sheet: Any, value: Any, place: str, spans: dict[str, str]) -> str:
    struck = 'table:style-name="struck"' if place_of(place)[1] in sheet.struck else ""
    said = sheet.comments.get(place)
    comment = f"<office:annotation><text:p>{escape(said)}</text:p></office:annotation>" if said else ""
    return cell(value, f"{spans.get(place, '')} {struck}", comment)
