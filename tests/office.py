"""LibreOffice and Poppler as tests need them: skipped where they are missing, required where SANQU_REQUIRE_OFFICE is set."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dashboard.render.pdf import soffice_path

POPPLER = ("pdffonts", "pdfinfo", "pdftotext", "pdftoppm")
HOW_TO_GET_THEM = (
    "PDF 测试需要 LibreOffice 和 Poppler：Debian 上 `apt-get install libreoffice-impress libreoffice-writer poppler-utils`，"
    "或设置 SANQU_SOFFICE"
)


def require_office() -> None:
    """Skip the test where the machine cannot make or read a PDF; fail where it is required to."""
    if soffice_path() and all(map(shutil.which, POPPLER)):
        return
    if os.environ.get("SANQU_REQUIRE_OFFICE"):
        pytest.fail(HOW_TO_GET_THEM)
    pytest.skip(HOW_TO_GET_THEM)


def _said(*command: str | Path) -> str:
    return subprocess.run([*map(str, command)], capture_output=True, check=True).stdout.decode("utf-8")


def page_texts(file: Path) -> list[str]:
    """What stands on every page, without any space."""
    return [re.sub(r"\s", "", page) for page in _said("pdftotext", "-enc", "UTF-8", file, "-").split("\f")[:-1]]


def page_size(file: Path) -> tuple[float, float]:
    """Width and height of the first page in points."""
    return tuple(map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", _said("pdfinfo", file)).groups()))


def fonts(file: Path) -> dict[str, bool]:
    """Every font by name, and whether it is inside the file."""
    lines = [line.split() for line in _said("pdffonts", file).splitlines()[2:]]
    # Behind the name and the type, which may be of two words: encoding, embedded, subset, unicode, object number.
    return {line[0]: line[-5] == "yes" for line in lines}
