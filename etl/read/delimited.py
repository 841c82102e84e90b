"""Turns a CSV or text file of any usual encoding and delimiter into a clean sheet."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from etl.read.encodings import encoding_of, not_utf_8
from etl.read.guards import unguarded
from etl.read.plain import plain_sheet
from etl.read.sheets import (
    HEAD_ROWS,
    ROW_CHARACTERS,
    SHORT_ROWS,
    Extract,
    Limits,
    Refused,
    refuse,
    without_blank_end,
    write_sheet,
)

DELIMITERS = (",", "\t", ";", "|", "，")
UTF_8 = "utf-8-sig"
QUOTED = re.compile(r'"[^"]*"')
# The first line by which Excel is told the delimiter; it is no row. Programs that save it again fill it up.
TOLD_DELIMITER = re.compile(r"""\ufeff?"?sep=(?P<mark>[,\t;|，])"?(?P=mark)*\s*""", re.IGNORECASE)
ALIGNED = re.compile(r"[ \u3000]{2,}|\u3000")
# No cell of a form has so many lines; a quote left open swallows hundreds.
CELL_LINES = 50


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """The file's one sheet, which is the file itself where DuckDB can take it as it stands.

    Raises `Refused` where the text cannot be trusted.
    """
    encoding = encoding_of(path)
    try:
        return _read(path, work, limits, encoding)
    except UnicodeDecodeError as error:
        if encoding == UTF_8:
            return _read(path, work, limits, not_utf_8(path))
        raise refuse(
            path,
            f"文字编码像是 {encoding.upper()}，但有无法识别的字节，文件可能不完整。",
            "请重新导出，或用 Excel、WPS 打开后另存为 .xlsx。",
            "encoding-error",
        ) from error


def _read(path: Path, work: Path, limits: Limits, encoding: str) -> Extract:
    """Raises `UnicodeDecodeError` if the file has another encoding."""
    with path.open(encoding=encoding, newline="") as stream:
        told = TOLD_DELIMITER.fullmatch(stream.readline(ROW_CHARACTERS))
    delimiter = told["mark"] if told else _delimiter(path, encoding)
    is_aligned = not told and _is_aligned(path, encoding)
    if encoding == UTF_8 and not told and not is_aligned and (sheet := plain_sheet(path, delimiter, limits)):
        return Extract((sheet,))
    short: list[tuple[int, int]] = []
    long: list[tuple[int, int]] = []
    records = _aligned(path, encoding) if is_aligned else _records(path, encoding, delimiter, skipped=1 if told else 0)
    rows = _noting_lengths(records, short, long)
    extract = write_sheet(rows, work / "1.csv", file=path.name, name="", limits=limits)
    return replace(
        extract, sheets=tuple(replace(sheet, short=tuple(short), long=tuple(long)) for sheet in extract.sheets)
    )


def _first_lines(path: Path, encoding: str) -> list[str]:
    with path.open(encoding=encoding, newline="") as stream:
        return [stream.readline(ROW_CHARACTERS) for _ in range(HEAD_ROWS)]


def _is_aligned(path: Path, encoding: str) -> bool:
    """Whether the first lines have no mark between their cells but some blanks, by which somebody aligned them."""
    lines = [line.strip() for line in _first_lines(path, encoding) if line.strip()]
    parted = [line for line in lines if len(ALIGNED.split(line)) > 2]
    return len(parted) > 1 and not any(mark in line for line in lines for mark in DELIMITERS)


def _aligned(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """Every line parted at its blanks; a cell that is empty makes the line a short one."""
    with path.open(encoding=encoding, newline="") as stream:
        for number, line in enumerate(iter(lambda: stream.readline(ROW_CHARACTERS), ""), 1):
            yield number, ALIGNED.split(line.strip())


def _delimiter(path: Path, encoding: str) -> str:
    """The mark that most of the first lines hold in the same number."""
    lines = [QUOTED.sub("", line) for line in _first_lines(path, encoding)]

    def agreement(mark: str) -> tuple[int, int]:
        counts = Counter(line.count(mark) for line in lines if mark in line)
        return max(((lines, count) for count, lines in counts.items()), default=(0, 0))

    return max(DELIMITERS, key=agreement)


def _noting_lengths(
    rows: Iterator[tuple[int, list[str]]], short: list[tuple[int, int]], long: list[tuple[int, int]]
) -> Iterator[tuple[int, list[str]]]:
    """The rows as they come; `short` and `long` receive (row, cells) of those of other lengths, see `Sheet`."""
    head: list[tuple[int, int]] = []
    width = cells_of_widest = 0
    for number, cells in rows:
        yield number, cells
        if len(head) < HEAD_ROWS:
            if filled := len(without_blank_end(cells)):
                head.append((number, len(cells)))
                # One that is wider than all before makes these short.
                if filled > width:
                    width, cells_of_widest = filled, len(cells)
                short[:] = [(row, count) for row, count in head if count < width]
                long[:] = [(row, count) for row, count in head if count > cells_of_widest]
        elif any(map(str.strip, cells)):
            if len(cells) < width and len(short) < SHORT_ROWS:
                short.append((number, len(cells)))
            elif len(cells) > cells_of_widest and len(long) < SHORT_ROWS:
                long.append((number, len(cells)))


def _records(path: Path, encoding: str, delimiter: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """Every record with its number, as a spreadsheet counts rows: a blank line is one, a quoted line break is none.

    The first lines that are `skipped` are not counted.
    """
    start = skipped
    with path.open(encoding=encoding, newline="") as stream:
        lines = _Lines(path, stream, delimiter, skipped)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for number, cells in enumerate(reader, 1):
                if reader.line_num + skipped - start > CELL_LINES:
                    raise _open_quote(path, start + 1)
                start = reader.line_num + skipped
                yield number, [unguarded(cell) for cell in cells] if lines.may_be_guarded else cells
                lines.may_be_guarded = False
        except csv.Error as error:
            raise _open_quote(path, start + 1) from error


class _Lines:
    """The lines of a text, each checked; `may_be_guarded` says that one of the last had a mark of a guard."""

    def __init__(self, path: Path, stream: TextIO, delimiter: str, skipped: int) -> None:
        self.path, self.stream, self.skipped = path, stream, skipped
        self.may_be_guarded = False
        mark = re.escape(delimiter)
        # `="1,330"` is one cell, but not to a reader of CSV, which knows quotes only at the start.
        self.guarded = re.compile(rf'(?P<before>^|{mark})="(?P<text>[^"\r\n]*)"(?={mark}|[\r\n]|$)')

    def __iter__(self) -> Iterator[str]:
        number = 0
        while line := self.stream.readline(ROW_CHARACTERS + 1):
            number += 1
            self._check(line, number)
            if number <= self.skipped:
                continue
            if "=" in line or "'" in line:
                self.may_be_guarded = True
                line = self.guarded.sub(_quoted, line)
            # Files that were put together keep their marks, which would hide a quote.
            yield line.removeprefix("\ufeff") if line.startswith('\ufeff"') else line

    def _check(self, line: str, number: int) -> None:
        if "\0" in line:
            message = f"第 {number} 行含有空字符（NUL），文件可能损坏。"
            raise refuse(self.path, message, "请重新导出，或另存为 .xlsx。", "source-error")
        if len(line) > ROW_CHARACTERS:
            message = f"第 {number} 行超过 {ROW_CHARACTERS} 个字，不像报表内容。"
            raise refuse(self.path, message, "请核对该文件是否为 CSV。", "row-error")


def _quoted(guarded: re.Match[str]) -> str:
    is_inside_quotes = guarded.string.count('"', 0, guarded.start()) % 2
    return guarded[0] if is_inside_quotes else f'{guarded["before"]}"{guarded["text"]}"'


def _open_quote(path: Path, line: int) -> Refused:
    return refuse(
        path,
        f"从第 {line} 行起双引号不成对，后面的行会被并成一格。",
        "请补全或删去该行的双引号后重新提交。",
        "row-error",
    )
