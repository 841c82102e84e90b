"""Keeps how often the password of an account was wrong lately, so that nobody tries them all; also across a restart."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock

from dashboard.store.accounts import accounts_file
from dashboard.store.files import write_private

NAME = "attempts.json"
MOST, PAUSE = 5, timedelta(minutes=15)


def is_locked(name: str, now: datetime) -> bool:
    """Whether the account takes no password for now, right or wrong."""
    return len(_recent(_read(), name, now)) >= MOST


def count_failure(name: str, now: datetime) -> bool:
    """Count a wrong password of the account; whether it is locked from now on."""
    with _lock():
        kept = _read()
        failures = [*_recent(kept, name, now), now.isoformat()]
        _write(kept | {name: failures})
    return len(failures) >= MOST


def forget_failures(name: str) -> None:
    """Forget what was wrong, since the password was right or is a new one."""
    if name in _read():
        with _lock():
            _write({key: times for key, times in _read().items() if key != name})


def _recent(kept: dict[str, list[str]], name: str, now: datetime) -> list[str]:
    since = (now - PAUSE).isoformat()
    return [at for at in kept.get(name, []) if at > since]


def _file() -> Path:
    return accounts_file().with_name(NAME)


def _lock() -> FileLock:
    _file().parent.mkdir(parents=True, exist_ok=True)
    return FileLock(_file().with_suffix(".lock"))


def _read() -> dict[str, list[str]]:
    try:
        return dict(json.loads(_file().read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}


def _write(kept: dict[str, list[str]]) -> None:
    write_private(_file(), json.dumps(kept, ensure_ascii=False, indent=1))
