"""What a backup says of itself: of which product it is, and size, SHA-256 and time of each file that it holds."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from etl.folders import FolderUnusable

NAME = "manifest.json"
KIND = "sanqu-backup"
# Grows when a program of before could not restore what is written.
FORMAT = 1
# The rooms of a backup: what lies in the data folder, what people made in the program, the published version.
DATA, KEPT, WAREHOUSE = "data", "kept", "warehouse"


class UnusableBackup(FolderUnusable):
    """A backup cannot be made or restored; `message` tells in Chinese why, and what to do."""


@dataclass(frozen=True)
class Part:
    """A file of a backup; `modified_ns` is when it was last written, since forms are taken in that order."""

    bytes: int
    sha256: str
    modified_ns: int


@dataclass(frozen=True)
class Manifest:
    """`product` is the version that wrote the backup, `version` the published one in it, empty where there is none.

    `parts` is path inside of the zip → file.
    """

    product: str
    made_at: str
    version: str
    parts: Mapping[str, Part]

    def to_json(self) -> str:
        """The text that stands in the zip."""
        told = {"kind": KIND, "format": FORMAT, "product": self.product, "made_at": self.made_at}
        parts = {name: asdict(part) for name, part in self.parts.items()}
        return json.dumps(told | {"version": self.version, "parts": parts}, ensure_ascii=False, indent=1)


def from_json(text: bytes, product: str) -> Manifest:
    """The manifest that a zip holds, read by the program of version `product`.

    Raises `UnusableBackup` where it is none, or was written by a newer program.
    """
    try:
        told = json.loads(text)
        if told["kind"] != KIND:
            raise foreign("it is of another kind")
        if told["format"] > FORMAT or _numbers(told["product"]) > _numbers(product):
            raise UnusableBackup(
                f"written by {told['product']}, format {told['format']}",
                f"这份备份由较新的版本 {told['product']} 写出，本程序是 {product}，不能还原。请先更新程序，再还原。",
            )
        parts = {str(name): _part(part) for name, part in told["parts"].items()}
        return Manifest(str(told["product"]), str(told["made_at"]), str(told["version"]), parts)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise foreign(str(error)) from error


def _part(told: Mapping[str, Any]) -> Part:
    part = Part(int(told["bytes"]), str(told["sha256"]), int(told["modified_ns"]))
    if part.bytes < 0 or part.modified_ns < 0:
        raise ValueError("a size or a time is below nought")
    return part


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def foreign(detail: str) -> UnusableBackup:
    """The error for a file that is no backup of this program."""
    return UnusableBackup(detail, "这个文件不是本程序的备份（python -m etl backup 写出的 zip），没有还原。请核对文件。")


def damaged(detail: str) -> UnusableBackup:
    """The error for a backup that is no longer what was written."""
    return UnusableBackup(detail, f"备份文件已损坏（{detail}），没有还原任何文件。请换一份备份，或重新拷贝后再试。")
