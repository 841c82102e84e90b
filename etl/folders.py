"""What the system says when a folder cannot be used → one Chinese sentence: which folder, why, and what to do."""

import errno
import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# The folders by the names that clerks know them by.
WAREHOUSE, DATA, TEMPORARY, WRITTEN = "数据仓库文件夹", "报表文件夹", "临时文件夹", "输出文件夹"
# As much as a disk that is as good as full does not take.
PROBE_BYTES = 1 << 18


class FolderUnusable(Exception):
    """A folder cannot be used now; `message` tells in Chinese which one, why, and what to do."""

    def __init__(self, detail: str, message: str) -> None:
        super().__init__(detail)
        self.message = message


@dataclass(frozen=True)
class Cause:
    """Why a folder cannot be used, `why` to follow its name; `said` is what DuckDB writes of it.

    `is_of_file`: one file may be the matter, so that it is named.
    """

    why: str
    remedy: str
    codes: tuple[int, ...]
    said: str = ""
    is_of_file: bool = False


def _codes(*names: str) -> tuple[int, ...]:
    # Not every system knows every kind of error.
    return tuple(getattr(errno, name) for name in names if hasattr(errno, name))


NO_FOLDER = Cause(
    "不是文件夹，而是一个文件", "请移走这个文件，或换一个文件夹", _codes("ENOTDIR", "EEXIST"), "Not a directory"
)
CAUSES = (
    Cause(
        "所在的磁盘已满",
        "请清理磁盘，或换一个空间足够的文件夹",
        _codes("ENOSPC"),
        "No space left on device|not enough space on the disk|磁盘空间不足|failed to offload data block",
    ),
    NO_FOLDER,
    Cause("的磁盘配额已用完", "请清理文件，或请管理员增加配额", _codes("EDQUOT"), "Disk quota exceeded"),
    Cause("所在的磁盘不允许写这么大的文件", "请换一个没有这种限制的文件夹", _codes("EFBIG"), "File too large"),
    Cause(
        "所在的磁盘是只读的，不能写入",
        "请解除只读，或换一个可以写入的文件夹",
        _codes("EROFS"),
        "Read-only file system",
    ),
    Cause(
        "没有读写的权限，或正被别的程序占用",
        "请关闭正在使用它的程序，或请管理员给予权限",
        _codes("EACCES", "EPERM", "EBUSY", "ETXTBSY"),
        "Permission denied|Operation not permitted|being used by another process|Could not set lock",
        is_of_file=True,
    ),
    Cause("不存在，或刚被移走", "请核对文件夹的位置", _codes("ENOENT"), "No such file or directory"),
    Cause("的路径太长", "请换一个路径较短的文件夹", _codes("ENAMETOOLONG"), "File name too long"),
    Cause(
        "所在的磁盘读写出错",
        "请检查磁盘或网络连接，必要时换一个文件夹",
        _codes("EIO", "ENXIO", "ENODEV", "ESTALE", "ENOTCONN", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN"),
        "Input/output error|Stale file handle",
        is_of_file=True,
    ),
)


@contextmanager
def usable(places: Mapping[str, Path]) -> Iterator[None]:
    """Raise `FolderUnusable` for whatever the system or DuckDB finds wrong with a folder inside.

    `places` are the folders in use by their Chinese names; the first is meant where an error names no path. Errors of
    another kind pass through.
    """
    import duckdb

    try:
        yield
    except (OSError, duckdb.Error) as error:
        found = _cause_of(error, places)
        if found is None:
            raise
        cause, path = found
        raise FolderUnusable(f"{path}: {error}", _sentence(cause, path, places)) from error


def temporary() -> Path:
    """Where the system keeps what is needed for a while; raises `FolderUnusable` where there is no such place."""
    import tempfile

    try:
        return Path(tempfile.gettempdir())
    except FileNotFoundError as error:
        raise FolderUnusable(
            str(error),
            f"系统的{TEMPORARY}都不存在或不能写入。请清理磁盘，或用环境变量 TMPDIR（Windows 为 TEMP）另指一个文件夹，再试一次。",
        ) from error


def probe(folder: Path) -> None:
    """Write a little into `folder` and take it away again; raises OSError where nothing can be written."""
    # Imported here: a child process that only reads passes through this module.
    import tempfile

    with tempfile.TemporaryFile(dir=folder, buffering=0) as stream:
        stream.write(bytes(PROBE_BYTES))
        os.fsync(stream.fileno())


def reach(data: Path, rooms: Collection[str]) -> None:
    """Look into every folder below the `rooms` of `data` that are there; raises OSError where one cannot be listed.

    A search for files passes over such folders in silence, and their files would seem to be gone.
    """

    def fail(error: OSError) -> None:
        raise error

    if not data.exists():
        return
    for found in data.iterdir():
        if found.name in rooms:
            for _ in os.walk(found, onerror=fail):
                pass


def _cause_of(error: Exception, places: Mapping[str, Path]) -> tuple[Cause, Path] | None:
    """Why a folder cannot be used and the path that was meant; None where the error is of another kind."""
    import duckdb

    first = next(iter(places.values()))
    if isinstance(error, OSError):
        cause, named = _of_code(error.errno), error.filename
    else:
        cause = next((cause for cause in CAUSES if cause.said and re.search(cause.said, str(error))), None)
        quoted = re.search(r'"([^"]+)"', str(error))
        named = quoted and quoted[1]
    if cause:
        return cause, Path(os.fsdecode(named)) if isinstance(named, str | bytes) else first
    return _probed(places) if isinstance(error, duckdb.IOException | duckdb.OutOfMemoryException) else None


def _of_code(code: int | None) -> Cause | None:
    return next((cause for cause in CAUSES if code in cause.codes), None)


def _probed(places: Mapping[str, Path]) -> tuple[Cause, Path] | None:
    """What is wrong with the first place that takes nothing: DuckDB tells it in the language of the system."""
    for folder in places.values():
        try:
            probe(folder)
        except OSError as error:
            return (cause, folder) if (cause := _of_code(error.errno)) else None
    return None


def _sentence(cause: Cause, path: Path, places: Mapping[str, Path]) -> str:
    path = path.absolute()
    if cause is NO_FOLDER:
        path = next((part for part in (path, *path.parents) if _is(part.is_file)), path)
    holding = [(label, folder.absolute()) for label, folder in places.items() if _holds(folder.absolute(), path)]
    if holding:
        label, folder = max(holding, key=lambda pair: len(pair[1].parts))
    else:
        label, folder = "文件夹", path if _is(path.is_dir) or cause is NO_FOLDER else path.parent
    named = f"{label}“{folder}”"
    if cause.is_of_file and path != folder and _is(path.is_file):
        named += f"中的文件“{path.relative_to(folder)}”"
    return f"{named}{cause.why}。{cause.remedy}，再试一次；已发布的数据没有改动。"


def _is(kind: Callable[[], bool]) -> bool:
    """Whether a path is of that kind; it is not where the system does not let anybody look."""
    try:
        return kind()
    except OSError:
        return False


def _holds(folder: Path, path: Path) -> bool:
    return path == folder or folder in path.parents
