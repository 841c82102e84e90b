"""Turns a request on standard input into manifests of clean sheets and problems on standard output.

Run as `python -m etl.read.child`, so that a file that exhausts memory or crashes a parser harms nobody else.
"""

import errno
import json
import math
import sys
from contextlib import suppress
from dataclasses import asdict, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from etl.problems import has_error
from etl.read.kinds import EXPECTED, NEW_WORKBOOK, ODS, OLD_WORKBOOK, TEXT, WEB, XML_TABLE, kind_of, misnamed
from etl.read.sheets import Extract, Limits, Refused, refuse

# Imported by need: a CSV shall not wait for the workbook libraries.
READERS = {
    TEXT: "etl.read.delimited",
    NEW_WORKBOOK: "etl.read.workbooks",
    OLD_WORKBOOK: "etl.read.old_workbooks",
    ODS: "etl.read.open_documents",
    WEB: "etl.read.web_pages",
    XML_TABLE: "etl.read.xml_workbooks",
}
NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
HAS_RESOURCE = find_spec("resource") is not None


def read_file(path: Path, work: Path, limits: Limits) -> Extract:
    """The sheets and problems of the file; a refusal comes back as the only problem."""
    try:
        kind = _checked_kind(path, limits)
        extract: Extract = import_module(READERS[kind]).read(path, work, limits)
        if extract.sheets or has_error(extract.problems):
            return replace(extract, problems=(*misnamed(path, kind), *extract.problems))
        empty = refuse(path, "文件里没有可读的内容。", "请确认提交的是填好的报表。")
        return Extract(problems=(*misnamed(path, kind), *extract.problems, empty.problem))
    except Refused as refusal:
        return Extract(problems=(refusal.problem,))
    except MemoryError:
        too_large = refuse(path, "文件太大，读取时内存不足。", "请拆成几份，或另存为 CSV 后重新提交。", "byte-count")
        return Extract(problems=(too_large.problem,))
    except OSError as error:
        if error.errno not in NO_SPACE:
            raise
        full = refuse(path, "存放临时文件的磁盘已满，无法读取。", "请清理该磁盘后重新提交，文件本身不用改。")
        return Extract(problems=(full.problem,))


def _checked_kind(path: Path, limits: Limits) -> str:
    """What the file holds; raises `Refused` where it is no table, empty, or larger than may be read."""
    size = path.stat().st_size
    if not size and path.suffix.lower() in EXPECTED:
        raise refuse(path, "文件是空的。", "请确认提交的是填好的报表。", "byte-count")
    kind = kind_of(path)
    most = limits.text_bytes if kind == TEXT else limits.workbook_bytes
    if size > most:
        remedy = "请拆成几份提交。" if kind == TEXT else "请另存为 CSV（UTF-8）后提交。"
        raise refuse(path, f"文件有 {size >> 20} MB，超过上限 {most >> 20} MB。", remedy, "byte-count")
    return kind


def limit_resources(limits: Limits) -> None:
    """Bounds memory and processor time where the platform can; elsewhere the parent's time limit remains."""
    if not HAS_RESOURCE:
        return
    import resource

    wanted = ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, math.ceil(limits.seconds)))
    for kind, most in wanted:
        _, hard = resource.getrlimit(kind)
        # macOS knows the names, but refuses to bound memory.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def main() -> None:
    """Answers the request {files: [[path, work], …], limits} with a manifest for each file.

    Both ways the JSON is pure ASCII, whatever the console's encoding.
    """
    request = json.loads(sys.stdin.buffer.read())
    limits = Limits(**request["limits"])
    limit_resources(limits)
    manifests = [_manifest(read_file(Path(path), Path(work), limits)) for path, work in request["files"]]
    sys.stdout.buffer.write(json.dumps(manifests).encode("ascii"))


def _manifest(extract: Extract) -> dict[str, object]:
    return {
        "sheets": [{**asdict(sheet), "path": str(sheet.path)} for sheet in extract.sheets],
        "problems": [problem.as_dict() for problem in extract.problems],
    }


if __name__ == "__main__":
    main()
