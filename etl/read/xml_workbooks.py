"""Turns the XML table of Excel 2003, which old systems export by the name of .xls, into clean sheets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from etl.addresses import address
from etl.read.archives import damaged
from etl.read.cells import CellValue, cell_text, is_too_long
from etl.read.formats import number_format
from etl.read.guards import unguarded
from etl.read.marks import Marks
from etl.read.notices import check_merged, hidden_sheet, is_own, remarks, too_many_cells
from etl.read.packages import attribute, local
from etl.read.sheets import Extract, Limits, refuse, write_sheet

# Names of formats that this kind of file writes out.
FORMATS = {
    "Percent": "0.00%", "Short Date": "yyyy-mm-dd", "Long Date": "yyyy-mm-dd", "Medium Date": "yyyy-mm-dd",
    "General Date": "yyyy-mm-dd hh:mm", "Long Time": "hh:mm:ss", "Medium Time": "hh:mm", "Short Time": "hh:mm",
}  # fmt: skip
BROKEN = (ElementTree.ParseError, expat.ExpatError, ValueError, OverflowError)
DOCTYPE = b"<!DOCTYPE"


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """Every visible sheet of the table. Raises `Refused`."""
    held = path.read_bytes()
    if DOCTYPE in held:
        message = "文件内部含有外部实体声明（DOCTYPE），可能有害，未读取。"
        raise refuse(path, message, "请把数据复制到空白报表中重新提交。", "format-error")
    try:
        root = ElementTree.fromstring(held)
        return _read_sheets(root, path, work, limits)
    except BROKEN as error:
        raise damaged(path) from error


def _read_sheets(root: ElementTree.Element, path: Path, work: Path, limits: Limits) -> Extract:
    formats = dict(_formats(root))
    sheets, problems, cells_left = [], [], limits.cells
    for number, element in enumerate((one for one in root if local(one.tag) == "Worksheet"), 1):
        name = attribute(element, "Name") or ""
        if is_own(name):
            continue
        if _is_hidden_sheet(element):
            problems += hidden_sheet(path.name, name, _rows(element, formats, Marks()))
            continue
        marks = Marks()
        extract = write_sheet(
            _rows(element, formats, marks), work / f"{number}.csv", file=path.name, name=name, limits=limits
        )
        cells_left -= marks.filled
        if cells_left < 0:
            raise too_many_cells(path, limits)
        check_merged(path, name, marks)
        sheets += [replace(sheet, merged=tuple(marks.merged)) for sheet in extract.sheets]
        problems += [*extract.problems, *remarks(path.name, name, marks)]
    return Extract(tuple(sheets), tuple(problems))


def _formats(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Id of each style → its number format."""
    for style in root.iter():
        if local(style.tag) == "Style":
            code = next((attribute(one, "Format") for one in style if local(one.tag) == "NumberFormat"), None) or ""
            yield attribute(style, "ID") or "", FORMATS.get(code, code)


def _is_hidden_sheet(sheet: ElementTree.Element) -> bool:
    return any(local(one.tag) == "Visible" and "Hidden" in (one.text or "") for one in sheet.iter())


def _rows(sheet: ElementTree.Element, formats: dict[str, str], marks: Marks) -> Iterator[tuple[int, list[str]]]:
    number = 0
    for row in (one for one in sheet.iter() if local(one.tag) == "Row"):
        number = int(attribute(row, "Index") or number + 1)
        texts: list[str] = []
        for cell in (one for one in row if local(one.tag) == "Cell"):
            place = int(attribute(cell, "Index") or len(texts) + 1)
            across, down = (int(attribute(cell, name) or 0) for name in ("MergeAcross", "MergeDown"))
            texts += [""] * (place - 1 - len(texts))
            texts += [_text(cell, formats, marks, address(number, place)), *[""] * across]
            if across or down:
                marks.merged.append((number, place, number + down, place + across))
        if attribute(row, "Hidden") == "1" and any(texts):
            marks.hidden_rows.append(number)
        yield number, texts


def _text(cell: ElementTree.Element, formats: dict[str, str], marks: Marks, place: str) -> str:
    """What the cell shows; an error cell is empty, and is remembered."""
    data = next((one for one in cell if local(one.tag) == "Data"), None)
    stored = "".join(data.itertext()) if data is not None else ""
    if data is None or not stored.strip():
        return ""
    marks.filled += 1
    code = formats.get(attribute(cell, "StyleID") or "", "")
    kind = attribute(data, "Type")
    if kind == "Error":
        marks.errors.setdefault(stored, []).append(place)
        return ""
    if kind == "Number":
        shown = number_format(code)
        if shown.is_hidden:
            marks.veiled.append(place)
        if shown.is_scaled:
            marks.scaled.append(place)
    text = unguarded(stored) if kind == "String" else cell_text(_value(kind or "", stored), code)
    if kind == "Number" and is_too_long(text):
        marks.too_long.append(place)
    return text


def _value(kind: str, stored: str) -> CellValue:
    match kind:
        case "Number":
            return float(stored)
        case "DateTime":
            return datetime.fromisoformat(stored)
        case "Boolean":
            return stored.strip() == "1"
    return stored
