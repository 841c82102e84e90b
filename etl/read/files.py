"""Turns any file that a clerk sends into clean sheets and problems, by way of a child process with limits."""

import json
import logging
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from etl.problems import Level, Problem
from etl.read.child import HAS_RESOURCE
from etl.read.sheets import Extract, Limits, Sheet, refuse

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "etl.read.child")
DEFAULT_LIMITS = Limits()
UNLIMITED_MEMORY = "" if HAS_RESOURCE else "（本机系统不能限制内存，只按读取时限和文件大小检查。）"

log = logging.getLogger(__name__)


def extract(path: Path, work: Path, limits: Limits = DEFAULT_LIMITS) -> Extract:
    """The clean sheets of the file at `path`, written into a new folder under `work`, and what is wrong with the file.

    Reads .xlsx, .xlsm, .xls, .csv and .txt; whatever happens to the child process comes back as a problem.
    Raises `FileNotFoundError` if there is no such file or folder.
    """
    path, folder = path.resolve(strict=True), Path(tempfile.mkdtemp(dir=work.resolve(strict=True)))
    request = json.dumps({"path": str(path), "work": str(folder), "limits": asdict(limits)})
    # numpy's algebra, unused here, would reserve memory for every core.
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    try:
        child = subprocess.run(
            COMMAND,
            input=request.encode("ascii"),
            capture_output=True,
            cwd=ROOT,
            env=environment,
            timeout=limits.seconds,
        )
    except subprocess.TimeoutExpired:
        message = f"读取超过 {limits.seconds:g} 秒，已停止。{UNLIMITED_MEMORY}"
        return Extract(problems=(refuse(path, message, "请拆成几份，或另存为 CSV 后重新提交。").problem,))
    if child.returncode:
        log.warning(
            "reader ended with %s on %s: %s", child.returncode, path.name, child.stderr.decode(errors="replace")
        )
        message = f"读取中途停止，文件可能已损坏，或内容超出内存与时间的限制。{UNLIMITED_MEMORY}"
        remedy = "请用 Excel 或 WPS 打开，把数据复制到空白报表中重新提交。"
        return Extract(problems=(refuse(path, message, remedy).problem,))
    manifest = json.loads(child.stdout)
    return Extract(
        sheets=tuple(Sheet(**{**sheet, "path": Path(sheet["path"])}) for sheet in manifest["sheets"]),
        problems=tuple(Problem(**{**problem, "level": Level(problem["level"])}) for problem in manifest["problems"]),
    )
