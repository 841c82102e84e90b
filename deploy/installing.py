"""What was unpacked from a bundle → installed packages and the town's own data folder, checked and complete or not there."""

import hashlib
import json
import os
import shutil
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from deploy.places import MANIFEST

# What a wheel lays elsewhere than beside its packages: only these belong on the path.
LIBRARIES = ("purelib", "platlib")
# As long as a path may be where nobody has allowed Windows longer ones.
LONGEST = 259 if sys.platform == "win32" else 4095
SETTINGS = {"SANQU_DATA": "data", "SANQU_WAREHOUSE": "data/warehouse", "SANQU_KEPT": "data/kept"}


class CannotStart(Exception):
    """Why the dashboard does not start and what to do, in Chinese."""


@dataclass(frozen=True)
class Place:
    """The folder that the bundle was unpacked to."""

    root: Path

    @property
    def library(self) -> Path:
        """Where the wheels are installed; Streamlit takes a folder of another name for its own developers'."""
        return self.root / "site-packages"

    @property
    def note(self) -> Path:
        """Where a running dashboard tells its port."""
        return self.root / "logs" / "running.json"

    def environment(self) -> dict[str, str]:
        """What the dashboard and its children are told; a setting that the clerk made stands."""
        own = {name: str(self.root / folder) for name, folder in SETTINGS.items()}
        search = os.pathsep.join((str(self.library), str(self.root / "app")))
        return own | dict(os.environ) | {"PYTHONPATH": search, "PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1"}


def install(place: Place, tell: Callable[[str], None]) -> None:
    """Unpack the wheels into the library, checked against the manifest; nothing is done where they are there already.

    Raises `CannotStart` where a wheel is missing or damaged.
    """
    try:
        wheels: Mapping[str, str] = json.loads((place.root / MANIFEST).read_text(encoding="utf-8"))["wheels"]
    except (FileNotFoundError, ValueError, KeyError) as error:
        raise CannotStart(f"安装包不完整，缺少 {MANIFEST}。请重新解压整个压缩包。") from error
    mark = hashlib.sha256(json.dumps(wheels, sort_keys=True).encode()).hexdigest()
    done = place.library / ".installed"
    if done.is_file() and done.read_text(encoding="ascii") == mark:
        return
    new = place.root / "site-packages.new"
    shutil.rmtree(new, ignore_errors=True)
    for number, (name, sha256) in enumerate(wheels.items(), 1):
        tell(f"正在安装组件（{number}/{len(wheels)}）")
        unpack(place.root / "wheels" / name, sha256, new)
    (new / ".installed").write_text(mark, encoding="ascii")
    shutil.rmtree(place.library, ignore_errors=True)
    new.replace(place.library)


def unpack(wheel: Path, sha256: str, folder: Path) -> None:
    """Lay the packages of one wheel into `folder`. Raises `CannotStart` where it is not the one that was meant."""
    try:
        is_whole = hashlib.sha256(wheel.read_bytes()).hexdigest() == sha256
    except FileNotFoundError:
        is_whole = False
    if not is_whole:
        raise CannotStart(f"安装包中的“{wheel.name}”缺失或已损坏。请重新解压整个压缩包；仍不行时重新拷贝压缩包。")
    with zipfile.ZipFile(wheel) as parts:
        for part in parts.infolist():
            target = _target(part.filename)
            if target and not part.is_dir():
                if len(str(folder / target)) > LONGEST:
                    raise CannotStart(f"“{folder.parent}”的路径太长。请把整个文件夹移到短一些的地方，如 D 盘下。")
                (folder / target).parent.mkdir(parents=True, exist_ok=True)
                with parts.open(part) as source, (folder / target).open("wb") as stream:
                    shutil.copyfileobj(source, stream)


def _target(name: str) -> PurePosixPath | None:
    """Where a file of a wheel is laid inside of the library; None where it is none of its packages."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise CannotStart(f"组件中有指向外面的路径“{name}”，没有安装。请重新取得安装包。")
    if not path.parts[0].endswith(".data"):
        return path
    return PurePosixPath(*path.parts[2:]) if path.parts[1] in LIBRARIES else None


def lay_data(place: Place) -> None:
    """Copy the product's data once to where the town's own is kept, so that a new version of the product leaves it."""
    if not (place.root / "data").exists():
        new = place.root / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(place.root / "app" / "data", new)
        new.replace(place.root / "data")
