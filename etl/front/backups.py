"""Turns what a town has into one file, and such a file into a data folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from etl.folders import DATA, WAREHOUSE, WRITTEN, usable
from etl.front.places import default_data, default_kept, default_warehouse

if TYPE_CHECKING:
    from etl.backups.restoring import Restored
    from etl.backups.saving import Saved


def backup(file: Path, data: Path | None = None, warehouse: Path | None = None) -> "Saved":
    """Save forms, geometry, content, what people made and the published version.

    Raises `etl.backups.manifest.UnusableBackup`, a kind of `FolderUnusable`, where the file cannot be written there.
    """
    from etl.backups.saving import save

    data, warehouse = data or default_data(), warehouse or default_warehouse()
    with usable({WRITTEN: file.parent, DATA: data, WAREHOUSE: warehouse}):
        return save(file, data, default_kept(data), warehouse)


def restore(file: Path, folder: Path) -> "Restored":
    """Restore a backup into an empty folder. Raises `etl.backups.manifest.UnusableBackup`, a kind of `FolderUnusable`."""
    from etl.backups.restoring import restore

    with usable({WRITTEN: folder.parent}):
        return restore(file, folder)
