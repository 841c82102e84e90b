"""Whose areas are read at this moment, wherever the question is asked: in a page, in a download, in the API."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from dashboard.access.account import Account
from dashboard.metrics.scope import Scope

NOWHERE: Scope = ()
_ACTING: ContextVar[Account | None] = ContextVar("acting", default=None)


@contextmanager
def acting(account: Account) -> Iterator[None]:
    """Inside, the account is the one that reads."""
    token = _ACTING.set(account)
    try:
        yield
    finally:
        _ACTING.reset(token)


def scope_of(known: Callable[[], Account | None]) -> Callable[[], Scope]:
    """What gives the areas of who reads: the acting account, else the one that `known` tells, else no area at all."""

    def scope() -> Scope:
        account = _ACTING.get() or known()
        return account.scope if account else NOWHERE

    return scope
