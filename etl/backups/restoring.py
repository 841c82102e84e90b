"""A backup → the folder that it was made of, checked file by file; nothing is there before all of it is."""

import hashlib
import os
import shutil
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath
from tempfile import mkdtemp

from etl.assembling import product_version
from etl.backups.manifest import (
    DATA,
    KEPT,
    NAME,
    WAREHOUSE,
    Manifest,
    Part,
    UnusableBackup,
    damaged,
    foreign,
    from_json,
)
from etl.inputs import READ_BLOCK
from etl.warehouse.publish import READABLE_BY_GROUP

# Room of the zip → where it lies in the restored data folder, as the program looks for it.
PLACES = {DATA: "", KEPT: KEPT, WAREHOUSE: WAREHOUSE}
LARGEST_MANIFEST = 1 << 26
PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
ENCRYPTED = 0x1
# What a damaged zip makes its reader say.
TORN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


@dataclass(frozen=True)
class Restored:
    """What lies in the folder now; `version` is empty where the backup held none."""

    folder: Path
    count: int
    version: str
    made_at: str


def restore(file: Path, folder: Path) -> Restored:
    """Restore a backup as the data folder `folder`, with `kept` and `warehouse` inside; it is to be empty or not there.

    Raises `UnusableBackup` where the file is damaged, of another kind or of a newer program, and leaves nothing then.
    """
    if not file.is_file():
        raise UnusableBackup(f"{file} is not there", f"没有备份文件“{file}”。请核对位置。")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        told = f"“{folder.absolute()}”不是空文件夹，没有还原。请写一个空的或还没有的文件夹。"
        raise UnusableBackup(f"{folder} is not empty", told)
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    try:
        with zipfile.ZipFile(file) as zipped:
            manifest = _checked(zipped, shutil.disk_usage(folder.absolute().parent).free)
            new = Path(mkdtemp(dir=folder.absolute().parent, prefix=f".{folder.name}."))
            try:
                for name, part in manifest.parts.items():
                    _write(zipped, name, part, new)
                new.chmod(0o755)
                if folder.exists():
                    folder.rmdir()
                new.replace(folder)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    except TORN as error:
        raise damaged("不是 zip，或不完整") from error
    return Restored(folder, len(manifest.parts), manifest.version, manifest.made_at)


def _checked(zipped: zipfile.ZipFile, free: int) -> Manifest:
    """The manifest, once the zip holds what it names and nothing else, and the disk of `free` bytes has room for it."""
    entries = {entry.filename: entry for entry in zipped.infolist()}
    if NAME not in entries or entries[NAME].file_size > LARGEST_MANIFEST or entries[NAME].flag_bits & ENCRYPTED:
        raise foreign("it has no manifest")
    if any(entry.header_offset < 0 for entry in zipped.infolist()):
        raise damaged("文件的位置不对")
    manifest = from_json(zipped.read(NAME), product_version())
    for name in manifest.parts:
        if not is_safe(name):
            raise UnusableBackup(
                f"{name!r} leads outside",
                f"备份中有指向外面的路径“{name}”，没有还原。请勿使用这个文件，并核对它的来历。",
            )
    if len(entries) != len(zipped.infolist()) or {*entries} != {*manifest.parts, NAME}:
        raise damaged("文件与清单不符")
    if len({os.path.normcase(_place(name)) for name in manifest.parts}) != len(manifest.parts):
        raise UnusableBackup(
            "two files have one place",
            "备份中有两个文件在这台电脑上会是同一个（文件名只差大小写），没有还原。请换一台电脑还原。",
        )
    for name, part in manifest.parts.items():
        entry = entries[name]
        if entry.file_size != part.bytes or entry.flag_bits & ENCRYPTED or entry.compress_type not in PACKED:
            raise damaged(name)
    needed = sum(part.bytes for part in manifest.parts.values())
    if needed > free:
        told = f"磁盘放不下：还原要 {needed / 1e6:.0f} MB，只剩 {free / 1e6:.0f} MB。请清理磁盘，或换一块磁盘。"
        raise UnusableBackup(f"{needed} bytes are needed and {free} free", told)
    return manifest


def is_safe(name: str, kind: type[PurePath] = PurePath) -> bool:
    """Whether the path leads to a file inside of a room; `kind` is of the system that would write it."""
    steps = name.split("/")
    is_plain = all(step not in ("", ".", "..") and "\0" not in step and kind(step).name == step for step in steps)
    return is_plain and len(steps) > 1 and steps[0] in PLACES


def _place(name: str) -> PurePosixPath:
    """Where a file of the zip lies in the restored folder."""
    room, *steps = name.split("/")
    return PurePosixPath(PLACES[room], *steps)


def _write(zipped: zipfile.ZipFile, name: str, part: Part, new: Path) -> None:
    """Write one file as it was, with its time. Raises `UnusableBackup` where its bytes are others."""
    target = new / _place(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with zipped.open(name) as source, target.open("xb") as stream:
        while block := source.read(READ_BLOCK):
            digest.update(block)
            size += stream.write(block)
        stream.flush()
        os.fsync(stream.fileno())
    if (size, digest.hexdigest()) != (part.bytes, part.sha256):
        raise damaged(name)
    if name.startswith(f"{WAREHOUSE}/"):
        target.chmod(READABLE_BY_GROUP)
    os.utime(target, ns=(part.modified_ns, part.modified_ns))
