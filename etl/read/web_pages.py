"""Turns a page of the web, which many systems call an export to Excel, into one clean sheet, as a spreadsheet opens it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from html.parser import HTMLParser
from pathlib import Path

from etl.addresses import address
from etl.read.encodings import encoding_of, not_utf_8
from etl.read.marks import Marks
from etl.read.notices import check_merged, remarks, too_many_cells
from etl.read.sheets import Extract, Limits, refuse, write_sheet

MIME = re.compile(rb"\s*mime-version:", re.IGNORECASE)
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
# What pages call by the name of a smaller alphabet is written in the larger one that holds it.
LARGER = dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"), "gb18030")
HEAD = 4096
UNSEEN = frozenset({"style", "script", "title", "xml", "noscript", "template"})
LINES = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "li", "table", "body"})
CELLS = frozenset({"td", "th"})
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")
# No table of a form is wider or taller than that at one place.
MOST_SPANNED = 2_000


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """The lines and the tables of the page as the rows of one sheet. Raises `Refused`."""
    page = _Page(limits.cells)
    for text in _texts(path):
        page.feed(text)
        page.close()
    page.end_line()
    if page.marks.filled > limits.cells:
        raise too_many_cells(path, limits)
    check_merged(path, "", page.marks)
    extract = write_sheet(iter(page.rows), work / "1.csv", file=path.name, name="", limits=limits)
    sheets = tuple(replace(sheet, merged=tuple(page.marks.merged)) for sheet in extract.sheets)
    return Extract(sheets, (*extract.problems, *remarks(path.name, "", page.marks)))


def _texts(path: Path) -> Iterator[str]:
    """The page as text, or each page of one that was saved with all that belongs to it."""
    held = path.read_bytes()
    if not MIME.match(held):
        yield _decoded(path, held)
        return
    for part in message_from_bytes(held, policy=policy.default).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            yield _decoded(path, content if isinstance(content, bytes) else b"")


def _decoded(path: Path, held: bytes) -> str:
    told = CHARSET.search(held[:HEAD])
    name = told[1].decode("ascii").lower() if told else ""
    encoding = LARGER.get(name, name)
    for candidate in dict.fromkeys((encoding, encoding_of(path), "gb18030")):
        try:
            return held.decode(candidate) if candidate else held.decode("utf-8-sig")
        except (UnicodeDecodeError, LookupError):
            continue
    raise refuse(
        path,
        f"网页的文字编码（{not_utf_8(path)}）无法识别。",
        "请用 Excel 或 WPS 打开，另存为 .xlsx。",
        "encoding-error",
    )


@dataclass
class _Cell:
    """A cell of a row that is being read."""

    columns: int
    rows: int
    is_hidden: bool
    words: list[str] = field(default_factory=list)


class _Page(HTMLParser):
    """The rows of a page; `marks` holds what is merged and what is not shown."""

    def __init__(self, most_cells: int) -> None:
        super().__init__(convert_charrefs=True)
        self.most_cells = most_cells
        self.rows: list[tuple[int, list[str]]] = []
        self.marks = Marks()
        self.number = 0
        self.taken: dict[int, int] = {}
        self.cells: list[_Cell] = []
        self.line: list[str] = []
        self.is_in_row = self.is_row_hidden = False
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in UNSEEN:
            self.unseen += 1
        elif tag == "tr":
            self.end_line()
            self.is_in_row, self.is_row_hidden = True, _is_hidden(told)
        elif tag in CELLS and self.is_in_row:
            self.cells.append(_Cell(_span(told, "colspan"), _span(told, "rowspan"), _is_hidden(told)))
        elif tag == "br":
            self._say("\n")
        elif tag in LINES and not self.cells:
            self.end_line()
        if tag == "table":
            # A table within a cell is what the page was laid out with: the cell around it is no figure.
            self.end_line()
            self.taken = {}

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in ("tr", "table") or (tag in LINES and not self.cells):
            self.end_line()
        if tag == "table":
            self.taken = {}

    def handle_data(self, data: str) -> None:
        self._say(BLANKS.sub(" ", data))

    def _say(self, words: str) -> None:
        if not self.unseen:
            (self.cells[-1].words if self.cells else self.line).append(words)

    def end_line(self) -> None:
        """Keep the row, or the line of words between tables, that has come to its end."""
        cells, self.cells = self.cells, []
        words, self.line = "".join(self.line).strip(), []
        if not cells and words:
            cells = [_Cell(1, 1, False, [words])]
        if (cells or self.is_in_row) and self.marks.filled <= self.most_cells:
            self._place(cells)
        self.is_in_row = False

    def _place(self, cells: list[_Cell]) -> None:
        self.number += 1
        texts: list[str] = []
        for cell in cells:
            while self.taken.get(len(texts), 0) >= self.number:
                texts.append("")
            place = len(texts)
            texts += ["".join(cell.words).strip(), *[""] * (cell.columns - 1)]
            if cell.columns > 1 or cell.rows > 1:
                self.marks.merged.append((self.number, place + 1, self.number + cell.rows - 1, place + cell.columns))
            self.taken |= dict.fromkeys(range(place, place + cell.columns), self.number + cell.rows - 1)
            if texts[place]:
                self.marks.filled += 1
                if cell.is_hidden:
                    self.marks.in_hidden_columns.append(address(self.number, place + 1))
        if self.is_row_hidden and any(texts):
            self.marks.hidden_rows.append(self.number)
        self.is_row_hidden = False
        self.rows.append((self.number, texts))


def _is_hidden(told: dict[str, str]) -> bool:
    return "hidden" in told or bool(HIDDEN.search(told.get("style", "")))


def _span(told: dict[str, str], name: str) -> int:
    text = told.get(name, "").strip()
    return min(int(text), MOST_SPANNED) if text.isdecimal() and int(text) > 0 else 1
