"""What somebody asked about is no more, or no more as it was: another has published, discarded or cleared it meanwhile."""

from pathlib import Path


class Overtaken(Exception):
    """A proposal, a version or a file of one has changed since it was shown; whoever asked has to look anew."""


class FileGone(Overtaken):
    """The file is there no more."""


def still_there(path: Path) -> Path:
    """`path` itself. Raises `FileGone`."""
    if not path.is_file():
        raise FileGone(str(path))
    return path
