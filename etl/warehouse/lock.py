"""Holds a warehouse for one program at a time that makes a version or points to another one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from etl.folders import FolderUnusable

LOCK = ".build.lock"
WAIT_SECONDS = 1800


class Busy(FolderUnusable):
    """Another build holds the warehouse for longer than `WAIT_SECONDS`."""


@contextmanager
def locked(warehouse: Path, progress: Callable[[float, str], None]) -> Iterator[None]:
    """Hold the warehouse for one build; a second one says that it waits. Raises `Busy` after `WAIT_SECONDS`.

    The system lets go of the lock when the process ends, however it ends.
    """
    warehouse.mkdir(parents=True, exist_ok=True)
    lock = FileLock(warehouse / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress(0.0, "另一个程序正在生成数据，等待它完成……")
        try:
            lock.acquire(timeout=WAIT_SECONDS)
        except Timeout as timeout:
            raise Busy(
                f"another build has held {warehouse / LOCK} for {WAIT_SECONDS} s",
                f"数据仓库文件夹“{warehouse.absolute()}”正被另一个程序使用，等了 {WAIT_SECONDS // 60} 分钟仍未空出。"
                "请等它完成，或关闭那个程序后再试一次；已发布的数据没有改动。",
            ) from timeout
    try:
        yield
    finally:
        lock.release()
