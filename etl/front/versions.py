"""Turns the versions that are kept into what readers and maintainers ask of them: which, what changed, is it whole."""

from pathlib import Path
from typing import TYPE_CHECKING

from etl.folders import DATA, WAREHOUSE, usable
from etl.front.places import default_data, default_warehouse, place_of

if TYPE_CHECKING:
    import pandas

    from etl.warehouse.changed import TableChange
    from etl.warehouse.kept_versions import Kept, Version


def history(warehouse: Path | None = None) -> "list[Version]":
    """The versions that are kept and intact, the newest first, each with its loads."""
    from etl.warehouse.kept_versions import versions

    warehouse = warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse}):
        return versions(warehouse)


def verify(warehouse: Path | None = None) -> "list[Kept]":
    """Every version that is kept, the newest first, and whether its file is what was published."""
    from etl.warehouse.kept_versions import kept

    warehouse = warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse}):
        return kept(warehouse)


def version_file(version: str, warehouse: Path | None = None) -> Path:
    """The warehouse file of a version that is kept. Raises `etl.warehouse.publish.UnknownVersion`."""
    from etl.warehouse.kept_versions import version_path

    return version_path(warehouse or default_warehouse(), version)


def rollback(version: str, warehouse: Path | None = None) -> "Version":
    """Publish an earlier version that is kept; raises `etl.warehouse.publish.UnknownVersion`."""
    from etl.warehouse.publish import rollback

    warehouse = warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse}):
        return rollback(warehouse, version)


def leftovers(data: Path | None = None, warehouse: Path | None = None) -> list[Path]:
    """What builds and checks that were killed have left in the warehouse; nothing of those that are at work."""
    from etl.proposing.tidying import leftovers

    data, warehouse = data or default_data(), warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse, DATA: data}):
        return leftovers(data, warehouse)


def tidy(data: Path | None = None, warehouse: Path | None = None) -> None:
    """Remove what killed builds and checks have left, unless somebody is at work; see `etl.proposing.tidying.tidy`."""
    from etl.proposing.tidying import tidy

    data, warehouse = data or default_data(), warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse, DATA: data}):
        tidy(data, warehouse)


def changes(
    proposal_or_version: str, data: Path | None = None, warehouse: Path | None = None, *, against: str | None = None
) -> "tuple[TableChange, ...]":
    """What a proposal changes, or a version did, against the version `against`.

    Without it a proposal is compared with the version that it was made on top of, and has no changes where it has no
    candidate; a version is compared with the one before it, all its rows being new where none is kept.
    Raises `etl.warehouse.publish.UnknownVersion`.
    """
    from etl.proposing.place import ID
    from etl.warehouse.changed import from_json
    from etl.warehouse.compared import compare_files
    from etl.warehouse.kept_versions import before_version, version_path

    folder = warehouse or default_warehouse()
    if not ID.fullmatch(proposal_or_version):
        before = version_path(folder, against) if against else before_version(folder, proposal_or_version)
        return compare_files(before, version_path(folder, proposal_or_version))
    place = place_of(proposal_or_version, data, warehouse)
    if against and place.candidate.exists():
        return compare_files(version_path(folder, against), place.candidate)
    return from_json(place.changes.read_text(encoding="utf-8")) if place.changes.exists() else ()


def compare(version_a: str, version_b: str, warehouse: Path | None = None) -> "tuple[TableChange, ...]":
    """What became of the rows of version a in version b. Raises `etl.warehouse.publish.UnknownVersion`."""
    from etl.warehouse.compared import compare_files
    from etl.warehouse.kept_versions import version_path

    folder = warehouse or default_warehouse()
    return compare_files(version_path(folder, version_a), version_path(folder, version_b))


def difference(dataset: str, before: Path | None, after: Path) -> "pandas.DataFrame":
    """Every row of a form that differs between two warehouse files, in words; for download."""
    from etl.warehouse.compared import difference

    return difference(before, after, dataset)
