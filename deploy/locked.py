"""requirements.txt and a folder of wheels → for each locked requirement of a platform the one wheel that is installed."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

from deploy.fault import Unusable
from deploy.platforms import Platform

ENTRY = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\\n]+))?", re.M)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Pinned:
    """A locked requirement: its name in canonical spelling, its version, the SHA-256 that its files may have."""

    name: str
    version: str
    hashes: frozenset[str]

    @property
    def line(self) -> str:
        """The requirement as pip reads it, without a marker."""
        return " ".join((f"{self.name}=={self.version}", *(f"--hash=sha256:{one}" for one in sorted(self.hashes))))


@dataclass(frozen=True)
class Wheel:
    """A wheel that is to be installed, whose bytes are those that the lock names."""

    file: Path
    sha256: str


def pinned(text: str, platform: Platform, version: tuple[int, int]) -> tuple[Pinned, ...]:
    """The requirements of a lock that hold for a Python of that version on that platform, in their order."""
    told = f"{version[0]}.{version[1]}"
    environment = platform.markers | {"python_version": told, "python_full_version": f"{told}.0"}
    entries = list(ENTRY.finditer(text))
    ends = [*(entry.start() for entry in entries[1:]), len(text)]
    return tuple(
        Pinned(canonicalize_name(entry["name"]), entry["version"], frozenset(HASH.findall(text[entry.end() : end])))
        for entry, end in zip(entries, ends, strict=True)
        if not entry["marker"] or Marker(entry["marker"].strip()).evaluate(environment)
    )


def chosen(locked: Iterable[Pinned], folder: Path, platform: Platform, version: tuple[int, int]) -> tuple[Wheel, ...]:
    """The wheel of each requirement out of `folder`, in their order.

    Raises `Unusable` where one has no wheel for the platform, or none with the bytes that the lock names.
    """
    if not folder.is_dir():
        raise Unusable(f"没有安装包文件夹“{folder}”。请核对位置，或写 --wheels download 下载。")
    order = {tag: rank for rank, tag in enumerate(platform.tags(version))}
    found: dict[tuple[str, str], list[tuple[int, Path]]] = {}
    for file in sorted(folder.glob("*.whl")):
        try:
            name, release, _, tags = parse_wheel_filename(file.name)
        except InvalidWheelFilename:
            continue
        if fitting := [order[tag] for tag in tags if tag in order]:
            found.setdefault((name, str(release)), []).append((min(fitting), file))
    wheels, lacking = [], []
    for one in locked:
        candidates = (file for _, file in sorted(found.get((one.name, one.version), ())))
        sealed = ((file, hashlib.sha256(file.read_bytes()).hexdigest()) for file in candidates)
        wheel = next((Wheel(file, sha256) for file, sha256 in sealed if sha256 in one.hashes), None)
        wheels += [wheel] if wheel else []
        lacking += [] if wheel else [f"{one.name} {one.version}"]
    if lacking:
        raise Unusable(
            f"“{folder}”中缺少 {len(lacking)} 个安装包，或与锁定的校验码不符：{'、'.join(lacking)}。"
            f"它们要适用于 {platform.label} 的 Python {version[0]}.{version[1]}；请补齐，或写 --wheels download 重新下载。"
        )
    return tuple(wheels)


def download(locked: Iterable[Pinned], folder: Path, platform: Platform, version: tuple[int, int]) -> None:
    """Have pip fetch the wheels of all requirements into `folder`, no source among them. Raises `Unusable`."""
    lock = folder / "requirements.txt"
    lock.write_text("".join(f"{one.line}\n" for one in locked), encoding="utf-8", newline="\n")
    told = f"{version[0]}{version[1]}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary=:all:", "--require-hashes", "--implementation=cp", f"--python-version={told}"]
    command += [f"--abi={abi}" for abi in (f"cp{told}", "abi3", "none")]
    command += [f"--platform={name}" for name in platform.wheels]
    ended = subprocess.run([*command, "--dest", str(folder), "--requirement", str(lock)], check=False)
    if ended.returncode:
        raise Unusable(
            "安装包没有下载完（原因见上面 pip 的输出）。请在能联网的电脑上再试，或用 --wheels 文件夹 指明已下载的。"
        )
