"""The data folder, what people made and the published version → one zip, file by file, whole or not at all."""

import hashlib
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from etl.assembling import product_version
from etl.backups.manifest import DATA, KEPT, NAME, WAREHOUSE, Manifest, Part, UnusableBackup
from etl.inputs import READ_BLOCK
from etl.warehouse.kept_versions import POINTER, standing_version
from etl.warehouse.lock import locked
from etl.warehouse.seals import note_beside
from etl.writing import replace_patiently

# The same at every backup: the times of the files stand in the manifest, to the nanosecond.
DATE = (1980, 1, 1, 0, 0, 0)
# What a program holds for the moment: locks, and files that are not whole yet.
OF_THE_MOMENT = (".lock", ".part")


@dataclass(frozen=True)
class Saved:
    """What was saved; `version` is empty where none was, and `remark` says in Chinese why."""

    file: Path
    count: int
    bytes: int
    version: str
    remark: str = ""


def save(file: Path, data: Path, kept: Path, warehouse: Path) -> Saved:
    """Write the backup to `file`, in the place of an earlier one.

    Nothing is published meanwhile. Raises `UnusableBackup` where the file would be saved into itself, or is no backup.
    """
    _refuse_place(file, (data, kept, warehouse))
    file.parent.mkdir(parents=True, exist_ok=True)
    with locked(warehouse, lambda share, text: None):
        version, files, remark = _published(warehouse)
        sources = [*_below(data, DATA, (kept, warehouse)), *_below(kept, KEPT, (warehouse,)), *files]
        if not sources:
            raise UnusableBackup("nothing to save", f"“{data.absolute()}”里没有文件，没有写出备份。请核对文件夹。")
        with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as stream:
            part = Path(stream.name)
            try:
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
                    parts = {name: _copy(source, name, zipped) for name, source in sources}
                    made_at = datetime.now(UTC).isoformat(timespec="seconds")
                    zipped.writestr(_entry(NAME), Manifest(product_version(), made_at, version, parts).to_json())
                stream.flush()
                os.fsync(stream.fileno())
            except BaseException:
                stream.close()
                part.unlink(missing_ok=True)
                raise
    replace_patiently(part, file)
    return Saved(file, len(parts), file.stat().st_size, version, remark)


def _refuse_place(file: Path, folders: tuple[Path, ...]) -> None:
    place = file.resolve()
    for folder in folders:
        if folder.resolve() in place.parents:
            raise UnusableBackup(
                f"{file} lies in {folder}",
                f"备份不能写在被备份的文件夹“{folder.absolute()}”里。请写到别的文件夹，最好是另一块磁盘。",
            )
    if place.exists() and not is_backup(place):
        raise UnusableBackup(
            f"{file} is there and no backup", f"“{file}”已经存在，而且不是备份文件，没有覆盖。请换一个文件名。"
        )


def is_backup(file: Path) -> bool:
    """Whether the file looks like a backup of this program."""
    if not file.is_file() or not zipfile.is_zipfile(file):
        return False
    try:
        with zipfile.ZipFile(file) as zipped:
            return NAME in zipped.namelist()
    except zipfile.BadZipFile:
        return False


def _published(warehouse: Path) -> tuple[str, list[tuple[str, Path]], str]:
    """The published version, its files by their names in the zip, and what is to be said of it."""
    standing = standing_version(warehouse)
    if standing is None:
        return "", [], "还没有发布的版本，备份里只有表格和会议；还原后运行 python -m etl build 生成。"
    if standing.found is None:
        return "", [], f"{standing}，没有放进备份；还原后运行 python -m etl build 重新生成。"
    files = [standing.file, note_beside(standing.file), warehouse / POINTER]
    return standing.version, [(f"{WAREHOUSE}/{file.name}", file) for file in files if file.is_file()], ""


def _below(folder: Path, room: str, others: tuple[Path, ...]) -> Iterator[tuple[str, Path]]:
    """The files below `folder`, each with its name in the zip, in order; a folder that is linked to is followed once."""
    passed = {other.resolve() for other in others}
    # Where these settings point elsewhere, folders of these names are what nobody uses any more.
    passed |= {(folder / name).resolve() for name in (KEPT, WAREHOUSE)} if room == DATA else set()

    def fail(error: OSError) -> None:
        raise error

    for place, folders, names in os.walk(folder, followlinks=True, onerror=fail if folder.exists() else None):
        here = Path(place).resolve()
        if here in passed:
            folders.clear()
            continue
        passed.add(here)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            source = Path(place, name)
            if not name.startswith(".") and not name.endswith(OF_THE_MOMENT) and source.is_file():
                yield f"{room}/{source.relative_to(folder).as_posix()}", source


def _copy(source: Path, name: str, zipped: zipfile.ZipFile) -> Part:
    """Write one file into the zip and say what was written, which is all that was there while it was read."""
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as stream, zipped.open(_entry(name), "w", force_zip64=True) as target:
        modified = os.fstat(stream.fileno()).st_mtime_ns
        while block := stream.read(READ_BLOCK):
            digest.update(block)
            size += target.write(block)
    return Part(size, digest.hexdigest(), max(modified, 0))


def _entry(name: str) -> zipfile.ZipInfo:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError as error:
        told = name.encode("utf-8", errors="replace").decode("utf-8")
        raise UnusableBackup(str(error), f"文件名“{told}”含有无法识别的字符，不能备份。请改名后再试。") from error
    entry = zipfile.ZipInfo(name, DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # What is restored by other tools is the owner's and the group's alone.
    entry.external_attr = 0o640 << 16
    return entry
