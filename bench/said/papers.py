"""Turns a presentation, a Word file, a workbook or a web page into lines of text: all that it says, in its order."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import docx
import openpyxl
from docx.table import Table
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from bench.said.plain import html_lines, in_json, pruned


def pptx_lines(content: bytes) -> Iterator[str]:
    """Every slide: texts, tables and data of charts in the order of the shapes, then its notes."""
    for number, slide in enumerate(Presentation(io.BytesIO(content)).slides, 1):
        yield f"# slide {number} ({slide.slide_layout.name})"
        yield from _shapes(slide.shapes)
        if slide.has_notes_slide:
            yield "## notes"
            yield from slide.notes_slide.notes_text_frame.text.splitlines()


def _shapes(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if described := shape._element.xpath(".//p:cNvPr/@descr"):
            yield f"[alt: {' | '.join(described)}]" if shape.shape_type != MSO_SHAPE_TYPE.GROUP else "[group]"
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)
        elif shape.has_chart:
            yield from _chart(shape.chart)
        elif shape.has_table:
            yield from ("\t".join(cell.text for cell in row.cells) for row in shape.table.rows)
        elif shape.has_text_frame and shape.text_frame.text.strip():
            yield from (_linked(paragraph) for paragraph in shape.text_frame.paragraphs if paragraph.text.strip())
        elif shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
            yield "[picture]"


def _linked(paragraph: Any) -> str:
    links = [run.hyperlink.address for run in paragraph.runs if run.hyperlink.address]
    return paragraph.text + "".join(f"[href: {link}]" for link in links)


def _chart(chart: Any) -> Iterator[str]:
    if chart.has_title:
        yield f"title {chart.chart_title.text_frame.text}"
    for plot in chart.plots:
        kind = type(plot).__name__
        yield f"{kind} categories {in_json([str(category) for category in plot.categories])}"
        for series in plot.series:
            yield f"{kind} {in_json(pruned([series.name, list(series.values)]))}"
    # What is written at single points, and at the axes.
    texts = chart._chartSpace.xpath(".//c:dLbl//a:t/text() | .//c:valAx//a:t/text() | .//c:catAx//a:t/text()")
    if texts:
        yield f"words {in_json(list(map(str, texts)))}"


def docx_lines(content: bytes) -> Iterator[str]:
    """Headers, then paragraphs with the name of their style and tables as they follow each other, then footers."""
    document = docx.Document(io.BytesIO(content))
    for section in document.sections:
        yield from (f"header {paragraph.text}" for paragraph in section.header.paragraphs)
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from ("\t".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in part.rows)
        else:
            yield f"{part.style.name}: {part.text}"
    for section in document.sections:
        yield from (f"footer {paragraph.text}" for paragraph in section.footer.paragraphs)


def xlsx_lines(content: bytes) -> Iterator[str]:
    """Every sheet: its rows, with links, comments and the lists that a cell offers."""
    for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        yield f"# sheet {sheet.title} ({sheet.sheet_state})"
        for row in sheet.iter_rows():
            yield "\t".join(map(_cell, row)).rstrip("\t")
        for rule in sorted(
            f"{rule.sqref} {rule.type} {rule.formula1}" for rule in sheet.data_validations.dataValidation
        ):
            yield f"rule {rule}"


def _cell(cell: Any) -> str:
    value = "" if cell.value is None else str(pruned(cell.value)).replace("\n", " / ")
    link = f"[href: {cell.hyperlink.target or cell.hyperlink.location}]" if cell.hyperlink else ""
    return value + link + (f"[comment: {cell.comment.text}]".replace("\n", " / ") if cell.comment else "")


def text_lines(content: bytes) -> Iterator[str]:
    """The lines as they stand, a mark of their order of bytes taken away."""
    yield from content.decode("utf-8-sig").splitlines()


READERS: dict[str, Callable[[bytes], Iterator[str] | list[str]]] = {
    "pptx": pptx_lines,
    "docx": docx_lines,
    "xlsx": xlsx_lines,
    "html": lambda content: html_lines(content.decode("utf-8")),
    "csv": text_lines,
    "md": text_lines,
    "txt": text_lines,
}
