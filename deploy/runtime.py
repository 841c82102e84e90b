"""The file of a Python runtime → its version, checked to be one for the platform, and the files that it holds."""

import hashlib
import re
import struct
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from deploy.fault import Unusable
from deploy.platforms import Platform

OLDEST = (3, 11)
SUM_SUFFIX = ".sha256"
# Of the Windows build: the library that its minor version names.
LIBRARY = re.compile(r"python3(\d+)\.dll")
PROGRAM = re.compile(r"python/bin/python3\.(\d+)")
# Where each build tells its whole version.
IN_RESOURCES = re.compile("ProductVersion".encode("utf-16-le") + rb"\0{2,4}((?:[\d.]\0)+)")
IN_HEADER = re.compile(rb'#define PY_VERSION\s+"([^"+]+)')
HEADER = "python/include/python3.{minor}/patchlevel.h"


@dataclass(frozen=True)
class Runtime:
    """A runtime as it was given: its Python, the whole version as it tells it, its SHA-256, its program's place."""

    file: Path
    version: tuple[int, int]
    told: str
    sha256: str
    program: str


def inspected(file: Path, platform: Platform, sha256: str | None) -> Runtime:
    """What the runtime in `file` is; `sha256` is what its publisher names, or stands in `<file>.sha256` beside it.

    Raises `Unusable` where the bytes are others, or it is no runtime for the platform, or too old.
    """
    if not file.is_file():
        raise Unusable(f"没有 Python 运行环境文件“{file}”。请核对位置。")
    own = _checked(file, sha256)
    try:
        found = _windows(file, platform) if platform.is_windows else _linux(file, platform)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, OSError, KeyError, struct.error) as error:
        raise _strange(file, platform) from error
    version, told, program = found
    if version < OLDEST:
        raise Unusable(f"“{file.name}”是 Python {told}，需要 {OLDEST[0]}.{OLDEST[1]} 或更新的版本。请换一个文件。")
    return Runtime(file, version, told, own, program)


def _checked(file: Path, sha256: str | None) -> str:
    beside = file.with_name(f"{file.name}{SUM_SUFFIX}")
    wanted = sha256 or (beside.read_text(encoding="utf-8").partition(" ")[0] if beside.is_file() else "")
    if not wanted.strip():
        raise Unusable(
            f"不知道“{file.name}”应有的校验码。请用 --python-sha256 写明发布者公布的 SHA-256，"
            f"或把它存为同一文件夹里的“{beside.name}”。"
        )
    with file.open("rb") as stream:
        own = hashlib.file_digest(stream, "sha256").hexdigest()
    if own != wanted.strip().lower():
        raise Unusable(f"“{file.name}”的校验码是 {own}，与应有的 {wanted.strip()} 不符。请重新取得这个文件。")
    return own


def _strange(file: Path, platform: Platform) -> Unusable:
    kind = "embeddable zip（64 位）" if platform.is_windows else "独立构建的 install_only 包（tar.gz，glibc）"
    return Unusable(f"“{file.name}”不是 {platform.label} 的 Python 运行环境。请用 {kind}。")


def _windows(file: Path, platform: Platform) -> tuple[tuple[int, int], str, str]:
    with zipfile.ZipFile(file) as parts:
        minors = [int(library[1]) for name in parts.namelist() if (library := LIBRARY.fullmatch(name))]
        program = parts.read("python.exe")
    # At 0x3C of a program stands where its second head begins: four bytes, then the machine.
    (head,) = struct.unpack_from("<I", program, 0x3C)
    if len(minors) != 1 or struct.unpack_from("<4sH", program, head) != (b"PE\0\0", platform.machine):
        raise _strange(file, platform)
    found = IN_RESOURCES.search(program)
    told = found[1].decode("utf-16-le") if found else f"3.{minors[0]}"
    return (3, minors[0]), told, "python/python.exe"


def _linux(file: Path, platform: Platform) -> tuple[tuple[int, int], str, str]:
    with tarfile.open(file) as parts:
        files = [part.name for part in parts if part.isfile()]
        programs = [(name, match[1]) for name in files if (match := PROGRAM.fullmatch(name))]
        if len(programs) != 1:
            raise _strange(file, platform)
        [(program, minor)] = programs
        if struct.unpack_from("<4s14xH", _content(parts, program)) != (b"\x7fELF", platform.machine):
            raise _strange(file, platform)
        header = HEADER.format(minor=minor)
        found = IN_HEADER.search(_content(parts, header)) if header in files else None
    return (3, int(minor)), found[1].decode("ascii") if found else f"3.{minor}", program


def _content(parts: tarfile.TarFile, name: str) -> bytes:
    stream = parts.extractfile(name)
    return stream.read() if stream else b""
