"""The lock and the packages that are installed → which of them differ, told by nothing but the standard library."""

import re
import sys
from importlib.metadata import PackageNotFoundError, version

from deploy.places import PRODUCT

LOCK = PRODUCT / "requirements.txt"
# Markers of the lock are few and of this form; one of another form is not looked at.
ENTRY = re.compile(r"^([\w.-]+)==([^\s;\\]+)(?:\s*;\s*(\w+) (<|>=|==|!=) '([^']+)')?(\s*;)?", re.M)


def wanted(text: str) -> dict[str, str]:
    """Package → version that the lock names for this computer."""
    return {
        name: release
        for name, release, marker, sign, value, other in ENTRY.findall(text)
        if not other and (not marker or _holds(marker, sign, value))
    }


def _holds(marker: str, sign: str, value: str) -> bool:
    if marker == "sys_platform":
        return (sys.platform == value) == (sign == "==")
    if marker not in ("python_version", "python_full_version"):
        return False
    bound = tuple(map(int, value.split(".")[:2]))
    return {"<": sys.version_info[:2] < bound, ">=": sys.version_info[:2] >= bound}.get(sign, False)


def differing(text: str | None = None) -> tuple[list[str], int]:
    """What is to be said of each package that is missing or of another version, and how many there should be."""
    locked = wanted(LOCK.read_text(encoding="utf-8") if text is None else text)
    return [said for name, release in locked.items() if (said := _said(name, release))], len(locked)


def _said(name: str, release: str) -> str:
    try:
        own = version(name)
    except PackageNotFoundError:
        return f"{name} 没有安装"
    return "" if own == release else f"{name} 是 {own}，应为 {release}"
