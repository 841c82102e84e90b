"""Files → the one archive of a bundle, written as they come: a zip for Windows, a tar.gz with modes and links for Linux."""

import io
import re
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from deploy.fault import Unusable

PLAIN, EXECUTABLE = 0o644, 0o755
# The folder that appears when the archive is unpacked.
ROOT = "sanqu"
# The wheels of a bundle are packed already: the quickest packing is nearly as small.
LEVEL = 1
FOREIGN = re.compile(r"[\\:\0]")


class Archive(Protocol):
    """What a bundle is written into."""

    def add(self, name: str, content: bytes, mode: int = PLAIN) -> None:
        """Write one file by its path inside of the bundle."""

    def add_runtime(self, file: Path, replaced: Mapping[str, bytes]) -> None:
        """Write below `python/` all that the archive of a runtime holds, some of its files replaced."""


@dataclass(frozen=True)
class ZipArchive:
    """A bundle as a zip."""

    parts: zipfile.ZipFile

    def add(self, name: str, content: bytes, mode: int = PLAIN) -> None:
        """Write one file; what is packed already is not packed again."""
        part = zipfile.ZipInfo(f"{ROOT}/{name}")
        part.external_attr = mode << 16
        self.parts.writestr(part, content, zipfile.ZIP_STORED if name.endswith(".whl") else zipfile.ZIP_DEFLATED)

    def add_runtime(self, file: Path, replaced: Mapping[str, bytes]) -> None:
        """Write the files of an embeddable zip."""
        with zipfile.ZipFile(file) as runtime:
            for part in runtime.infolist():
                if not part.is_dir():
                    _check(part.filename, file)
                    content = replaced.get(part.filename)
                    self.add(f"python/{part.filename}", runtime.read(part) if content is None else content)


@dataclass(frozen=True)
class TarArchive:
    """A bundle as a tar.gz."""

    parts: tarfile.TarFile

    def add(self, name: str, content: bytes, mode: int = PLAIN) -> None:
        """Write one file."""
        part = tarfile.TarInfo(f"{ROOT}/{name}")
        part.size, part.mode = len(content), mode
        self.parts.addfile(part, io.BytesIO(content))

    def add_runtime(self, file: Path, replaced: Mapping[str, bytes]) -> None:
        """Write the files and links of a standalone build, whose paths begin with `python/` already."""
        with tarfile.open(file) as runtime:
            for part in runtime:
                if not (part.isfile() or part.issym()):
                    continue
                _check(part.name, file)
                if part.issym():
                    _check(str(PurePosixPath(part.name).parent / part.linkname), file)
                # Taken before the name is changed, by which nothing is found any more.
                stream = runtime.extractfile(part) if part.isfile() else None
                part.name = f"{ROOT}/{part.name}"
                part.uid, part.gid, part.uname, part.gname = 0, 0, "", ""
                part.pax_headers = {}
                self.parts.addfile(part, stream)


def _check(name: str, file: Path) -> None:
    """Raise `Unusable` where a path of a runtime leads out of the folder that it is unpacked to."""
    depth = 0
    for step in PurePosixPath(name).parts:
        depth += -1 if step == ".." else 1
        if depth < 1 or step == "/" or FOREIGN.search(step):
            raise Unusable(f"“{file.name}”中有指向外面的路径，不能使用。请重新取得这个文件。")


@contextmanager
def writing(file: Path, *, as_zip: bool) -> Iterator[Archive]:
    """An archive that has the name `file` once it is whole, and leaves nothing where it does not become so."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    try:
        if as_zip:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as zipped:
                yield ZipArchive(zipped)
        else:
            with tarfile.open(part, "w:gz", compresslevel=LEVEL, format=tarfile.PAX_FORMAT) as packed:
                yield TarArchive(packed)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
