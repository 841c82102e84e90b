"""Runtimes and wheels that tests make: of the right shape, as small as can be, or a real one of this machine's Python."""

import hashlib
import io
import struct
import sys
import sysconfig
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

LINUX_MACHINES = {"x86_64": 62, "aarch64": 183}
VERSION = f"3.{sys.version_info.minor}"
OF_SYSTEM = {"site-packages", "dist-packages", "test", "tests", "__pycache__", "ensurepip", "idlelib", "lib2to3"}


def elf(machine: int) -> bytes:
    """The head of a Linux program."""
    return b"\x7fELF" + bytes(14) + struct.pack("<H", machine) + bytes(44)


def windows_program(machine: int = 0x8664, version: str = "3.13.1") -> bytes:
    """The heads of a Windows program, and where it tells its version."""
    head = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x80)
    resource = "ProductVersion".encode("utf-16-le") + b"\0\0\0\0" + version.encode("utf-16-le") + b"\0\0"
    return head.ljust(0x80, b"\0") + b"PE\0\0" + struct.pack("<H", machine) + bytes(64) + resource


def zipped(file: Path, parts: Mapping[str, bytes]) -> Path:
    """A zip of those files."""
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file


def packed(file: Path, parts: Mapping[str, bytes], links: Mapping[str, str] | None = None) -> Path:
    """A tar.gz of those files and links."""
    with tarfile.open(file, "w:gz") as archive:
        for name, content in parts.items():
            part = tarfile.TarInfo(name)
            part.size, part.mode = len(content), 0o755
            archive.addfile(part, io.BytesIO(content))
        for name, target in (links or {}).items():
            part = tarfile.TarInfo(name)
            part.type, part.linkname = tarfile.SYMTYPE, target
            archive.addfile(part)
    return file


def windows_runtime(folder: Path, version: str = "3.13.1", machine: int = 0x8664) -> Path:
    """An embeddable zip in small."""
    minor = version.split(".")[1]
    parts = {
        "python.exe": windows_program(machine, version),
        f"python3{minor}.dll": b"library",
        f"python3{minor}._pth": f"python3{minor}.zip\n.\n#import site\n".encode(),
        f"python3{minor}.zip": b"modules",
    }
    return sealed(zipped(folder / f"python-{version}-embed-amd64.zip", parts))


def linux_runtime(folder: Path, version: str = "3.12.4", machine: str = "x86_64", header: bytes | None = None) -> Path:
    """A standalone build in small."""
    short = version.rpartition(".")[0]
    told = f'#define PY_VERSION "{version}"\n'.encode() if header is None else header
    parts = {
        f"python/bin/python{short}": elf(LINUX_MACHINES[machine]),
        f"python/include/python{short}/patchlevel.h": told,
    }
    links = {"python/bin/python3": f"python{short}"}
    return sealed(packed(folder / f"cpython-{version}-{machine}.tar.gz", parts, links))


def this_python(folder: Path) -> Path:
    """A runtime of the Python that runs the tests, to be unpacked anywhere on this machine."""
    file = folder / f"cpython-{VERSION}-own.tar.gz"
    library = Path(sysconfig.get_path("stdlib"))
    program = Path(sys.executable).resolve()

    def wanted(part: tarfile.TarInfo) -> tarfile.TarInfo | None:
        return None if OF_SYSTEM.intersection(Path(part.name).parts) else part

    with tarfile.open(file, "w:gz", compresslevel=1, dereference=True) as archive:
        archive.add(program, f"python/bin/python{VERSION}")
        archive.add(library, f"python/lib/python{VERSION}", filter=wanted)
    return sealed(file)


def sealed(file: Path) -> Path:
    """The file, with its SHA-256 beside it as publishers write it."""
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    file.with_name(f"{file.name}.sha256").write_text(f"{sha256}  {file.name}\n", encoding="utf-8")
    return file


def wheel(folder: Path, name: str, version: str, tag: str = "py3-none-any", parts: Mapping[str, bytes] | None = None):
    """A wheel in small."""
    folder.mkdir(parents=True, exist_ok=True)
    own = {f"{name}/__init__.py": b"", f"{name}-{version}.dist-info/METADATA": f"Name: {name}\n".encode()}
    return zipped(folder / f"{name}-{version}-{tag}.whl", {**own, **(parts or {})})


def line(name: str, version: str, *wheels: Path, marker: str = "") -> str:
    """An entry of a lock as uv writes it."""
    hashes = " \\\n".join(f"    --hash=sha256:{hashlib.sha256(one.read_bytes()).hexdigest()}" for one in wheels)
    return f"{name}=={version}{f' ; {marker}' if marker else ''} \\\n{hashes}\n    # via something\n"
