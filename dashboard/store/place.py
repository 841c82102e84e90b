"""Says in which folder what people make is kept, and takes over what used to be kept beside the warehouse."""

import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from dashboard.store.files import write_text
from dashboard.store.frozen import FOLDER as FROZEN
from dashboard.store.prepared import FOLDER as PREPARED

SETTING, DATA = "SANQU_KEPT", "SANQU_DATA"
OWN_DATA = Path(__file__).resolve().parents[2] / "data"
NAME = "kept"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Taken:
    """How many files were taken over, and how many stay where they are, since others of their names are kept."""

    count: int
    stay: int
    origin: Path
    folder: Path

    @property
    def words(self) -> str:
        """What is to be said of it in Chinese; empty where nothing was taken over."""
        if not self.count:
            return ""
        rest = f"；另有{self.stay}份与那里已有的同名、内容不同，没有移动，请自行核对" if self.stay else ""
        return f"原来存在 {self.origin} 里的会议定稿和准备{self.count}份，已移到 {self.folder}{rest}。请把这个文件夹一并备份。"


def kept_folder() -> Path:
    """Where closed editions and preparations are kept: SANQU_KEPT, or `kept` in the data folder (SANQU_DATA)."""
    told = os.environ.get(SETTING)
    return Path(told) if told else Path(os.environ.get(DATA) or OWN_DATA) / NAME


def take_over(warehouse: Path, folder: Path) -> Taken:
    """Move into `folder` what an earlier version kept beside the warehouse; nothing is written over.

    A second call finds nothing to take. What is kept already under the same name stays as it is, and so does the file
    of that name beside the warehouse where it says something else.
    """
    count = stay = 0
    for room in (FROZEN, PREPARED):
        files = sorted((warehouse / room).glob("*.json"))
        if not files or (warehouse / room) == (folder / room):
            continue
        (folder / room).mkdir(parents=True, exist_ok=True)
        with FileLock(folder / room / ".lock"):
            for file in files:
                target = folder / room / file.name
                if target.exists():
                    stay += target.read_bytes() != file.read_bytes()
                else:
                    write_text(target, file.read_text(encoding="utf-8"))
                    count += 1
                    _remove(file)
    taken = Taken(count, stay, warehouse, folder)
    if taken.words:
        log.warning(taken.words)
    return taken


def _remove(file: Path) -> None:
    """Remove the file; in a folder where this account may only read it stays, and is not taken again."""
    with suppress(OSError):
        file.unlink()
