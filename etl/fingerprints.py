"""What a version is made from → checksums that say whether anything of it, or anything beside the forms, is different."""

import hashlib
from collections.abc import Collection, Sequence
from pathlib import Path

import duckdb

from content_files import content_folder
from etl.answers import FILE as ANSWERS
from etl.corrected import FILE as CORRECTIONS
from etl.inputs import Input, checksum
from etl.packs.receiving import files_kept
from etl.warehouse.content import FILES

CODE = Path(__file__).parent


def fingerprint(inputs: Sequence[Input], without: Collection[str], data: Path) -> str:
    """What a version is made from, as one SHA-256: inputs, answers, corrections, packs, content, this pipeline's code and SQL, DuckDB."""
    corrected = data / CORRECTIONS
    given = [(one.name, one.origin, one.checksum) for one in inputs]
    packs = [(path.parent.name, path.name, checksum(path)) for path in files_kept(data)]
    said = corrected.read_bytes() if corrected.is_file() else b""
    return _digest(_beside_forms(data), sorted(without), said, given, *([packs] if packs else []))


def basis(inputs: Sequence[Input], data: Path, year: int) -> str:
    """All that a version's rows depend on beside its forms and what is corrected in them, as one SHA-256.

    Figures of long ago are asked about, so that the year of loading is part of it.
    """
    return _digest(_beside_forms(data), year, [(one.name, one.checksum) for one in inputs if one.is_geometry])


def _beside_forms(data: Path) -> str:
    """Answers, content, this pipeline's code and SQL, and DuckDB, as one SHA-256."""
    own = [data / ANSWERS, *(content_folder(data) / name for name in FILES)]
    code = sorted((*CODE.rglob("*.py"), *CODE.rglob("*.sql")))
    return _digest(
        duckdb.__version__,
        [(path.name, path.read_bytes() if path.is_file() else b"") for path in own],
        [(path.relative_to(CODE).as_posix(), path.read_bytes()) for path in code],
    )


def _digest(*given: object) -> str:
    return hashlib.sha256(repr(given).encode()).hexdigest()
