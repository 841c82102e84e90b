"""Turns any file that a clerk sends into clean sheets and problems, by way of a child process with limits."""

import json
import logging
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from etl.problems import from_dict, has_error
from etl.read.child import HAS_RESOURCE
from etl.read.sheets import Extract, Limits, Sheet, refuse

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "etl.read.child")
DEFAULT_LIMITS = Limits()
UNLIMITED_MEMORY = "" if HAS_RESOURCE else "（本机系统不能限制内存，只按读取时限和文件大小检查。）"

# Starting a child costs more than reading a small form, so that these share one.
SMALL_BYTES = 1 << 20
SHARED_FILES = 16

log = logging.getLogger(__name__)


def extract(path: Path, work: Path, limits: Limits = DEFAULT_LIMITS) -> Extract:
    """The clean sheets of the file at `path`, written into a new folder under `work`, and what is wrong with the file.

    Reads workbooks, old and new, text, pages of the web and XML tables of 2003, by what they hold; whatever happens to the child process comes back as a problem.
    Raises `FileNotFoundError` if there is no such file or folder.
    """
    path = path.resolve(strict=True)
    try:
        return _read([path], work, limits)[0]
    except subprocess.TimeoutExpired:
        message = f"读取超过 {limits.seconds:g} 秒，已停止。{UNLIMITED_MEMORY}"
        remedy = "请拆成几份，或另存为 CSV 后重新提交。"
        return Extract(problems=(refuse(path, message, remedy, "byte-count").problem,))
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace")
        log.warning("reader ended with %s on %s: %s", error.returncode, path.name, said)
        message = f"读取中途停止，文件可能已损坏，或内容超出内存与时间的限制。{UNLIMITED_MEMORY}"
        remedy = "请用 Excel 或 WPS 打开，把数据复制到空白报表中重新提交。"
        return Extract(problems=(refuse(path, message, remedy).problem,))


def extract_together(paths: Sequence[Path], work: Path, limits: Limits = DEFAULT_LIMITS) -> list[Extract]:
    """What `extract` gives for each path, but read by one child process as far as nothing is wrong.

    A file in which an error was found is read again by a child of its own, and so are all when the child came to
    grief: no file is judged by the company that it kept.
    """
    extracts: Sequence[Extract | None] = [None] * len(paths)
    if len(paths) > 1:
        with suppress(subprocess.TimeoutExpired, subprocess.CalledProcessError):
            extracts = _read([path.resolve(strict=True) for path in paths], work, limits)
    return [
        found if found and not has_error(found.problems) else extract(path, work, limits)
        for path, found in zip(paths, extracts, strict=True)
    ]


def share_out(paths: Sequence[Path], processors: int) -> list[list[Path]]:
    """Every path once, in groups to be read together: large files alone and first, small ones evenly."""
    by_size = sorted(paths, key=lambda path: path.stat().st_size, reverse=True)
    large = [path for path in by_size if path.stat().st_size > SMALL_BYTES]
    small = by_size[len(large) :]
    groups = min(processors, math.ceil(len(small) / SHARED_FILES))
    return [[path] for path in large] + [small[first::groups] for first in range(groups)]


def _read(paths: Sequence[Path], work: Path, limits: Limits) -> list[Extract]:
    """The extracts of `paths` from one child; raises what `subprocess.run` raises when it fails or takes too long."""
    work = work.resolve(strict=True)
    files = [(str(path), tempfile.mkdtemp(dir=work)) for path in paths]
    child = subprocess.run(
        COMMAND,
        input=json.dumps({"files": files, "limits": asdict(limits)}).encode("ascii"),
        capture_output=True,
        cwd=ROOT,
        # numpy's algebra, unused here, would reserve memory for every core.
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        timeout=limits.seconds,
        check=True,
    )
    return [
        Extract(
            sheets=tuple(_sheet(told) for told in manifest["sheets"]),
            problems=tuple(map(from_dict, manifest["problems"])),
        )
        for manifest in json.loads(child.stdout)
    ]


def _sheet(told: dict[str, Any]) -> Sheet:
    lists = {name: tuple(map(tuple, told[name])) for name in ("merged", "short", "long")}
    return Sheet(**{**told, **lists, "path": Path(told["path"]), "comments": tuple(told["comments"])})
