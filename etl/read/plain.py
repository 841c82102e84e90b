"""Says whether a text file is so plain that DuckDB can take it as it stands, and which of its rows are shorter or longer than others."""

import codecs
import re
from itertools import islice
from pathlib import Path

import numpy

from etl.read.sheets import HEAD_ROWS, ROW_CHARACTERS, SHORT_ROWS, Limits, Sheet, without_blank_end

# Fits into a processor's cache with all that is counted in it.
BLOCK = 1 << 20
NEWLINE = ord("\n")


def plain_sheet(path: Path, delimiter: str, limits: Limits) -> Sheet | None:
    """The file as its own sheet if it has no quote, guard, NUL, blank, overlong or overwide line; otherwise None.

    Empty lines at the very end do no harm. Raises `UnicodeDecodeError` if it is not UTF-8.
    """
    if not delimiter.isascii():
        return None
    scan = _Scan(delimiter, limits)
    with path.open("rb") as stream:
        while block := stream.read(BLOCK) + stream.readline(ROW_CHARACTERS):
            block.decode("utf-8")
            if not scan.passes(block.removeprefix(codecs.BOM_UTF8)):
                return None
    if not scan.rows:
        return None
    return Sheet(
        name="",
        path=path,
        columns=scan.columns,
        rows=scan.rows,
        is_numbered=False,
        delimiter=delimiter,
        short=tuple(islice(scan.short, SHORT_ROWS)),
        long=tuple(islice(scan.long, SHORT_ROWS)),
    )


class _Scan:
    """What was counted in the blocks so far: `columns` of the widest line, `width` of the widest filled one.

    `cells` are those of the first line that is filled so far, blank ones behind its last word among them.
    """

    def __init__(self, delimiter: str, limits: Limits) -> None:
        self.delimiter = delimiter.encode()
        self.guard = re.compile(rb"(?m)(?:^|" + re.escape(self.delimiter) + rb")'[0-9]")
        self.limits = limits
        self.rows = self.lines = self.returns = self.columns = self.width = self.cells = 0
        self.short: list[tuple[int, int]] = []
        self.long: list[tuple[int, int]] = []

    def passes(self, block: bytes) -> bool:
        """Whether the block, which consists of whole lines, is as plain as all before."""
        if not block.endswith(b"\n"):
            block += b"\r\n" if b"\r\n" in block else b"\n"
        if b'"' in block or b"\0" in block or (b"'" in block and self.guard.search(block)):
            return False
        octets = numpy.frombuffer(block, numpy.uint8)
        places = numpy.flatnonzero((octets == NEWLINE) | (octets == ord(self.delimiter)))
        ends = numpy.flatnonzero(octets[places] == NEWLINE)
        marks = numpy.diff(ends, prepend=-1) - 1
        lengths = numpy.diff(places[ends], prepend=-1)
        # To look whether there is one is fast, to count those that are not there is not.
        returns = block.count(b"\r") if b"\r" in block else 0
        self.lines += len(ends)
        self.returns += returns
        if self.returns not in (0, self.lines) or (returns and returns != block.count(b"\r\n")):
            return False
        empty = 2 if returns else 1
        filled = int(numpy.count_nonzero(lengths > empty))
        # Empty lines are passed over by DuckDB, which would put later rows under wrong numbers.
        if self.rows < self.lines - len(ends) or (lengths[:filled] - marks[:filled] <= empty).any():
            return not filled and self.columns > 1
        if not self.columns and filled:
            self._take_head(block, marks[:filled])
        if filled < len(ends) and self.columns < 2:
            return False
        self._take_lengths(marks[:filled])
        self.rows += filled
        return bool(marks.max() < self.columns <= self.limits.columns and lengths.max() <= ROW_CHARACTERS)

    def _take_head(self, block: bytes, marks: numpy.ndarray) -> None:
        self.columns = int(marks[:HEAD_ROWS].max()) + 1
        lines = block.split(b"\n", HEAD_ROWS)[: min(HEAD_ROWS, len(marks))]
        rows = [[cell.decode() for cell in line.split(self.delimiter)] for line in lines]
        filled = [len(without_blank_end(cells)) for cells in rows]
        self.width = max(filled)
        self.cells = len(rows[filled.index(self.width)])

    def _take_lengths(self, marks: numpy.ndarray) -> None:
        for found, is_other in ((self.short, marks + 1 < self.width), (self.long, marks + 1 > self.cells)):
            if len(found) < SHORT_ROWS:
                places = numpy.flatnonzero(is_other)[:SHORT_ROWS]
                found += [(self.rows + int(place) + 1, int(marks[place]) + 1) for place in places]
