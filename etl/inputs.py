"""The data folder → the files to load, each with its origin, checksum and the order in which it was received."""

import hashlib
import re
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

# Folder → origin, the most reliable first: of two rows with one key, the first origin's is used.
ORIGINS = {"received": "reported", "published": "published", "demo": "demo"}
GEOMETRY_FOLDER = "geo"
# GeoJSON, what online maps export, and a Shapefile with all of its parts.
SHAPES = frozenset({".geojson", ".kml", ".zip"})
# The public documents themselves lie there, not forms.
DOCUMENTS_FOLDER = "documents"
READ_BLOCK = 1 << 20
# What Windows, macOS, Excel and WPS leave beside the forms of a folder, and notes of its owner (_…, README).
LEFTOVERS = re.compile(
    r"""
    [._~].*                                                   # hidden files, locks (~$…, .~lock…), copies while saving
    | thumbs\.db | ehthumbs(_vista)?\.db | desktop\.ini | folder\.jpg | albumart.*\.jpg | icon\r?
    | \$recycle\.bin | recycler | recycled | system\ volume\ information | found\.\d{3} | lost\+found
    | @eadir | \#recycle | network\ trash\ folder | temporary\ items
    | .* \. ( tmp | temp | lnk | url | webloc | bak\d? | wbk\d? | xlk | old | part | partial | crdownload | download | swp
             | md )
    | .* ~                                                    # copies that editors keep
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, kw_only=True)
class Input:
    """A file to load; `name` is its path inside the data folder, `modified` seconds since 1970.

    Geometry has no origin of its own: each shape says whether it is official.
    """

    path: Path
    name: str
    origin: str
    checksum: str
    modified: float

    @property
    def is_geometry(self) -> bool:
        """Whether the file holds shapes instead of a form."""
        return not self.origin


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(READ_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The forms of a folder; leftovers of programs, notes (_…, README) and documents are none."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not any(map(is_leftover, parts)) and DOCUMENTS_FOLDER not in parts[:-1] and path.is_file():
            yield path


def is_leftover(name: str) -> bool:
    """Whether a file or folder of this name is nobody's form, but what a program left or a note of the folder."""
    return LEFTOVERS.fullmatch(name) is not None


def is_shapes(path: Path) -> bool:
    """Whether a file of that name in the folder of geometry holds shapes."""
    return path.suffix.lower() in SHAPES and not is_leftover(path.name)


def describe(path: Path, name: str, origin: str) -> Input:
    """A file as an input."""
    return Input(path=path, name=name, origin=origin, checksum=checksum(path), modified=path.stat().st_mtime)


def find_inputs(data: Path, without: Collection[str] = ()) -> list[Input]:
    """Every form and geometry file below `data`, but for the origins in `without`; sorted by name."""
    folders = {folder: origin for folder, origin in ORIGINS.items() if origin not in without}
    found = [(path, origin) for folder, origin in folders.items() for path in _files(data / folder)]
    found += [(path, "") for path in sorted((data / GEOMETRY_FOLDER).glob("*")) if is_shapes(path)]
    with ThreadPoolExecutor() as pool:
        described = pool.map(lambda pair: describe(pair[0], pair[0].relative_to(data).as_posix(), pair[1]), found)
        return sorted(described, key=lambda given: given.name)
