"""Keeps who is signed in: of each cookie its SHA-256, the account and until when; signing out ends it everywhere."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from filelock import FileLock

from dashboard.access.account import Account
from dashboard.metrics.pointer import stamp_of
from dashboard.store.accounts import accounts, accounts_file, token_mark
from dashboard.store.files import write_private

NAME = "sessions.json"
LASTS = timedelta(hours=12)


@dataclass(frozen=True)
class Session:
    """A sign-in: the account, the end of what is kept of its password then, and until when it holds, in UTC."""

    name: str
    password_mark: str
    until: str


def _file() -> Path:
    return accounts_file().with_name(NAME)


def begin_session(account: Account, now: datetime) -> str:
    """Sign the account in; the word for its cookie, which nobody can guess."""
    word = secrets.token_urlsafe(32)
    session = Session(account.name, _password_mark(account), (now + LASTS).isoformat())
    with FileLock(_file().with_suffix(".lock")):
        kept = {mark: one for mark, one in _sessions().items() if one.until > now.isoformat()}
        _write(kept | {token_mark(word): session})
    return word


def end_session(word: str) -> None:
    """Sign out whoever has this cookie, in every tab."""
    mark = token_mark(word)
    if mark in _sessions():
        with FileLock(_file().with_suffix(".lock")):
            _write({key: one for key, one in _sessions().items() if key != mark})


def account_of_session(word: str, now: datetime) -> Account | None:
    """The account that has this cookie; None where it expired, was signed out, removed, or has another password since."""
    session = _sessions().get(token_mark(word)) if word else None
    if session is None or session.until <= now.isoformat():
        return None
    account = accounts().get(session.name)
    return account if account and _password_mark(account) == session.password_mark else None


def _password_mark(account: Account) -> str:
    return token_mark(account.password)[:16]


def _sessions() -> dict[str, Session]:
    file = _file()
    try:
        return _read(file, stamp_of(file))
    except FileNotFoundError:
        return {}


@lru_cache(maxsize=4)
def _read(file: Path, _stamp: object) -> dict[str, Session]:
    return {mark: Session(**told) for mark, told in json.loads(file.read_text(encoding="utf-8")).items()}


def _write(sessions: dict[str, Session]) -> None:
    told = {mark: vars(one) for mark, one in sessions.items()}
    write_private(_file(), json.dumps(told, ensure_ascii=False, indent=1))
