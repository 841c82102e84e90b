"""Turns the styles of a workbook into what they say of a cell's value: its number format, and whether it is struck out."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from etl.read.formats import NUMBERED_FORMATS
from etl.read.packages import attribute, is_true, local

# A raised digit behind a figure points to a footnote: 1200.5¹ is not 1200.51. In m² it is the unit's own.
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Style:
    """How a cell shows its value."""

    format: str = ""
    is_struck: bool = False


def read_styles(root: ElementTree.Element | None) -> tuple[Style, ...]:
    """The styles that cells point to by number; fills, borders and all else that may be broken are not looked at.

    A workbook without styles has one that says nothing. Raises ValueError where a number is none.
    """
    if root is None:
        return (Style(),)
    formats = NUMBERED_FORMATS | {
        int(element.get("numFmtId", "")): element.get("formatCode", "")
        for element in _children(root, "numFmts", "numFmt")
    }
    struck = [_is_struck(font) for font in _children(root, "fonts", "font")]
    styles = tuple(
        Style(
            formats.get(int(element.get("numFmtId", "0")), ""),
            (font := int(element.get("fontId", "0"))) < len(struck) and struck[font],
        )
        for element in _children(root, "cellXfs", "xf")
    )
    return styles or (Style(),)


def _children(root: ElementTree.Element, group: str, name: str) -> Iterator[ElementTree.Element]:
    """The elements `name` of the list `group`."""
    for element in root:
        if local(element.tag) == group:
            yield from (child for child in element if local(child.tag) == name)


def _is_struck(font: ElementTree.Element) -> bool:
    return any(local(child.tag) == "strike" and is_true(attribute(child, "val") or "1") for child in font)
