"""Turns the bytes of a would-be .xlsx into the certainty that it may be parsed, or into a refusal that says why not."""

import struct
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import IO
from xml.parsers import expat

from etl.read.sheets import Limits, Refused, refuse

SMALL_PART = 1 << 20
CHUNK = 1 << 20
# What `zipfile` raises where the bytes of an archive make no sense.
BROKEN_ARCHIVE = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(NotImplementedError, EOFError, ValueError, LookupError),
)


def check_archive(path: Path, limits: Limits) -> None:
    """Raises `Refused` unless `path` is an unencrypted workbook of sane size whose XML declares no entities."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(path, archive.infolist(), limits)
            for name in archive.namelist():
                _check_part(path, archive, name)
    except BROKEN_ARCHIVE as error:
        raise damaged(path) from error


def damaged(path: Path) -> Refused:
    """The refusal of a file that is not what its name says."""
    return refuse(
        path,
        "文件已损坏，或者不是真正的 Excel 工作簿。",
        "请用 Excel 或 WPS 打开并另存为 .xlsx 后重新提交。",
        "format-error",
    )


def _check_sizes(path: Path, parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise refuse(path, "文件内部加了密，无法读取。", "请取消密码后重新保存。", "format-error")
    if len(parts) > limits.zip_entries:
        raise refuse(
            path, f"文件内部有 {len(parts)} 个部件，不像报表。", "请把数据复制到空白报表中重新提交。", "format-error"
        )
    inflated = sum(part.file_size for part in parts)
    # A pasted picture may be all white, and is never opened.
    swollen = any(
        part.file_size > max(SMALL_PART, limits.inflation * part.compress_size)
        for part in parts
        if not part.filename.replace("\\", "/").startswith("xl/media/")
    )
    if inflated > limits.inflated_bytes or swollen:
        raise refuse(
            path,
            f"文件展开后有 {inflated >> 20} MB，远大于文件本身，可能损坏或有害。",
            "请把数据复制到空白报表中重新提交；数据确实很多时请另存为 CSV。",
            "byte-count",
        )


def _check_part(path: Path, archive: zipfile.ZipFile, name: str) -> None:
    # Any name can hold XML, so every part is tried; what is not XML cannot declare anything.
    with archive.open(name) as stream:
        refuse_doctype(path, stream)


def refuse_doctype(path: Path, stream: IO[bytes]) -> None:
    """Raises `Refused` where what stands in `stream` is XML that declares entities."""

    def refuse_it(*_: object) -> None:
        raise refuse(
            path,
            "文件内部含有外部实体声明（DOCTYPE），可能有害，未读取。",
            "请把数据复制到空白报表中重新提交。",
            "format-error",
        )

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_it
    with suppress(expat.ExpatError):
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)
