"""Files that lie there and the loads of the build before → the time at which each file was received, and their order."""

from collections.abc import Sequence
from datetime import datetime

from etl.inputs import Input
from etl.warehouse.loads import Load, Status


def in_order_received(inputs: Sequence[Input], earlier: Sequence[Load], now: datetime) -> list[tuple[datetime, Input]]:
    """The inputs with the time they were received, in that order; new ones by the time of the file, then name.

    A file keeps its time while it lies there, under another name too. Bytes that come again after others under their
    name, or beside a file of the same bytes, are received now: the first version sent again is a correction back.
    """
    present = _present(earlier)
    names = {(given.name, given.checksum) for given in inputs}
    seen: dict[tuple[str, str], datetime] = {}
    moved: dict[str, list[datetime]] = {}
    for name, (checksum, received) in present.items():
        if (name, checksum) in names:
            seen[name, checksum] = received
        else:
            moved.setdefault(checksum, []).append(received)
    dated = []
    for given in sorted(inputs, key=lambda given: (given.modified, given.name)):
        key = (given.name, given.checksum)
        if key not in seen and moved.get(given.checksum):
            seen[key] = moved[given.checksum].pop(0)
        dated.append((seen.get(key, now), given))
    return sorted(dated, key=lambda pair: (pair[0], pair[1].modified, pair[1].name))


def _present(earlier: Sequence[Load]) -> dict[str, tuple[str, datetime]]:
    """Name of a file that lay there at the build before → its checksum and the time it was received."""
    latest: dict[str, Load] = {}
    for load in earlier:
        if load.file not in latest or load.loaded_at > latest[load.file].loaded_at:
            latest[load.file] = load
    return {
        name: (load.checksum, load.loaded_at) for name, load in latest.items() if load.status is not Status.WITHDRAWN
    }
