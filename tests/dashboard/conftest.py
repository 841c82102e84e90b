"""The small world as a published warehouse, an empty one, and accounts of a test."""

from datetime import UTC, datetime

import pytest
from argon2 import PasswordHasher

from dashboard.access.account import Account
from dashboard.access.roles import Role
from dashboard.metrics.versions import current
from dashboard.store import accounts as kept
from tests import small_world

PASSWORD = "correct horse 9"
NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    return current(small_world.publish(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    return current(small_world.publish(tmp_path_factory.mktemp("empty"), is_empty=True))


@pytest.fixture(scope="session")
def demonstration(demonstration_warehouse):
    return current(demonstration_warehouse)


@pytest.fixture
def access(tmp_path, monkeypatch):
    """Where accounts, sessions, attempts and the record of the test lie."""
    monkeypatch.setenv("SANQU_ACCOUNTS", str(tmp_path / "access" / "accounts.json"))
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(kept, "HASHER", quick)
    monkeypatch.setattr(kept, "NOBODY", quick.hash("nobody's password"))
    return tmp_path / "access"


@pytest.fixture
def analyst(access):
    """An account of 甲片区 that may sign in with PASSWORD."""
    account = Account(name="片区专班", role=Role.ANALYST, scope=("D",), password=kept.hashed(PASSWORD, "片区专班"))
    kept.add_account(account)
    return account
