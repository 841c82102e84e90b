"""Says where forms and versions lie where nobody names a folder."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.proposing.place import Place


ROOT = Path(__file__).resolve().parents[2]


def default_data() -> Path:
    """Where the forms lie: `SANQU_DATA`, or `data` beside this package."""
    return Path(os.environ.get("SANQU_DATA") or ROOT / "data")


def default_warehouse() -> Path:
    """Where the built versions lie: `SANQU_WAREHOUSE`, or `warehouse` in the data folder of this repository."""
    return Path(os.environ.get("SANQU_WAREHOUSE") or ROOT / "data" / "warehouse")


def default_kept(data: Path) -> Path:
    """Where what people make in the program lies: `SANQU_KEPT`, or `kept` in the data folder."""
    return Path(os.environ.get("SANQU_KEPT") or data / "kept")


def place_of(proposal_id: str, data: Path | None, warehouse: Path | None) -> "Place":
    """Where a proposal lies."""
    from etl.proposing.place import Place

    return Place(data or default_data(), warehouse or default_warehouse(), proposal_id)
