"""Keeps who saw which page, took which file, published, went back and closed: lines that are only added to, each sealed with the one before."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock

from dashboard.store.accounts import accounts_file
from dashboard.store.files import write_private

NAME, END = "audit.jsonl", "audit.end"
BEGINNING = "0" * 64
LONGEST_WHAT = 300
# Holds several lines, of which the longest has about a thousand bytes.
BLOCK = 8192


class Did(StrEnum):
    """What is kept of what people do."""

    SIGNED_IN = "登录"
    FAILED = "登录失败"
    LOCKED = "账号暂停"
    SIGNED_OUT = "退出"
    SAW = "查看"
    REFUSED = "无权查看"
    TOOK = "导出"
    PUBLISHED = "发布"
    WENT_BACK = "退回版本"
    CLOSED = "定稿"
    MANAGED = "账号管理"


@dataclass(frozen=True)
class Entry:
    """One line: its number, the time in UTC, the account, what it did to what, the seal before and its own."""

    number: int
    at: str
    account: str
    did: str
    what: str
    before: str
    seal: str = ""

    def sealed(self) -> str:
        """The seal of what stands in the line and of all lines before it."""
        told = {key: value for key, value in asdict(self).items() if key != "seal"}
        return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Verified:
    """What reading the whole record came to: how many lines hold, the last seal, and the first line that does not (0: none).

    `has_end` says whether it is kept beside the record where it ends, so that lines missing there show.
    """

    lines: int
    last_seal: str
    broken_at: int
    has_end: bool


def audit_file() -> Path:
    """Where the record lies, beside the accounts."""
    return accounts_file().with_name(NAME)


def record(account: str, did: Did, what: str, now: datetime) -> None:
    """Add a line. Raises OSError where it cannot be written: what cannot be recorded is not to be done."""
    file = audit_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(file.with_suffix(".lock")), file.open("a+b") as stream:
        last, end = _last(stream), _end() or (0, BEGINNING)
        # On a record that was cut off a line still follows what was the last one, so that the gap stays.
        number, before = last if last[0] > end[0] else end
        entry = Entry(number + 1, now.isoformat(timespec="seconds"), account, did, what[:LONGEST_WHAT], before)
        line = asdict(entry) | {"seal": entry.sealed()}
        stream.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode())
        stream.flush()
        write_private(_end_file(), f"{entry.number} {line['seal']}\n")
    if number == 0:
        file.chmod(0o600)


def _end_file() -> Path:
    """Where it is kept which line is the last."""
    return audit_file().with_name(END)


def _end() -> tuple[int, str] | None:
    """The number and the seal of the line that was last when it was written; None where that is not kept."""
    try:
        number, seal = _end_file().read_text(encoding="utf-8").split()
        return int(number), seal
    except (OSError, ValueError):
        return None


def _last(stream: BinaryIO) -> tuple[int, str]:
    """The number and the seal of the last line; one that a crash left half is ended, and shows when it is verified."""
    end = stream.seek(0, 2)
    stream.seek(max(0, end - BLOCK))
    block = stream.read()
    if block and not block.endswith(b"\n"):
        stream.write(b"\n")
    for line in reversed(block.splitlines()):
        try:
            told = json.loads(line)
            return int(told["number"]), str(told["seal"])
        except ValueError:
            continue
    return 0, BEGINNING


def entries() -> Iterator[Entry]:
    """All lines, oldest first. Raises ValueError for a line that is none."""
    try:
        lines = audit_file().read_bytes().splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        try:
            yield Entry(**json.loads(line))
        except (TypeError, UnicodeDecodeError) as error:
            raise ValueError("a line of the record is not one") from error


def verify() -> Verified:
    """Read every line and compare its seal; what was changed, left out, put in or cut off breaks the chain there."""
    # Read before the lines: what is added meanwhile comes after it.
    end = _end()
    number, seal = 0, BEGINNING
    seals = [seal]
    try:
        for entry in entries():
            if (entry.number, entry.before) != (number + 1, seal) or entry.sealed() != entry.seal:
                return Verified(number, seal, number + 1, bool(end))
            number, seal = entry.number, entry.seal
            seals.append(seal)
    except ValueError:
        return Verified(number, seal, number + 1, bool(end))
    is_whole = end is None or (end[0] <= number and seals[end[0]] == end[1])
    return Verified(number, seal, 0 if is_whole else number + 1, bool(end))
