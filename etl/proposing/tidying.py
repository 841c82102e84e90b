"""What a killed server has left in a warehouse → removed once nobody is at work there, and named until then."""

from pathlib import Path

from filelock import FileLock, Timeout

from etl.proposing.landing import settle, unwanted
from etl.warehouse.lock import LOCK
from etl.warehouse.publish import BUILDING, sweep


def leftovers(data: Path, warehouse: Path) -> list[Path]:
    """Files and folders in the warehouse that belong to no version and to nobody who is at work."""
    if not warehouse.is_dir():
        return []
    try:
        with FileLock(warehouse / LOCK).acquire(timeout=0):
            built = sorted(warehouse.glob(f"{BUILDING}*"))
    except (Timeout, OSError):
        # Somebody builds: what is being built is no leftover. Where nothing can be written, nobody builds or is asked.
        built = []
    return [*built, *unwanted(data, warehouse)]


def tidy(data: Path, warehouse: Path) -> None:
    """Remove the leftovers, and finish or undo a publication that was cut off; nothing where somebody is at work."""
    if not warehouse.is_dir():
        return
    try:
        with FileLock(warehouse / LOCK).acquire(timeout=0):
            sweep(warehouse)
            settle(data, warehouse)
    except Timeout:
        return
