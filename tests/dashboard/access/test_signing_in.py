"""Signing in: the right password alone, not after five wrong ones, not for ever, and nowhere once it was ended."""

from dataclasses import replace
from datetime import timedelta

from dashboard.access.signing_in import sign_in, sign_out
from dashboard.store.accounts import change_account, hashed, remove_account
from dashboard.store.audit import entries
from dashboard.store.sessions import account_of_session
from tests.dashboard.conftest import NOW, PASSWORD

SECOND = timedelta(seconds=1)


def test_the_right_password_gives_a_session_of_the_account(analyst):
    word = sign_in("片区专班", PASSWORD, NOW)
    assert account_of_session(word, NOW) == analyst
    assert len(word) > 40 and sign_in("片区专班", PASSWORD, NOW) != word


def test_a_wrong_password_and_an_unknown_account_give_none(analyst):
    assert sign_in("片区专班", f"{PASSWORD}!", NOW) is None
    assert sign_in("片区专班", "", NOW) is None
    assert sign_in("别的账号", PASSWORD, NOW) is None
    assert account_of_session("", NOW) is None and account_of_session("made up", NOW) is None


def test_five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour(analyst):
    for number in range(5):
        assert sign_in("片区专班", "wrong password", NOW + number * SECOND) is None
    assert sign_in("片区专班", PASSWORD, NOW + timedelta(minutes=14)) is None
    assert sign_in("片区专班", PASSWORD, NOW + timedelta(minutes=16)) is not None
    assert [one.did for one in entries()].count("账号暂停") == 1


def test_the_right_password_forgets_the_wrong_ones(analyst):
    for number in range(12):
        sign_in("片区专班", "wrong password" if number % 4 else PASSWORD, NOW + number * SECOND)
    assert sign_in("片区专班", PASSWORD, NOW + 13 * SECOND) is not None


def test_a_session_ends_after_twelve_hours(analyst):
    word = sign_in("片区专班", PASSWORD, NOW)
    assert account_of_session(word, NOW + timedelta(hours=11, minutes=59)) is not None
    assert account_of_session(word, NOW + timedelta(hours=12)) is None


def test_signing_out_ends_the_session_and_no_other(analyst):
    first, second = (sign_in("片区专班", PASSWORD, NOW) for _ in range(2))
    sign_out(first, NOW)
    assert account_of_session(first, NOW) is None
    assert account_of_session(second, NOW) is not None


def test_a_new_password_a_new_scope_and_no_account_hold_at_once(analyst):
    word = sign_in("片区专班", PASSWORD, NOW)
    change_account("片区专班", lambda one: replace(one, scope=("E",)))
    assert account_of_session(word, NOW).scope == ("E",)
    change_account("片区专班", lambda one: replace(one, password=hashed("another horse 8", one.name)))
    assert account_of_session(word, NOW) is None
    word = sign_in("片区专班", "another horse 8", NOW)
    remove_account("片区专班")
    assert account_of_session(word, NOW) is None


def test_what_was_typed_as_a_name_or_a_password_is_not_recorded(analyst, access):
    sign_in("片区专班", "a secret nobody knows", NOW)
    sign_in("my own password", "x", NOW)
    sign_in("片区专班", PASSWORD, NOW)
    kept = "".join(file.read_text(encoding="utf-8") for file in access.iterdir())
    assert not any(told in kept for told in ("a secret", "my own password", PASSWORD))
    assert [one.account for one in entries()] == ["片区专班", "（不存在的账号）", "片区专班"]
