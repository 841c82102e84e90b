"""A Python runtime, the locked wheels and the product → one archive from which a computer without a network starts it."""

import json
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from deploy.archive import EXECUTABLE, writing
from deploy.locked import Pinned, Wheel, chosen, download, pinned
from deploy.places import MANIFEST
from deploy.platforms import Platform
from deploy.product import CHECKOUT, product_files, product_version
from deploy.runtime import Runtime, inspected

DOWNLOAD = "download"
LOCK = CHECKOUT / "requirements.txt"
TEMPLATES = CHECKOUT / "deploy" / "launchers"
READ_ME = "读我.txt"
# An embeddable Python looks nowhere but where this file says: its own library, the installed wheels, the product.
SEARCH_PATH = "python3{minor}.zip\r\n.\r\n..\\site-packages\r\n..\\app\r\n"


def bundle(platform: Platform, python: Path, sha256: str | None, wheels: str, out: Path) -> Path:
    """Write the bundle to `out` and give its path, which ends as the platform's archives do.

    `wheels` is a folder, or `DOWNLOAD`. Raises `Unusable` where something that was given cannot be used.
    """
    runtime = inspected(python, platform, sha256)
    locked = pinned(LOCK.read_text(encoding="utf-8"), platform, runtime.version)
    with ExitStack() as stack:
        folder = Path(wheels)
        if wheels == DOWNLOAD:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sanqu-wheels-")))
            download(locked, folder, platform, runtime.version)
        return written(platform, runtime, locked, chosen(locked, folder, platform, runtime.version), out)


def written(platform: Platform, runtime: Runtime, locked: Sequence[Pinned], wheels: Sequence[Wheel], out: Path) -> Path:
    """Write what was found fit; the product's files lie in `app`, the wheels in `wheels`, the runtime in `python`."""
    file = out if out.name.endswith(platform.suffix) else out.with_name(f"{out.name}{platform.suffix}")
    files = product_files()
    manifest = _manifest(platform, runtime, wheels)
    minor = runtime.version[1]
    replaced = {f"python3{minor}._pth": SEARCH_PATH.format(minor=minor).encode("ascii")} if platform.is_windows else {}
    with writing(file, as_zip=platform.is_windows) as archive:
        archive.add(platform.launcher, launcher(platform, runtime), EXECUTABLE)
        archive.add(READ_ME, _in_crlf(TEMPLATES / READ_ME))
        archive.add(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode("utf-8"))
        archive.add(LOCK.name, "".join(f"{one.line}\n" for one in locked).encode("ascii"))
        archive.add_runtime(runtime.file, replaced)
        for wheel in wheels:
            archive.add(f"wheels/{wheel.file.name}", wheel.file.read_bytes())
        for name in files:
            archive.add(f"app/{name}", (CHECKOUT / name).read_bytes())
    return file


def launcher(platform: Platform, runtime: Runtime) -> bytes:
    """What the clerk clicks: it only calls `deploy.start` with the Python of the bundle."""
    program = runtime.program.replace("/", "\\") if platform.is_windows else runtime.program
    text = (TEMPLATES / platform.launcher).read_text(encoding="utf-8").replace("{python}", program)
    # cmd.exe loses its place in a file whose lines end otherwise.
    return text.replace("\n", "\r\n" if platform.is_windows else "\n").encode("utf-8")


def _in_crlf(file: Path) -> bytes:
    # With a mark at its beginning every Notepad takes it for what it is.
    return file.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8-sig")


def _manifest(platform: Platform, runtime: Runtime, wheels: Sequence[Wheel]) -> dict[str, object]:
    """What the bundle is made of, as `deploy.start` reads it."""
    return {
        "product": product_version(),
        "platform": platform.name,
        "python": {"version": runtime.told, "file": runtime.file.name, "sha256": runtime.sha256},
        "wheels": {wheel.file.name: wheel.sha256 for wheel in wheels},
    }
