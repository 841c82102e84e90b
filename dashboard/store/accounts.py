"""Keeps the accounts that may sign in, in one file that only the program's own account reads."""

import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from filelock import FileLock

from dashboard.access.account import Account
from dashboard.access.roles import Role
from dashboard.metrics.pointer import stamp_of
from dashboard.store.files import write_private
from dashboard.store.place import kept_folder
from dashboard.store.prepared import PERSONAL, NotKept

SETTING, FOLDER, NAME = "SANQU_ACCOUNTS", "access", "accounts.json"
FORMAT = 1
LONGEST_NAME, SHORTEST_PASSWORD, LONGEST_PASSWORD = 30, 10, 200
HASHER = PasswordHasher()
# Compared with where there is no such account, so that its absence takes as long to find as a wrong password.
NOBODY = HASHER.hash(secrets.token_urlsafe())

Accounts = dict[str, Account]


def accounts_file() -> Path:
    """Where the accounts are kept: SANQU_ACCOUNTS, or in the folder of what people make."""
    told = os.environ.get(SETTING)
    return Path(told) if told else kept_folder() / FOLDER / NAME


def accounts() -> Accounts:
    """All accounts by name; none where there is no file. Raises ValueError for a file of another format."""
    file = accounts_file()
    try:
        return _read(file, stamp_of(file))
    except FileNotFoundError:
        return {}


@lru_cache(maxsize=4)
def _read(file: Path, _stamp: object) -> Accounts:
    told = json.loads(file.read_text(encoding="utf-8"))
    if told["format"] != FORMAT:
        raise ValueError(f"{file.name} is of format {told['format']}; this version reads {FORMAT}")
    return {one["name"]: _account(one) for one in told["accounts"]}


def _account(one: dict[str, object]) -> Account:
    # An account whose scope was lost sees nothing; only the word for it gives every area.
    scope = one["scope"]
    return Account(
        name=str(one["name"]),
        role=Role(str(one["role"])),
        scope=None if scope == "all" else tuple(scope if isinstance(scope, list) else ()),
        password=str(one["password"]),
        claims=tuple(one["claims"] if isinstance(one["claims"], list) else ()),
        tokens=tuple(one["tokens"] if isinstance(one["tokens"], list) else ()),
    )


def add_account(account: Account) -> None:
    """Keep a new account. Raises NotKept where its name is taken, or is none."""
    named = replace(account, name=checked_name(account.name))

    def added(known: Accounts) -> Accounts:
        if named.name in known:
            raise NotKept(f"已有账号“{named.name}”，没有增加。")
        if taken := {claim for one in known.values() for claim in one.claims} & set(named.claims):
            raise NotKept(f"“{taken.pop()}”已经对应别的账号，没有增加。")
        return known | {named.name: named}

    _change(added)


def change_account(name: str, change: Callable[[Account], Account]) -> None:
    """Keep an account as `change` makes it. Raises NotKept where there is none of that name."""
    _change(lambda known: {**known, name: change(_found(known, name))})


def remove_account(name: str) -> None:
    """Remove an account. Raises NotKept where there is none of that name."""
    _change(lambda known: {key: one for key, one in known.items() if key != _found(known, name).name})


def _found(known: Accounts, name: str) -> Account:
    if name not in known:
        raise NotKept(f"没有账号“{name}”。")
    return known[name]


def _change(change: Callable[[Accounts], Accounts]) -> None:
    file = accounts_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(file.with_suffix(".lock")):
        kept = change(accounts())
        told = [asdict(one) | {"scope": "all" if one.scope is None else list(one.scope)} for one in kept.values()]
        write_private(file, json.dumps({"format": FORMAT, "accounts": told}, ensure_ascii=False, indent=1))


def checked_name(name: str) -> str:
    """The name as it is kept. Raises NotKept for one that is empty, long, cannot be seen or holds a personal number."""
    name = unicodedata.normalize("NFC", name).strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable() or PERSONAL.search(name):
        raise NotKept(f"账号名称要有1到{LONGEST_NAME}个字，用岗位或单位，不用姓名和电话。")
    return name


def hashed(password: str, name: str) -> str:
    """What is kept of a password. Raises NotKept for one that is short, endless, or the name of the account."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD or len(set(password)) < 4 or name in password:
        raise NotKept(f"密码要有{SHORTEST_PASSWORD}位以上，不能只有两三种字符，也不能含账号名称。")
    return HASHER.hash(password)


def is_password(account: Account | None, password: str) -> bool:
    """Whether it is the password of the account; it takes as long where there is no such account."""
    kept = account.password if account and account.password else NOBODY
    try:
        return HASHER.verify(kept, password[:LONGEST_PASSWORD]) and kept is not NOBODY
    except (VerifyMismatchError, InvalidHashError):
        return False


def token_mark(token: str) -> str:
    """What is kept of a token: it is long and random, so that its sum tells nobody what it was."""
    return hashlib.sha256(token.encode()).hexdigest()


def account_of_token(token: str) -> Account | None:
    """The account that a token of the API belongs to."""
    mark = token_mark(token)
    return next((one for one in accounts().values() if mark in one.tokens), None)


def account_of_claims(claims: Mapping[str, object]) -> Account | None:
    """The account that the town's own sign-in tells of: by its subject, or by an address that it does not call unverified."""
    told = {claims.get("sub")}
    if claims.get("email_verified") is not False:
        told.add(claims.get("email"))
    told.discard(None)
    return next((one for one in accounts().values() if told & set(one.claims)), None)
