"""The system → the names of its fonts: fontconfig's on Linux, the registry's on Windows."""

import re
import shutil
import subprocess
import sys

LISTING = ("fc-list", "--format", "%{family},")
SECONDS = 20
REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
# As in “SimSun & NSimSun (TrueType)”.
KIND = re.compile(r"\s*\([^)]*\)\s*$")


def families() -> frozenset[str] | None:
    """The names of all fonts, None where the system has nobody to ask."""
    if sys.platform == "win32":
        return _registered()
    if shutil.which(LISTING[0]) is None:
        return None
    answer = subprocess.run(LISTING, capture_output=True, check=False, timeout=SECONDS).stdout
    return frozenset(filter(None, answer.decode("utf-8", errors="replace").split(",")))


def named(entry: str) -> list[str]:
    """The fonts that an entry of the Windows registry names."""
    return [name.strip() for name in KIND.sub("", entry).split("&")]


def _registered() -> frozenset[str]:
    """What is installed for all users and for this one."""
    found: set[str] = set()
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(root, REGISTRY) as key:
                    for place in range(winreg.QueryInfoKey(key)[1]):
                        found.update(named(winreg.EnumValue(key, place)[0]))
            except FileNotFoundError:
                continue
    return frozenset(found)
