"""Turns a CSV or text file of any usual encoding and delimiter into a clean sheet."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import numpy

from etl.read.sheets import HEAD_ROWS, ROW_CHARACTERS, Extract, Limits, Refused, Sheet, refuse, write_sheet

DELIMITERS = (",", "\t", ";", "，")
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
QUOTED = re.compile(r'"[^"]*"')
# Fits into a processor's cache with all that is counted in it.
BLOCK = 1 << 20
# No cell of a form has so many lines; a quote left open swallows hundreds.
CELL_LINES = 50


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """The file's one sheet, which is the file itself where DuckDB can take it as it stands.

    UTF-16 is known by its mark; else UTF-8 is tried, then GB18030. Raises `Refused` where the text cannot be trusted.
    """
    with path.open("rb") as stream:
        is_utf_16 = stream.read(2).startswith(UTF_16_MARKS)
    for encoding in ("utf-16",) if is_utf_16 else ("utf-8-sig", "gb18030"):
        try:
            delimiter = _delimiter(path, encoding)
            sheet = _plain_sheet(path, delimiter, limits) if encoding == "utf-8-sig" else None
            if sheet:
                return Extract((sheet,))
            rows = _records(path, encoding, delimiter)
            return write_sheet(rows, work / "1.csv", file=path.name, name="", limits=limits)
        except UnicodeDecodeError:
            continue
    raise refuse(path, "文字编码既不是 UTF-8 也不是 GB18030，无法识别。", "请用 Excel 或 WPS 打开，另存为 .xlsx。")


def _delimiter(path: Path, encoding: str) -> str:
    """The mark that most of the first lines hold in the same number."""
    with path.open(encoding=encoding, newline="") as stream:
        lines = [QUOTED.sub("", stream.readline(ROW_CHARACTERS)) for _ in range(HEAD_ROWS)]

    def agreement(mark: str) -> tuple[int, int]:
        counts = Counter(line.count(mark) for line in lines if mark in line)
        return max(((lines, count) for count, lines in counts.items()), default=(0, 0))

    return max(DELIMITERS, key=agreement)


def _plain_sheet(path: Path, delimiter: str, limits: Limits) -> Sheet | None:
    """The file as its own sheet if it has no quote, NUL, blank, overlong or overwide line; otherwise None.

    Raises `UnicodeDecodeError` if it is not UTF-8.
    """
    if not delimiter.isascii():
        return None
    rows = columns = returns = 0
    with path.open("rb") as stream:
        while block := stream.read(BLOCK) + stream.readline(ROW_CHARACTERS):
            block.decode("utf-8")
            block = block.removeprefix(codecs.BOM_UTF8)
            block = block if block.endswith(b"\n") else block + b"\n"
            octets = numpy.frombuffer(block, numpy.uint8)
            places = numpy.flatnonzero((octets == ord("\n")) | (octets == ord(delimiter)))
            last = numpy.flatnonzero(octets[places] == ord("\n"))
            marks = numpy.diff(last, prepend=-1) - 1
            lengths = numpy.diff(places[last], prepend=-1)
            columns = columns or int(marks[:HEAD_ROWS].max()) + 1
            rows += len(last)
            returns += block.count(b"\r")
            has_stray_return = returns not in (0, rows) or block.count(b"\r") != block.count(b"\r\n")
            has_blank_line = (lengths - marks).min() <= (2 if returns else 1)
            if has_stray_return or has_blank_line or b'"' in block or b"\0" in block:
                return None
            if marks.max() >= columns or lengths.max() > ROW_CHARACTERS or columns > limits.columns:
                return None
    if not rows:
        return None
    return Sheet(name="", path=path, columns=columns, rows=rows, is_numbered=False, delimiter=delimiter)


def _records(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every record with its number, as a spreadsheet counts rows: a blank line is one, a quoted line break is none."""
    start = 0
    with path.open(encoding=encoding, newline="") as stream:
        reader = csv.reader(_lines(path, stream), delimiter=delimiter, strict=True)
        try:
            for number, cells in enumerate(reader, 1):
                if reader.line_num - start > CELL_LINES:
                    raise _open_quote(path, start + 1)
                start = reader.line_num
                yield number, cells
        except csv.Error as error:
            raise _open_quote(path, start + 1) from error


def _lines(path: Path, stream: TextIO) -> Iterator[str]:
    number = 0
    while line := stream.readline(ROW_CHARACTERS + 1):
        number += 1
        if "\0" in line:
            raise refuse(path, f"第 {number} 行含有空字符（NUL），文件可能损坏。", "请重新导出，或另存为 .xlsx。")
        if len(line) > ROW_CHARACTERS:
            raise refuse(path, f"第 {number} 行超过 {ROW_CHARACTERS} 个字，不像报表内容。", "请核对该文件是否为 CSV。")
        yield line


def _open_quote(path: Path, line: int) -> Refused:
    return refuse(path, f"从第 {line} 行起双引号不成对，后面的行会被并成一格。", "请补全或删去该行的双引号后重新提交。")
