"""The path of a file → a path to the same bytes that no reader can take for a pattern or an address."""

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

# Letters and digits of any script, and marks that mean nothing to a pattern, an address or a `key=value` folder.
HARMLESS = re.compile(rf"(?:[A-Za-z]:)?[\w. {re.escape(os.sep)}-]+")


def is_harmless(path: Path) -> bool:
    """Whether every reader takes the path for what it says."""
    return HARMLESS.fullmatch(str(path)) is not None


def linked(path: Path, target: Path) -> Path:
    """`target`, made to hold what `path` holds: by a link where the system can, else by a copy."""
    # A symbolic link keeps no space of a file that is deleted later, but Windows grants it to few.
    for link in (os.symlink, os.link):
        with suppress(OSError):
            link(path.absolute(), target)
            return target
    shutil.copyfile(path, target)
    return target
