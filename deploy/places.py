"""The environment → the folders that the dashboard writes into, by the names that clerks know them by."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PRODUCT = Path(__file__).resolve().parents[1]
# What lies beside the product in an unpacked bundle.
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Place:
    """A folder that is written into, and the setting that puts it elsewhere."""

    label: str
    folder: Path
    setting: str


def places(settings: Mapping[str, str]) -> tuple[Place, ...]:
    """The folders as `SANQU_DATA`, `SANQU_WAREHOUSE` and `SANQU_KEPT` say, else those of the bundle or the product."""
    own = (PRODUCT.parent if (PRODUCT.parent / MANIFEST).is_file() else PRODUCT) / "data"
    data = Path(settings.get("SANQU_DATA") or own)
    warehouse = Path(settings.get("SANQU_WAREHOUSE") or own / "warehouse")
    kept = Path(settings.get("SANQU_KEPT") or data / "kept")
    try:
        temporary = Path(tempfile.gettempdir())
    except FileNotFoundError:
        # None of the usual places can be written: the probe of this one tells so.
        temporary = Path(settings.get("TMPDIR") or settings.get("TEMP") or Path.cwd())
    return (
        Place("报表文件夹 data", data, "SANQU_DATA"),
        Place("会议定稿文件夹 kept", kept, "SANQU_KEPT"),
        Place("数据仓库文件夹", warehouse, "SANQU_WAREHOUSE"),
        Place("临时文件夹", temporary, "TMPDIR（Windows 为 TEMP）"),
    )
