"""Texts → small files that are replaced whole, so that no reader ever sees half of one."""

import os
import time
from pathlib import Path
from tempfile import NamedTemporaryFile

ATTEMPTS, PAUSE_SECONDS = 20, 0.05


def write_whole(path: Path, text: str) -> None:
    """Put `text` at `path` in one step, on the disk before it returns.

    Raises `PermissionError` where a reader keeps the file open for more than a second, which only Windows minds.
    """
    with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=path.parent, prefix=".", delete=False) as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    replace_patiently(Path(stream.name), path)


def replace_patiently(source: Path, target: Path) -> None:
    """Rename `source` to `target`; waits a second where Windows says that somebody holds it open."""
    for attempt in range(ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError:
            if attempt == ATTEMPTS - 1:
                source.unlink(missing_ok=True)
                raise
            time.sleep(PAUSE_SECONDS)
        else:
            return
