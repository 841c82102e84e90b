"""A pack: figures of one 片区 with what they say of themselves, as text that any version of the product reads."""

import csv
import hashlib
import io
import json
import math
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path

from etl.folders import FolderUnusable

KIND, MANIFEST, FIGURES, WITHHELD = "sanqu-pack", "manifest.json", "figures.csv", "withheld.csv"
# Grows when a program of before could not read what is written; columns may be added without that.
FORMAT = 1
# A pack holds some thousand lines; what is a hundred times as large is none.
LARGEST_BYTES = 64 << 20
DATE = (1980, 1, 1, 0, 0, 0)


class UnusablePack(FolderUnusable):
    """A pack cannot be written or taken; `message` tells in Chinese why, and what to do."""


@dataclass(frozen=True, order=True)
class Figure:
    """One figure: a `quantity` of a `column` of a mart or family, in a period, of one part of a dimension or of the whole.

    `origins` are joined by 、, as `meta.loads` has them.
    """

    source: str
    quantity: str
    column: str
    period: str
    dimension: str
    part: str
    value: float
    origins: str


@dataclass(frozen=True, order=True)
class Withheld:
    """That the 片区 has a `quantity` of a family in a period and does not show it: no figure of it is in the pack."""

    source: str
    quantity: str
    period: str


@dataclass(frozen=True)
class Pack:
    """Figures of the 片区 `code`, out of its `version` that was built at `built_at` (UTC) by the product `product`.

    A pack of an earlier program does not say what is `withheld`.
    """

    code: str
    name: str
    product: str
    version: str
    built_at: datetime
    figures: tuple[Figure, ...]
    withheld: tuple[Withheld, ...] = ()


def to_bytes(pack: Pack) -> bytes:
    """The file, the same for the same pack."""
    figures = _written(Figure, sorted(pack.figures))
    withheld = _written(Withheld, sorted(pack.withheld))
    told = {
        "kind": KIND,
        "format": FORMAT,
        "product": pack.product,
        "code": pack.code,
        "name": pack.name,
        "version": pack.version,
        "built_at": pack.built_at.isoformat(),
        "sha256": hashlib.sha256(figures).hexdigest(),
    }
    written = io.BytesIO()
    manifest = json.dumps(told, ensure_ascii=False, indent=1).encode()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in ((MANIFEST, manifest), (FIGURES, figures), (WITHHELD, withheld)):
            zipped.writestr(zipfile.ZipInfo(name, DATE), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _written(kind: type[Figure | Withheld], lines: Sequence[Figure | Withheld]) -> bytes:
    """Lines of one kind as CSV, below the names of their fields."""
    text = io.StringIO(newline="")
    rows = ([getattr(line, field.name) for field in fields(kind)] for line in lines)
    csv.writer(text, lineterminator="\n").writerows([[field.name for field in fields(kind)], *rows])
    return text.getvalue().encode()


def read_pack(file: Path) -> Pack:
    """The pack in a file. Raises `UnusablePack` where it is none, is damaged, or of a format that is not known yet."""
    try:
        with zipfile.ZipFile(file) as zipped:
            if sum(entry.file_size for entry in zipped.infolist()) > LARGEST_BYTES:
                raise _foreign(file, "it is too large")
            told = json.loads(zipped.read(MANIFEST))
            if told["kind"] != KIND:
                raise _foreign(file, "it is of another kind")
            if told["format"] > FORMAT:
                raise UnusablePack(
                    f"format {told['format']}",
                    f"“{file.name}”由较新的版本 {told['product']} 写出，没有接收。请先更新本程序，再接收。",
                )
            figures = zipped.read(FIGURES)
            withheld = zipped.read(WITHHELD) if WITHHELD in zipped.namelist() else b""
        if hashlib.sha256(figures).hexdigest() != told["sha256"]:
            raise UnusablePack("the checksum differs", f"“{file.name}”已损坏，没有接收。请对方重新发送。")
        return Pack(
            str(told["code"]),
            str(told["name"]),
            str(told["product"]),
            str(told["version"]),
            datetime.fromisoformat(told["built_at"]),
            _figures(figures.decode()),
            tuple(Withheld(row["source"], row["quantity"], row["period"]) for row in _rows(withheld.decode())),
        )
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError) as error:
        raise _foreign(file, str(error)) from error


def _figures(text: str) -> tuple[Figure, ...]:
    """The lines, whatever columns a newer program has added."""
    return tuple(
        Figure(
            row["source"],
            row["quantity"],
            row["column"],
            row["period"],
            row["dimension"],
            row["part"],
            _finite(row["value"]),
            row["origins"],
        )
        for row in _rows(text)
    )


def _rows(text: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(text, newline=""))


def _finite(text: str) -> float:
    """The number. Raises ValueError for what no sum may have in it."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is no figure")
    return value


def _foreign(file: Path, detail: str) -> UnusablePack:
    return UnusablePack(
        detail, f"“{file.name}”不是本程序的汇总包（python -m etl pack 写出的 zip），没有接收。请核对文件。"
    )
